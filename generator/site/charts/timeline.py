"""What happened when: what the source says and what came of it, in different hands."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import chain

from generator.grouping import gather
from generator.model import Progress
from generator.site.charts import NARROW, WIDE, Picture
from generator.site.charts.svg import Drawing
from generator.site.views.linker import Linker
from generator.site.views.page import Link
from generator.text import dates, inline_links
from generator.text.dates import dutch_date

SOURCE = "Volgens de bron"
ELSEWHERE = "Andere afspraken"
MOST_FACTS = 60
ROW = 15
APART = 13
"""What stands closer than this gets a row of its own."""
LABEL = 20
HEAD = 26
KEY = (
    ("source", "volgens de bron"),
    ("sequel", "volgens andere bronnen"),
    ("sequel-bar", "een periode, of de dag is niet bekend"),
)


@dataclass(frozen=True)
class _Event:
    lane: str
    date: str
    end: str
    what: str
    links: tuple[Link, ...]

    @property
    def first(self) -> dt.date:
        return dates.first(self.date)

    @property
    def last(self) -> dt.date:
        return dates.last(self.end)


def picture(link: Linker) -> Picture:
    events = sorted(_events(link), key=lambda event: (event.first, event.last))
    names = (SOURCE, *(theme.title for theme in link.dossier.themes), ELSEWHERE)
    found = gather((event.lane, event) for event in events)
    lanes = [(name, found[name]) for name in names if name in found]
    return Picture(
        wide=_draw(lanes, WIDE),
        narrow=_draw(lanes, NARROW),
        caption=_caption(len(link.dossier.progress.items)),
        columns=("Wanneer", "Waarover", "Wat", "Waar het staat"),
        rows=tuple((_when(event), event.lane, event.what, event.links) for event in events),
    )


def _caption(facts: int) -> str:
    last = f": de laatste {MOST_FACTS} van {facts} feiten" if facts > MOST_FACTS else ""
    return f"Wat er wanneer gebeurde: volgens de bron, en volgens andere bronnen daarna{last}"


def _when(event: _Event) -> str:
    until = f" tot en met {dutch_date(event.end)}" if event.end != event.date else ""
    return f"{dutch_date(event.date)}{until}"


def _events(link: Linker) -> Iterator[_Event]:
    for each in link.dossier.timeline.milestones:
        if each.date:
            names = link.statements(each.statements)
            yield _Event(SOURCE, each.date, each.end or each.date, each.title, names)
    items = link.dossier.progress.items
    for item in nlargest(MOST_FACTS, items, key=lambda item: item.date):
        for lane in _lanes_of(link, item):
            what, where = inline_links.words(item.what), link.progress(item)
            yield _Event(lane, item.date, item.date, what, (where,))


def _lanes_of(link: Linker, item: Progress) -> Iterator[str]:
    """The themes that a fact is about, each once."""
    themes = (link.dossier.theme(link.dossier.statement[name]) for name in item.statements)
    yield from dict.fromkeys(theme.title if theme else ELSEWHERE for theme in themes)


# The drawing --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Scale:
    """Days across the width."""

    first: dt.date
    last: dt.date
    width: int

    def x(self, day: dt.date) -> float:
        return 8 + (day - self.first).days / (self.last - self.first).days * (self.width - 16)


def _draw(lanes: Sequence[tuple[str, Sequence[_Event]]], width: int) -> str:
    events = list(chain.from_iterable(found for _, found in lanes))
    years = sorted({day.year for event in events for day in (event.first, event.last)})
    drawing = Drawing(f"tijdlijn-{width}", "Tijdlijn", _told(events, years), width)
    if not years:
        return drawing.svg(HEAD)
    scale = _Scale(dt.date(years[0], 1, 1), dt.date(years[-1] + 1, 1, 1), width)
    top: float = HEAD
    for name, found in lanes:
        top = _lane(drawing, scale, (name, found), top)
    _years(drawing, scale, range(years[0], years[-1] + 1), top)
    return drawing.svg(_key(drawing, top))


def _told(events: Sequence[_Event], years: Sequence[int]) -> str:
    if not years:
        return "Er is nog niets met een datum."
    source = sum(event.lane == SOURCE for event in events)
    return (
        f"{years[0]} tot en met {years[-1]}. {source} momenten volgens de bron, "
        f"{len(events) - source} volgens andere bronnen. De tabel hieronder noemt ze alle."
    )


def _lane(drawing: Drawing, scale: _Scale, lane: tuple[str, Sequence[_Event]], top: float) -> float:
    name, events = lane
    drawing.line((0, top), (drawing.width, top))
    drawing.text((0, top + 15), name)
    ends: list[float] = []
    for event in events:
        left, right = scale.x(event.first), scale.x(event.last)
        row = next((at for at, end in enumerate(ends) if left - end > APART), len(ends))
        ends[row : row + 1] = [right]
        hand = "source" if name == SOURCE else "sequel"
        _mark(drawing, hand, (left, right), top + LABEL + (row + 0.5) * ROW)
    return top + LABEL + len(ends) * ROW + 6


def _mark(drawing: Drawing, hand: str, span: tuple[float, float], middle: float) -> None:
    left, right = span
    if right - left > APART:
        drawing.box((left, middle - 3), (right - left, 6), f"{hand}-bar", corner=3)
    elif hand == "source":
        drawing.circle(((left + right) / 2, middle), 5, hand)
    else:
        drawing.diamond(((left + right) / 2, middle), 5.5, hand)


def _years(drawing: Drawing, scale: _Scale, years: range, bottom: float) -> None:
    for year in years:
        start, middle = scale.x(dt.date(year, 1, 1)), scale.x(dt.date(year, 7, 1))
        drawing.line((start, HEAD), (start, bottom), "year")
        drawing.text((middle, 16), str(year), "count label")


def _key(drawing: Drawing, top: float) -> float:
    for kind, words in KEY:
        top += 20
        if kind.endswith("bar"):
            drawing.box((0, top - 7), (14, 6), kind, corner=3)
        else:
            _mark(drawing, kind, (7, 7), top - 4)
        drawing.text((22, top), words)
    return top + 10
