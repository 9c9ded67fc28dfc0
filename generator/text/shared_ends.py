"""What two sequences have in common at their start and their end."""

from collections.abc import Sequence
from itertools import takewhile
from operator import eq


def shared_ends(before: Sequence[object], after: Sequence[object]) -> tuple[int, int]:
    """How many items are the same at the start, and how many of the others at the end."""
    start = _shared_start(before, after)
    return start, _shared_start(before[start:][::-1], after[start:][::-1])


def _shared_start(before: Sequence[object], after: Sequence[object]) -> int:
    return sum(1 for _ in takewhile(bool, map(eq, before, after)))
