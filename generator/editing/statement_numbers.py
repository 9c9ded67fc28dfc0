"""Gives a statement a new number when two proposals took the same one.

The statement that the other branch does not have gets the new number, everywhere: in its file, in
what refers to it, and in the register.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce

from generator.dossier import register_chain, register_files
from generator.dossier.dossier import Dossier
from generator.dossier.loader import read
from generator.dossier.register import Event, fingerprint
from generator.model import Record, Statement, characters
from generator.model.record import Stored
from generator.model.scalars import Reference, RichText
from generator.model.traversal import KeyPath, marked_texts
from generator.parsing.yaml_editor import Edit, YamlEditor, apply
from generator.text import inline_links

Use = tuple[str, str, str, str]
"""Where a number is used: the file, the record in it, the field, and the value of the field."""


class StatementNumberError(Exception):
    """The statement cannot get a new number; the message says why, in Dutch."""


@dataclass(frozen=True)
class RenumberRequest:
    """The number that is to change."""

    number: str
    start: str = ""
    """How the text of the statement begins, if the other branch cannot tell."""


@dataclass(frozen=True)
class RenumberedStatement:
    """The content after a statement got a new number."""

    number: str
    """The new number."""
    statement: Statement
    texts: Mapping[str, str]
    """The text of every file that changes, by path."""
    removed: frozenset[str]


def renumber(
    dossier: Dossier, texts: Mapping[str, str], base: Mapping[str, str], request: RenumberRequest
) -> RenumberedStatement:
    """Give a statement the next free number.

    ``texts`` has the content, and ``base`` the content of the branch to merge into; both by path.

    Raises:
        StatementNumberError: there is no such statement, or it is not clear which one is meant.

    """
    earlier = read(base).dossier if base else None
    statement = _own(dossier, earlier, request)
    new = dossier.next_number(*([earlier.register] if earlier else []))
    change = _Change(request.number, new, statement, _uses(earlier, request.number))
    content = dict(_content(dossier, texts, change))
    register, removed = _register(texts, change)
    return RenumberedStatement(new, statement, {**content, **register}, removed)


@dataclass(frozen=True)
class _Change:
    old: str
    new: str
    statement: Statement
    theirs: frozenset[Use]
    """Where the other branch uses the number for its own statement."""


def _own(dossier: Dossier, earlier: Dossier | None, request: RenumberRequest) -> Statement:
    """The statement with the number that the other branch does not have."""
    found = [each for each in dossier.statements if each.id == request.number]
    if not found:
        raise StatementNumberError(f"'{request.number}' is geen nummer van een uitspraak")
    theirs = {each.text for each in (earlier.statements if earlier else ())}
    own = [each for each in found if each.text not in theirs]
    if request.start:
        own = [each for each in found if each.text.startswith(request.start)]
    if len(own) == 1:
        return own[0]
    if own or len(found) > 1:
        raise StatementNumberError(
            f"welke uitspraak met nummer {request.number} een ander nummer krijgt, is niet "
            'duidelijk; geef het begin van de tekst: --text "…"'
        )
    raise StatementNumberError(
        f"{request.number} staat al op de hoofdtak, en een nummer verandert nooit"
    )


# Content ------------------------------------------------------------------------------------------


def _uses(dossier: Dossier | None, number: str) -> frozenset[Use]:
    records = dossier.records if dossier else ()
    return frozenset(
        use for record in records if dossier for _, use in _uses_in(dossier, record, number)
    )


def _uses_in(dossier: Dossier, record: Record, number: str) -> Iterator[tuple[KeyPath, Use]]:
    """Where a record uses a number: the key path in the record, and the use."""
    path, name = dossier.place(record).document.path, _name(record)
    for keys, _, value in marked_texts(record, Reference):
        if value == number:
            yield keys, (path, name, str(keys[0]), value)
    for keys, _, text in marked_texts(record, RichText):
        if number in inline_links.targets(text):
            yield keys, (path, name, str(keys[0]), text)


def _name(record: Record) -> str:
    if isinstance(record, Statement):
        return fingerprint(record.text)
    return record.slug if isinstance(record, Stored) else type(record).__name__


def _content(
    dossier: Dossier, texts: Mapping[str, str], change: _Change
) -> Iterator[tuple[str, str]]:
    """The new text of each file with the statement, or with a reference to it."""
    edits: dict[str, list[Edit]] = {}
    sheets: dict[str, YamlEditor] = {}
    for record in dossier.records:
        place = dossier.place(record)
        path = place.document.path
        for keys, old, new in _occurrences(dossier, record, change):
            sheet = sheets.setdefault(path, YamlEditor(texts[path]))
            edits.setdefault(path, []).append(sheet.replace((*place.keys, *keys), old, new))
    for path, found in edits.items():
        yield path, apply(texts[path], found)


def _occurrences(
    dossier: Dossier, record: Record, change: _Change
) -> Iterator[tuple[KeyPath, str, str]]:
    if record is change.statement:
        yield ("id",), change.old, change.new
    for keys, use in _uses_in(dossier, record, change.old):
        if use not in change.theirs:
            is_link = use[3] != change.old
            old, new = (
                (f"]({change.old})", f"]({change.new})") if is_link else (change.old, change.new)
            )
            yield keys, old, new


# The register -------------------------------------------------------------------------------------


def _register(texts: Mapping[str, str], change: _Change) -> tuple[dict[str, str], frozenset[str]]:
    """The register file of the statement under its new number, and the file to remove."""
    mark = fingerprint(change.statement.text)[:8]
    for path, text in texts.items():
        if register_files.is_register_file(path) and path.endswith(f"/{change.old}-{mark}.jsonl"):
            events = [_event(each, change) for each in characters.lines(text)]
            renumbered = reduce(register_chain.append, events, "")
            return {register_files.path_for(events[0]): renumbered}, frozenset({path})
    return {}, frozenset()


def _event(written: str, change: _Change) -> Event:
    event = Event.model_validate_json(written)
    place = event.place.replace(f"#{change.old}", f"#{change.new}")
    return event.model_copy(update={"id": change.new, "place": place})
