"""Changes to the text of a YAML file that leave every other character as it was.

A file is never written out anew: what comes in is put between two characters, what changes is
replaced where it stands, and so comments, quotation marks and empty lines stay.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model.traversal import Keys
from generator.parsing.yaml_reader import Document, Span, parse, spans

Single = str | int | bool | tuple[str, ...]
Part = Mapping[str, Single]
"""A record within another."""
Value = Single | Part | list[Part]

_PLAIN = re.compile(r"(?:[a-z0-9-]*[a-z][a-z0-9-]*|[A-Z]+-[0-9]+|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)")
_LOOKS_LIKE_MORE = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})


class UnknownFormError(Exception):
    """The file is right, but written in a way in which nothing can be put; Dutch words say so."""


@dataclass(frozen=True)
class Edit:
    """What takes the place of a stretch of text."""

    span: Span
    text: str


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text after edits, which do not overlap; their places are those in the text given."""
    for edit in sorted(edits, key=lambda each: each.span, reverse=True):
        start, end = edit.span
        text = text[:start] + edit.text + text[end:]
    return text


# Values -------------------------------------------------------------------------------------------


def written(value: Single) -> str:
    """A value as YAML that every reader of YAML takes for that value."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, tuple):
        return f"[{', '.join(map(written, value))}]"
    plain = _PLAIN.fullmatch(value) and value not in _LOOKS_LIKE_MORE and not value.startswith("-")
    return value if plain else json.dumps(value, ensure_ascii=False)


def fields(values: Mapping[str, Value]) -> list[str]:
    """A record as lines, without indentation."""
    return [line for name, value in values.items() for line in _field(name, value)]


def _field(name: str, value: Value) -> list[str]:
    if isinstance(value, str | int | tuple):
        return [f"{name}: {written(value)}"]
    if isinstance(value, list):
        blocks = (_indented("  - ", fields(part)) for part in value)
        return [f"{name}:", *(line for block in blocks for line in block.splitlines())]
    return [f"{name}:", *(f"  {line}" for line in fields(value))]


# Files --------------------------------------------------------------------------------------------


class Sheet:
    """A YAML file that can be read, as text with places in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = spans(text)
        self.document: Document = parse("", text)

    def replace(self, keys: Keys, old: str, new: str) -> Edit:
        """Another text within the value at ``keys``, its quotation marks kept."""
        start, end = self.spans[keys]
        return Edit((start, end), self.text[start:end].replace(old, new))

    def set(self, keys: Keys, value: Single) -> Edit:
        """Another value at ``keys``, where one stands."""
        return Edit(self.spans[keys], written(value))

    def insert(self, keys: Keys, at: int, lines: list[str]) -> Edit:
        """A record before the one that is now number ``at`` (from 0) of the list at ``keys``.

        Raises:
            UnknownFormError: the list is written between brackets.

        """
        count = len(self._list(keys))
        if not count:
            return self._first(keys, lines)
        if (*keys, 0) in self.spans or keys in self.spans:
            raise UnknownFormError(f"de lijst '{keys[-1]}' staat tussen haken")
        block = _indented(self._dash(keys), lines)
        gap = "\n" if self._is_spaced(keys) else ""
        if at < count:
            return self._between(self._start_of_line((*keys, at)), block + gap)
        return self._between(self._end((*keys, count - 1)), gap + block)

    def add_to_list(self, keys: Keys, value: str, after: Keys) -> Edit:
        """One more value in the list at ``keys``; a new list comes on a line below ``after``."""
        values = self._list(keys)
        if keys in self.spans:
            end = self.spans[keys][1] - 1
            return Edit((end, end), f", {written(value)}" if values else written(value))
        if values:
            block = _indented(self._dash(keys), [written(value)])
            return self._between(self._end((*keys, len(values) - 1)), block)
        indent = " " * (self.document.layout.key_positions[after][1] - 1)
        return self._between(self._end(after), f"{indent}{keys[-1]}: {written((value,))}\n")

    def _list(self, keys: Keys) -> list[object]:
        value = self.document.value
        for step in keys:
            value = value.get(step) if isinstance(value, dict) else value[step]
        return value or []

    def _first(self, keys: Keys, lines: list[str]) -> Edit:
        """The first record of a list that is empty or not there yet."""
        block = _indented("  - ", lines)
        if keys in self.spans:
            return Edit(self.spans[keys], "\n" + block.rstrip("\n"))
        return self._between(len(self.text), f"\n{keys[-1]}:\n{block}")

    def _between(self, place: int, block: str) -> Edit:
        """Lines at a place; a file may lack the end of its last line."""
        unfinished = place == len(self.text) and not self.text.endswith("\n")
        return Edit((place, place), f"\n{block}" if unfinished else block)

    def _dash(self, keys: Keys) -> str:
        """What stands before the first item of a list, its dash with it."""
        line, column = self.document.layout.positions[(*keys, 0)]
        return self.text.split("\n")[line - 1][: column - 1]

    def _start_of_line(self, keys: Keys) -> int:
        line, _ = self.document.layout.positions[keys]
        return sum(len(each) + 1 for each in self.text.split("\n")[: line - 1])

    def _end(self, keys: Keys) -> int:
        """The end of the last line of whatever stands at ``keys``."""
        end = max(end for way, (_, end) in self.spans.items() if way[: len(keys)] == keys)
        if self.text[:end].endswith("\n"):  # a text in lines of its own takes the empty ones too
            return len(self.text[:end].rstrip()) + 1
        line_end = self.text.find("\n", end)
        return len(self.text) if line_end < 0 else line_end + 1

    def _is_spaced(self, keys: Keys) -> bool:
        """Whether an empty line stands between the items of a list."""
        if (*keys, 1) not in self.document.layout.positions:
            return True
        between = self.text[self._end((*keys, 0)) : self._start_of_line((*keys, 1))]
        return any(not line.strip() for line in between.splitlines())


def _indented(dash: str, lines: list[str]) -> str:
    """Lines as an item of a list, below what stands before its first."""
    first, *rest = lines
    return "".join([f"{dash}{first}\n", *(f"{' ' * len(dash)}{line}\n" for line in rest)])


def schema_comment(text: str) -> list[str]:
    """The comment that ties a file to its schema, if it begins with one."""
    first = text.split("\n", 1)[0]
    return [first] if first.startswith("# yaml-language-server:") else []
