"""Base classes of all records and all content files."""

from typing import Any, NewType

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo
from pydantic.json_schema import SkipJsonSchema

from generator.model.scalars import DayOfChange, DayOfReview, Line, Name, Slug

FILE_NAME = "(file name)"
"""The key under which the loader passes the slug of a file. No editor can write it by accident."""
_FOLDER = "(folder)"


def from_folder() -> Any:  # noqa: ANN401  (the default of a field is anything)
    """A field that the loader fills with the records in the folder of a kind."""
    return Field(default=(), validation_alias=_FOLDER)


def is_filled_by_loader(field: FieldInfo) -> bool:
    """Whether the loader fills a field, so that no editor writes it."""
    return field.validation_alias in (FILE_NAME, _FOLDER)


class StrictModel(BaseModel):
    """Base class of what is read from files: a frozen value without unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Record(StrictModel):
    """Base class of all content records."""


RecordIdentity = NewType("RecordIdentity", int)


def identity(record: Record) -> RecordIdentity:
    """What tells two equal records apart that were written in two places.

    It is valid as long as the record exists: whoever keeps identities keeps the records as well.
    """
    return RecordIdentity(id(record))


class Acceptance(Record, title="Waarschuwing die niet klopt"):
    """A warning about a file that is no mistake, and why it is not."""

    warning: Slug
    """De naam van de waarschuwing, die achter de melding staat."""
    about: Name
    """Het nummer of de naam waar de waarschuwing over gaat."""
    why: Line
    """Waarom het toch klopt."""


class Stored(Record):
    """Base class of every record with a file of its own in ``content/``."""

    slug: SkipJsonSchema[Slug] = Field(validation_alias=FILE_NAME)
    """De naam van het bestand zonder extensie. Niet in het bestand zelf te schrijven."""
    changed: DayOfChange
    """Dag waarop deze inhoud voor het laatst is gewijzigd, als jjjj-mm-dd."""
    accepted: tuple[Acceptance, ...] = ()
    """Waarschuwingen bij dit bestand die niet kloppen, elk met de reden."""


class Reviewable(Stored):
    """Base class of the records that can become untrue without anyone changing them."""

    reviewed: DayOfReview | None = None
    """Dag waarop iemand voor het laatst heeft nagekeken of dit nog klopt, als jjjj-mm-dd."""


class Entry(Stored):
    """Base class of records that share a page with others of their kind."""


class File(Stored):
    """Base class of the records that have a page of the site of their own."""

    @property
    def display_name(self) -> str:
        """What readers call it: its short name, if it has one, or else its full name."""
        return getattr(self, "label", None) or self.full_name

    @property
    def full_name(self) -> str:
        """Its name or title; empty for a file whose title is in the table of kinds."""
        return str(getattr(self, "name", None) or getattr(self, "title", ""))

    @property
    def description(self) -> str | None:
        """The rich text that its page begins with."""
        return getattr(self, "intro", None) or getattr(self, "what", None)
