"""Traversal of records: nested records, and texts in fields that have a marker."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic.fields import FieldInfo

from generator.model import Record
from generator.model.scalars import Reference, RichText

Key = str | int
KeyPath = tuple[Key, ...]
"""The keys that lead from the top of a file to a value: ``("statements", 3, "text")``."""

Marker = TypeVar("Marker", Reference, RichText)


def records(record: Record, keys: KeyPath = ()) -> Iterator[tuple[KeyPath, Record]]:
    """A record and all records nested inside it, each with its key path."""
    yield keys, record
    for name in fields_with_records(type(record)):
        if found := getattr(record, name):
            for path, value in _items(found):
                if isinstance(value, Record):
                    yield from records(value, (*keys, name, *path))


@cache
def fields_with_records(model: type[Record]) -> tuple[str, ...]:
    """The names of the fields that can hold nested records."""
    return tuple(name for name, info in model.model_fields.items() if _can_hold_records(info))


def _can_hold_records(hint: Any) -> bool:  # noqa: ANN401  (a type hint can be anything)
    """Whether a value of this type can contain a record, at any depth."""
    if isinstance(hint, FieldInfo):
        return _can_hold_records(hint.annotation)
    if isinstance(hint, type) and issubclass(hint, Record):
        return True
    return any(map(_can_hold_records, get_args(hint)))


def marked_texts(record: Record, kind: type[Marker]) -> Iterator[tuple[KeyPath, Marker, str]]:
    """The texts in a record's own fields with a kind of marker: key path, marker and text."""
    for name, marker in _markers_by_field(type(record)).items():
        if isinstance(marker, kind):
            path: KeyPath
            for path, value in _text_items(getattr(record, name)):
                yield (name, *path), marker, value


def texts(record: Record, fields: Iterable[str]) -> Iterator[tuple[KeyPath, str]]:
    """The texts in some fields of a record, without those of nested records."""
    for name in fields:
        for path, value in _text_items(getattr(record, name)):
            yield (name, *path), value


def _text_items(value: object) -> Iterable[tuple[KeyPath, str]]:
    """The texts among the items of a field value; most fields have one text, or nothing."""
    if isinstance(value, str):
        return (((), value),)
    if not value:
        return ()
    return [(path, item) for path, item in _items(value) if isinstance(item, str)]


def _items(value: object) -> Iterator[tuple[KeyPath, Any]]:
    """The items of a field value with their key path inside it; a single value has no keys."""
    if isinstance(value, tuple):
        yield from (((index,), item) for index, item in enumerate(value))
    elif isinstance(value, dict):
        yield from (((key,), item) for key, item in value.items())
    else:
        yield (), value


@cache
def _markers_by_field(model: type[Record]) -> dict[str, Reference | RichText]:
    fields = ((name, _marker(info)) for name, info in model.model_fields.items())
    return {name: marker for name, marker in fields if marker}


def _marker(hint: Any) -> Reference | RichText | None:  # noqa: ANN401  (a type hint can be anything)
    """The first marker in a type hint, at any depth."""
    if isinstance(hint, Reference | RichText):
        return hint
    if isinstance(hint, FieldInfo):
        inner: tuple[Any, ...] = (*hint.metadata, hint.annotation)
    else:
        inner = (*getattr(hint, "__metadata__", ()), *get_args(hint))
    return next((found for part in inner if (found := _marker(part))), None)


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
