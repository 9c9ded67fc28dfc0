"""The number of items on each page of a list, and the path of each page.

Published addresses depend on these numbers.
"""

import re
from collections.abc import Sequence
from typing import TypeVar

from generator.dossier import urls

BLOCKS = 100
"""Statements or cards per page, each with all its details."""
ROWS = 200
"""Rows of a table or list per page, each with some text."""
LINKS = 500
"""Links without further text per page."""
FACTS = 100
"""Progress facts per page. Published addresses depend on it, so it must never change."""
LINES = 500
"""Lines of a source text per page. Published addresses depend on it: it must never change."""
EVENTS = 500
"""Changes per page. Published addresses depend on it, so it must never change."""

Item = TypeVar("Item")


def split_into_pages(items: Sequence[Item], limit: int) -> Sequence[Sequence[Item]]:
    """Split items into pages. There is at least one page; only the last can have fewer items."""
    return [items[start : start + limit] for start in range(0, len(items) or 1, limit)]


def page_at(page: str, position: int, limit: int) -> str:
    """The path of the page with an item, by its position in the complete list, counted from 0."""
    return path(page, 1 + position // limit)


def path(page: str, number: int, part: str = "") -> str:
    """The path of a page of a list, counted from 1. The first one is the page itself."""
    return page if number == 1 else urls.continuation(page, number, part)


def number(page: str) -> int:
    """The number of a page of a list, counted from 1."""
    found = _NUMBERED.search(page)
    return int(found[1]) if found else 1


_NUMBERED = re.compile(r"/pagina-([0-9]+)\.md$")
