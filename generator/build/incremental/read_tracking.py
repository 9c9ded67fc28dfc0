"""Which content a text is made of, noted while it is made.

A record tells when something is read of it that is shown. So no renderer has to say what it shows,
and none can forget to.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any, NoReturn, TypeVar

from generator.build.incremental.fingerprints import DAY, day_key, keys_by_identity
from generator.dossier.dossier import Dossier
from generator.model import Record
from generator.model.record import shown

Text = TypeVar("Text")

Listener = Callable[[Record, str], None]
"""Is told of a record and of the name of the field that is read."""
_LISTENER: ContextVar[Listener | None] = ContextVar("listener", default=None)


class Tracer:
    """Makes texts of a dossier, and tells for each of which content it was made."""

    def __init__(self, dossier: Dossier) -> None:
        self._keys = keys_by_identity(dossier)
        self._noted: set[str] = set()

    def trace(self, make: Callable[[], Text]) -> tuple[Text, frozenset[str]]:
        """A text, and the keys of what it was made of: as ``marks`` has them."""
        self._noted.clear()
        with listening(self._note):
            text = make()
        return text, frozenset(self._noted)

    def _note(self, record: Record, field: str) -> None:
        key = self._keys[id(record)]
        self._noted.add(day_key(key) if field == DAY else key)


class _Told:
    """A field that tells when it is read."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, record: Record | None, _: type[Record]) -> Any:  # noqa: ANN401
        if record is None:
            raise AttributeError(self._name)  # as without this: pydantic asks for a default
        if listener := _LISTENER.get():
            listener(record, self._name)
        return record.__dict__[self._name]

    def __set__(self, record: Record, _: object) -> NoReturn:
        """Without this, Python would look in the record first."""
        message = f"{type(record).__name__} is frozen"
        raise AttributeError(message)


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """Tell a listener of all that is read of records and is shown."""
    _make_all_tell()
    token = _LISTENER.set(listener)
    try:
        yield
    finally:
        _LISTENER.reset(token)


@cache
def _make_all_tell() -> None:
    """Put this in place once someone listens: who does not, reads faster without."""
    for model in _models(Record):
        for name in shown(model):
            setattr(model, name, _Told(name))


def _models(base: type[Record]) -> Iterator[type[Record]]:
    for model in base.__subclasses__():
        yield model
        yield from _models(model)
