"""Plain values to records, leaving out what is wrong: so one run tells all mistakes of a file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from generator.model import FILE_NAME, File, Record
from generator.model.traversal import Keys
from generator.parsing.yaml_reader import Document

PYDANTIC_KEY = "[key]"
"""What pydantic puts at the end of the way to a key that is wrong itself."""

AnyRecord = TypeVar("AnyRecord", bound=Record)


@dataclass(frozen=True)
class Fault:
    """One thing that pydantic finds wrong."""

    keys: Keys
    """The way to it in the file."""
    kind: str
    """Pydantic's name for it, such as ``missing``."""
    found: object
    context: Mapping[str, Any] = field(default_factory=dict)

    @property
    def remedy(self) -> Keys:
        """What to leave out for the rest to be right: the record, if the fault is not in it.

        It lacks a field then, or its file has a name that cannot be.
        """
        is_elsewhere = self.kind == "missing" or self.keys[-1:] == (FILE_NAME,)
        return self.keys[:-1] if is_elsewhere else self.keys


@dataclass(frozen=True)
class Validated(Generic[AnyRecord]):
    """What is left of a file without the parts that are wrong."""

    record: AnyRecord | None
    """None if nothing is left."""
    removed: frozenset[Keys]
    faults: tuple[Fault, ...]


def validate(document: Document, model: type[AnyRecord]) -> Validated[AnyRecord]:
    """Leave out what is wrong until the rest is right; only the first faults are told."""
    removed = empty = frozenset(() if document.is_filled else _empty(document.value))
    told: tuple[Fault, ...] = ()
    while () not in removed:
        try:
            return Validated(_record(document, model, removed), removed, (*_unfilled(empty), *told))
        except ValidationError as error:
            faults = tuple(_faults(document.value, error, removed))
            told = told or tuple(fault for fault in faults if fault.keys not in empty)
            removed |= {fault.remedy for fault in faults}
    return Validated(None, removed, (*_unfilled(empty), *told))


def _unfilled(empty: Iterable[Keys]) -> Iterable[Fault]:
    return (Fault(keys, "empty", None) for keys in empty)


def _empty(value: Any, here: Keys = ()) -> Iterable[Keys]:  # noqa: ANN401
    """The ways to what was left open: a key or a dash with nothing after it."""
    if value is None:
        yield here
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _empty(item, (*here, key))
    elif isinstance(value, list):
        for at, item in enumerate(value):
            yield from _empty(item, (*here, at))


def _record(document: Document, model: type[AnyRecord], removed: frozenset[Keys]) -> AnyRecord:
    value = without(document.value, removed)
    if isinstance(value, dict) and issubclass(model, File):
        value = {**value, FILE_NAME: PurePosixPath(document.path).stem}
    return model.model_validate(value)


def _faults(value: Any, error: ValidationError, removed: frozenset[Keys]) -> Iterable[Fault]:  # noqa: ANN401
    for each in error.errors(include_url=False):
        way = [step for step in each["loc"] if step != PYDANTIC_KEY]
        keys = original(value, way, removed)
        yield Fault(keys, each["type"], each["input"], each.get("ctx", {}))


def without(value: Any, removed: frozenset[Keys], here: Keys = ()) -> Any:  # noqa: ANN401
    """A value without the parts at the given places."""
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


def original(value: Any, keys: Iterable[Any], removed: frozenset[Keys]) -> Keys:  # noqa: ANN401
    """The way in a value that leads where ``keys`` leads in what was left of it."""
    here: Keys = ()
    for step in keys:
        if isinstance(value, list) and isinstance(step, int):
            kept = [at for at in range(len(value)) if (*here, at) not in removed]
            here, value = (*here, kept[step]), value[kept[step]]
        elif isinstance(value, dict):
            here, value = (*here, step), value.get(step)
    return here
