"""Which content a text is made of, noted while it is made.

All that a renderer knows of a dossier it gets from the dossier, by asking for it or by asking
something about it. A traced dossier notes the records that go by, either way; so no renderer has to
say what it shows, and none can forget to.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar, cast

from generator.backlinks import Backlinks
from generator.dossier import Dossier
from generator.marks import keys_by_identity, register_key
from generator.model import Record
from generator.register import Change, Event, Register, Version

Text = TypeVar("Text")


class Tracer:
    """Makes texts, and tells for each of which content it was made."""

    def __init__(self, dossier: Dossier) -> None:
        self._keys = keys_by_identity(dossier)
        self._noted: set[str] = set()
        self.dossier = cast("Dossier", _Traced(dossier, self._note))
        """The same dossier, that notes what is asked of it."""

    def trace(self, make: Callable[[], Text]) -> tuple[Text, frozenset[str]]:
        """A text, and the keys of what it was made of: as ``marks`` has them."""
        self._noted.clear()
        return make(), frozenset(self._noted)

    def _note(self, record: Record) -> None:
        key = register_key(record.id) if isinstance(record, Event) else self._keys.get(id(record))
        if key:
            self._noted.add(key)


Note = Callable[[Record], None]


class _Traced:
    """Stands in for a value: what is got from it, or given to it, is noted."""

    def __init__(self, value: Any, note: Note) -> None:  # noqa: ANN401  (it stands in for any)
        self._value = value
        self._note = note

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        value = getattr(self._value, name)
        traced = _traced(value, self._note)
        if traced is not value:
            setattr(self, name, traced)  # it notes when it is used, not when it is got
        return traced


class _TracedMapping(_Traced, Mapping[Any, Any]):
    """A look-up notes what it finds."""

    def __getitem__(self, key: object) -> Any:  # noqa: ANN401
        return _traced(self._value[key], self._note)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._value)

    def __len__(self) -> int:
        return len(self._value)


def _traced(value: Any, note: Note) -> Any:  # noqa: ANN401
    """A value, noted, or what stands in for it to note what is got from it."""
    if value is None or isinstance(value, str | int | Record | Version | Change | tuple):
        _note_all(value, note)
        return value
    if isinstance(value, Iterator):
        return (_traced(each, note) for each in value)
    if isinstance(value, Mapping):
        return _TracedMapping(value, note)
    if isinstance(value, Backlinks | Register):
        return _Traced(value, note)
    return _traced_call(value, note) if callable(value) else value


def _note_all(value: Any, note: Note) -> None:  # noqa: ANN401
    if isinstance(value, Record):
        note(value)
    elif isinstance(value, Version | Change):
        note(value.event)
    elif isinstance(value, tuple) and value and not isinstance(value[0], str):
        for each in value:
            _note_all(each, note)


def _traced_call(function: Callable[..., Any], note: Note) -> Callable[..., Any]:
    def traced(*given: Any) -> Any:  # noqa: ANN401
        _note_all(given, note)
        return _traced(function(*given), note)

    return traced
