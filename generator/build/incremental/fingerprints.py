"""Marks of all that a text may be made of: another mark tells that it changed.

What one text shows is marked apart: each file, each statement, the events of each name. What any
text may hang on is marked as a whole, in the frame: who points to whom, in which order and under
which name, and which day it is. Within a frame, a change to the words of a record touches only the
texts that are made of it.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from generator.dossier import page_numbers
from generator.dossier.dossier import Dossier
from generator.model import Chapter, File, Record
from generator.model.record import shown
from generator.model.scalars import RichText
from generator.model.traversal import marked, names_with_records, records
from generator.text import inline_links

DAY = "changed"
"""The field with the day of a file's last change, which very many texts show and nothing else."""


@dataclass(frozen=True)
class Marks:
    frame: str
    parts: Mapping[str, str]
    """By key: the path of a file, the number of a statement, or the key of a day or of events."""


def marks(dossier: Dossier, today: dt.date) -> Marks:
    """The marks of a dossier, as things stand on a day."""
    files = {dossier.place(file).document.path: file for file in dossier.files}
    parts = {
        **{path: _file_mark(file) for path, file in files.items()},
        **{day_key(path): file.changed.isoformat() for path, file in files.items()},
        **{each.id: _mark([each.model_dump_json()]) for each in dossier.statements},
        **{
            register_key(name): _mark(event.model_dump_json() for event in events)
            for name, events in dossier.register.history.items()
        },
    }
    return Marks(_mark([today.isoformat(), *_frame(dossier)]), parts)


def day_key(path: str) -> str:
    """The key of the day on which a file was last changed."""
    return f"{DAY} {path}"


def register_key(name: str) -> str:
    """The key of what is recorded of a name."""
    return f"register {name}"


def keys_by_identity(dossier: Dossier) -> Mapping[int, str]:
    """The key of every record of the content, by the identity of the record."""
    events = dossier.register.history.items()
    return {
        **{each: place.document.path for each, place in dossier.places.items()},
        **{id(statement): statement.id for statement in dossier.statements},
        **{id(event): register_key(name) for name, found in events for event in found},
    }


def _mark(texts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()


def _file_mark(file: File) -> str:
    """Statements and the day have marks of their own; all else is marked with its file."""
    apart = {DAY, "statements"} if isinstance(file, Chapter) else {DAY}
    return _mark([file.model_dump_json(exclude=apart)])


def _frame(dossier: Dossier) -> Iterator[str]:
    yield str(
        len(dossier.register.events) // page_numbers.EVENTS
    )  # so many pages of changes are full
    for file in dossier.files:
        for keys, record in records(file):
            yield f"{type(record).__name__} {keys} {_shape(record)}"
    for slug, lines in dossier.texts.items():
        yield from (slug, *lines)
    for name, events in dossier.register.history.items():
        left = dossier.register.former_places(name)
        yield from (name, *(event.model_dump_json() for event in events if left))


def _shape(record: Record) -> str:
    """A record without what is shown: what that links to, and whether there is any, counts."""
    words = [
        f"{keys} {[*inline_links.targets(text)]}" for keys, _, text in marked(record, RichText)
    ]
    return record.model_dump_json(exclude=_apart(type(record))) + "".join(words)


@cache
def _apart(model: type[Record]) -> set[str]:
    """The fields that only who shows them hangs on, and those with records: these come by apart."""
    return {*shown(model), *names_with_records(model)}
