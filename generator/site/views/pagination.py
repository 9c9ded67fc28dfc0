"""Lists that may be too long for their page: cut into pages, each with the way to the others."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Generic, TypeVar

from generator.dossier import page_numbers
from generator.site.views.page import Link, Page

AROUND = 2
"""How many pages before and after its own a page links to by number."""

Item = TypeVar("Item")


@dataclass(frozen=True)
class Long(Generic[Item]):
    """A list that may be too long for the page on which it begins."""

    key: str
    """What the template of the page calls it."""
    layout: str
    """The template in ``lists/`` that lays out its rows."""
    pages: Sequence[Sequence[Item]]
    """The items of each page."""
    rows: Callable[[Sequence[Item]], object]
    """Makes of the items of one page what the template sees."""
    part: str = ""
    """The folder of the pages on which it goes on: apart, if it is not the list of its page."""
    title: str = ""
    """What it is called there."""
    anchor: str = ""
    """Where it begins on its page."""


@dataclass(frozen=True)
class Step:
    """One page among the others."""

    link: Link
    here: bool
    """Whether this is the page itself."""
    far: bool
    """Whether there are pages in between that are not named."""


@dataclass(frozen=True)
class Steps:
    """The way from a page of a list to the others."""

    label: str
    count: int
    previous: Link | None
    next: Link | None
    numbers: tuple[Step, ...]


@dataclass(frozen=True)
class Shown:
    """What a page shows of a list."""

    layout: str
    rows: object
    count: int
    """How long the whole list is."""
    steps: Steps | None
    """None if the list is whole."""


def spread(page: Page, *lists: Long[Any]) -> Iterator[Page]:
    """A page with the beginning of its lists, and the pages on which they go on."""
    yield replace(page, view=partial(_first, page, lists))
    for each in lists:
        for number in range(2, len(each.pages) + 1):
            yield _further(page, each, number)


def _first(page: Page, lists: Sequence[Long[Any]]) -> Mapping[str, object]:
    return {**page.view(), **{each.key: _shown(page, each, 1) for each in lists}}


def _further(page: Page, long: Long[Any], number: int) -> Page:
    """A page with nothing but the list."""
    numbered = f", pagina {number} van {len(long.pages)}"
    title = f"{page.title}: {long.title}" if long.title else page.title
    return replace(
        page,
        path=page_numbers.path(page.path, number, long.part),
        template="further",
        title=f"{title}{numbered}",
        description=lambda: f"{page.description().rstrip('.')}{numbered}.",
        view=lambda: {"shown": _shown(page, long, number)},
        list=Link(page.title, page.path, long.anchor),
    )


def _shown(page: Page, long: Long[Any], number: int) -> Shown:
    steps = _steps(page, long, number) if len(long.pages) > 1 else None
    rows = long.rows(long.pages[number - 1])
    return Shown(long.layout, rows, sum(map(len, long.pages)), steps)


def _steps(page: Page, long: Long[Any], number: int) -> Steps:
    last = len(long.pages)
    near = range(max(1, number - AROUND), min(last, number + AROUND) + 1)
    numbers = sorted({1, *near, last})
    return Steps(
        label=f"Pagina’s: {long.title or page.title}",
        count=last,
        previous=_link(page, long, number - 1, "Vorige") if number > 1 else None,
        next=_link(page, long, number + 1, "Volgende") if number < last else None,
        numbers=tuple(
            Step(_link(page, long, each, str(each)), each == number, each - before > 1)
            for before, each in zip([0, *numbers], numbers, strict=False)
        ),
    )


def _link(page: Page, long: Long[Any], number: int, text: str) -> Link:
    fragment = long.anchor if number == 1 else ""
    return Link(text, page_numbers.path(page.path, number, long.part), fragment)


def with_neighbours(items: Sequence[Item]) -> Iterator[tuple[Item | None, Item, Item | None]]:
    """Each item with the one before it and the one after it."""
    for at, item in enumerate(items):
        before = items[at - 1] if at else None
        after = items[at + 1] if at + 1 < len(items) else None
        yield before, item, after


def sequence(
    before: Item | None, after: Item | None, link: Callable[[Item], Link]
) -> dict[str, Link | None]:
    """The way to the items beside this one."""
    return {
        "previous": link(before) if before else None,
        "next": link(after) if after else None,
    }
