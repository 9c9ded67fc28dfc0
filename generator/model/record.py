"""Base classes of all records and all content files."""

from typing import NewType

from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

from generator.model.scalars import DayOfChange, Slug

FILE_NAME = "(file name)"
"""The key under which the loader passes the slug of a file. No editor can write it by accident."""


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


class File(Record):
    """Base class of all files in ``content/``. Each file is a page of the site."""

    slug: SkipJsonSchema[Slug] = Field(validation_alias=FILE_NAME)
    """De naam van het bestand zonder extensie. Niet in het bestand zelf te schrijven."""
    changed: DayOfChange
    """Dag waarop deze inhoud voor het laatst is gewijzigd, als jjjj-mm-dd."""

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
