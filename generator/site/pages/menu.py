"""Checks the menu in mkdocs.yml: it has every page that belongs in it, and no other entries."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from pathspec import GitIgnoreSpec

from generator.model import characters
from generator.model.scalars import is_plain
from generator.model.traversal import KeyPath
from generator.parsing.problem import Problem, did_you_mean, escape_blanks
from generator.parsing.validation_messages import NOT_PLAIN
from generator.parsing.yaml_editor import format_words
from generator.parsing.yaml_reader import Document
from generator.site.views.page import Page

RULE = "menu"


def check(document: Document, pages: Iterable[Page]) -> Iterator[Problem]:
    """Report pages that the menu lacks, and entries without a page or without a title."""
    if not isinstance(document.value, dict):
        return
    menu_pages = {page.path: page for page in pages if not page.list}
    entries = dict(_entries(document.value.get("nav"), ("nav",)))
    excluded = _excluded(document.value.get("not_in_nav"))
    for path, page in menu_pages.items():
        if path not in entries.values() and not excluded.match_file(path):
            message = f"een pagina ontbreekt in het menu; voeg toe: {_line(page)}"
            yield document.key_problem(("nav",), message, RULE)
    for key_path, path in entries.items():
        if title := next((key for key in key_path if not is_plain(str(key))), None):
            yield document.key_problem(key_path, f"'{title}' {NOT_PLAIN}", RULE)
        if path not in menu_pages:
            message = f"'{path}' is geen pagina voor het menu{did_you_mean(path, menu_pages)}"
            yield document.problem(key_path, message, RULE)
        elif isinstance(key_path[-1], int):
            # Without a name here, the menu would depend on a page that may not be read again.
            message = f"geef deze pagina hier een naam: {_line(menu_pages[path])}"
            yield document.problem(key_path, message, RULE)


def _line(page: Page) -> str:
    """The line of the menu with a page, as an editor can paste it."""
    name = _AMPERSAND.sub(" en ", page.title.translate(_WITHOUT_HTML))
    return f"- {escape_blanks(format_words(name))}: {page.path}"


_WITHOUT_HTML = str.maketrans('<>"', "()'")
_AMPERSAND = re.compile(r" ?&(?! ) ?")


def _excluded(patterns: Any) -> GitIgnoreSpec:  # noqa: ANN401
    """The pages left out of the menu on purpose, with patterns as MkDocs understands them."""
    return GitIgnoreSpec.from_lines(characters.lines(patterns) if isinstance(patterns, str) else ())


def _entries(value: Any, key_path: KeyPath) -> Iterator[tuple[KeyPath, str]]:  # noqa: ANN401
    """Every path in the menu, with its key path."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _entries(item, (*key_path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _entries(item, (*key_path, key))
    elif isinstance(value, str):
        yield key_path, value
