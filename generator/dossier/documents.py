"""The order of the quoted documents: the earlier ones first."""

import datetime as dt

from generator.model import Source
from generator.text import dates


def period(source: Source) -> tuple[dt.date, dt.date] | None:
    """The first and the last day on which a document can be made; None if nothing is known."""
    if source.date:
        return dates.first_day(source.date), dates.last_day(source.date)
    if written := source.written:
        return dates.first_day(written.start), dates.last_day(written.end)
    return None


def is_earlier(first: Source, second: Source) -> bool:
    """Whether the dates leave no doubt that a document is from before another one."""
    before, after = period(first), period(second)
    return bool(before and after and before[1] < after[0])


def order(source: Source) -> tuple[dt.date, dt.date, str]:
    """Sort key: documents without a date come last, and those of one day in the order of slugs."""
    start, end = period(source) or (dt.date.max, dt.date.max)
    return start, end, source.slug
