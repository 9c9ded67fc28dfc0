"""The rows of the list of all commitments, with what the list can be sorted by."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Statement
from generator.site.views import progress, statements
from generator.site.views.linker import Linker
from generator.site.views.statements import CommitmentRow

_STATUS_ORDER = {key: order for order, key in enumerate(progress.LABELS, start=1)}


@dataclass(frozen=True)
class RegisterRow:
    id: str
    commitment: CommitmentRow
    status_order: int
    latest: str
    """The date of the latest fact; empty without facts."""
    ends: str
    """The last day of the first deadline; empty without deadlines."""


def rows(link: Linker, commitments: Iterable[Statement]) -> list[RegisterRow]:
    return [_row(link, each) for each in commitments]


def _row(link: Linker, statement: Statement) -> RegisterRow:
    commitment = statements.commitment_row(link, statement)
    return RegisterRow(
        id=statement.id,
        commitment=commitment,
        status_order=_STATUS_ORDER[commitment.status.key],
        latest=commitment.facts.latest if commitment.facts else "",
        ends=min((each.ends.isoformat() for each in commitment.deadlines), default=""),
    )
