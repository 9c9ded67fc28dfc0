"""How the lines of a text moved, inferred from quotes that each say on which line they stood."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from generator.text.line_alignment import START, Place, Quote, alignment


@dataclass(frozen=True)
class Shift:
    """Lines that were inserted or removed at one place."""

    after: int
    """The last line before them, as lines were counted before; 0 at the start of the text."""
    by: int
    """How many lines were inserted; negative if they were removed."""

    def removes(self, line: int) -> bool:
        """Whether a line, as counted before, was removed."""
        return self.after < line <= self.after - self.by


Shifts = tuple[Shift, ...]
"""All shifts of a text, in order."""

MIN_LOST = 2
"""Of the quotes at the end of a text: a single one that is lost may have a wrong number."""


def shifts(quotes: Sequence[Quote], lines: Sequence[str]) -> Shifts:
    """Where lines were inserted and removed since the quotes were right; empty if they are."""
    if all(has_text(lines, quote.line, quote.text) for quote in quotes):
        return ()
    texts: dict[int, list[str]] = {}
    for quote in quotes:
        texts.setdefault(quote.line, []).append(quote.text)
    chain = [START, *alignment(quotes, lines)]
    chain += _end(chain[-1], texts, lines)
    return tuple(
        _shift(before, after, texts, lines)
        for before, after in pairwise(chain)
        if before.offset != after.offset
    )


def _end(last: Place, texts: dict[int, list[str]], lines: Sequence[str]) -> list[Place]:
    """The place after the last line, in a list, if the lines before it were clearly removed."""
    end = Place(max(texts) + 1, len(lines) + 1)
    beyond = [text for line in texts if line > last.old for text in texts[line]]
    lost = [text for text in beyond if not any(text in line for line in lines)]
    are_removed = len(lost) >= MIN_LOST and 2 * len(lost) > len(beyond)
    return [end] if are_removed and end.offset < last.offset else []


def has_text(lines: Sequence[str], number: int, text: str) -> bool:
    """Whether a line, counted from 1, exists and has the text."""
    return 1 <= number <= len(lines) and text in lines[number - 1]


def moved(line: int, found: Shifts) -> int:
    """The number that a line has now; of a removed line, that of the line in its place."""
    offset = 0
    for shift in found:
        if shift.removes(line):
            return shift.after + offset + 1
        if line > shift.after:
            offset += shift.by
    return line + offset


def before(line: int, found: Shifts) -> int | None:
    """The number that a line had; None if it was inserted. The opposite of ``moved``."""
    offset = 0
    for shift in found:
        start = shift.after + offset
        if line <= start:
            break
        if line <= start + shift.by:
            return None
        offset += shift.by
    return line - offset


def inserted(found: Shifts) -> Iterator[int]:
    """The numbers of the lines that were inserted."""
    for shift in found:
        first = moved(shift.after, found) + 1
        yield from range(first, first + shift.by)


# Between two places -------------------------------------------------------------------------------


def _shift(before: Place, after: Place, texts: dict[int, list[str]], lines: Sequence[str]) -> Shift:
    """The shift between two places, where the lines before and after it agree best."""
    old, new = after.old - before.old - 1, after.new - before.new - 1
    size = min(old, new)
    from_start = [
        _agree(texts.get(before.old + at, ()), lines[before.new + at - 1])
        for at in range(1, size + 1)
    ]
    from_end = [
        _agree(texts.get(after.old - at, ()), lines[after.new - at - 1])
        for at in range(1, size + 1)
    ]
    kept_before = [0, *accumulate(from_start)]
    kept_after = [0, *accumulate(from_end)][::-1]
    sums = [first + last for first, last in zip(kept_before, kept_after, strict=True)]
    at = max(range(size + 1), key=lambda each: (sums[each], each))
    return Shift(before.old + at, new - old)


def _agree(texts: Sequence[str], line: str) -> int:
    """How well a line that had some quotes may be a line of today: an empty line has none."""
    if not texts:
        return 1 if not line or line.isspace() else 0
    return sum(text in line for text in texts)
