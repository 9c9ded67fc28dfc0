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

from generator import links, paging
from generator.dossier import Dossier
from generator.fields import marked, names_of_marked, names_with_records, records
from generator.model import Chapter, File, Record, Statement
from generator.register import Event
from generator.scalars import RichText


@dataclass(frozen=True)
class Marks:
    frame: str
    parts: Mapping[str, str]
    """By key: the path of a file, the number of a statement, or the key of a name's events."""


def marks(dossier: Dossier, today: dt.date) -> Marks:
    """The marks of a dossier, as things stand on a day."""
    parts = {
        **{dossier.place(file).document.path: _file_mark(file) for file in dossier.files},
        **{each.id: _mark([each.model_dump_json()]) for each in dossier.statements},
        **{
            register_key(name): _mark(event.model_dump_json() for event in events)
            for name, events in dossier.register.history.items()
        },
    }
    return Marks(_mark([today.isoformat(), *_frame(dossier)]), parts)


def register_key(name: str) -> str:
    """The key of what is recorded of a name."""
    return f"register {name}"


def keys_by_identity(dossier: Dossier) -> Mapping[int, str]:
    """The key of every record of the content, by the identity of the record."""
    found = {each: place.document.path for each, place in dossier.places.items()}
    return found | {id(statement): statement.id for statement in dossier.statements}


def _mark(texts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()


def _file_mark(file: File) -> str:
    """Statements have marks of their own; all else is marked with its file."""
    apart = {"statements"} if isinstance(file, Chapter) else set()
    return _mark([file.model_dump_json(exclude=apart)])


def _frame(dossier: Dossier) -> Iterator[str]:
    yield str(len(dossier.register.events) // paging.EVENTS)  # so many pages of changes are full
    for file in dossier.files:
        for keys, record in records(file):
            yield f"{type(record).__name__} {keys} {_shape(record)}"
    for slug, lines in dossier.texts.items():
        yield from (slug, *lines)
    for name, events in dossier.register.history.items():
        left = dossier.register.former_places(name)
        yield from (name, *(event.model_dump_json() for event in events if left))


def _shape(record: Record) -> str:
    """A record without its words: what they link to, and whether there are any, counts."""
    words = [f"{keys} {[*links.targets(text)]}" for keys, _, text in marked(record, RichText)]
    return record.model_dump_json(exclude=_wordy(type(record))) + "".join(words)


@cache
def _wordy(model: type[Record]) -> set[str]:
    """The fields that only the record itself shows, and those with records: these come by apart."""
    shown = {"changed", *({"text"} if model in (Statement, Event) else ())}
    return shown | {*names_of_marked(model, RichText), *names_with_records(model)}
