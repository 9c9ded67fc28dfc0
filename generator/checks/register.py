"""The register is whole, and what is published is what it last recorded."""

from collections.abc import Iterator
from itertools import pairwise

from generator.checks import Finding
from generator.dossier.citable import Published, published
from generator.dossier.dossier import Dossier
from generator.dossier.register import Event, fingerprint, line

COMMAND = "python site_build.py record"


def recorded_names_are_allowed(dossier: Dossier) -> Iterator[Finding]:
    """A number in the register bears the prefix of the dossier."""
    prefix = dossier.settings.prefix
    for event in dossier.register.events:
        if event.is_statement and not event.id.startswith(f"{prefix}-"):
            yield event, ("id",), f"'{event.id}' moet met {prefix}- beginnen"


def recorded_texts_bear_their_fingerprint(dossier: Dossier) -> Iterator[Finding]:
    """The fingerprint of an event is that of its text: nobody edited the line."""
    for event in dossier.register.events:
        if event.fingerprint != fingerprint(event.text):
            message = "de vingerafdruk hoort niet bij de tekst; zet de regel terug zoals hij was"
            yield event, ("fingerprint",), message


def histories_begin_and_end_once(dossier: Dossier) -> Iterator[Finding]:
    """A name is recorded as new once, first of all, and nothing follows its end."""
    for name, events in dossier.register.history.items():
        if events[0].event != "nieuw":
            yield events[0], (), f"'{name}' is hier nog niet als nieuw vastgelegd"
        for before, event in pairwise(events):
            place = dossier.place(before).document.position(())[0]
            if before.ends:
                message = f"'{name}' is al op regel {place} beëindigd en kan niet verder"
                yield event, (), message
            elif event.event == "nieuw":
                message = f"'{name}' is al op regel {place} vastgelegd; {_next_number(dossier)}"
                yield event, (), message


def _next_number(dossier: Dossier) -> str:
    prefix = f"{dossier.settings.prefix}-"
    known = {*dossier.statement, *dossier.register.history}
    numbers = [int(name.removeprefix(prefix)) for name in known if name.startswith(prefix)]
    return f"het volgende vrije nummer is {prefix}{max(numbers, default=0) + 1:03d}"


def histories_run_forward(dossier: Dossier) -> Iterator[Finding]:
    """The events of one name stand in the order of their dates."""
    for events in dossier.register.history.values():
        for before, event in pairwise(events):
            if event.date < before.date:
                message = f"{event.date} ligt vóór {before.date}, de gebeurtenis ervoor"
                yield event, ("date",), message


def successors_are_recorded(dossier: Dossier) -> Iterator[Finding]:
    """What something became is in the register itself."""
    for event in dossier.register.events:
        for name in event.into:
            if name not in dossier.register.history:
                yield event, ("into",), f"'{name}' staat niet in het register"


def all_is_recorded(dossier: Dossier) -> Iterator[Finding]:
    """Everything that can be cited is in the register."""
    for item in published(dossier):
        if item.name not in dossier.register.history and dossier.place(item.record).whole:
            event = event_now(item, "nieuw")
            message = f"'{item.name}' staat nog niet in het register; {_remedy('', event)}"
            yield item.record, _name_of(item), message


def texts_are_as_recorded(dossier: Dossier) -> Iterator[Finding]:
    """A published text is the one last recorded under its name."""
    for item, last in _recorded(dossier):
        versions = dossier.register.versions(item.name)
        if versions and versions[-1].event.text != item.text and not last.ends:
            event = event_now(item, "inhoudelijk", note="…")
            command = f' {item.name} --note "…" (voor een verschrijving ook --editorial)'
            message = f"de tekst is gewijzigd; {_remedy(command, event)}"
            yield item.record, _text_of(item), message


def places_are_as_recorded(dossier: Dossier) -> Iterator[Finding]:
    """What is published stands where it was last recorded."""
    for item, last in _recorded(dossier):
        if last.place != item.place and not last.ends:
            event = event_now(item, "verplaatst")
            message = f"'{item.name}' stond op {last.place}; {_remedy(' --moved', event)}"
            yield item.record, _name_of(item), message


def _recorded(dossier: Dossier) -> Iterator[tuple[Published, Event]]:
    for item in published(dossier):
        if (last := dossier.register.last(item.name)) and dossier.is_single(item.name):
            yield item, last


def what_was_published_stays(dossier: Dossier) -> Iterator[Finding]:
    """What is in the register is published, or its end is recorded."""
    present = {item.name for item in published(dossier)} | dossier.lost.names
    for name, events in dossier.register.history.items():
        if name not in present and not events[-1].ends:
            today = max(file.changed for file in dossier.files)
            event = events[-1].model_copy(update={"event": "vervallen", "date": today, "note": "…"})
            command = f' {name} --withdrawn --note "…"'
            message = f"'{name}' is gepubliceerd en staat nergens meer; {_remedy(command, event)}"
            yield events[-1], (), message


def given_up_names_stay_given_up(dossier: Dossier) -> Iterator[Finding]:
    """A name that was given up is not used again."""
    for item in published(dossier):
        if end := dossier.register.tombstone(item.name):
            advice = _next_number(dossier) if item.name[0].isupper() else "kies een andere naam"
            message = f"'{item.name}' is op {end.date} beëindigd en mag niet terugkomen; {advice}"
            yield item.record, _name_of(item), message


def event_now(item: Published, event: str, note: str | None = None) -> Event:
    """The event that records something as it is now, on the day its file says it was changed."""
    return Event.model_validate(
        {
            "id": item.name,
            "event": event,
            "date": item.file.changed.isoformat(),
            "note": note,
            "fingerprint": fingerprint(item.text),
            "text": item.text,
            "place": item.place,
        }
    )


def _remedy(arguments: str, event: Event) -> str:
    """The command that mends it, and the line for who has no command line."""
    pasted = line(event).rstrip("\n")
    return (
        f"leg het vast met: {COMMAND}{arguments} — of zet onderaan content/register.jsonl: {pasted}"
    )


def _name_of(item: Published) -> tuple[str, ...]:
    return ("id",) if item.name[0].isupper() else ("slug",)


def _text_of(item: Published) -> tuple[str, ...]:
    fields = ("text", "name", "term", "title", "what")
    return (next(each for each in fields if each in type(item.record).model_fields),)
