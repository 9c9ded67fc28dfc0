"""Chart of what happened when. Events from the source and later facts have different shapes."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import chain

from generator.grouping import gather
from generator.model import Progress
from generator.site.charts import NARROW, WIDE, Chart
from generator.site.charts.svg import Drawing
from generator.site.views.linker import Linker
from generator.site.views.page import Link
from generator.text import dates, inline_links
from generator.text.dates import dutch_date

SOURCE = "Volgens de bron"
ELSEWHERE = "Andere afspraken"
MAX_FACTS = 60
ROW_HEIGHT = 15
MIN_GAP = 13
"""In pixels. Events that are closer get separate rows; periods that are longer become bars."""
LABEL_HEIGHT = 20
YEARS_HEIGHT = 26
LEGEND = (
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
        return dates.first_day(self.date)

    @property
    def last(self) -> dt.date:
        return dates.last_day(self.end)


def chart(link: Linker) -> Chart:
    events = sorted(_events(link), key=lambda event: (event.first, event.last))
    names = (SOURCE, *(theme.title for theme in link.dossier.themes), ELSEWHERE)
    by_lane = gather((event.lane, event) for event in events)
    lanes = [(name, by_lane[name]) for name in names if name in by_lane]
    return Chart(
        wide=_draw(lanes, WIDE),
        narrow=_draw(lanes, NARROW),
        caption=_caption(len(link.dossier.progress.items)),
        columns=("Wanneer", "Waarover", "Wat", "Waar het staat"),
        rows=tuple((_when(event), event.lane, event.what, event.links) for event in events),
    )


def _caption(facts: int) -> str:
    last = f": de laatste {MAX_FACTS} van {facts} feiten" if facts > MAX_FACTS else ""
    return f"Wat er wanneer gebeurde: volgens de bron, en volgens andere bronnen daarna{last}"


def _when(event: _Event) -> str:
    until = f" tot en met {dutch_date(event.end)}" if event.end != event.date else ""
    return f"{dutch_date(event.date)}{until}"


def _events(link: Linker) -> Iterator[_Event]:
    for each in link.dossier.timeline.milestones:
        if each.date:
            links = link.statements(each.statements)
            yield _Event(SOURCE, each.date, each.end or each.date, each.title, links)
    items = link.dossier.progress.items
    for item in nlargest(MAX_FACTS, items, key=lambda item: item.date):
        for lane in _lanes_of(link, item):
            what, evidence = inline_links.plain_text(item.what), link.entry(item)
            yield _Event(lane, item.date, item.date, what, (evidence,))


def _lanes_of(link: Linker, item: Progress) -> Iterator[str]:
    """The titles of the themes that a fact is about, without duplicates."""
    themes = (link.dossier.theme(link.dossier.statement[name]) for name in item.statements)
    yield from dict.fromkeys(theme.title if theme else ELSEWHERE for theme in themes)


# The drawing --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Scale:
    """The horizontal position of days."""

    start: dt.date
    end: dt.date
    width: int

    def x(self, day: dt.date) -> float:
        return 8 + (day - self.start).days / (self.end - self.start).days * (self.width - 16)


def _draw(lanes: Sequence[tuple[str, Sequence[_Event]]], width: int) -> str:
    events = list(chain.from_iterable(lane_events for _, lane_events in lanes))
    years = sorted({day.year for event in events for day in (event.first, event.last)})
    drawing = Drawing(f"tijdlijn-{width}", "Tijdlijn", _description(events, years), width)
    if not years:
        return drawing.svg(YEARS_HEIGHT)
    scale = _Scale(dt.date(years[0], 1, 1), dt.date(years[-1] + 1, 1, 1), width)
    top: float = YEARS_HEIGHT
    for lane in lanes:
        top = _draw_lane(drawing, scale, lane, top)
    _draw_years(drawing, scale, range(years[0], years[-1] + 1), top)
    return drawing.svg(_draw_legend(drawing, top))


def _description(events: Sequence[_Event], years: Sequence[int]) -> str:
    if not years:
        return "Er is nog niets met een datum."
    source = sum(event.lane == SOURCE for event in events)
    return (
        f"{years[0]} tot en met {years[-1]}. {source} momenten volgens de bron, "
        f"{len(events) - source} volgens andere bronnen. De tabel hieronder noemt ze alle."
    )


def _draw_lane(
    drawing: Drawing, scale: _Scale, lane: tuple[str, Sequence[_Event]], top: float
) -> float:
    name, events = lane
    drawing.line((0, top), (drawing.width, top))
    drawing.text((0, top + 15), name)
    ends: list[float] = []
    for event in events:
        left, right = scale.x(event.first), scale.x(event.last)
        row = next((index for index, end in enumerate(ends) if left - end > MIN_GAP), len(ends))
        ends[row : row + 1] = [right]
        css_class = "source" if name == SOURCE else "sequel"
        _draw_event(
            drawing, css_class, (left, right), top + LABEL_HEIGHT + (row + 0.5) * ROW_HEIGHT
        )
    return top + LABEL_HEIGHT + len(ends) * ROW_HEIGHT + 6


def _draw_event(drawing: Drawing, css_class: str, span: tuple[float, float], middle: float) -> None:
    left, right = span
    if right - left > MIN_GAP:
        drawing.box((left, middle - 3), (right - left, 6), f"{css_class}-bar", corner=3)
    elif css_class == "source":
        drawing.circle(((left + right) / 2, middle), 5, css_class)
    else:
        drawing.diamond(((left + right) / 2, middle), 5.5, css_class)


def _draw_years(drawing: Drawing, scale: _Scale, years: range, bottom: float) -> None:
    for year in years:
        start, middle = scale.x(dt.date(year, 1, 1)), scale.x(dt.date(year, 7, 1))
        drawing.line((start, YEARS_HEIGHT), (start, bottom), "year")
        drawing.text((middle, 16), str(year), "count label")


def _draw_legend(drawing: Drawing, top: float) -> float:
    for css_class, words in LEGEND:
        top += 20
        if css_class.endswith("bar"):
            drawing.box((0, top - 7), (14, 6), css_class, corner=3)
        else:
            _draw_event(drawing, css_class, (7, 7), top - 4)
        drawing.text((22, top), words)
    return top + 10
