"""Adds the page of a new file to the menu in mkdocs.yml."""

import json
from collections.abc import Iterator
from typing import Any

from generator.dossier import urls
from generator.dossier.dossier import Dossier
from generator.dossier.kind import Kind
from generator.model.traversal import KeyPath
from generator.parsing.yaml_editor import UnsupportedNotationError, YamlEditor, apply
from generator.parsing.yaml_reader import parse


class NoPlaceError(Exception):
    """The menu is written in a way that cannot be edited; the message is in Dutch."""


def with_entry(menu: str, dossier: Dossier, kind: Kind, slug: str, title: str) -> str:
    """The menu with a page of a kind, below the last one of its kind or else at the end.

    ``dossier`` is that of before the page was added.

    Raises:
        NoPlaceError: the menu is written in brackets, or is missing.

    """
    editor = YamlEditor(menu)
    entries = list(_entries((editor.document.value or {}).get("nav"), ("nav",)))
    pages = {kind.list_page, *(urls.page(each) for each in dossier.of_kind(kind))}
    *before, at = _last(entries, pages) or ("nav", len(_top_level(entries)) - 1)
    line = f"{_key(title)}: {urls.page_of_kind(kind, slug)}"
    try:
        return apply(menu, [editor.insert(tuple(before), int(at) + 1, [line])])
    except (UnsupportedNotationError, LookupError) as error:
        raise NoPlaceError(f"zet de pagina zelf in het menu: - {line}") from error


def _entries(value: Any, keys: KeyPath) -> Iterator[tuple[KeyPath, str]]:  # noqa: ANN401
    """Every page of the menu, with the key path of its item."""
    for at, item in enumerate(value if isinstance(value, list) else ()):
        for title, each in item.items() if isinstance(item, dict) else ():
            if isinstance(each, str):
                yield (*keys, at), each
            yield from _entries(each, (*keys, at, title))


def _last(entries: list[tuple[KeyPath, str]], pages: set[str]) -> KeyPath | None:
    return next((keys for keys, page in reversed(entries) if page in pages), None)


def _top_level(entries: list[tuple[KeyPath, str]]) -> set[object]:
    return {keys[1] for keys, _ in entries}


def _key(title: str) -> str:
    """A title as a key of YAML: in quotation marks if it would be read as something else."""
    is_plain = parse("", f"{title}: x").value == {title: "x"}
    return title if is_plain else json.dumps(title, ensure_ascii=False)
