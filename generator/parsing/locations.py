"""Where records are written, and which parts of the content could not be read."""

from dataclasses import dataclass

from generator.model.traversal import KeyPath
from generator.parsing.yaml_reader import Document


@dataclass(frozen=True)
class Location:
    """The file and key path at which a record is written."""

    document: Document
    keys: KeyPath
    whole: bool = True
    """Whether the record was read in full: no invalid part had to be removed."""


@dataclass(frozen=True)
class Unread:
    """Content that could not be read: used to avoid a second problem for the same mistake."""

    names: frozenset[str] = frozenset()
    """IDs and slugs that unread records may have."""
    lines: frozenset[int] = frozenset()
    """Numbers of the source lines in unread records."""
    texts: frozenset[str] = frozenset()
    """Texts of statements in unread records."""
