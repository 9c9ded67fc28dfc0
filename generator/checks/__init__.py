"""The rules of the content, grouped by subject.

A rule is a small generator that yields its violations: a record, the key path in it to the mistake,
and a Dutch message. It does not know the files and lines of records; ``runner`` adds them. A
mistake in the text of a source has the line of that text for its record.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import NamedTuple, Protocol

from generator.dossier.dossier import Dossier
from generator.model import Record
from generator.model.traversal import KeyPath


class TextLine(NamedTuple):
    """A line of the text of a source."""

    source: str
    """The slug of the source."""
    number: int
    """Counted from 1."""


Finding = tuple[Record | TextLine, KeyPath, str]
Rule = Callable[[Dossier], Iterator[Finding]]


class DatedRule(Protocol):
    """A rule about today: it is given the day as well."""

    def __call__(self, dossier: Dossier, today: dt.date) -> Iterator[Finding]:
        """The violations as of a day."""
