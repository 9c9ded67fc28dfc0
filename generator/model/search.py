"""What helps readers find what they call by another name."""

from typing import Annotated

from pydantic import Field

from generator.model.record import File, Record
from generator.scalars import Rich, Text


class Synonym(Record, title="Woorden van lezers"):
    """Words of readers for a word of the site."""

    word: Text
    """Het woord dat op de site staat."""
    also: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Andere woorden waarmee lezers het zoeken."""


class Search(File, title="Zoeken"):
    intro: Rich | None = None
    """Uitleg bij het zoekveld."""
    synonyms: tuple[Synonym, ...] = ()
    """De woorden van lezers, bij de woorden van de site."""
