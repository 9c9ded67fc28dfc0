"""How wide columns and how high rows are: not every program fits them to the text by itself."""

import textwrap
from collections.abc import Iterable, Sequence

from generator.editing.sheets.columns import Column
from generator.editing.sheets.rows import ContentRow

NARROWEST, WIDEST = 12, 60
"""In characters."""
BUTTON = 4
"""What the button of a filter takes of a title, in characters."""
LINE, HIGHEST = 15.0, 405.0
"""In points; Excel shows no higher rows than 409."""


def width(column: Column, rows: Iterable[ContentRow]) -> int:
    """The width of a column: that of its longest line or of the longest word of its title."""
    lines = [line for row in rows for line in row.cells[column.field].split("\n")]
    words = [len(word) + BUTTON for word in column.title.split()]
    return min(max(NARROWEST, *words, *(len(line) + 1 for line in lines)), WIDEST)


def height(texts: Sequence[str], widths: Sequence[int], margin: int = 0) -> float:
    """The height of a row with texts in columns of some widths, so that all can be read."""
    lines = (_lines(text, wide - margin) for text, wide in zip(texts, widths, strict=True))
    return min(max(1, *lines) * LINE, HIGHEST)


def _lines(text: str, wide: int) -> int:
    return sum(max(1, len(textwrap.wrap(line, wide - 1))) for line in text.split("\n"))
