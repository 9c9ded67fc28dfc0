"""Days, and partial dates: ``2020``, ``2020-12`` or ``2020-12-16``."""

import calendar
import datetime as dt

MONTH_NAMES = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
MONTHS = len(MONTH_NAMES)
_YEARS_WITHOUT_MONTHS = 2
"""A span of as many years or more is given in whole years."""


def first_day(date: str) -> dt.date:
    """The first day of a partial date: ``2020-12`` gives 1 December 2020."""
    return dt.date.fromisoformat((date + "-01-01")[:10])


def last_day(date: str) -> dt.date:
    """The last day of a partial date: ``2020-12`` gives 31 December 2020."""
    year, month, day = map(int, f"{date}-0-0".split("-")[:3])
    month = month or MONTHS
    return dt.date(year, month, day or _days_in_month(year, month))


def months_later(day: dt.date, count: int) -> dt.date:
    """The same day ``count`` months later, or the last day of that month if it is shorter."""
    year, month = divmod(day.year * MONTHS + day.month - 1 + count, MONTHS)
    return dt.date(year, month + 1, min(day.day, _days_in_month(year, month + 1)))


def _days_in_month(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def span(start: dt.date, end: dt.date) -> str:
    """How long it is from a day to a later one, in Dutch: ``3 dagen``, ``ruim 8 maanden``."""
    months = (end.year - start.year) * MONTHS + end.month - start.month
    if months_later(start, months) > end:
        months -= 1
    if not months:
        days = (end - start).days
        return f"{days} {'dag' if days == 1 else 'dagen'}"
    exactly = "" if months_later(start, months) == end else "ruim "
    years, rest = divmod(months, MONTHS)
    if years and (rest == 0 or years >= _YEARS_WITHOUT_MONTHS):
        return f"{'ruim ' if rest else exactly}{years} jaar"
    return f"{exactly}{months} {'maand' if months == 1 else 'maanden'}"


def on_dutch_date(value: object) -> str:
    """A full or partial date in a sentence: ``op 16 december 2020``, ``in 2020``."""
    return f"{'op' if str(value).count('-') > 1 else 'in'} {dutch_date(value)}"


def dutch_date(value: object) -> str:
    """A full or partial date in Dutch: ``16 december 2020``, ``december 2020`` or ``2020``."""
    year, *rest = str(value).split("-")
    month = [MONTH_NAMES[int(rest[0]) - 1]] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join((*day, *month, year))
