"""Gives the headings of texts of our own a name: the one that was their anchor."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from generator.editing.conversion import ConversionError, readable
from generator.model.traversal import KeyPath
from generator.parsing import yaml_editor
from generator.parsing.yaml_editor import Edit
from generator.parsing.yaml_reader import Document, parse, spans
from generator.text import slugs


def convert(texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The new text of each file with a heading that has no name, with its path."""
    for path, text in texts.items():
        field = _field(path)
        new = _with_names(readable(path, text), field) if field else text
        if new != text:
            yield path, new


def _field(path: str) -> str:
    """The field of a content file with texts of our own; empty if it has none."""
    if path == "content/dossier.yml":
        return "home"
    return "sections" if PurePosixPath(path).match("content/pages/*.yml") else ""


def _with_names(document: Document, field: str) -> str:
    keys = [(field, at, "heading") for at in _nameless(document.value.get(field))]
    names = [slugs.from_title(str(_value(document, each))) for each in keys]
    edits = [_edit(document, each, name) for each, name in zip(keys, names, strict=True)]
    text = yaml_editor.apply(document.text, edits)
    named = parse(document.path, text)
    if [_value(named, (*each[:-1], "slug")) for each in keys] != names:
        message = "schrijf de stukken tekst met elk veld op een eigen regel"
        raise ConversionError(document.problem((field,), message, "yaml"))
    return text


def _nameless(sections: object) -> Iterator[int]:
    """The positions of the pieces of text with a heading and without a name."""
    for at, section in enumerate(sections if isinstance(sections, list) else ()):
        if isinstance(section, dict) and "heading" in section and "slug" not in section:
            yield at


def _value(document: Document, keys: Sequence[str | int]) -> Any:  # noqa: ANN401  (any value)
    value = document.value
    for key in keys:
        value = value[key] if isinstance(key, int) else (value or {}).get(key)
    return value


def _edit(document: Document, keys: KeyPath, name: str) -> Edit:
    """The name as a field before the heading."""
    line, column = document.layout.key_positions[keys]
    lines = document.text.split("\n")
    start = sum(len(each) + 1 for each in lines[: line - 1]) + column - 1
    is_in_braces = keys[:-1] in spans(document.text)
    end = ", " if is_in_braces else "\n" + " " * (column - 1)
    return Edit((start, start), f"slug: {name}{end}")
