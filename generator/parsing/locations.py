"""Where records were written, and what could not be read."""

from dataclasses import dataclass

from generator.model.traversal import Keys
from generator.parsing.yaml_reader import Document


@dataclass(frozen=True)
class Place:
    """Where a record was written."""

    document: Document
    keys: Keys
    whole: bool = True
    """Whether nothing had to be left out of it."""


@dataclass(frozen=True)
class Lost:
    """What was written but could not be read, so that nobody is told twice about one mistake."""

    names: frozenset[str] = frozenset()
    """IDs and slugs."""
    lines: frozenset[int] = frozenset()
    """Lines of source texts, and…"""
    texts: frozenset[str] = frozenset()
    """…quotes from them, of statements that were lost."""
