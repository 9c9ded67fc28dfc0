"""A record as it would have been with the names and line numbers that are valid now.

So a rename, or a line that was added at the top of a source, is no change of each record that
refers to it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from generator.checks.names import IN_SETTINGS
from generator.model import Record, SkippedLine, Statement
from generator.model.scalars import Reference, RichText
from generator.model.traversal import Key, fields_with, marked_texts
from generator.text import inline_links

AnyRecord = TypeVar("AnyRecord", bound=Record)


@dataclass(frozen=True)
class NewWords:
    """What has another name or another line number now."""

    names: Mapping[str, str]
    lines: Mapping[int, int]

    def name(self, name: str) -> str:
        return self.names.get(name, name)

    def links(self, text: str) -> str:
        """A text in which each link leads to a new name."""
        return inline_links.with_targets(text, self.name)


def restated(record: AnyRecord, words: NewWords) -> AnyRecord:
    """The record in new words; the same record if nothing has another name or line."""
    if not words.names and not words.lines:
        return record
    references = _references(record)
    rich_texts = fields_with(type(record), RichText)
    update: dict[str, Any] = {}
    for field, value in record:
        if field in references or field == "slug":
            update[field] = _restated(value, words, words.name)
        elif field in rich_texts:
            update[field] = _restated(value, words, words.links)
        elif field == "line" and isinstance(record, Statement | SkippedLine):
            update[field] = words.lines.get(value, value)
        else:
            update[field] = _restated(value, words, str)
    return record.model_copy(update=update)


def _references(record: Record) -> set[Key]:
    """The fields with the names of records; those of the settings are not renamed with them."""
    found = marked_texts(record, Reference)
    return {keys[0] for keys, reference, _ in found if reference.target not in IN_SETTINGS}


def _restated(value: Any, words: NewWords, text: Callable[[str], str]) -> Any:  # noqa: ANN401
    """A value of a field, and each record and text inside it, in new words."""
    if isinstance(value, str):
        return text(value)
    if isinstance(value, Record):
        return restated(value, words)
    if isinstance(value, tuple):
        return tuple(_restated(each, words, text) for each in value)
    if isinstance(value, Mapping):
        return {key: _restated(each, words, text) for key, each in value.items()}
    return value
