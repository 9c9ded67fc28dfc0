"""What changed in mkdocs.yml: the menu, and any other setting."""

from collections.abc import Iterator
from typing import Any

from generator.editing.change_report import literal, menu
from generator.editing.change_report.comparison import Comparison
from generator.model import characters
from generator.parsing.content_files import CONFIGURATION
from generator.parsing.yaml_reader import Document, parse

MENU = "nav"


def menu_changes(found: Comparison) -> Iterator[str]:
    before, after = _documents(found)
    if not (before.problems or after.problems):
        yield from menu.changes(_menu(before), _menu(after), found.new_names)


def _menu(document: Document) -> Any:  # noqa: ANN401  (what an editor wrote)
    return document.value.get(MENU) if isinstance(document.value, dict) else None


def settings(found: Comparison) -> Iterator[str]:
    """The settings other than the menu that were added, removed or changed, by their keys."""
    before, after = _documents(found)
    for problem in (*before.problems, *after.problems)[:1]:
        yield f"niet te vergelijken: {literal.literal_markdown(str(problem))}"
        return
    old, new = dict(_leaves(before.value)), dict(_leaves(after.value))
    for key in dict.fromkeys((*old, *new)):
        if old.get(key) != new.get(key):
            words = literal.list_changes(old.get(key, []), new.get(key, []))
            yield f"{literal.code(key)}: {words}"


def _documents(found: Comparison) -> tuple[Document, Document]:
    """mkdocs.yml on both sides; empty if it did not change at all."""
    before, after = found.before.configuration, found.after.configuration
    if before == after:
        return Document(CONFIGURATION), Document(CONFIGURATION)
    return parse(CONFIGURATION, before), parse(CONFIGURATION, after)


def _leaves(value: Any, key: str = "") -> Iterator[tuple[str, list[str]]]:  # noqa: ANN401
    """Each setting with the path of its key and its values; a text is the list of its lines."""
    if isinstance(value, dict) and value:
        for name, each in value.items():
            if key or name != MENU:
                yield from _leaves(each, f"{key}.{name}" if key else str(name))
    elif isinstance(value, list) and any(isinstance(each, dict | list) for each in value):
        for number, each in enumerate(value, 1):
            yield from _leaves(each, f"{key}.{number}")
    elif isinstance(value, list) and value:
        yield key, [str(each) for each in value]
    elif key:
        yield key, characters.lines(str(value))
