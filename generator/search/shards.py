"""The search records split into shards, so that an edit rebuilds only the shards it affects."""

import hashlib
from collections.abc import Iterable, Sequence

from generator.grouping import gather
from generator.search.records import SearchRecord

Shard = tuple[SearchRecord, ...]

STEPS = ((600, 4), (0, 1))
"""Pairs of a minimum number of items and the number of shards from there on.

With more shards, each is built faster, but a reader loads more: for each word, the browser loads an
index chunk of every shard, and the chunks of Pagefind all have the same size.
"""


def split(items: Iterable[SearchRecord]) -> tuple[Shard, ...]:
    """The shards, without empty ones. All records of one page are in the same shard.

    A record contains words of the other records on its page, so that an edit mostly affects records
    on one page.
    """
    found = list(items)
    count = _number_of_shards(found)
    shards = gather((_shard_number(item, count), item) for item in found)
    return tuple(shards[number] for number in sorted(shards))


def _number_of_shards(items: Sequence[SearchRecord]) -> int:
    return next(count for minimum, count in STEPS if len(items) >= minimum)


def _shard_number(item: SearchRecord, count: int) -> int:
    """The shard of an item. It depends only on the address of its page, not on other items."""
    page = item.address.partition("#")[0]
    return int.from_bytes(hashlib.sha256(page.encode()).digest()[:4]) % count


def fingerprint(shard: Shard) -> str:
    """The fingerprint of a shard: it changes if an item changes."""
    return hashlib.sha256(repr(shard).encode()).hexdigest()
