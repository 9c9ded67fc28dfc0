"""The menu in mkdocs.yml: every page that belongs in it is there, and leads somewhere."""

from collections.abc import Iterable, Iterator
from typing import Any

from pathspec import GitIgnoreSpec

from generator.model.traversal import Keys
from generator.parsing.problem import Problem, nearest
from generator.parsing.yaml_reader import Document
from generator.site.views.page import Page

RULE = "menu"


def check(document: Document, pages: Iterable[Page]) -> Iterator[Problem]:
    """The listed pages that the menu lacks, and the entries that lead nowhere."""
    if not isinstance(document.value, dict):
        return
    listed = {page.path: page for page in pages if not page.list}
    entries = dict(_entries(document.value.get("nav"), ("nav",)))
    kept_out = _kept_out(document.value.get("not_in_nav"))
    for path, page in listed.items():
        if path not in entries.values() and not kept_out.match_file(path):
            message = f"een pagina ontbreekt in het menu; voeg toe: - {page.title}: {path}"
            yield document.key_problem(("nav",), message, RULE)
    for keys, path in entries.items():
        if path not in listed:
            message = f"'{path}' is geen pagina voor het menu{nearest(path, listed)}"
            yield document.problem(keys, message, RULE)
        elif isinstance(keys[-1], int):  # or its name would hang on a page that is not read again
            message = f"geef deze pagina hier een naam: - {listed[path].title}: {path}"
            yield document.problem(keys, message, RULE)


def _kept_out(patterns: Any) -> GitIgnoreSpec:  # noqa: ANN401
    """The pages that are meant not to be in the menu, told as MkDocs understands it."""
    return GitIgnoreSpec.from_lines(patterns.splitlines() if isinstance(patterns, str) else ())


def _entries(value: Any, keys: Keys) -> Iterator[tuple[Keys, str]]:  # noqa: ANN401
    if isinstance(value, list):
        for at, item in enumerate(value):
            yield from _entries(item, (*keys, at))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _entries(item, (*keys, key))
    elif isinstance(value, str):
        yield keys, value
