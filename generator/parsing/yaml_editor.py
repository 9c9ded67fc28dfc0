"""Edits to the text of a YAML file that leave every other character unchanged.

A file is never serialized again: new lines are inserted and values are replaced in the text, so
comments, quotation marks and empty lines are kept.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.model import characters
from generator.model.traversal import KeyPath
from generator.parsing.yaml_reader import Document, Span, parse, spans

InlineValue = str | int | bool | tuple[str, ...]
"""A value that is written on one line."""
NestedRecord = Mapping[str, InlineValue]
"""A record inside another record."""
Value = InlineValue | NestedRecord | list[NestedRecord]

_PLAIN = re.compile(r"(?:[a-z0-9-]*[a-z][a-z0-9-]*|[A-Z]+-[0-9]+|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)")
_PLAIN_WORDS = re.compile(r"[^\W\d_](?:[\w ’()/.,-]*[\w’)])?")
_AMBIGUOUS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
"""Words that some YAML parsers read as another value than text."""
_NUMBER = re.compile(r"0x[0-9a-f]+|0o[0-7]+|0b[01]+|[0-9]+e-?[0-9]+")
"""Numbers with a letter in them."""


class UnsupportedNotationError(Exception):
    """The file is valid, but its YAML notation cannot be edited; the message is in Dutch."""


@dataclass(frozen=True)
class Edit:
    """A replacement for a span of text."""

    span: Span
    text: str


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text after the edits, which must not overlap; their spans refer to the given text."""
    for edit in sorted(edits, key=lambda each: each.span, reverse=True):
        start, end = edit.span
        text = text[:start] + edit.text + text[end:]
    return text


# Values -------------------------------------------------------------------------------------------


def format_value(value: InlineValue) -> str:
    """A value as YAML that every YAML parser reads as that same value."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, tuple):
        return f"[{', '.join(map(format_value, value))}]"
    plain = _PLAIN.fullmatch(value) and value not in _AMBIGUOUS and not value.startswith("-")
    return value if plain and not _NUMBER.fullmatch(value) else quoted(value)


def format_words(words: str) -> str:
    """A title as YAML that every parser reads as that same text; quoted only if it must be."""
    plain = _PLAIN_WORDS.fullmatch(words) and words.casefold() not in _AMBIGUOUS
    return words if plain else quoted(words)


def quoted(text: str) -> str:
    """A text as YAML in double quotes, which is JSON as well."""
    return json.dumps(text, ensure_ascii=False)


def record_lines(values: Mapping[str, Value]) -> list[str]:
    """A record as lines of YAML, without indentation."""
    return [line for name, value in values.items() for line in _field(name, value)]


def _field(name: str, value: Value) -> list[str]:
    if isinstance(value, str | int | tuple):
        return [f"{name}: {format_value(value)}"]
    if isinstance(value, list):
        blocks = (_indented("  - ", record_lines(part)) for part in value)
        return [f"{name}:", *(line for block in blocks for line in characters.lines(block))]
    return [f"{name}:", *(f"  {line}" for line in record_lines(value))]


# Files --------------------------------------------------------------------------------------------


class YamlEditor:
    """The text of a valid YAML file, with methods that make edits to it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = spans(text)
        self.document: Document = parse("", text)

    def replace(self, keys: KeyPath, old: str, new: str) -> Edit:
        """Replace a part of the value at ``keys``; its quotation marks are kept."""
        start, end = self.spans[keys]
        return Edit((start, end), self.text[start:end].replace(old, new))

    def rename_key(self, keys: KeyPath, new: str) -> Edit:
        """Rename the last key of ``keys``, which is a plain word; its value stays."""
        line, column = self.document.layout.key_positions[keys]
        start = sum(len(each) + 1 for each in self.text.split("\n")[: line - 1]) + column - 1
        quoted = self.text[start] in "'\""
        return Edit((start + quoted, start + quoted + len(str(keys[-1]))), new)

    def set(self, keys: KeyPath, value: InlineValue) -> Edit:
        """Replace the value at ``keys``, which must exist."""
        return Edit(self.spans[keys], format_value(value))

    def insert(self, keys: KeyPath, at: int, lines: list[str]) -> Edit:
        """Insert a record, given as lines, at index ``at`` (from 0) of the list at ``keys``.

        Raises:
            UnsupportedNotationError: the list is written in brackets.

        """
        count = len(self._list(keys))
        if not count:
            return self._insert_first(keys, lines)
        if (*keys, 0) in self.spans or keys in self.spans:
            raise UnsupportedNotationError(f"de lijst '{keys[-1]}' staat tussen haken")
        block = _indented(self.item_prefix(keys), lines)
        gap = "\n" if self._is_spaced(keys) else ""
        if at < count:
            return self.insert_lines(self.start_of_line((*keys, at)), block + gap)
        return self.insert_lines(self.end_of((*keys, count - 1)), gap + block)

    def add_to_list(self, keys: KeyPath, value: str, after: KeyPath) -> Edit:
        """Append a value to the list at ``keys``; a new list is put on a line below ``after``."""
        values = self._list(keys)
        if keys in self.spans:
            end = self.spans[keys][1] - 1
            return Edit((end, end), f", {format_value(value)}" if values else format_value(value))
        if values:
            block = _indented(self.item_prefix(keys), [format_value(value)])
            return self.insert_lines(self.end_of((*keys, len(values) - 1)), block)
        indent = " " * (self.document.layout.key_positions[after][1] - 1)
        return self.insert_lines(
            self.end_of(after), f"{indent}{keys[-1]}: {format_value((value,))}\n"
        )

    def value(self, keys: KeyPath) -> Any:  # noqa: ANN401  (whatever is written there)
        """The value at ``keys``; None if the last of them is not there."""
        value = self.document.value
        for step in keys:
            value = value.get(step) if isinstance(value, dict) else value[step]
        return value

    def _list(self, keys: KeyPath) -> list[object]:
        return self.value(keys) or []

    def _insert_first(self, keys: KeyPath, lines: list[str]) -> Edit:
        """Insert the first record of a list that is empty or missing."""
        block = _indented("  - ", lines)
        if keys in self.spans:
            return Edit(self.spans[keys], "\n" + block.rstrip("\n"))
        return self.insert_lines(len(self.text), f"\n{keys[-1]}:\n{block}")

    def insert_lines(self, offset: int, block: str) -> Edit:
        """Insert lines at an offset; the last line of the file may lack its line ending."""
        unfinished = offset == len(self.text) and not self.text.endswith("\n")
        return Edit((offset, offset), f"\n{block}" if unfinished else block)

    def item_prefix(self, keys: KeyPath) -> str:
        """The text before the first item of a list, up to and including its dash."""
        line, column = self.document.layout.positions[(*keys, 0)]
        return self.text.split("\n")[line - 1][: column - 1]

    def start_of_line(self, keys: KeyPath) -> int:
        line, _ = self.document.layout.positions[keys]
        return sum(len(each) + 1 for each in self.text.split("\n")[: line - 1])

    def end_of(self, keys: KeyPath) -> int:
        """The offset just after the last line of the value at ``keys``."""
        end = max(end for each, (_, end) in self.spans.items() if each[: len(keys)] == keys)
        if self.text[:end].endswith("\n"):  # the span of block text includes empty lines
            return len(self.text[:end].rstrip()) + 1
        line_end = self.text.find("\n", end)
        return len(self.text) if line_end < 0 else line_end + 1

    def _is_spaced(self, keys: KeyPath) -> bool:
        """Whether empty lines separate the items of a list; True for a list of one item."""
        if (*keys, 1) not in self.document.layout.positions:
            return True
        between = self.text[self.end_of((*keys, 0)) : self.start_of_line((*keys, 1))]
        return any(not line.strip() for line in characters.lines(between))


def _indented(dash: str, lines: list[str]) -> str:
    """Lines as a list item: the first after ``dash``, the others indented to match."""
    first, *rest = lines
    return "".join([f"{dash}{first}\n", *(f"{' ' * len(dash)}{line}\n" for line in rest)])


def schema_comment(text: str) -> list[str]:
    """The comment that links a file to its schema, as a list of at most one line."""
    first = text.split("\n", 1)[0]
    return [first] if first.startswith("# yaml-language-server:") else []
