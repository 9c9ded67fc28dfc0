"""Splits long lists into numbered pages with links between them, and links neighbouring items."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Generic, TypeVar

from generator.dossier import page_numbers
from generator.site.views.page import Link, Page

_NEARBY_PAGES = 2
"""How many pages before and after the current page are linked by number."""

Item = TypeVar("Item")


@dataclass(frozen=True)
class PaginatedList(Generic[Item]):
    """A list that is split into pages if it is too long for the page on which it starts."""

    key: str
    """The name under which the template of the page finds it in the view."""
    layout: str
    """The template in ``lists/`` that renders its rows."""
    pages: Sequence[Sequence[Item]]
    """The items of each page."""
    rows: Callable[[Sequence[Item]], object]
    """Makes the rows for the template from the items of one page."""
    part: str = ""
    """The subfolder of its further pages; empty for the main list of the page."""
    title: str = ""
    """The title of the list on its further pages; empty for the title of the page."""
    anchor: str = ""
    """The anchor of the start of the list on the first page."""


@dataclass(frozen=True)
class NumberedLink:
    """A numbered link to one of the pages of a list."""

    link: Link
    here: bool
    """Whether this is the current page."""
    far: bool
    """Whether pages between the previous numbered link and this one are left out."""


@dataclass(frozen=True)
class PageNavigation:
    """The links from one page of a list to the others."""

    label: str
    count: int
    """The number of pages."""
    previous: Link | None
    next: Link | None
    numbers: tuple[NumberedLink, ...]


@dataclass(frozen=True)
class ListSlice:
    """The part of a list that one page shows."""

    layout: str
    rows: object
    count: int
    """The number of items of the complete list."""
    steps: PageNavigation | None
    """None if the page shows the complete list."""


def paginate(page: Page, *lists: PaginatedList[Any]) -> Iterator[Page]:
    """The page with the start of its lists, followed by the further pages of each list."""
    yield replace(page, view=partial(_first_view, page, lists))
    for each in lists:
        for number in range(2, len(each.pages) + 1):
            yield _further_page(page, each, number)


def _first_view(page: Page, lists: Sequence[PaginatedList[Any]]) -> Mapping[str, object]:
    return {**page.view(), **{each.key: _slice(page, each, 1) for each in lists}}


def _further_page(page: Page, paginated: PaginatedList[Any], number: int) -> Page:
    """A page with only one part of the list."""
    suffix = f", pagina {number} van {len(paginated.pages)}"
    title = f"{page.title}: {paginated.title}" if paginated.title else page.title
    return replace(
        page,
        path=page_numbers.path(page.path, number, paginated.part),
        template="further",
        title=f"{title}{suffix}",
        description=lambda: f"{page.description().rstrip('.')}{suffix}.",
        view=lambda: {"shown": _slice(page, paginated, number)},
        list=Link(page.title, page.path, paginated.anchor),
        linked_data=lambda: None,
    )


def _slice(page: Page, paginated: PaginatedList[Any], number: int) -> ListSlice:
    navigation = _navigation(page, paginated, number) if len(paginated.pages) > 1 else None
    rows = paginated.rows(paginated.pages[number - 1])
    return ListSlice(paginated.layout, rows, sum(map(len, paginated.pages)), navigation)


def _navigation(page: Page, paginated: PaginatedList[Any], number: int) -> PageNavigation:
    last = len(paginated.pages)
    near = range(max(1, number - _NEARBY_PAGES), min(last, number + _NEARBY_PAGES) + 1)
    numbers = sorted({1, *near, last})
    return PageNavigation(
        label=f"Pagina’s: {paginated.title or page.title}",
        count=last,
        previous=_link(page, paginated, number - 1, "Vorige") if number > 1 else None,
        next=_link(page, paginated, number + 1, "Volgende") if number < last else None,
        numbers=tuple(
            NumberedLink(_link(page, paginated, each, str(each)), each == number, each - before > 1)
            for before, each in zip([0, *numbers], numbers, strict=False)
        ),
    )


def _link(page: Page, paginated: PaginatedList[Any], number: int, text: str) -> Link:
    fragment = paginated.anchor if number == 1 else ""
    return Link(text, page_numbers.path(page.path, number, paginated.part), fragment)


def with_neighbours(items: Sequence[Item]) -> Iterator[tuple[Item | None, Item, Item | None]]:
    """Each item with the previous and the next one: ``(previous, item, next)``."""
    for index, item in enumerate(items):
        before = items[index - 1] if index else None
        after = items[index + 1] if index + 1 < len(items) else None
        yield before, item, after


def neighbour_links(
    before: Item | None, after: Item | None, link: Callable[[Item], Link]
) -> dict[str, Link | None]:
    """Links to the previous and the next item, as values for a template."""
    return {
        "previous": link(before) if before else None,
        "next": link(after) if after else None,
    }
