"""Fingerprints of everything that a rendered text may depend on.

Each file, each statement and the events of each name have a fingerprint of their own. What any text
may depend on has one fingerprint together, that of the structure: which records refer to which, in
which order and under which name, which day it is, and whether there are packs. While the structure
stays the same, a change to the words of a record affects only the texts that read those words.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from generator.build.incremental.read_tracking import display_only_fields
from generator.dossier import page_numbers
from generator.dossier.dossier import Dossier
from generator.dossier.kinds import ENTRIES, SINGLE_FILES
from generator.model import Chapter, Record, Stored
from generator.model.record import RecordIdentity, identity
from generator.model.scalars import RichText
from generator.model.traversal import fields_with_records, marked_texts, records
from generator.text import inline_links

CHANGED = "changed"
"""The field with the day of a file's last change: very many texts show it, and nothing else."""


@dataclass(frozen=True)
class Fingerprints:
    structure: str
    parts: Mapping[str, str]
    """By dependency: a file by its path, a statement by its ID, a day or events by their key."""


def fingerprints(dossier: Dossier, today: dt.date, *, packs: bool = False) -> Fingerprints:
    """The fingerprints of a dossier as of a day, published with or without packs."""
    stored = [record for record in dossier.records if isinstance(record, Stored)]
    files = {dossier.place(record).document.path: record for record in stored}
    parts = {
        **{path: _file_fingerprint(file) for path, file in files.items()},
        **{changed_day_key(path): file.changed.isoformat() for path, file in files.items()},
        **{each.id: _sha256([each.model_dump_json()]) for each in dossier.statements},
        **{register_key(name): _sha256(lines) for name, lines in dossier.register.lines.items()},
    }
    return Fingerprints(
        _sha256([today.isoformat(), f"packs: {packs}", *_structure(dossier)]), parts
    )


def dependency_of_field(record_key: str, field: str) -> str:
    """The dependency that a text has by reading a field of the record with some key."""
    return changed_day_key(record_key) if field == CHANGED else record_key


def changed_day_key(path: str) -> str:
    """The key of the day on which a file was last changed."""
    return f"{CHANGED} {path}"


def register_key(name: str) -> str:
    """The key of the events of a name."""
    return f"register {name}"


def record_keys(dossier: Dossier) -> Mapping[RecordIdentity, str]:
    """The key of every record of the content, by the identity of the record."""
    events = dossier.register.history.items()
    return {
        **{key: place.document.path for key, place in dossier.places.items()},
        **{
            identity(inner): statement.id
            for statement in dossier.statements
            for _, inner in records(statement)
        },
        **{identity(event): register_key(name) for name, found in events for event in found},
    }


def _sha256(texts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()


def _file_fingerprint(record: Stored) -> str:
    """Of a file without its day, statements and entries, which have fingerprints of their own."""
    return _sha256([record.model_dump_json(exclude={CHANGED, *_fields_apart(type(record))})])


@cache
def _fields_apart(model: type[Stored]) -> frozenset[str]:
    entries = {kind.items for kind in ENTRIES if SINGLE_FILES[kind.file] is model}
    return frozenset(entries | ({"statements"} if issubclass(model, Chapter) else set()))


def _structure(dossier: Dossier) -> Iterator[str]:
    yield str(len(dossier.register.events) // page_numbers.EVENTS)  # the number of full pages
    for file in dossier.files:
        for keys, record in records(file):
            yield f"{type(record).__name__} {keys} {_structure_of(record)}"
    for slug, lines in dossier.texts.items():
        yield from (slug, *lines)
    for slug, text in dossier.evidence.items():
        yield from (slug, text)
    for name, events in dossier.register.history.items():
        has_moved = dossier.register.former_places(name)
        yield from (name, *(event.model_dump_json() for event in events if has_moved))


def _structure_of(record: Record) -> str:
    """A record without its display-only fields, but with the targets of the links in them.

    Whether such a field is filled counts as well.
    """
    targets = [
        f"{keys} {[*inline_links.targets(text)]}"
        for keys, _, text in marked_texts(record, RichText)
    ]
    return record.model_dump_json(exclude=_left_out(type(record))) + "".join(targets)


@cache
def _left_out(model: type[Record]) -> set[str]:
    """The fields that do not count for the structure.

    Display-only fields affect only the texts that read them; nested records are visited separately.
    """
    return {*display_only_fields(model), *fields_with_records(model)}
