"""When records were last reviewed, and whether that is long ago."""

import datetime as dt
from collections.abc import Iterable

from generator.model import Reviewable
from generator.text import dates

MONTHS = 6
"""What was not reviewed for more than this number of months is stale."""


def day_of(record: Reviewable) -> dt.date:
    """The day on which a record was last reviewed, or else written."""
    return record.reviewed or record.changed


def earliest(records: Iterable[Reviewable]) -> dt.date | None:
    """The day since which none of some records was reviewed; None if there are none."""
    return min(map(day_of, records), default=None)


def is_stale(reviewed: dt.date, today: dt.date) -> bool:
    """Whether a review is too long ago on the day ``today``."""
    return dates.months_later(reviewed, MONTHS) < today
