"""The fragments of the lines of a source text: a line keeps the one it was published with.

The fragment of a line has the number that it had at first. A line that was inserted later has a
fragment of its own, with the position of the event in the register that recorded it.
"""

from collections.abc import Iterator, Sequence

from generator.dossier.register import Register
from generator.text import line_shifts
from generator.text.line_shifts import Shift, Shifts

LineMoves = Sequence[tuple[int, Shifts]]
"""How the lines moved, oldest first: the position of each event, counted from 1, and its shifts."""


def moves(register: Register, source: str) -> LineMoves:
    """How the lines of a source, given by its slug, moved since they were published."""
    events = enumerate(register.history.get(source, ()), 1)
    return [(nth, parse(event.lines)) for nth, event in events if event.lines]


def parse(written: Sequence[str]) -> Shifts:
    """The shifts as an event has them: ``78+2`` for two lines inserted after line 78."""
    return tuple(_shift(each) for each in written)


def _shift(written: str) -> Shift:
    sign = "+" if "+" in written else "-"
    after, _, count = written.partition(sign)
    return Shift(int(after), int(sign + count))


def written(shifts: Shifts) -> tuple[str, ...]:
    """The shifts as an event has them."""
    return tuple(f"{shift.after}{shift.by:+d}" for shift in shifts)


def line_id(number: int, found: LineMoves) -> str:
    """The fragment of the line that has a number now, counted from 1."""
    for nth, shifts in reversed(found):
        before = line_shifts.before(number, shifts)
        if before is None:
            return f"regel-{nth}-{number}"
        number = before
    return f"regel-{number}"


def gone_ids(found: LineMoves) -> Iterator[tuple[int, str]]:
    """The fragments of lines that were removed, each with the line that is in its place now."""
    for at, (_, shifts) in enumerate(found):
        removed = (n for s in shifts for n in range(s.after + 1, s.after - s.by + 1))
        for number in removed:
            place = number
            for _, later in found[at:]:
                place = line_shifts.moved(place, later)
            yield place, line_id(number, found[:at])
