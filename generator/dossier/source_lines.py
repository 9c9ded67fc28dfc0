"""The lines of a source text, and the current line of what an editor quotes or skips."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.grouping import gather
from generator.model import SkippedLine, Statement
from generator.model.record import RecordIdentity, identity
from generator.text import line_shifts, remainder
from generator.text.line_alignment import Quote
from generator.text.line_shifts import Shifts

Quoting = Statement | SkippedLine
"""What has words of a source, and the number of their line."""
MIN_LOST = 3
"""Fewer quotes that are nowhere in a text are mistakes of their own."""


@dataclass(frozen=True)
class SourceLines:
    """The lines of one source, with the statements and the skipped parts of lines."""

    lines: tuple[str, ...]
    statements: tuple[Statement, ...]
    skipped: tuple[SkippedLine, ...]

    @property
    def quoting(self) -> tuple[Quoting, ...]:
        return (*self.statements, *self.skipped)

    @cached_property
    def is_other_text(self) -> bool:
        """Whether this must be another text than the quoted one: most words are nowhere in it."""
        lost = sum(not self.occurs(each) for each in self.quoting)
        return lost >= MIN_LOST and 2 * lost > len(self.quoting)

    def occurs(self, record: Quoting) -> bool:
        """Whether its words are on a line, whichever that is; most are on the line that it says."""
        is_on_its_line = line_shifts.has_text(self.lines, record.line, record.text)
        return is_on_its_line or any(record.text in line for line in self.lines)

    @cached_property
    def shifts(self) -> Shifts:
        """The lines that were inserted or removed since the numbers of the lines were right."""
        if self.is_other_text:
            return ()
        return line_shifts.shifts([quote(each) for each in self.quoting], self.lines)

    def number(self, record: Quoting) -> int:
        """The number of its line now, counted from 1; its own number if nothing shifted."""
        return self._numbers[identity(record)]

    @cached_property
    def _numbers(self) -> Mapping[RecordIdentity, int]:
        return {identity(each): self._number(each) for each in self.quoting}

    def _number(self, record: Quoting) -> int:
        """Where the line is now, unless an editor has renumbered just this one already."""
        number = line_shifts.moved(record.line, self.shifts)
        is_right = line_shifts.has_text(self.lines, record.line, record.text)
        is_renumbered = is_right and not line_shifts.has_text(self.lines, number, record.text)
        return record.line if is_renumbered else number

    def has(self, record: Quoting) -> bool:
        """Whether its words are on its line."""
        return line_shifts.has_text(self.lines, self.number(record), record.text)

    @property
    def misquoted(self) -> Iterable[Quoting]:
        """What is not on its line."""
        return (each for each in self.quoting if not self.has(each))

    def is_removed(self, record: Quoting) -> bool:
        """Whether its line was removed, and its words are nowhere else."""
        is_gone = any(shift.removes(record.line) for shift in self.shifts)
        return is_gone and not self.has(record) and not any(self._unclaimed(record))

    def _unclaimed(self, record: Quoting) -> Iterator[int]:
        """The lines with its words, without those where other records have these."""
        for number, line in enumerate(self.lines, 1):
            if record.text in line:
                others = [each.text for each in self.quoting_on(number)]
                if any(record.text in piece for piece in remainder.pieces(line, others)):
                    yield number

    def is_explained(self, record: Quoting) -> bool:
        """Whether its words are gone for a reason that concerns the whole source."""
        return self.is_other_text or self.is_removed(record)

    @cached_property
    def inserted(self) -> tuple[int, ...]:
        """The numbers of the lines that were inserted."""
        return tuple(line_shifts.inserted(self.shifts))

    def statements_on(self, number: int) -> tuple[Statement, ...]:
        """The statements that a line, by its number now, became."""
        return self._statements_on.get(number, ())

    @cached_property
    def _statements_on(self) -> Mapping[int, tuple[Statement, ...]]:
        return gather((self.number(each), each) for each in self.statements)

    def skipped_on(self, number: int) -> tuple[SkippedLine, ...]:
        """What is skipped of a line, by its number now."""
        return self._skipped_on.get(number, ())

    @cached_property
    def _skipped_on(self) -> Mapping[int, tuple[SkippedLine, ...]]:
        return gather((self.number(each), each) for each in self.skipped)

    def quoting_on(self, number: int) -> tuple[Quoting, ...]:
        """The statements of a line, by its number now, and what is skipped of it."""
        return (*self.statements_on(number), *self.skipped_on(number))

    def overlaps(self, skip: SkippedLine, others: Iterable[Quoting]) -> bool:
        """Whether other records have some of the words of its line that a record skips."""
        taken = [each.text for each in others if each is not skip]
        line = self.lines[self.number(skip) - 1]
        return not any(skip.text in piece for piece in remainder.pieces(line, taken))


def quote(record: Quoting) -> Quote:
    """The words of a record, on the line that it says."""
    return Quote(record.line, record.text)
