"""Chart of the status of commitments: a bar for each theme, a segment for each status."""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nlargest

from generator.model import Theme
from generator.site.charts import NARROW, WIDE, Chart
from generator.site.charts.svg import Drawing
from generator.site.views import progress
from generator.site.views.linker import Linker
from generator.site.views.page import Link
from generator.site.views.statements import commitments_of

ROW_HEIGHT = 52
BAR_HEIGHT = 22
LEGEND_LINE_HEIGHT = 24
MAX_BARS = 20
MIN_WIDTH_FOR_NUMBER = 16
"""A narrower segment does not show its number."""


@dataclass(frozen=True)
class _Bar:
    theme: Link
    counts: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def chart(link: Linker) -> Chart:
    themes = _themes(link)
    bars = [_bar(link, theme) for theme in themes]
    caption = _caption(len(themes), len(link.dossier.themes))
    labels = [each for each in progress.LABELS.values() if any(bar.counts.get(each) for bar in bars)]
    return Chart(
        wide=_draw(bars, labels, caption, WIDE),
        narrow=_draw(bars, labels, caption, NARROW),
        caption=caption,
        columns=("Thema", *labels, "Samen"),
        rows=tuple(
            ((bar.theme,), *(str(bar.counts.get(each, 0)) for each in labels), str(bar.total))
            for bar in bars
        ),
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
    counted = progress.counts(link, commitments_of(theme))
    return _Bar(link.record(theme), {each.label: each.count for each in counted})


def _draw(bars: Sequence[_Bar], labels: Sequence[str], title: str, width: int) -> str:
    drawing = Drawing(
        f"status-{width}",
        title,
        "; ".join(_description(bar) for bar in bars) + ".",
        width,
    )
    highest = max((bar.total for bar in bars), default=0) or 1
    for index, bar in enumerate(bars):
        _draw_bar(drawing, bar, labels, (index * ROW_HEIGHT, width / highest))
    return drawing.svg(_draw_legend(drawing, labels, len(bars) * ROW_HEIGHT))


def _description(bar: _Bar) -> str:
    counts = ", ".join(f"{count} {label}" for label, count in bar.counts.items())
    return f"{bar.theme.text}: {counts or 'geen afspraken in de bron'}"


def _draw_bar(
    drawing: Drawing, bar: _Bar, labels: Sequence[str], layout: tuple[float, float]
) -> None:
    """``layout`` is the top of the bar and the width of one commitment."""
    top, unit = layout
    drawing.text((0, top + 16), f"{bar.theme.text}: {bar.total}")
    left = 0.0
    for label in labels:
        if count := bar.counts.get(label, 0):
            width = count * unit
            drawing.box((left, top + 22), (max(width - 2, 1), BAR_HEIGHT), _css_class(label))
            if width > MIN_WIDTH_FOR_NUMBER:
                drawing.text(
                    (left + width / 2, top + 38), str(count), f"count on-{_css_class(label)}"
                )
            left += width


def _css_class(label: str) -> str:
    """The CSS class of a status; it does not depend on which other statuses are shown."""
    return f"status-{list(progress.LABELS.values()).index(label) + 1}"


def _draw_legend(drawing: Drawing, labels: Sequence[str], top: float) -> float:
    for label in labels:
        drawing.box((0, top + 10), (14, 14), _css_class(label))
        drawing.text((22, top + 22), label)
        top += LEGEND_LINE_HEIGHT
    return top + 10
