"""Base classes of all records and all content files."""

from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

from generator.model.scalars import DayOfChange, Slug

FILE_NAME = "(file name)"
"""The key under which the loader passes the slug of a file. No editor can write it by accident."""


class Record(BaseModel):
    """Base class of all content records: a frozen value without unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class File(Record):
    """Base class of all files in ``content/``. Each file is a page of the site."""

    slug: SkipJsonSchema[Slug] = Field(validation_alias=FILE_NAME)
    """De naam van het bestand zonder extensie. Niet in het bestand zelf te schrijven."""
    changed: DayOfChange
    """Dag waarop deze inhoud voor het laatst is gewijzigd, als jjjj-mm-dd."""
