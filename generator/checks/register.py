"""The register is consistent, and the content agrees with what it recorded last."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from generator.checks import Finding
from generator.dossier import register_chain
from generator.dossier.citable import Citable
from generator.dossier.dossier import Dossier
from generator.dossier.register import Event, fingerprint
from generator.dossier.register_files import file_of, path_for
from generator.model import Record
from generator.parsing.problem import escape_blanks, shorten
from generator.text.placeholders import REASON

COMMAND = "python site_build.py record"
RENUMBER = "python site_build.py renumber"


def recorded_ids_have_the_prefix(dossier: Dossier) -> Iterator[Finding]:
    """Every statement ID in the register starts with the prefix of the dossier."""
    prefix = dossier.settings.prefix
    has_prefix = any(event.id.startswith(f"{prefix}-") for event in dossier.register.events)
    for event in dossier.register.events:
        if event.is_statement and has_prefix and not event.id.startswith(f"{prefix}-"):
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
            if before.ends and event.event != "hersteld":
                message = f"'{name}' is al op regel {line_number} beëindigd en kan niet verder"
                yield event, (), message
            elif event.event == "hersteld" and not before.ends:
                yield event, (), f"'{name}' was niet beëindigd en kan dus niet worden hersteld"
            elif event.event == "nieuw":
                yield event, (), _recorded_twice(dossier, before, event)


def _recorded_twice(dossier: Dossier, before: Event, event: Event) -> str:
    document = dossier.place(before).document
    line_number, _ = document.position(())
    place = f"{document.path}, regel {line_number}"
    if document.path == dossier.place(event).document.path:
        return f"'{event.id}' is al vastgelegd: {place}; haal deze regel weg"
    if not event.is_statement:
        return f"'{event.id}' is al vastgelegd: {place}; kies een andere naam"
    texts = f"‘{shorten(before.text)}’ en ‘{shorten(event.text)}’"
    return (
        f"twee voorstellen namen nummer {event.id}: {texts}; geef die van u een nieuw nummer met: "
        f"{RENUMBER} {event.id}"
    )


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


def everything_citable_is_recorded(dossier: Dossier, today: dt.date) -> Iterator[Finding]:
    """Everything that can be cited is in the register."""
    for item in dossier.citables:
        if item.name not in dossier.register.history and dossier.place(item.record).whole:
            remedy = _remedy(dossier, "", events_for_new(item, today))
            message = f"'{item.name}' staat nog niet in het register; {remedy}"
            yield item.record, item.name_field, message


def commitments_match_the_register(dossier: Dossier, today: dt.date) -> Iterator[Finding]:
    """Whether a statement is a commitment is what was last recorded of it."""
    for item, last in _recorded(dossier):
        recorded = dossier.register.is_recorded_as_commitment(item.name)
        if item.is_commitment and not recorded and not last.ends:
            remedy = _remedy(dossier, "", events_for_new(item, today)[1:])
            message = f"dat '{item.name}' een afspraak is, is nog niet vastgelegd; {remedy}"
            yield item.record, ("commitment",), message
        elif recorded and not item.is_commitment and not last.ends:
            event = event_for(item, "geen afspraak", today, REASON)
            remedy = _remedy(dossier, f' {item.name} --note "{REASON}"', [event])
            message = f"'{item.name}' was een afspraak en is dat niet meer; {remedy}"
            yield item.record, item.name_field, message


def statuses_match_the_register(dossier: Dossier, today: dt.date) -> Iterator[Finding]:
    """The status of a recorded commitment is the status that was last recorded of it."""
    register = dossier.register
    for item, last in _recorded(dossier):
        is_known = item.is_commitment and register.is_recorded_as_commitment(item.name)
        recorded = register.recorded_status(item.name)
        if is_known and item.status != recorded and not last.ends:
            yield item.record, item.name_field, _status_message(dossier, item, recorded, today)


def _status_message(dossier: Dossier, item: Citable, recorded: str | None, today: dt.date) -> str:
    if item.status:
        remedy = _remedy(dossier, "", [event_for(item, "status", today)])
        return f"de status '{item.status}' van '{item.name}' is nog niet vastgelegd; {remedy}"
    event = event_for(item, "status", today, REASON)
    remedy = _remedy(dossier, f' {item.name} --note "{REASON}"', [event])
    return f"'{item.name}' had de status '{recorded}' en heeft die niet meer; {remedy}"


def texts_match_the_register(dossier: Dossier, today: dt.date) -> Iterator[Finding]:
    """The text of a citable item is the text that was last recorded under its name."""
    for item, last in _recorded(dossier):
        versions = dossier.register.versions(item.name)
        if versions and versions[-1].event.text != item.text and not last.ends:
            event = event_for(item, "inhoudelijk", today, REASON)
            command = f' {item.name} --note "{REASON}" (voor een verschrijving ook --editorial)'
            message = f"de tekst is gewijzigd; {_remedy(dossier, command, [event])}"
            yield item.record, text_field(type(item.record)), message


def addresses_match_the_register(dossier: Dossier, today: dt.date) -> Iterator[Finding]:
    """The address of a citable item is the address that was last recorded."""
    for item, last in _recorded(dossier):
        if last.place != item.place and not last.ends:
            event = event_for(item, "verplaatst", today)
            remedy = _remedy(dossier, " --moved", [event])
            message = f"'{item.name}' stond op {last.place}; {remedy}"
            yield item.record, item.name_field, message


def _recorded(dossier: Dossier) -> Iterator[tuple[Citable, Event]]:
    for item in dossier.citables:
        if (last := dossier.register.last(item.name)) and dossier.is_unique(item.name):
            yield item, last


def recorded_names_stay_published(dossier: Dossier, today: dt.date) -> Iterator[Finding]:
    """Everything in the register is still published, or its end is recorded."""
    present = {item.name for item in dossier.citables} | dossier.unread.names
    for name, events in dossier.register.history.items():
        if name not in present and not events[-1].ends:
            ways = "; ".join(_ways_to_end(dossier, events[-1]))
            lines = pasted(dossier, [_withdrawn(events[-1], today)])
            message = (
                f"'{name}' is gepubliceerd en staat nergens meer; zet het terug of leg vast wat "
                f"ermee is gebeurd: {ways} — of, als het is vervallen, {lines}"
            )
            yield events[-1], (), message


def _ways_to_end(dossier: Dossier, last: Event) -> Iterator[str]:
    """What can have happened to a name that is gone, with the command that records it."""
    command = f"{COMMAND} {last.id}"
    new = _same_text_under_a_new_name(dossier, last) or "NIEUWE-NAAM"
    if not last.is_statement:
        yield f"hernoemd: {command} --moved --to {new}"
    yield f'vervallen: {command} --withdrawn --note "{REASON}"'
    yield f"gesplitst: {command} --split-into NAMEN"
    yield f"samengevoegd: {command} --merged-into NAAM"


def _same_text_under_a_new_name(dossier: Dossier, last: Event) -> str | None:
    """The name of what is not recorded yet and has the text of something that is gone."""
    new = (item for item in dossier.citables if item.name not in dossier.register.history)
    return next((item.name for item in new if item.text == last.text), None)


def _withdrawn(last: Event, day: dt.date) -> Event:
    return last.model_copy(update={"event": "vervallen", "date": day, "note": REASON})


def ended_names_are_not_reused(dossier: Dossier, today: dt.date) -> Iterator[Finding]:
    """A name whose end is recorded is not used again, unless the same thing has come back."""
    for item in dossier.citables:
        if end := dossier.register.tombstone(item.name):
            advice = _next_number(dossier) if item.name[0].isupper() else "kies een andere naam"
            if dossier.register.versions(item.name)[-1].event.text == item.text:
                restored = [event_for(item, "hersteld", today)]
                advice = f"komt het terug, {_remedy(dossier, f' {item.name} --restored', restored)}"
            message = f"'{item.name}' is op {end.date} beëindigd en mag niet terugkomen; {advice}"
            yield item.record, item.name_field, message


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


def event_for(item: Citable, event: str, day: dt.date, note: str | None = None) -> Event:
    """An event of a day with the current text and address of an item."""
    return Event.model_validate(
        {
            "id": item.name,
            "event": event,
            "date": day.isoformat(),
            "note": note,
            "fingerprint": fingerprint(item.text),
            "text": item.text,
            "place": item.place,
            "status": item.status if event == "status" else None,
        }
    )


def events_for_new(item: Citable, day: dt.date) -> list[Event]:
    """The events of a day that record something new."""
    marks = [
        "nieuw",
        *(["afspraak"] if item.is_commitment else []),
        *(["status"] if item.status else []),
    ]
    return [event_for(item, mark, day) for mark in marks]


def _remedy(dossier: Dossier, arguments: str, events: list[Event]) -> str:
    """How to record events of one name: by a command, or by lines to paste without one."""
    return f"leg het vast met: {COMMAND}{arguments} — of {pasted(dossier, events)}"


def pasted(dossier: Dossier, events: list[Event]) -> str:
    """How to paste events of one name into the register."""
    path = file_of(dossier.register, events[0].id)
    written = dossier.register.lines.get(events[0].id, ())
    new = register_chain.added_lines(written, events)
    lines = "\n".join(map(escape_blanks, new))
    what = "deze regels" if len(events) > 1 else "deze regel"
    if path:
        return f"zet onderaan {path} {what}: {lines}"
    return f"maak {path_for(events[0])} met {what}: {lines}"


def text_field(model: type[Record]) -> tuple[str, ...]:
    """The field with the text that is recorded of a citable record; none if there is none."""
    fields = ("heading", "text", "name", "term", "title", "what")
    return tuple(each for each in fields if each in model.model_fields)[:1]
