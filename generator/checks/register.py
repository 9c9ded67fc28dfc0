"""The register is consistent, and the content agrees with what it recorded last."""

from collections.abc import Iterator
from itertools import pairwise

from generator.checks import Finding
from generator.dossier.citable import Citable
from generator.dossier.dossier import Dossier
from generator.dossier.register import Event, fingerprint, line
from generator.model import Record

COMMAND = "python site_build.py record"


def recorded_ids_have_the_prefix(dossier: Dossier) -> Iterator[Finding]:
    """Every statement ID in the register starts with the prefix of the dossier."""
    prefix = dossier.settings.prefix
    for event in dossier.register.events:
        if event.is_statement and not event.id.startswith(f"{prefix}-"):
            yield event, ("id",), f"'{event.id}' moet met {prefix}- beginnen"


def fingerprints_match_their_texts(dossier: Dossier) -> Iterator[Finding]:
    """The fingerprint of an event matches its text: nobody edited the line."""
    for event in dossier.register.events:
        if event.fingerprint != fingerprint(event.text):
            message = "de vingerafdruk hoort niet bij de tekst; zet de regel terug zoals hij was"
            yield event, ("fingerprint",), message


def histories_begin_and_end_once(dossier: Dossier) -> Iterator[Finding]:
    """A name is recorded as new once, in its first event, and has no event after its end."""
    for name, events in dossier.register.history.items():
        if events[0].event != "nieuw":
            yield events[0], (), f"'{name}' is hier nog niet als nieuw vastgelegd"
        for before, event in pairwise(events):
            line_number, _ = dossier.place(before).document.position(())
            if before.ends:
                message = f"'{name}' is al op regel {line_number} beëindigd en kan niet verder"
                yield event, (), message
            elif event.event == "nieuw":
                message = (
                    f"'{name}' is al op regel {line_number} vastgelegd; {_next_number(dossier)}"
                )
                yield event, (), message


def _next_number(dossier: Dossier) -> str:
    return f"het volgende vrije nummer is {dossier.next_number()}"


def histories_are_in_date_order(dossier: Dossier) -> Iterator[Finding]:
    """The events of a name are in date order."""
    for events in dossier.register.history.values():
        for before, event in pairwise(events):
            if event.date < before.date:
                message = f"{event.date} ligt vóór {before.date}, de gebeurtenis ervoor"
                yield event, ("date",), message


def successors_are_recorded(dossier: Dossier) -> Iterator[Finding]:
    """Every successor of an ended name is in the register too."""
    for event in dossier.register.events:
        for name in event.into:
            if name not in dossier.register.history:
                yield event, ("into",), f"'{name}' staat niet in het register"


def everything_citable_is_recorded(dossier: Dossier) -> Iterator[Finding]:
    """Everything that can be cited is in the register."""
    for item in dossier.citables:
        if item.name not in dossier.register.history and dossier.place(item.record).whole:
            event = event_for(item, "nieuw")
            message = f"'{item.name}' staat nog niet in het register; {_remedy('', event)}"
            yield item.record, _name_field(item), message


def texts_match_the_register(dossier: Dossier) -> Iterator[Finding]:
    """The text of a citable item is the text that was last recorded under its name."""
    for item, last in _recorded(dossier):
        versions = dossier.register.versions(item.name)
        if versions and versions[-1].event.text != item.text and not last.ends:
            event = event_for(item, "inhoudelijk", note="…")
            command = f' {item.name} --note "…" (voor een verschrijving ook --editorial)'
            message = f"de tekst is gewijzigd; {_remedy(command, event)}"
            yield item.record, _text_field(item), message


def addresses_match_the_register(dossier: Dossier) -> Iterator[Finding]:
    """The address of a citable item is the address that was last recorded."""
    for item, last in _recorded(dossier):
        if last.place != item.place and not last.ends:
            event = event_for(item, "verplaatst")
            message = f"'{item.name}' stond op {last.place}; {_remedy(' --moved', event)}"
            yield item.record, _name_field(item), message


def _recorded(dossier: Dossier) -> Iterator[tuple[Citable, Event]]:
    for item in dossier.citables:
        if (last := dossier.register.last(item.name)) and dossier.is_unique(item.name):
            yield item, last


def recorded_names_stay_published(dossier: Dossier) -> Iterator[Finding]:
    """Everything in the register is still published, or its end is recorded."""
    present = {item.name for item in dossier.citables} | dossier.unread.names
    for name, events in dossier.register.history.items():
        if name not in present and not events[-1].ends:
            today = max(file.changed for file in dossier.files)
            event = events[-1].model_copy(update={"event": "vervallen", "date": today, "note": "…"})
            command = f' {name} --withdrawn --note "…"'
            message = f"'{name}' is gepubliceerd en staat nergens meer; {_remedy(command, event)}"
            yield events[-1], (), message


def ended_names_are_not_reused(dossier: Dossier) -> Iterator[Finding]:
    """A name whose end is recorded is not used again."""
    for item in dossier.citables:
        if end := dossier.register.tombstone(item.name):
            advice = _next_number(dossier) if item.name[0].isupper() else "kies een andere naam"
            message = f"'{item.name}' is op {end.date} beëindigd en mag niet terugkomen; {advice}"
            yield item.record, _name_field(item), message


def numbers_have_no_gap(dossier: Dossier) -> Iterator[Finding]:
    """Between two numbers that are or were in use, every number is or was in use."""
    prefix = f"{dossier.settings.prefix}-"
    used = _numbers(dossier, prefix)
    for before, after in pairwise(sorted(used)):
        if after > before + 1:
            message = (
                f"nummer {prefix}{before + 1:03d} is overgeslagen; gebruik dat eerst, "
                "of haal de hoofdtak binnen als het daar al in gebruik is"
            )
            yield used[after], ("id",), message


def _numbers(dossier: Dossier, prefix: str) -> dict[int, Record]:
    """Every number in the content or the register, with the record that has it."""
    recorded = {event.id: event for event in dossier.register.events if event.is_statement}
    found: dict[str, Record] = {**recorded, **dossier.statement}
    return {
        int(name.removeprefix(prefix)): record
        for name, record in found.items()
        if name.startswith(prefix)
    }


def event_for(item: Citable, event: str, note: str | None = None) -> Event:
    """An event with the current text and address of an item, dated on the day its file changed."""
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
    """How to record an event: by a command, or by a line to paste without a command line."""
    pasted = line(event).rstrip("\n")
    return (
        f"leg het vast met: {COMMAND}{arguments} — of zet onderaan content/register.jsonl: {pasted}"
    )


def _name_field(item: Citable) -> tuple[str, ...]:
    return ("id",) if item.name[0].isupper() else ("slug",)


def _text_field(item: Citable) -> tuple[str, ...]:
    fields = ("text", "name", "term", "title", "what")
    return (next(each for each in fields if each in type(item.record).model_fields),)
