"""The timeline: year by year what the document names, and what came of it later."""

import datetime as dt
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest

from generator.grouping import gather
from generator.model import Milestone, Progress
from generator.site.views.linker import Linker
from generator.site.views.page import Link, Prose
from generator.text import dates, inline_links

MAX_FACTS = 200
FIRST_YEAR = 2000
"""From this year on, every year has a fragment, with or without moments."""
_WORDS_LENGTH = 150
"""How many characters of a fact tell what it is about."""
UNKNOWN = {4: "precieze datum onbekend", 7: "dag onbekend"}
"""What is not known of a date, by the length of the date."""


@dataclass(frozen=True)
class Moment:
    """Something that happened or would happen."""

    date: str
    end: str
    """The end of a period; empty for a moment."""
    unknown: str
    """What is not known of the date."""
    link: Link
    words: str
    """The words of the document for the date; empty for what came of it later."""
    note: Prose
    about: tuple[Link, ...]
    sources: tuple[Link, ...]
    """The sources of what came later; empty for what the document names."""

    @property
    def year(self) -> str:
        return self.date[:4]

    @property
    def order(self) -> tuple[object, ...]:
        """By date; of a year, what has no month comes last."""
        first, last = dates.first_day(self.date), dates.last_day(self.end or self.date)
        return self.year, len(self.date) == len(self.year), first, last, self.link.text


@dataclass(frozen=True)
class Year:
    name: str
    moments: Sequence[Moment]

    @property
    def anchor(self) -> str:
        return _anchor(self.name)


def years(link: Linker) -> list[Year]:
    """Everything that has a date, oldest first."""
    moments = sorted((*_named(link), *_later(link)), key=lambda moment: moment.order)
    by_year = gather((moment.year, moment) for moment in moments)
    return [Year(name, found) for name, found in by_year.items()]


def undated(link: Linker) -> list[Moment]:
    """What the document names without a date, in the order of the document."""
    found = (each for each in link.dossier.timeline.milestones if not each.date)
    return [_milestone(link, each) for each in sorted(found, key=lambda each: min(each.statements))]


def facts_left_out(link: Linker) -> int:
    return max(0, len(link.dossier.progress.items) - MAX_FACTS)


def _named(link: Linker) -> Iterator[Moment]:
    return (_milestone(link, each) for each in link.dossier.timeline.milestones if each.date)


def _milestone(link: Linker, milestone: Milestone) -> Moment:
    date, end = milestone.date or "", milestone.end or ""
    first = link.dossier.statement[milestone.statements[0]]
    return Moment(
        date=date,
        end=end,
        unknown="" if end else UNKNOWN.get(len(date), ""),
        link=link.statement(first, milestone.title),
        words=milestone.words,
        note=link.prose(milestone.note),
        about=link.statements(milestone.statements),
        sources=(),
    )


def _later(link: Linker) -> Iterator[Moment]:
    latest = nlargest(MAX_FACTS, link.dossier.progress.items, key=lambda item: item.date)
    return (_fact(link, each) for each in latest)


def _fact(link: Linker, item: Progress) -> Moment:
    words = textwrap.shorten(inline_links.plain_text(item.what), _WORDS_LENGTH, placeholder=" …")
    place = link.entry(item)
    return Moment(
        date=item.date,
        end="",
        unknown=UNKNOWN.get(len(item.date), ""),
        link=Link(words, place.page, place.fragment),
        words="",
        note=(),
        about=tuple(_homes(link, item)),
        sources=link.slugs(item.sources),
    )


def _homes(link: Linker, item: Progress) -> Iterator[Link]:
    """The themes and chapters of the statements that a fact is about, each once."""
    homes = (link.dossier.home(link.dossier.statement[name]) for name in item.statements)
    yield from map(link.record, {home.slug: home for home in homes}.values())


def year_links(link: Linker) -> list[Link]:
    """A link to each year, newest first."""
    page = link.record(link.dossier.timeline).page
    return [Link(each.name, page, each.anchor) for each in reversed(years(link))]


def absent_years(shown: Iterable[Year], today: dt.date) -> list[str]:
    """The fragments of years without a moment: a link to a year still leads to the page."""
    anchors = {year.anchor for year in shown}
    every_year = (_anchor(str(year)) for year in range(FIRST_YEAR, today.year + 1))
    return [anchor for anchor in every_year if anchor not in anchors]


def _anchor(year: str) -> str:
    return f"jaar-{year}"
