"""A way through records: the records inside them, and the texts that their model marks."""

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic.fields import FieldInfo

from generator.model import Record
from generator.model.scalars import Reference, RichText

Step = str | int
Keys = tuple[Step, ...]
"""The way from the top of a file to a value: ``("statements", 3, "text")``."""

Mark = TypeVar("Mark", Reference, RichText)


def records(record: Record, keys: Keys = ()) -> Iterator[tuple[Keys, Record]]:
    """A record and all records inside it, each with the way to it."""
    yield keys, record
    for name in names_with_records(type(record)):
        for way, value in _items(getattr(record, name)):
            if isinstance(value, Record):
                yield from records(value, (*keys, name, *way))


@cache
def names_with_records(model: type[Record]) -> tuple[str, ...]:
    """The names of the fields in which records may stand."""
    return tuple(name for name, info in model.model_fields.items() if _holds_records(info))


def _holds_records(hint: Any) -> bool:  # noqa: ANN401  (a type hint is anything)
    """Whether a record may stand in a value of such a type, however deep."""
    if isinstance(hint, FieldInfo):
        return _holds_records(hint.annotation)
    if isinstance(hint, type) and issubclass(hint, Record):
        return True
    return any(map(_holds_records, get_args(hint)))


def marked(record: Record, mark: type[Mark]) -> Iterator[tuple[Keys, Mark, str]]:
    """The texts in a record's own fields that bear a mark, each with the way to it."""
    for name, found in _marked_fields(type(record)).items():
        if isinstance(found, mark):
            steps: Keys
            for steps, value in _items(getattr(record, name)):
                if value is not None:
                    yield (name, *steps), found, value


def _items(value: object) -> Iterator[tuple[Keys, Any]]:
    if isinstance(value, tuple):
        yield from (((at,), item) for at, item in enumerate(value))
    elif isinstance(value, dict):
        yield from (((key,), item) for key, item in value.items())
    else:
        yield (), value


@cache
def _marked_fields(model: type[Record]) -> dict[str, Reference | RichText]:
    fields = ((name, _mark(info)) for name, info in model.model_fields.items())
    return {name: found for name, found in fields if found}


def _mark(hint: Any) -> Reference | RichText | None:  # noqa: ANN401  (a type hint is anything)
    """The first mark in a type hint, however deep it stands."""
    if isinstance(hint, Reference | RichText):
        return hint
    if isinstance(hint, FieldInfo):
        inner: tuple[Any, ...] = (*hint.metadata, hint.annotation)
    else:
        inner = (*getattr(hint, "__metadata__", ()), *get_args(hint))
    return next((found for part in inner if (found := _mark(part))), None)


def fields_with(model: type[Record], marker: type[object]) -> frozenset[str]:
    """The names of the fields whose type carries a marker, however deep."""
    fields = model.model_fields.items()
    return frozenset(name for name, info in fields if _carries(info, marker))


def _carries(hint: Any, marker: type[object]) -> bool:  # noqa: ANN401  (a type hint is anything)
    if isinstance(hint, FieldInfo):
        inner: tuple[Any, ...] = (*hint.metadata, hint.annotation)
    else:
        inner = (*getattr(hint, "__metadata__", ()), *get_args(hint))
    return isinstance(hint, marker) or any(_carries(each, marker) for each in inner)
