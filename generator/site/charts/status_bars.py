"""How the commitments of each theme stand: a bar a theme, a piece a status."""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nlargest

from generator.model import Theme
from generator.site.charts import NARROW, WIDE, Picture
from generator.site.charts.svg import Drawing
from generator.site.views import progress
from generator.site.views.linker import Linker
from generator.site.views.page import Link
from generator.site.views.statements import commitments_of

ROW = 52
BAR = 22
LEGEND = 24
MOST_BARS = 20
SMALLEST = 16
"""Below this width a piece has no room for its number."""


@dataclass(frozen=True)
class _Bar:
    theme: Link
    counts: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def picture(link: Linker) -> Picture:
    themes = _themes(link)
    bars = [_bar(link, theme) for theme in themes]
    caption = _caption(len(themes), len(link.dossier.themes))
    labels = [each for each in progress.ALL_LABELS if any(bar.counts.get(each) for bar in bars)]
    return Picture(
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
    """All themes or, of too many, those with the most commitments; in their own order."""
    themes = link.dossier.themes
    most = nlargest(MOST_BARS, range(len(themes)), key=lambda at: len(commitments_of(themes[at])))
    return [themes[at] for at in sorted(most)]


def _caption(shown: int, count: int) -> str:
    if shown == count:
        return "Status van de afspraken, per thema"
    return f"Status van de afspraken, in de {shown} van {count} thema’s met de meeste afspraken"


def _bar(link: Linker, theme: Theme) -> _Bar:
    counted = progress.counts(link, commitments_of(theme))
    return _Bar(link.record(theme), {each["label"]: each["count"] for each in counted})


def _draw(bars: Sequence[_Bar], labels: Sequence[str], title: str, width: int) -> str:
    drawing = Drawing(
        f"status-{width}",
        title,
        "; ".join(_told(bar) for bar in bars) + ".",
        width,
    )
    most = max((bar.total for bar in bars), default=0) or 1
    for at, bar in enumerate(bars):
        _row(drawing, bar, labels, (at * ROW, width / most))
    return drawing.svg(_legend(drawing, labels, len(bars) * ROW))


def _told(bar: _Bar) -> str:
    counts = ", ".join(f"{count} {label}" for label, count in bar.counts.items())
    return f"{bar.theme.text}: {counts or 'geen afspraken in de bron'}"


def _row(drawing: Drawing, bar: _Bar, labels: Sequence[str], place: tuple[float, float]) -> None:
    top, unit = place
    drawing.text((0, top + 16), f"{bar.theme.text}: {bar.total}")
    left = 0.0
    for label in labels:
        if count := bar.counts.get(label, 0):
            wide = count * unit
            drawing.box((left, top + 22), (max(wide - 2, 1), BAR), _kind(label))
            if wide > SMALLEST:
                drawing.text((left + wide / 2, top + 38), str(count), f"count on-{_kind(label)}")
            left += wide


def _kind(label: str) -> str:
    """The class of a status, the same in whatever company it stands."""
    return f"status-{progress.ALL_LABELS.index(label) + 1}"


def _legend(drawing: Drawing, labels: Sequence[str], top: float) -> float:
    for label in labels:
        drawing.box((0, top + 10), (14, 14), _kind(label))
        drawing.text((22, top + 22), label)
        top += LEGEND
    return top + 10
