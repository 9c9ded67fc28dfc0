"""What every record and every file has."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any, ClassVar, NoReturn, get_args

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo
from pydantic.json_schema import SkipJsonSchema

from generator.scalars import DayOfChange, Shown, Slug

FILE_NAME = "(file name)"
"""Under this key a file is given its slug: no editor can write it by accident."""

Listener = Callable[["Record", str], None]
"""Is told of a record and of the name of the field that is read."""
_LISTENER: ContextVar[Listener | None] = ContextVar("listener", default=None)


class Record(BaseModel):
    """A part of the content. Who listens is told when something is read of it that is shown."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)
    all_is_shown: ClassVar[bool] = False
    """Whether all of its fields are, not just those that are marked as shown."""


@cache
def shown(model: type[Record]) -> frozenset[str]:
    """The names of the fields that are shown, and hang together with nothing else."""
    fields = model.model_fields.items()
    return frozenset(name for name, info in fields if model.all_is_shown or _is_shown(info))


def _is_shown(hint: Any) -> bool:  # noqa: ANN401  (a type hint is anything)
    """Whether a type hint bears the mark, however deep."""
    if isinstance(hint, FieldInfo):
        inner: tuple[Any, ...] = (*hint.metadata, hint.annotation)
    else:
        inner = (*getattr(hint, "__metadata__", ()), *get_args(hint))
    return isinstance(hint, Shown) or any(map(_is_shown, inner))


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


class File(Record):
    """A file in ``content/``, which is a page of the site."""

    slug: SkipJsonSchema[Slug] = Field(validation_alias=FILE_NAME)
    """De naam van het bestand zonder extensie. Niet in het bestand zelf te schrijven."""
    changed: DayOfChange
    """Dag waarop deze inhoud voor het laatst is gewijzigd, als jjjj-mm-dd."""
