"""What changed in the content files of each kind, other than their statements."""

from collections.abc import Callable, Iterator
from functools import partial

from generator.dossier.kind import Kind
from generator.dossier.kinds import KINDS, kind_of
from generator.editing.change_report import fields, labels, literal
from generator.editing.change_report.comparison import Comparison

Lines = Callable[[Comparison], Iterator[str]]


def sections() -> Iterator[tuple[str, Lines]]:
    """A section for each kind of content file."""
    return ((_title(kind), partial(_lines, kind)) for kind in KINDS if kind.is_file)


def _title(kind: Kind) -> str:
    return kind.list_title or kind.title or labels.model_title(kind.model)


def _lines(kind: Kind, found: Comparison) -> Iterator[str]:
    """The files that were added or removed, and what differs in the others."""
    for was, now in found.files(kind):
        if was is None and now is not None:
            yield f"nieuw: {fields.summary(now)}"
        elif was is not None and now is None:
            yield f"weg: {literal.gone(labels.title(was))}"
        elif was is not None and now is not None:
            which = "" if kind_of(now).is_single_file else f"{literal.name(labels.title(now))}, "
            yield from (f"{which}{each}" for each in fields.changes(was, now))
