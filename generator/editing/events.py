"""Makes the register events for what changed in the content."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.checks.register import event_for, events_for_new
from generator.dossier import line_ids
from generator.dossier.citable import Citable
from generator.dossier.dossier import Dossier
from generator.dossier.register import Event, EventKind, Register
from generator.text.line_shifts import Shifts

RESOLVED_BY_RECORDING = frozenset(
    {
        "niet-vastgelegd",
        "afspraak",
        "statuswijziging",
        "gewijzigd",
        "verplaatst",
        "verdwenen",
        "hergebruikt",
    }
)
"""The rules whose problems are resolved by recording events."""


class NothingToRecordError(Exception):
    """The requested event cannot be recorded; the message says why, in Dutch."""


def new(dossier: Dossier, day: date) -> list[Event]:
    """The events of each name that is not in the register, and of each new mark or status."""
    register = dossier.register
    found = [
        event
        for item in dossier.citables
        for event in events_for_new(item, day)
        if event.event not in _known(register, item)
    ]
    return require(found, "alles staat al in het register")


def _known(register: Register, item: Citable) -> Iterator[str]:
    """What ``record`` without a name needs not record of an item."""
    if item.name in register.history:
        yield "nieuw"
    if register.is_recorded_as_commitment(item.name):
        yield "afspraak"
    if register.recorded_status(item.name) == item.status:
        yield "status"


def moved(dossier: Dossier, day: date) -> list[Event]:
    """One event for each item whose address differs from the register; at least one."""
    return require(moved_items(dossier, day), "alles staat waar het register zegt")


def moved_items(dossier: Dossier, day: date) -> list[Event]:
    """One event for each item whose address differs from the register; may be none."""
    return [
        event_for(item, "verplaatst", day)
        for item in dossier.citables
        if (last := dossier.register.last(item.name)) and last.place != item.place and not last.ends
    ]


@dataclass(frozen=True)
class Change:
    """What an editor enters about a change."""

    kind: EventKind
    day: date
    note: str | None = None
    into: tuple[str, ...] = ()


def changed(dossier: Dossier, name: str, change: Change) -> list[Event]:
    """The events for what differs from what was last recorded; a note is required."""
    if not change.note:
        raise NothingToRecordError("geef met --note aan waarom de tekst is gewijzigd")
    item = next((each for each in dossier.citables if each.name == name), None)
    versions = dossier.register.versions(name)
    if not item or not versions:
        raise NothingToRecordError(f"'{name}' staat niet in de inhoud of niet in het register")
    found = [
        *([change.kind] if versions[-1].event.text != item.text else []),
        *_new_mark(dossier, item),
        *_new_status(dossier, item),
    ]
    if not found:
        raise NothingToRecordError(f"de tekst van '{name}' is niet gewijzigd")
    return [event_for(item, kind, change.day, change.note) for kind in found]


def _new_mark(dossier: Dossier, item: Citable) -> list[EventKind]:
    """The event that says whether a statement is a commitment, if that changed."""
    if item.is_commitment == dossier.register.is_recorded_as_commitment(item.name):
        return []
    return ["afspraak" if item.is_commitment else "geen afspraak"]


def _new_status(dossier: Dossier, item: Citable) -> list[EventKind]:
    """The event that gives the status of a commitment, if that changed."""
    changed = item.status != dossier.register.recorded_status(item.name)
    return ["status"] if item.is_commitment and changed else []


def ended(dossier: Dossier, name: str, change: Change) -> Event:
    """The event that ends a name, with its successors if there are any."""
    last = dossier.register.last(name)
    if not last or last.ends:
        raise NothingToRecordError(f"'{name}' staat niet in het register of is al beëindigd")
    if name in {item.name for item in dossier.citables}:
        raise NothingToRecordError(f"'{name}' staat nog in de inhoud; haal het daar eerst weg")
    if unknown := sorted(set(change.into) - _known_names(dossier)):
        raise NothingToRecordError(f"niet bekend: {', '.join(unknown)}")
    if not change.note and not change.into:
        raise NothingToRecordError("geef met --note aan waarom dit vervalt")
    update = {"event": change.kind, "date": change.day, "note": change.note, "into": change.into}
    return last.model_copy(update=update)


def restored(dossier: Dossier, name: str, change: Change) -> list[Event]:
    """The events that bring back a name whose end was recorded."""
    item = next((each for each in dossier.citables if each.name == name), None)
    if not dossier.register.tombstone(name):
        raise NothingToRecordError(f"'{name}' was niet beëindigd")
    if not item:
        raise NothingToRecordError(f"'{name}' staat niet in de inhoud; zet het daar eerst terug")
    is_changed = dossier.register.versions(name)[-1].event.text != item.text
    kinds: list[EventKind] = ["hersteld", "redactioneel"] if is_changed else ["hersteld"]
    return [event_for(item, kind, change.day, change.note) for kind in kinds]


def moved_lines(dossier: Dossier, shifts: Mapping[str, Shifts], day: date) -> list[Event]:
    """The events that record how the lines of sources moved, by the slug of the source."""
    items = {item.name: item for item in dossier.citables}
    return [
        event_for(items[slug], "regels", day).model_copy(update={"lines": line_ids.written(found)})
        for slug, found in shifts.items()
        if found and slug in dossier.register.history
    ]


def _known_names(dossier: Dossier) -> set[str]:
    return {*dossier.register.history, *(item.name for item in dossier.citables)}


def require(events: list[Event], message: str) -> list[Event]:
    """The events, of which there must be at least one.

    Raises:
        NothingToRecordError: there are none; its message is ``message``.

    """
    if not events:
        raise NothingToRecordError(message)
    return events


def missing_successors(dossier: Dossier, events: list[Event]) -> Iterator[Event]:
    """The events that add successors that are not in the register yet."""
    successors = {name for event in events for name in event.into} - set(dossier.register.history)
    for item in dossier.citables:
        if item.name in successors:
            yield from events_for_new(item, events[0].date)
