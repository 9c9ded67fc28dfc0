"""One bar of all commitments, with a segment for each status."""

from collections.abc import Sequence

from generator.site.charts import NARROW, WIDE
from generator.site.charts.svg import Drawing
from generator.site.views.progress import StatusCount

HEIGHT = 36
GAP = 3
MIN_WIDTH_FOR_NUMBER = 20
"""In pixels. A narrower segment does not show its number."""


def drawings(counts: Sequence[StatusCount]) -> dict[str, str]:
    """The bar as SVG for a wide and a narrow screen; the text next to it has the same numbers."""
    return {"wide": _draw(counts, WIDE), "narrow": _draw(counts, NARROW)}


def _draw(counts: Sequence[StatusCount], width: int) -> str:
    described = ", ".join(f"{each.count} {each.label}" for each in counts)
    drawing = Drawing(f"stand-{width}", "Hoe het met de afspraken staat", described, width)
    unit = (width - GAP * (len(counts) - 1)) / sum(each.count for each in counts)
    left = 0.0
    for each in counts:
        span = each.count * unit
        drawing.box((left, 0), (span, HEIGHT), f"segment segment--{each.key}")
        if span >= MIN_WIDTH_FOR_NUMBER:
            position = (left + span / 2, HEIGHT / 2 + 5)
            drawing.text(position, str(each.count), f"count on-segment--{each.key}")
        left += span + GAP
    return drawing.svg(HEIGHT)
