"""Which lines of a text are the lines that quotes, by the numbers of before, were taken from.

The best explanation places many lines, in their order, with few insertions and removals: it is a
chain of places in which every placed line counts for more than a shift costs. So one mistyped line
number is no shift, and repeated or short lines do not mislead.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby
from typing import NamedTuple


class Quote(NamedTuple):
    """Words of a text, and the line on which they stood."""

    line: int
    """Counted from 1."""
    text: str


class Place(NamedTuple):
    """Where a line was, and where it is now."""

    old: int
    """Counted from 1; 0 is the start of the text."""
    new: int
    """As ``old``."""

    @property
    def offset(self) -> int:
        return self.new - self.old


START = Place(0, 0)

LINE_PLACED = 1_000
"""What a line that has a place adds to the score of an explanation, if all its quotes are there."""
SHIFT_COST = 750
"""Between half of a line and a whole one: a line that is elsewhere than all around it has a mistake
in its number or was moved, but a shift before the last line of a text is a shift."""
LOW_SHIFT_COST = 1
"""To place as many lines as possible, and only then with few shifts."""
MAX_PLACES = 100
"""If more lines than this have a text, only the nearest are considered."""


def alignment(
    quotes: Sequence[Quote], lines: Sequence[str], shift_cost: int = SHIFT_COST
) -> list[Place]:
    """The places of the quoted lines in the best explanation, in order; not all have one."""
    best_until = _BestUntil(len(lines))
    best_at_offset = {0: _Chain(0, START)}
    places = _places(quotes, lines)
    count = Counter(quote.line for quote in quotes)
    for _, same_line in groupby(sorted(places), key=lambda place: place.old):
        chains = [
            _extended(place, best_at_offset, best_until, shift_cost).plus(
                LINE_PLACED * places[place] // count[place.old]
            )
            for place in same_line
        ]
        for chain in chains:
            best_until.add(chain)
            best_at_offset[chain.last.offset] = chain
    return _unrolled(best_until.best(len(lines)))


# The best chain ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Chain:
    """Places in order, as the last one and the chain before it."""

    score: int
    last: Place
    before: "_Chain | None" = None

    def plus(self, gain: int) -> "_Chain":
        return replace(self, score=self.score + gain)


def _extended(
    place: Place,
    best_at_offset: dict[int, _Chain],
    best_until: "_BestUntil",
    shift_cost: int,
) -> _Chain:
    """The best chain that ends with a place, preferably without a shift just before it."""
    unshifted = best_at_offset.get(place.offset)
    shifted = best_until.best(place.new - 1)
    if unshifted and unshifted.score >= shifted.score - shift_cost:
        return _Chain(unshifted.score, place, unshifted)
    return _Chain(shifted.score - shift_cost, place, shifted)


def _unrolled(chain: _Chain | None) -> list[Place]:
    found = []
    while chain and chain.before:
        found.append(chain.last)
        chain = chain.before
    return found[::-1]


class _BestUntil:
    """The best chain of those that end on or before a line: a Fenwick tree of maxima."""

    def __init__(self, size: int) -> None:
        self._tree: list[_Chain | None] = [None] * (size + 2)

    def add(self, chain: _Chain) -> None:
        at = chain.last.new + 1
        while at < len(self._tree):
            known = self._tree[at]
            if not known or chain.score > known.score:
                self._tree[at] = chain
            at += at & -at

    def best(self, line: int) -> _Chain:
        at, found = line + 1, _Chain(0, START)
        while at:
            known = self._tree[at]
            if known and known.score > found.score:
                found = known
            at -= at & -at
        return found


# Places of quotes -------------------------------------------------------------------------------


def _places(quotes: Sequence[Quote], lines: Sequence[str]) -> Counter[Place]:
    """Every place that a quoted line may have now, with how many of its quotes are there."""
    text = "\n".join(lines)
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    known: dict[str, list[int]] = {}
    found = Counter[Place]()
    for quote in quotes:
        if quote.text not in known:
            known[quote.text] = list(dict.fromkeys(_numbers(text, starts, quote.text)))
        found.update(Place(quote.line, number) for number in _nearest(quote, known[quote.text]))
    return found


def _numbers(text: str, starts: Sequence[int], wanted: str) -> Iterator[int]:
    """The numbers of the lines with some words, given where each line starts."""
    at = text.find(wanted)
    while at >= 0:
        number = bisect_right(starts, at)
        yield number
        at = text.find(wanted, starts[number])


def _nearest(quote: Quote, numbers: Sequence[int]) -> Sequence[int]:
    middle = bisect_left(numbers, quote.line)
    first = max(0, min(middle - MAX_PLACES // 2, len(numbers) - MAX_PLACES))
    return numbers[first : first + MAX_PLACES]
