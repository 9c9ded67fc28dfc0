"""What editors have to review: what nobody ever reviewed, or not for a long time.

This is a list of work and no mistake, so it is not among the rules.
"""

import datetime as dt
from collections.abc import Iterator

from generator.dossier import reviews
from generator.dossier.dossier import Dossier
from generator.model import Reviewable
from generator.text.dates import dutch_date


def overdue(dossier: Dossier, today: dt.date) -> tuple[str, ...]:
    """A line for each record that must be reviewed as of a day, with its place and last review.

    What was never reviewed comes first, then the longest ago.
    """
    records = _overdue(dossier, today)
    lines = ((each.reviewed or dt.date.min, _located(dossier, each)) for each in records)
    return tuple(line for _, line in sorted(lines))


def _overdue(dossier: Dossier, today: dt.date) -> Iterator[Reviewable]:
    for record in dossier.stored:
        if isinstance(record, Reviewable) and _must_be_reviewed(record, today):
            yield record


def _must_be_reviewed(record: Reviewable, today: dt.date) -> bool:
    return not record.reviewed or reviews.is_stale(record.reviewed, today)


def _located(dossier: Dossier, record: Reviewable) -> str:
    document, day = dossier.place(record).document, record.reviewed
    line, column = document.position(("reviewed",) if day else ())
    message = f"nagekeken op {dutch_date(day)}" if day else "nooit nagekeken"
    return f"{document.path}:{line}:{column}: {message}"
