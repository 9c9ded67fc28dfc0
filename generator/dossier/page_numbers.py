"""How many items a page of a list holds, and the path of each page.

Published addresses depend on these numbers.
"""

from collections.abc import Sequence
from typing import TypeVar

from generator.dossier import urls

BLOCKS = 100
"""How many statements or cards a page holds, each with all that is told of it."""
ROWS = 200
"""How many rows of a table or a list, each with some text."""
LINKS = 500
"""How many bare links."""
FACTS = 100
"""How many facts a page holds. Published addresses hang on it, so it never changes."""
LINES = 500
"""How many lines of a source text. Published addresses hang on it, so it never changes."""
EVENTS = 500
"""How many changes. Published addresses hang on it, so it never changes."""

Item = TypeVar("Item")


def cut(items: Sequence[Item], limit: int) -> Sequence[Sequence[Item]]:
    """The items of each page: at least one page, of none but the last less than the limit."""
    return [items[at : at + limit] for at in range(0, len(items) or 1, limit)]


def page_at(page: str, place: int, limit: int) -> str:
    """On which page an item stands, by its place in the whole list, counted from 0."""
    return path(page, 1 + place // limit)


def path(page: str, number: int, part: str = "") -> str:
    """A page of the list that begins on a page."""
    return page if number == 1 else urls.further(page, number, part)
