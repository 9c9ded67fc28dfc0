"""Charts of the complete dossier, each with a table of the same data."""

from dataclasses import dataclass

from generator.site.views.page import Link

WIDE = 688
NARROW = 320
"""The widths in pixels for which each chart is drawn: the text column on a screen, and a phone."""

Cell = str | tuple[Link, ...]


@dataclass(frozen=True)
class Chart:
    """A chart for two widths, as SVG, and its data as a table for readers who cannot see it."""

    wide: str
    narrow: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    table: Link
    """The same data as a file."""
