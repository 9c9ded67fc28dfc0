"""Turns plain values into records, without invalid parts: one run reports all mistakes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, islice
from pathlib import PurePosixPath
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from generator.model import FILE_NAME, Stored
from generator.model.record import StrictModel
from generator.model.traversal import KeyPath
from generator.parsing.problem import MAX_FOUND
from generator.parsing.yaml_reader import Document

PYDANTIC_KEY = "[key]"
"""Pydantic's last location step when a key itself is invalid."""

AnyModel = TypeVar("AnyModel", bound=StrictModel)


@dataclass(frozen=True)
class Fault:
    """One invalid part of a file."""

    keys: KeyPath
    """The key path to it in the file."""
    kind: str
    """Pydantic's error type, such as ``missing``; ``empty`` for a value left open."""
    value: object
    """The invalid value."""
    context: Mapping[str, Any] = field(default_factory=dict)

    @property
    def keys_to_remove(self) -> KeyPath:
        """The key path to remove so that the rest can be valid.

        That is the record itself if one of its fields is missing or its file name is invalid.
        """
        is_of_record = self.kind == "missing" or self.keys[-1:] == (FILE_NAME,)
        return self.keys[:-1] if is_of_record else self.keys


@dataclass(frozen=True)
class Validated(Generic[AnyModel]):
    """A file without its invalid parts."""

    record: AnyModel | None
    """None if nothing valid is left."""
    removed: frozenset[KeyPath]
    """The key paths of the removed parts."""
    faults: tuple[Fault, ...]


def validate(document: Document, model: type[AnyModel]) -> Validated[AnyModel]:
    """Remove invalid parts until the rest is valid.

    Only the faults of the first attempt count, and of these the first ``MAX_FOUND``.
    """
    removed = empty = frozenset(() if document.is_filled else _empty_values(document.value))
    reported: tuple[Fault, ...] = ()
    while () not in removed:
        try:
            record = _record(document, model, removed)
            return Validated(record, removed, _first(empty, reported))
        except ValidationError as error:
            faults = tuple(_faults(document.value, error, removed))
            reported = reported or tuple(fault for fault in faults if fault.keys not in empty)
            removed |= {fault.keys_to_remove for fault in faults}
    return Validated(None, removed, _first(empty, reported))


def _first(empty: Iterable[KeyPath], reported: Iterable[Fault]) -> tuple[Fault, ...]:
    """The faults to report: the empty values and the others."""
    empty_values = (Fault(keys, "empty", None) for keys in sorted(empty, key=repr)[:MAX_FOUND])
    return tuple(islice(chain(empty_values, reported), MAX_FOUND))


def _empty_values(value: Any, here: KeyPath = ()) -> Iterable[KeyPath]:  # noqa: ANN401
    """The key paths of empty values: a key or a dash with nothing after it."""
    if value is None:
        yield here
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _empty_values(item, (*here, key))
    elif isinstance(value, list):
        for at, item in enumerate(value):
            yield from _empty_values(item, (*here, at))


def _record(document: Document, model: type[AnyModel], removed: frozenset[KeyPath]) -> AnyModel:
    value = without(document.value, removed)
    if isinstance(value, dict) and issubclass(model, Stored):
        value = {**value, FILE_NAME: PurePosixPath(document.path).stem}
    return model.model_validate(value)


def _faults(value: Any, error: ValidationError, removed: frozenset[KeyPath]) -> Iterable[Fault]:  # noqa: ANN401
    original = OriginalKeys(value, removed)
    for each in error.errors(include_url=False):
        location = [step for step in each["loc"] if step != PYDANTIC_KEY]
        yield Fault(original.keys(location), each["type"], each["input"], each.get("ctx", {}))


def without(value: Any, removed: frozenset[KeyPath], here: KeyPath = ()) -> Any:  # noqa: ANN401
    """A copy of a value without the parts at the key paths in ``removed``."""
    if not removed:
        return value
    if isinstance(value, dict):
        return {
            key: without(item, removed, (*here, key))
            for key, item in value.items()
            if (*here, key) not in removed
        }
    if isinstance(value, list):
        return [
            without(item, removed, (*here, at))
            for at, item in enumerate(value)
            if (*here, at) not in removed
        ]
    return value


class OriginalKeys:
    """Finds where the parts of a value without its removed parts are in the full value."""

    def __init__(self, value: Any, removed: frozenset[KeyPath]) -> None:  # noqa: ANN401
        self._value = value
        self._removed = removed
        self._kept: dict[KeyPath, list[int]] = {}

    def keys(self, keys: Iterable[Any]) -> KeyPath:
        """The key path in the full value for a key path in the value without removed parts."""
        here: KeyPath = ()
        value = self._value
        for step in keys:
            if isinstance(value, list) and isinstance(step, int):
                at = self._items(here, value)[step]
                here, value = (*here, at), value[at]
            elif isinstance(value, dict):
                here, value = (*here, step), value.get(step)
        return here

    def _items(self, here: KeyPath, items: list[Any]) -> list[int]:
        """The indexes of the items of a list that are not removed."""
        if here not in self._kept:
            indexes = range(len(items))
            self._kept[here] = [at for at in indexes if (*here, at) not in self._removed]
        return self._kept[here]

    @cached_property
    def incomplete(self) -> frozenset[KeyPath]:
        """The key paths of all values from which a part is removed."""
        return frozenset(keys[:size] for keys in self._removed for size in range(len(keys) + 1))
