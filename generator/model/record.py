"""What every record and every file has."""

from functools import cache
from typing import Any, ClassVar, get_args

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo
from pydantic.json_schema import SkipJsonSchema

from generator.model.scalars import DayOfChange, Shown, Slug

FILE_NAME = "(file name)"
"""Under this key a file is given its slug: no editor can write it by accident."""


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


class File(Record):
    """A file in ``content/``, which is a page of the site."""

    slug: SkipJsonSchema[Slug] = Field(validation_alias=FILE_NAME)
    """De naam van het bestand zonder extensie. Niet in het bestand zelf te schrijven."""
    changed: DayOfChange
    """Dag waarop deze inhoud voor het laatst is gewijzigd, als jjjj-mm-dd."""
