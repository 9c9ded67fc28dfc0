"""What stands beside an item in its sequence."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from generator.page import Link

Item = TypeVar("Item")


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
