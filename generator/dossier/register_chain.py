"""The chain of the register: each event has the hash of the line before it in its file.

Whoever changes, moves or removes a line breaks the chain at the next one. The hash of the last
line of a name seals its whole history, and the hash of all lines seals the register.

Each name has a chain of its own, so proposals about different names merge as they are. If two
proposals both added a line to one name, the line that comes second gets the hash of the first.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from generator.dossier.register import Event, Register, fingerprint, line
from generator.grouping import gather
from generator.model import characters
from generator.model.record import identity

_PREVIOUS = re.compile(r', "previous": "[0-9a-f]{64}"\}$')


def line_hash(written: str) -> str:
    """The SHA-256 of a line in UTF-8, without its line ending, as 64 hexadecimal digits."""
    return hashlib.sha256(written.encode()).hexdigest()


def event_hash(register: Register, event: Event) -> str:
    """The SHA-256 of the line of an event as it is written."""
    return line_hash(register.written_line(event))


def append(text: str, event: Event) -> str:
    """The text of a file of the register with an event added to its end."""
    (added,) = added_lines(characters.lines(text), [event])
    return f"{text}{added}\n"


def added_lines(written: Sequence[str], events: Iterable[Event]) -> list[str]:
    """The lines of events that follow the lines of a file, each with the hash of the one before."""
    found = list(written[-1:])
    for event in events:
        previous = line_hash(found[-1]) if found else None
        found.append(line(event.model_copy(update={"previous": previous})).rstrip("\n"))
    return found[len(written[-1:]) :]


def breaks(register: Register) -> Iterator[tuple[Event, str | None]]:
    """The events that do not follow the line before them, each with the hash that it should have.

    Files with a line that cannot be read are left out, and so are events after a text that
    differs from its fingerprint: other rules report those.
    """
    unreadable = {problem.path for problem in register.problems}
    by_file = gather((register.documents[identity(each)].path, each) for each in register.written)
    for path, events in by_file.items():
        if path not in unreadable:
            yield from _breaks_in_file(register, events)


def _breaks_in_file(
    register: Register, events: Sequence[Event]
) -> Iterator[tuple[Event, str | None]]:
    if events[0].previous:
        yield events[0], None
    for before, event in pairwise(events):
        expected = event_hash(register, before)
        if event.previous != expected and before.fingerprint == fingerprint(before.text):
            yield event, expected


def contents(register: Register) -> str:
    """All lines, in the order of their files: the register as one text."""
    return "".join(f"{register.written_line(each)}\n" for each in register.written)


def head(register: Register) -> str:
    """The SHA-256 of the register as one text: another one after each change of any line."""
    return text_hash(contents(register))


def text_hash(text: str) -> str:
    """The SHA-256 of a text of one or more lines, with their line endings."""
    return hashlib.sha256(text.encode()).hexdigest()


def without_previous(written: str) -> str:
    """A line as it was before events were chained."""
    return _PREVIOUS.sub("}", written)


def add_missing(texts: Mapping[str, str]) -> dict[str, str]:
    """The new text of each file of the register with lines that are not chained, by path."""
    chained = {path: _chained(text) for path, text in texts.items()}
    return {path: text for path, text in chained.items() if text != texts[path]}


def _chained(text: str) -> str:
    first, *rest = characters.lines(text) or [""]
    if all(_PREVIOUS.search(each) for each in rest):
        return text
    found = [first]
    for each in rest:
        start = without_previous(each).removesuffix("}")
        found.append(f'{start}, "previous": "{line_hash(found[-1])}"}}')
    return "".join(f"{each}\n" for each in found)
