"""Deadlines as readers see them, with their state on a given day."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Deadline, Shift, Statement
from generator.site.views import evidence
from generator.site.views.linker import Linker
from generator.site.views.page import Link, Prose
from generator.text import dates

LATE = "te laat"
IN_TIME = "op tijd"
SOON = "binnen zes maanden"
NO_DEADLINE = "geen termijn genoemd"
STATES = (LATE, SOON, IN_TIME, NO_DEADLINE)
"""From worst to best, the order in which readers see them."""
MONTHS_AHEAD = 6
"""A deadline that ends within this number of months is soon."""


def known_shifts(deadline: Deadline, today: dt.date) -> tuple[Shift, ...]:
    """The shifts that were known on the day ``today``."""
    return tuple(shift for shift in deadline.shifts if dates.last_day(shift.date) <= today)


def last_day(deadline: Deadline, today: dt.date) -> dt.date:
    """The last day of a deadline, including the shifts that were known on the day ``today``."""
    shifted_ends = (shift.end for shift in known_shifts(deadline, today))
    return dates.last_day([deadline.end, *shifted_ends][-1])


def state(deadline: Deadline, today: dt.date) -> str:
    """One of ``STATES``, from what was known on the day ``today``."""
    ends, done = last_day(deadline, today), _done_on(deadline, today)
    if done:
        return LATE if done > ends else IN_TIME
    if ends < today:
        return LATE
    return SOON if ends <= dates.months_later(today, MONTHS_AHEAD) else IN_TIME


def _done_on(deadline: Deadline, today: dt.date) -> dt.date | None:
    """The last day on which it can have been done; None if it was not yet done."""
    done = dates.last_day(deadline.outcome.date) if deadline.outcome else None
    return done if done and done <= today else None


def _lateness(deadline: Deadline, today: dt.date) -> str:
    ends, done = last_day(deadline, today), _done_on(deadline, today)
    if not done or done <= ends or not deadline.outcome:
        return ""
    first = dates.last_day(deadline.end)
    at_most = "" if dates.first_day(deadline.outcome.date) == done else "op zijn laatst "
    span = f"{at_most}{dates.span(ends, done)}"
    if ends == first:
        return f"{span} na de termijn"
    return f"{span} na de nieuwe termijn en {dates.span(first, done)} na de eerste"


@dataclass(frozen=True)
class ShiftView:
    date: str
    end: str
    decision: Prose
    sources: tuple[Link, ...]
    passages: tuple[evidence.PassageView, ...]
    """The words that carry it; none if no copy was kept."""


@dataclass(frozen=True)
class OutcomeView:
    date: str
    what: Prose
    sources: tuple[Link, ...]
    passages: tuple[evidence.PassageView, ...]
    """The words that carry it; none if no copy was kept."""


@dataclass(frozen=True)
class DeadlineView:
    anchor: str
    heading: str
    """The fragment of its heading."""
    what: str
    words: str
    start: str | None
    end: str
    """The end as the source gives it, which may be a year or a month."""
    ends: dt.date
    """The last day, including the shifts."""
    state: str
    lateness: str
    """By how much it was missed, in Dutch words; empty if it was not, or is still open."""
    derived: Prose
    sources: tuple[Link, ...]
    shifts: tuple[ShiftView, ...]
    outcome: OutcomeView | None
    statements: tuple[Link, ...]
    link: Link
    permalink: Link

    @property
    def passages(self) -> tuple[evidence.PassageView, ...]:
        """The words of sources that carry its shifts and its outcome."""
        of_shifts = (passage for shift in self.shifts for passage in shift.passages)
        return (*of_shifts, *(self.outcome.passages if self.outcome else ()))


def view(link: Linker, deadline: Deadline) -> DeadlineView:
    """A deadline as it is known on the day of the linker."""
    return DeadlineView(
        anchor=deadline.slug,
        heading=link.heading_id(deadline.slug, deadline.what),
        what=deadline.what,
        words=deadline.words,
        start=deadline.start,
        end=deadline.end,
        ends=last_day(deadline, link.today),
        state=state(deadline, link.today),
        lateness=_lateness(deadline, link.today),
        derived=link.prose(deadline.derived),
        sources=link.slugs(deadline.sources),
        shifts=tuple(_shift(link, each) for each in known_shifts(deadline, link.today)),
        outcome=_outcome(link, deadline),
        statements=link.statements(deadline.statements),
        link=link.entry(deadline),
        permalink=link.history(deadline.slug, deadline.what),
    )


def _shift(link: Linker, shift: Shift) -> ShiftView:
    return ShiftView(
        shift.date,
        shift.end,
        link.prose(shift.decision),
        link.slugs(shift.sources),
        tuple(evidence.passages(link, shift)),
    )


def _outcome(link: Linker, deadline: Deadline) -> OutcomeView | None:
    outcome = deadline.outcome
    if not outcome or not _done_on(deadline, link.today):
        return None
    return OutcomeView(
        outcome.date,
        link.prose(outcome.what),
        link.slugs(outcome.sources),
        tuple(evidence.passages(link, outcome)),
    )


def views(link: Linker, deadlines: Iterable[Deadline]) -> list[DeadlineView]:
    """Views of deadlines, sorted by their last day."""
    unsorted = (view(link, each) for each in deadlines)
    return sorted(unsorted, key=lambda each: (each.ends, each.anchor))


def lists(link: Linker) -> dict[str, list[DeadlineView]]:
    """All deadlines in three lists: passed, ending soon and ending later."""
    limit = dates.months_later(link.today, MONTHS_AHEAD)
    found = views(link, link.dossier.deadlines.items)
    return {
        "passed": [each for each in found if each.ends < link.today],
        "soon": [each for each in found if link.today <= each.ends <= limit],
        "later": [each for each in found if each.ends > limit],
    }


def of(link: Linker, statement: Statement) -> list[DeadlineView]:
    """The deadlines that belong to a statement."""
    return views(link, link.dossier.backlinks.deadlines_of(statement))


def state_of(link: Linker, statement: Statement) -> str:
    """The worst state of the deadlines of a statement, or ``NONE`` if it has no deadlines."""
    found = link.dossier.backlinks.deadlines_of(statement)
    states = {state(each, link.today) for each in found}
    return next((each for each in STATES if each in states), NO_DEADLINE)
