"""When records were last reviewed, and whether that is long ago."""

import datetime as dt
from collections.abc import Iterable

from generator.model import Reviewable
from generator.text import dates

MONTHS = 6
"""What was not reviewed for more than this number of months is stale."""


def latest(records: Iterable[Reviewable]) -> dt.date | None:
    """The latest day on which any of some records was reviewed; None if none ever was."""
    return max((each.reviewed for each in records if each.reviewed), default=None)


def is_stale(reviewed: dt.date, today: dt.date) -> bool:
    """Whether a review is too long ago on the day ``today``."""
    return dates.months_later(reviewed, MONTHS) < today
