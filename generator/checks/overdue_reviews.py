"""What editors have to review: what nobody wrote or reviewed for a long time.

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

    What is longest ago comes first.
    """
    records = _overdue(dossier, today)
    lines = ((reviews.day_of(each), _located(dossier, each)) for each in records)
    return tuple(line for _, line in sorted(lines))


def _overdue(dossier: Dossier, today: dt.date) -> Iterator[Reviewable]:
    for record in dossier.stored:
        if isinstance(record, Reviewable) and reviews.is_stale(reviews.day_of(record), today):
            yield record


def _located(dossier: Dossier, record: Reviewable) -> str:
    document, day = dossier.place(record).document, record.reviewed
    line, column = document.position(("reviewed",) if day else ())
    what = "nagekeken" if day else "nooit nagekeken, gewijzigd"
    return f"{document.path}:{line}:{column}: {what} op {dutch_date(reviews.day_of(record))}"
