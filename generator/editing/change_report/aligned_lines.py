"""Which lines of a text are which lines of its later version."""

import difflib
from collections.abc import Iterator, Mapping, Sequence

from generator.text.shared_ends import shared_ends

Block = tuple[range, range]
"""Lines that differ, before and after, counted from 0; either range may be empty."""


LONGEST = 1_000
"""In lines: with every line of longer texts it can take minutes."""


def differing(before: Sequence[str], after: Sequence[str]) -> Iterator[Block]:
    """The blocks of lines in which two texts differ, in order.

    What is the same at the start and the end is not compared again. Of very long texts, lines that
    occur often do not count as the same by themselves.
    """
    start, end = shared_ends(before, after)
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    is_long = max(len(old), len(new)) > LONGEST
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=is_long)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            yield range(start + i, start + j), range(start + k, start + m)


def new_numbers(before: Sequence[str], after: Sequence[str]) -> Mapping[int, int]:
    """The new number of each line that is elsewhere now, counted from 1.

    The lines of a changed block are taken in order; a line that is gone is left out.
    """
    numbers: dict[int, int] = {}
    at, shift = 0, 0
    for old, new in (*differing(before, after), (range(len(before), len(before)), range(0))):
        numbers |= {line + 1: line + 1 + shift for line in range(at, old.start)}
        numbers |= {line + 1: to + 1 for line, to in zip(old, new, strict=False)}
        at, shift = old.stop, new.stop - old.stop
    return {line: to for line, to in numbers.items() if line != to}
