"""Where in a workbook the problems are that a check of the content would report."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import PurePosixPath

from generator.dossier.content_folder import model_of
from generator.dossier.kinds import LISTED
from generator.editing.sheets.columns import Sheet, list_field, sheets
from generator.editing.sheets.mistakes import Cell, Mistake
from generator.editing.sheets.new_rows import NewRow
from generator.editing.sheets.workbook_reader import SheetRow
from generator.grouping import gather
from generator.model.traversal import KeyPath
from generator.parsing.problem import Problem, escape_invisible
from generator.parsing.yaml_errors import Position
from generator.parsing.yaml_reader import Document, parse


def placed(
    problems: Sequence[Problem],
    content: Mapping[str, str],
    rows: Sequence[SheetRow],
    new: Sequence[NewRow],
) -> Iterator[Mistake]:
    """The problems with content that came of a workbook, at their cells.

    What is not in the workbook keeps its place in the content.
    """
    by_name = {(row.sheet.title, row.key): row for row in rows if row.key}
    by_name |= {(each.sheet.title, each.name): each.row for each in new}
    for path, found in gather((each.path, each) for each in problems).items():
        document = parse(path, content.get(path, ""))
        keys = _keys_by_position(document)
        for problem in found:
            at = keys.get((problem.line, problem.column), ())
            if missing := _MISSING.search(problem.message):
                at = (*at[:-1], missing[1])
            cell = _cell(document, at, by_name)
            message = escape_invisible(f"{problem.message} [{problem.rule}]")
            yield Mistake(cell, message) if cell else Mistake(Cell(), str(problem))


_MISSING = re.compile(r"^verplicht veld '(\w+)' ontbreekt$")
"""A problem that is reported where the record begins."""


def _keys_by_position(document: Document) -> dict[Position, KeyPath]:
    """What is written where: of several values at one position the innermost."""
    layout = document.layout
    written = [*layout.positions.items(), *layout.key_positions.items()]
    return {at: keys for keys, at in sorted(written, key=lambda each: len(each[0]))}


def _cell(
    document: Document, keys: KeyPath, rows: Mapping[tuple[str, str], SheetRow]
) -> Cell | None:
    """The cell of what is written at a key path, or its row; None if it is not in the workbook."""
    model = model_of(document.path)
    if not model:
        return None
    sheet, name, inside = _sheets_by_model().get(model), PurePosixPath(document.path).stem, keys
    for kind in LISTED:
        if len(keys) > 1 and list_field(model, kind.model) == keys[0]:
            sheet, inside = _sheets_by_model()[kind.model], keys[2:]
            item = document.value[keys[0]][keys[1]]
            name = str(item.get(sheet.key)) if isinstance(item, dict) else ""
    row = rows.get((sheet.title, name)) if sheet else None
    return row.places.get(str(inside[0]) if inside else "", row.place) if row else None


@cache
def _sheets_by_model() -> dict[type, Sheet]:
    return {each.kind.model: each for each in sheets()}
