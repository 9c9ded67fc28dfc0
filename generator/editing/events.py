"""Makes the register events for what changed in the content."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.checks.register import event_for
from generator.dossier.dossier import Dossier
from generator.dossier.register import Event, EventKind

RESOLVED_BY_RECORDING = frozenset({"niet-vastgelegd", "gewijzigd", "verplaatst", "verdwenen"})
"""The rules whose problems are resolved by recording events."""


class NothingToRecordError(Exception):
    """The requested event cannot be recorded; the message says why, in Dutch."""


def new(dossier: Dossier, day: date) -> list[Event]:
    """One event for each name that is not in the register; at least one."""
    known = dossier.register.history
    found = [event_for(item, "nieuw") for item in dossier.citables if item.name not in known]
    events = [_with_date(event, day) for event in found]
    return _require_events(events, "alles staat al in het register")


def moved(dossier: Dossier, day: date) -> list[Event]:
    """One event for each item whose address differs from the register; at least one."""
    return _require_events(moved_items(dossier, day), "alles staat waar het register zegt")


def moved_items(dossier: Dossier, day: date) -> list[Event]:
    """One event for each item whose address differs from the register; may be none."""
    return [
        _with_date(event_for(item, "verplaatst"), day)
        for item in dossier.citables
        if (last := dossier.register.last(item.name)) and last.place != item.place
    ]


@dataclass(frozen=True)
class Change:
    """What an editor enters about a change."""

    kind: EventKind
    day: date
    note: str | None = None
    into: tuple[str, ...] = ()


def changed(dossier: Dossier, name: str, change: Change) -> Event:
    """The event for a text that differs from its last recorded version; a note is required."""
    if not change.note:
        raise NothingToRecordError("geef met --note aan waarom de tekst is gewijzigd")
    item = next((each for each in dossier.citables if each.name == name), None)
    versions = dossier.register.versions(name)
    if not item or not versions:
        raise NothingToRecordError(f"'{name}' staat niet in de inhoud of niet in het register")
    if versions[-1].event.text == item.text:
        raise NothingToRecordError(f"de tekst van '{name}' is niet gewijzigd")
    return _with_date(event_for(item, change.kind, change.note), change.day)


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


def _known_names(dossier: Dossier) -> set[str]:
    return {*dossier.register.history, *(item.name for item in dossier.citables)}


def _with_date(event: Event, day: date) -> Event:
    return event.model_copy(update={"date": day})


def _require_events(events: list[Event], message: str) -> list[Event]:
    if not events:
        raise NothingToRecordError(message)
    return events


def missing_successors(dossier: Dossier, events: list[Event]) -> Iterator[Event]:
    """The events that add successors that are not in the register yet."""
    successors = {name for event in events for name in event.into} - set(dossier.register.history)
    for item in dossier.citables:
        if item.name in successors:
            yield _with_date(event_for(item, "nieuw"), events[0].date)
