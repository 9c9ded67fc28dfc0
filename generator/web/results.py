"""What earlier visits found, kept in a file so that a visit can be continued."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.build import state_files
from generator.web.finding import SETTLED, Finding, Outcome

RESULTS = "build/links.json"


@dataclass(frozen=True)
class Visit:
    """What was found at an address, and on which day."""

    finding: Finding
    day: dt.date

    def is_valid(self, today: dt.date, days: int) -> bool:
        """Whether the address need not be visited again: it gave an answer not long ago."""
        return self.finding.outcome in SETTLED and 0 <= (today - self.day).days < days


Visits = Mapping[str, Visit]
"""By the address."""


def read(root: Path) -> dict[str, Visit]:
    """The visits of earlier runs; none if the file is not there, or of another version."""
    try:
        value = state_files.read_json(root / RESULTS) or {}
        return {address: _visit(*fields) for address, fields in value.items()}
    except (AttributeError, TypeError, ValueError):
        return {}


def _visit(outcome: str, reason: str, new_address: str, day: str) -> Visit:
    return Visit(Finding(Outcome(outcome), reason, new_address), dt.date.fromisoformat(day))


def write(root: Path, visits: Visits) -> None:
    """Keep the visits for a later run."""
    value = {address: _fields(visit) for address, visit in sorted(visits.items())}
    state_files.write_json(root / RESULTS, value)


def _fields(visit: Visit) -> tuple[str, str, str, str]:
    finding = visit.finding
    return finding.outcome.value, finding.reason, finding.new_address, visit.day.isoformat()
