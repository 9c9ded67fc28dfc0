"""Which records a text is rendered from: reads of display-only fields are reported.

No renderer has to declare what it shows, so none can forget to. Within ``tracking`` each
display-only field of the model is a descriptor that reports its reads, and whatever reads a record
as a whole (comparing, hashing, copying or dumping it) reports all its display-only fields. Outside
of it the model is as its authors wrote it.

A cached value hides its reads from every later caller, so no cache in the packages that render
may read a display-only field: a test watches every cache while the small world is rendered.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache, wraps
from typing import Any, NoReturn, TypeVar

from generator.dossier.register import Event
from generator.model import Record
from generator.model.scalars import DisplayOnly
from generator.model.traversal import fields_with, records

Text = TypeVar("Text")
Listener = Callable[[Record, str], None]
"""Is called with a record and the name of the field that is read."""
KeyOf = Callable[[Record, str], str]
"""Gives the key of a field of a record."""
_LISTENER: ContextVar[Listener | None] = ContextVar("listener", default=None)

WHOLE_RECORD_READS = (
    "__copy__",
    "__deepcopy__",
    "__eq__",
    "__getstate__",
    "__hash__",
    "__iter__",
    "__repr_args__",
    "__replace__",
    "copy",
    "dict",
    "json",
    "model_copy",
    "model_dump",
    "model_dump_json",
)
"""The methods of pydantic that read all fields at once, not one attribute after another."""


@cache
def display_only_fields(model: type[Record]) -> frozenset[str]:
    """The fields that affect only the texts that show them; of an event, those are all."""
    if issubclass(model, Event):
        return frozenset(model.model_fields)
    return fields_with(model, DisplayOnly)


@dataclass(frozen=True)
class _Keys:
    """The keys of what was read for a text so far."""

    own: set[str] = field(default_factory=set)
    of_pieces: set[str] = field(default_factory=set)


_KEYS: ContextVar[_Keys | None] = ContextVar("keys", default=None)


def trace(render: Callable[[], Text], key_of: KeyOf) -> tuple[Text, frozenset[str]]:
    """A rendered text, and the keys of all that was read of records meanwhile.

    Works within ``tracking`` alone.
    """
    keys = _Keys()
    token = _KEYS.set(keys)
    try:
        with listening(lambda record, field: keys.own.add(key_of(record, field))):
            text = render()
    finally:
        _KEYS.reset(token)
    return text, frozenset(keys.own | keys.of_pieces)


def trace_piece(make: Callable[[], Text], key_of: KeyOf) -> tuple[Text, frozenset[str]]:
    """A piece of the text that is being traced, and the keys of all that it depends on.

    That is what was read for it, and what was read before that for no other piece: on that may
    depend what is in this piece.
    """
    around = _KEYS.get() or _Keys()
    before = frozenset(around.own)
    text, keys = trace(make, key_of)
    reuse_piece(before | keys)
    return text, before | keys


def reuse_piece(keys: frozenset[str]) -> None:
    """Have the text that is being traced depend on what a piece of it depends on."""
    if around := _KEYS.get():
        around.of_pieces.update(keys)


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """Report the reads of display-only fields to a listener; works within ``tracking`` alone."""
    token = _LISTENER.set(listener)
    try:
        yield
    finally:
        _LISTENER.reset(token)


@contextmanager
def tracking() -> Iterator[None]:
    """Have the model report reads of its display-only fields."""
    with ExitStack() as replaced:
        for model in _models(Record):
            for name in display_only_fields(model):
                replaced.enter_context(_replaced(model, name, _ReportingField(name)))
            for name in WHOLE_RECORD_READS:
                if method := _own_method(model, name):
                    replaced.enter_context(_replaced(model, name, _reporting(method)))
        yield


def _models(base: type[Record]) -> Iterator[type[Record]]:
    yield base
    for model in base.__subclasses__():
        yield from _models(model)


def _own_method(model: type[Record], name: str) -> Callable[..., Any] | None:
    """A method to be replaced: the base class has those of pydantic, others what they define."""
    found: Callable[..., Any] | None = vars(model).get(name)
    return getattr(model, name, None) if model is Record else found


@contextmanager
def _replaced(model: type[Record], name: str, value: object) -> Iterator[None]:
    """Give a class an attribute while the body runs, and take it away again."""
    own = vars(model)
    before = {name: own[name]} if name in own else {}
    setattr(model, name, value)
    try:
        yield
    finally:
        if before:
            setattr(model, name, before[name])
        else:
            delattr(model, name)


class _ReportingField:
    """A field that reports its reads."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, record: Record | None, _: type[Record]) -> Any:  # noqa: ANN401
        if record is None:
            raise AttributeError(
                self._name
            )  # as without the descriptor: pydantic asks for a default
        if listener := _LISTENER.get():
            listener(record, self._name)
        return record.__dict__[self._name]

    def __set__(self, record: Record, _: object) -> NoReturn:
        """Makes this a data descriptor: Python would read the record's own dictionary first."""
        message = f"{type(record).__name__} is frozen"
        raise AttributeError(message)


def _reporting(method: Callable[..., Any]) -> Callable[..., Any]:
    """A method that first reports all display-only fields of a record and of those inside it."""

    @wraps(method)
    def reporting(record: Record, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        if listener := _LISTENER.get():
            for read in (record, *args):  # comparing reads both
                _report_all(read, listener)
        return method(record, *args, **kwargs)

    return reporting


def _report_all(read: object, listener: Listener) -> None:
    for _, record in records(read) if isinstance(read, Record) else ():
        for name in display_only_fields(type(record)):
            listener(record, name)
