"""Chart of the status of commitments: a bar for each theme, a segment for each status.

The words under each bar say what its segments are, so that the chart needs no colours.
"""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest

from generator.dossier import urls
from generator.model import Theme
from generator.site.charts import NARROW, WIDE, Cell, Chart
from generator.site.charts.svg import Drawing
from generator.site.tables.counts import OUTSIDE
from generator.site.views import progress
from generator.site.views.linker import Linker
from generator.site.views.progress import StatusCount
from generator.site.views.statements import commitments_of

TITLE_HEIGHT = 22
BAR_HEIGHT = 24
LINE_HEIGHT = 18
GAP = 18
"""Between the bars."""
MAX_BARS = 20
MIN_WIDTH_FOR_NUMBER = 16
"""In pixels. A narrower segment does not show its number."""
LETTER_WIDTH = 7.5
"""The width of a letter in pixels, in a wide font."""
EMPTY = "geen afspraken in het document"
EMPTY_OF_SEVERAL = "geen afspraken"
"""The same, if there are several documents."""


@dataclass(frozen=True)
class _Bar:
    title: str
    heading: Cell
    """The title as it heads a row of the table."""
    counts: Sequence[StatusCount]
    empty: str = EMPTY
    """What is shown instead of the segments if there are none."""

    @property
    def total(self) -> int:
        return sum(each.count for each in self.counts)

    @property
    def words(self) -> str:
        """What the segments are, with spaces only where a line may end."""
        parts = (
            f"{each.count} {each.label}".replace(" ", "\N{NO-BREAK SPACE}") for each in self.counts
        )
        return " · ".join(parts).replace(" ·", "\N{NO-BREAK SPACE}·") or self.empty


def chart(link: Linker) -> Chart:
    themes = _themes(link)
    bars = [*(_bar(link, theme) for theme in themes), *_outside(link)]
    caption = _caption(len(themes), len(link.dossier.themes))
    used = {each.key for bar in bars for each in bar.counts}
    labels = {key: label for key, label in progress.LABELS.items() if key in used}
    return Chart(
        wide=_draw(bars, caption, WIDE),
        narrow=_draw(bars, caption, NARROW),
        caption=caption,
        columns=("Thema", *labels.values(), "Samen"),
        rows=tuple((bar.heading, *_cells(bar, labels), str(bar.total)) for bar in bars),
        table=link.table(urls.COUNTS_BY_THEME),
    )


def _themes(link: Linker) -> Sequence[Theme]:
    """All themes or, if there are too many, those with the most commitments; order unchanged."""
    themes = link.dossier.themes
    most = nlargest(
        MAX_BARS, range(len(themes)), key=lambda index: len(commitments_of(themes[index]))
    )
    return [themes[index] for index in sorted(most)]


def _caption(shown: int, count: int) -> str:
    if shown == count:
        return "Status van de afspraken, per thema"
    return f"Status van de afspraken, in de {shown} van {count} thema’s met de meeste afspraken"


def _bar(link: Linker, theme: Theme) -> _Bar:
    counts = progress.counts(link, commitments_of(theme))
    empty = EMPTY_OF_SEVERAL if link.dossier.has_several_documents else EMPTY
    return _Bar(theme.title, (link.record(theme),), counts, empty)


def _outside(link: Linker) -> Iterator[_Bar]:
    """The bar of the commitments that belong to no theme, if there are any."""
    dossier = link.dossier
    found = [each for each in dossier.commitments if not dossier.theme(each)]
    if found:
        yield _Bar(OUTSIDE, OUTSIDE, progress.counts(link, found))


def _cells(bar: _Bar, keys: dict[str, str]) -> Iterator[str]:
    counts = {each.key: each.count for each in bar.counts}
    return (str(counts.get(key, 0)) for key in keys)


def _draw(bars: Sequence[_Bar], title: str, width: int) -> str:
    described = "; ".join(f"{bar.title}: {bar.words}" for bar in bars)
    drawing = Drawing(f"status-{width}", title, f"{described}.", width)
    highest = max((bar.total for bar in bars), default=0) or 1
    top = 0.0
    for bar in bars:
        top = _draw_bar(drawing, bar, top, width / highest)
    return drawing.svg(top)


def _draw_bar(drawing: Drawing, bar: _Bar, top: float, unit: float) -> float:
    """Draw a bar, with ``unit`` as the width of one commitment; the result is where it ends."""
    drawing.text((0, top + 15), f"{bar.title}: {bar.total}" if bar.total else bar.title, "title")
    top += TITLE_HEIGHT
    left = 0.0
    for each in bar.counts:
        _draw_segment(drawing, each, (left, top), max(each.count * unit - 3, 1))
        left += each.count * unit
    top += BAR_HEIGHT if bar.total else 0
    for line in textwrap.wrap(bar.words, int(drawing.width / LETTER_WIDTH), break_on_hyphens=False):
        top += LINE_HEIGHT
        drawing.text((0, top - 2), line)
    return top + GAP


def _draw_segment(
    drawing: Drawing, counted: StatusCount, place: tuple[float, float], width: float
) -> None:
    left, top = place
    drawing.box((left + 1, top), (width, BAR_HEIGHT - 1), f"segment segment--{counted.key}")
    if width > MIN_WIDTH_FOR_NUMBER:
        middle = (left + 1 + width / 2, top + BAR_HEIGHT / 2 + 4.5)
        drawing.text(middle, str(counted.count), f"count on-segment--{counted.key}")
