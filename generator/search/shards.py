"""What can be found, cut into shards: after an edit, only those that it touches are made anew."""

import hashlib
from collections.abc import Iterable, Sequence

from generator.grouping import gather
from generator.search.records import Findable

Shard = tuple[Findable, ...]

STEPS = ((600, 4), (0, 1))
"""From so many items, so many shards: the more, the sooner one is made and the more is loaded.

A browser loads a piece of every shard for each word, and the pieces of Pagefind are of one size.
"""


def cut(items: Iterable[Findable]) -> tuple[Shard, ...]:
    """The shards, none of them empty: what is on one page is in one of them.

    What is found shows words of its neighbours, so that an edit touches most on its own page.
    """
    found = list(items)
    number = _number_of_shards(found)
    homes = gather((_home(item, number), item) for item in found)
    return tuple(homes[home] for home in sorted(homes))


def _number_of_shards(items: Sequence[Findable]) -> int:
    return next(number for least, number in STEPS if len(items) >= least)


def _home(item: Findable, number: int) -> int:
    """The shard of an item: it hangs on the address of its page, and on nothing else there is."""
    page = item.address.partition("#")[0]
    return int.from_bytes(hashlib.sha256(page.encode()).digest()[:4]) % number


def mark(shard: Shard) -> str:
    """The same as long as the items are."""
    return hashlib.sha256(repr(shard).encode()).hexdigest()
