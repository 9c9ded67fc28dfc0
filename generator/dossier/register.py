"""The register of everything that can be cited: an event a line, only ever added to.

From it come the versions of a text, the tombstones of what is gone, and every address at which
something ever stood.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Literal

from generator.grouping import gather
from generator.model import Record
from generator.model.scalars import Day, Fingerprint, Name, SitePath, Text
from generator.parsing.problem import Problem
from generator.parsing.validation import validate
from generator.parsing.validation_messages import problems
from generator.parsing.yaml_reader import Document

PATH = "content/register.jsonl"

EventKind = Literal[
    "nieuw",
    "inhoudelijk",
    "redactioneel",
    "verplaatst",
    "vervallen",
    "gesplitst",
    "samengevoegd",
]
NEW_TEXT = frozenset({"nieuw", "inhoudelijk", "redactioneel"})
"""The events that bring a version."""
ENDINGS = frozenset({"vervallen", "gesplitst", "samengevoegd"})
"""The events after which a name belongs to nothing any more."""


class Event(Record):
    """What happened to something that can be cited."""

    id: Name
    """Het nummer of de naam."""
    event: EventKind
    """Wat ermee is gebeurd."""
    date: Day
    """De dag waarop, als jjjj-mm-dd."""
    note: Text | None = None
    """Waarom, voor de lezer."""
    fingerprint: Fingerprint
    """De SHA-256 van de tekst, als 64 hexadecimale tekens."""
    text: Text
    """De tekst zoals die toen luidde."""
    place: SitePath
    """Waar het toen stond: het adres zonder de naam van de site."""
    into: tuple[Name, ...] = ()
    """Waar het in is opgegaan of hoe het nu heet."""

    @property
    def is_statement(self) -> bool:
        """Whether the name is a number: all else that can be cited goes by a slug."""
        return self.id[0].isupper()

    @property
    def ends(self) -> bool:
        """Whether the name is given up: what is moved under another name is, too."""
        return self.event in ENDINGS or bool(self.into)


@dataclass(frozen=True)
class Version:
    """A text as it once stood."""

    number: int
    """Counted from 1."""
    event: Event


@dataclass(frozen=True)
class Change:
    """An event among the others."""

    event: Event
    at: int
    """Its place among all events."""
    nth: int
    """Its place among the events of its name, counted from 1."""


@dataclass(frozen=True)
class Register:
    """All events, and what they add up to. Lines are counted from 1."""

    events: tuple[Event, ...] = ()
    documents: Mapping[int, Document] = field(default_factory=dict)
    """Where each event was written, by identity."""
    problems: tuple[Problem, ...] = ()

    @cached_property
    def history(self) -> Mapping[str, tuple[Event, ...]]:
        """The events of each name, oldest first."""
        return gather((event.id, event) for event in self.events)

    def between(self, start: int, end: int) -> tuple[Event, ...]:
        """The events from one place among all to right before another, counted from 0."""
        return self.events[start:end]

    def versions(self, name: str) -> tuple[Version, ...]:
        """The versions of the text under a name, oldest first."""
        texts = (event for event in self.history.get(name, ()) if event.event in NEW_TEXT)
        return tuple(Version(number, event) for number, event in enumerate(texts, 1))

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """All events, with their places among the others."""
        count: Counter[str] = Counter()
        found = []
        for at, event in enumerate(self.events):
            count[event.id] += 1
            found.append(Change(event, at, count[event.id]))
        return tuple(found)

    def changes_of(self, name: str) -> tuple[Change, ...]:
        """What happened to a name."""
        return self._changes_of.get(name, ())

    @cached_property
    def _changes_of(self) -> Mapping[str, tuple[Change, ...]]:
        return gather((change.event.id, change) for change in self.changes)

    def changes_on(self, page: str) -> tuple[Change, ...]:
        """What happened to all that stood on the page at some address when it happened."""
        return self._changes_on.get(page, ())

    @cached_property
    def _changes_on(self) -> Mapping[str, tuple[Change, ...]]:
        return gather((change.event.place.partition("#")[0], change) for change in self.changes)

    def last(self, name: str) -> Event | None:
        events = self.history.get(name)
        return events[-1] if events else None

    def tombstone(self, name: str) -> Event | None:
        """The event by which a name was given up, if it was."""
        last = self.last(name)
        return last if last and last.ends else None

    def former_places(self, name: str) -> tuple[str, ...]:
        """The addresses at which something stood before, in the order of leaving them."""
        events = self.history.get(name, ())
        now = () if self.tombstone(name) else (events[-1].place,)
        places = dict.fromkeys(event.place for event in events)
        return tuple(place for place in places if place not in now)


def fingerprint(text: str) -> str:
    """The SHA-256 of a text in UTF-8. It covers the text alone: no status, place or note."""
    return hashlib.sha256(text.encode()).hexdigest()


@lru_cache(maxsize=1)  # while a site is served, most saves leave it as it was
def parse(text: str) -> Register:
    """Read a register; what is wrong with a line is told, and the line left out."""
    events, documents, found = list[Event](), dict[int, Document](), list[Problem]()
    for number, line in enumerate(text.splitlines(), 1):
        document = _document(number, line)
        result = validate(document, Event) if not document.problems else None
        found += document.problems
        if result:
            found += problems(document, Event, result.faults)
        if result and result.record and not result.faults:
            events.append(result.record)
            documents[id(result.record)] = document
    if text and not text.endswith("\n") and not document.problems:
        found.append(_torn(text))
    return Register(tuple(events), documents, tuple(found))


def _document(number: int, line: str) -> Document:
    try:
        return Document(PATH, json.loads(line), start=(number, 1), is_filled="null" not in line)
    except json.JSONDecodeError as error:
        message = "deze regel is geen JSON; zet hem terug, of haal hem weg als hij is afgebroken"
        return Document(PATH, problems=(Problem(PATH, number, error.colno, message, "register"),))


def _torn(text: str) -> Problem:
    number = text.count("\n") + 1
    message = "de laatste regel is niet afgesloten; zet er een regeleinde achter of haal hem weg"
    return Problem(PATH, number, 1, message, "register")


def line(event: Event) -> str:
    """An event as a line of the register."""
    values = event.model_dump(mode="json", exclude_defaults=True)
    return json.dumps(values, ensure_ascii=False) + "\n"


def misplaced_lines(before: str, after: str) -> list[str]:
    """The lines of an earlier register that a later one lacks or has in another order."""
    kept = set(after.splitlines())
    lost = [each for each in before.splitlines() if each not in kept]
    later = iter(after.splitlines())
    return lost or [each for each in before.splitlines() if each not in later]
