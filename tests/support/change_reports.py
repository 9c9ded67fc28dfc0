"""Change reports of edits to the small dossier, as lines by heading."""

import datetime as dt
from collections.abc import Mapping

from generator.dossier.loader import read
from generator.editing import change_report
from generator.editing.change_report import Side
from generator.site import files
from generator.site.views.linker import Linker
from tests.conftest import WORLD, world_texts

DAY = dt.date(2020, 6, 1)
MENU = "mkdocs.yml"
Edit = tuple[str, str, str]
"""A file, a text in it and what replaces that."""


def texts_of_world() -> dict[str, str]:
    """The content of the small dossier and its menu."""
    return {**world_texts(), MENU: (WORLD / MENU).read_text(encoding="utf-8")}


def side(texts: Mapping[str, str], templates: Mapping[str, str]) -> Side:
    """One side of a comparison; without templates no page is rendered."""
    content = {path: text for path, text in texts.items() if path != MENU}
    dossier = read(content).dossier
    assert dossier
    rendered = files.render(dossier, templates, DAY) if templates else {}
    return Side(Linker(dossier, DAY), rendered, texts[MENU])


def edited(*edits: Edit) -> dict[str, str]:
    """The small dossier after some edits."""
    texts = texts_of_world()
    for path, old, new in edits:
        assert old in texts[path], old
        texts[path] = texts[path].replace(old, new)
    return texts


def lines_of(before: Side, after: Side) -> dict[str, list[str]]:
    """The lines of a report by heading."""
    return dict(change_report.sections(before, after))


def report_of(*edits: Edit, templates: Mapping[str, str] | None = None) -> dict[str, list[str]]:
    """The lines of the report of some edits by heading; that of pages only with templates."""
    pages = templates or {}
    return lines_of(side(texts_of_world(), pages), side(edited(*edits), pages))
