"""Pictures of the whole, each with the table of what it shows."""

from dataclasses import dataclass

from generator.site.views.page import Link

WIDE = 688
NARROW = 320
"""The widths for which each picture is drawn: the column of text on a screen, and a telephone."""

Cell = str | tuple[Link, ...]


@dataclass(frozen=True)
class Picture:
    """A picture for two widths, and the same in a table for who does not see it."""

    wide: str
    narrow: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
