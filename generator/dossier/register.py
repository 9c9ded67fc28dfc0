"""The register of everything that has an address: its events, append-only.

It gives the versions of each text, the tombstones of what was removed, and every address that
something ever had.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from generator.grouping import gather
from generator.model import DecidedStatus, Record
from generator.model.record import RecordIdentity
from generator.model.scalars import Fingerprint, Line, LineMove, Name, PastDay, SitePath, Text
from generator.parsing.problem import Problem
from generator.parsing.yaml_reader import Document

EventKind = Literal[
    "nieuw",
    "inhoudelijk",
    "redactioneel",
    "verplaatst",
    "vervallen",
    "gesplitst",
    "samengevoegd",
    "hersteld",
    "afspraak",
    "geen afspraak",
    "status",
    "regels",
]
NEW_TEXT = frozenset({"nieuw", "inhoudelijk", "redactioneel"})
"""The events that create a version."""
ENDINGS = frozenset({"vervallen", "gesplitst", "samengevoegd"})
"""The events after which a name is no longer in use."""
COMMITMENT = frozenset({"afspraak", "geen afspraak"})
"""The events that say whether a statement is a commitment."""


class Event(Record, title="Regel van het register"):
    """An event in the history of something that can be cited."""

    id: Name
    """Het nummer of de naam."""
    event: EventKind
    """Wat ermee is gebeurd."""
    date: PastDay
    """De dag waarop, als jjjj-mm-dd."""
    note: Line | None = None
    """Waarom, voor de lezer."""
    fingerprint: Fingerprint
    """De SHA-256 van de tekst, als 64 hexadecimale tekens."""
    text: Text
    """De tekst zoals die toen luidde."""
    place: SitePath
    """Waar het toen stond: het adres zonder de naam van de site."""
    into: tuple[Name, ...] = ()
    """Waar het in is opgegaan of hoe het nu heet."""
    status: DecidedStatus | None = None
    """Bij status: de nieuwe status van de afspraak. Weglaten als die geen status meer heeft."""
    lines: tuple[LineMove, ...] = ()
    """Bij regels: na welke regel er regels bij kwamen (78+2) of weggingen (78-1)."""
    previous: Fingerprint | None = None
    """De SHA-256 van de regel hiervoor in dit bestand. Op de eerste regel weglaten."""

    @property
    def is_statement(self) -> bool:
        """Whether the name is a statement ID; everything else that can be cited has a slug."""
        return self.id[0].isupper()

    @property
    def ends(self) -> bool:
        """Whether the name is no longer in use, also because of a move to another name."""
        return self.event in ENDINGS or bool(self.into)


@dataclass(frozen=True)
class Version:
    """One version of a text."""

    number: int
    """Counted from 1."""
    event: Event


@dataclass(frozen=True)
class Change:
    """An event with its position in the register and in the history of its name."""

    event: Event
    at: int
    """Its position among all events, counted from 0."""
    nth: int
    """Its position among the events of its name, counted from 1."""


@dataclass(frozen=True)
class Register:
    """All events, and what follows from them."""

    events: tuple[Event, ...] = ()
    """In date order; those of one day in the order in which they are written."""
    written: tuple[Event, ...] = ()
    """The same in the order of the files and lines in which they are written."""
    documents: Mapping[RecordIdentity, Document] = field(default_factory=dict)
    """Where each event was written, by the identity of the event. Lines are counted from 1."""
    lines: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The lines of the events of each name, in the order in which they are written."""
    problems: tuple[Problem, ...] = ()

    def written_line(self, event: Event) -> str:
        """The line of an event as it is written, without its line ending."""
        events = zip(self.history[event.id], self.lines[event.id], strict=True)
        return next(line for each, line in events if each is event)

    @cached_property
    def history(self) -> Mapping[str, tuple[Event, ...]]:
        """The events of each name, oldest first."""
        return gather((event.id, event) for event in self.written or self.events)

    def between(self, start: int, end: int) -> tuple[Event, ...]:
        """The events from position ``start`` up to but not including ``end``, counted from 0."""
        return self.events[start:end]

    def versions(self, name: str) -> tuple[Version, ...]:
        """The versions of the text with a name, oldest first."""
        texts = (event for event in self.history.get(name, ()) if event.event in NEW_TEXT)
        return tuple(Version(number, event) for number, event in enumerate(texts, 1))

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """All events with their positions."""
        count: Counter[str] = Counter()
        found = []
        for position, event in enumerate(self.events):
            count[event.id] += 1
            found.append(Change(event, position, count[event.id]))
        return tuple(found)

    def changes_of(self, name: str) -> tuple[Change, ...]:
        """The events of a name, oldest first."""
        return self._changes_of.get(name, ())

    @cached_property
    def _changes_of(self) -> Mapping[str, tuple[Change, ...]]:
        return gather((change.event.id, change) for change in self.changes)

    def changes_on(self, page: str) -> tuple[Change, ...]:
        """The events of everything that was on the page at this address at the time."""
        return self._changes_on.get(page, ())

    @cached_property
    def _changes_on(self) -> Mapping[str, tuple[Change, ...]]:
        return gather((change.event.place.partition("#")[0], change) for change in self.changes)

    def last(self, name: str) -> Event | None:
        """The latest event of a name, if there is any."""
        events = self.history.get(name)
        return events[-1] if events else None

    def tombstone(self, name: str) -> Event | None:
        """The event after which a name is no longer in use, or None while it is in use."""
        last = self.last(name)
        return last if last and last.ends else None

    def is_recorded_as_commitment(self, name: str) -> bool:
        """Whether a statement was last recorded as a commitment."""
        marks = [each.event for each in self.history.get(name, ()) if each.event in COMMITMENT]
        return marks[-1:] == ["afspraak"]

    def recorded_status(self, name: str) -> DecidedStatus | None:
        """The status that was last recorded of a commitment; None if it has none."""
        if not self.is_recorded_as_commitment(name):
            return None
        given = [each.status for each in self.history[name] if each.event == "status"]
        return given[-1] if given else None

    def successors(self, name: str) -> tuple[str, ...]:
        """The names in use now of what had this name, through every rename, split and merger."""
        found: dict[str, None] = {}
        waiting, seen = [name], set[str]()
        while waiting:
            each = waiting.pop(0)
            end = self.tombstone(each)
            if end and each not in seen:
                waiting = [*end.into, *waiting]
            elif not end:
                found[each] = None
            seen.add(each)
        return tuple(found)

    @cached_property
    def predecessors(self) -> Mapping[str, tuple[str, ...]]:
        """The former names of each name in use, if the former name leads to that name alone."""
        leads = ((self.successors(name), name) for name in self.history if self.tombstone(name))
        return gather((into[0], name) for into, name in leads if len(into) == 1)

    def former_places(self, name: str) -> tuple[str, ...]:
        """The addresses that something had before, oldest first."""
        events = self.history.get(name, ())
        current = () if self.tombstone(name) else (events[-1].place,)
        places = dict.fromkeys(event.place for event in events)
        return tuple(place for place in places if place not in current)


def fingerprint(text: str) -> str:
    """The SHA-256 of a text in UTF-8. It covers only the text: no status, address or note."""
    return hashlib.sha256(text.encode()).hexdigest()


def line(event: Event) -> str:
    """An event as a line of the register."""
    values = event.model_dump(mode="json", exclude_defaults=True)
    return json.dumps(values, ensure_ascii=False) + "\n"
