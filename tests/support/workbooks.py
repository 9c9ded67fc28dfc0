"""Workbooks as editors change them, with openpyxl in the place of their spreadsheet program."""

import io
from collections.abc import Callable, Mapping
from typing import Any

import openpyxl

from generator.dossier.loader import read
from generator.editing.sheets import workbook_reader
from generator.editing.sheets.changes import Changes, changes
from generator.editing.sheets.mistakes import SheetError
from generator.editing.sheets.rows import rows_of
from generator.editing.sheets.update import UpdatedContent, update_content
from tests.conftest import TODAY

Edit = Callable[[Any], None]
"""Changes an open workbook."""


def edited(data: bytes, *edits: Edit) -> bytes:
    """A workbook after edits, opened and saved by another program than the one that made it."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    for edit in edits:
        edit(book)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def cell(book: Any, sheet: str, key: str, title: str) -> Any:  # noqa: ANN401  (openpyxl has no types)
    """The cell of a record, by the name of the sheet, its key, and what is above the column."""
    page = book[sheet]
    titles = [each.value for each in page[1]]
    (row,) = (each for each in range(2, page.max_row + 1) if page.cell(each, 1).value == key)
    return page.cell(row, titles.index(title) + 1)


def set_cell(sheet: str, key: str, title: str, value: object) -> Edit:
    """An edit that gives a cell a value."""

    def edit(book: Any) -> None:  # noqa: ANN401  (as above)
        cell(book, sheet, key, title).value = value

    return edit


def add_row(sheet: str, values: Mapping[str, object], below: str = "") -> Edit:
    """An edit that adds a row: below the record with a key, or else as the last one."""

    def edit(book: Any) -> None:  # noqa: ANN401  (as above)
        page = book[sheet]
        titles = [each.value for each in page[1]]
        at = cell(book, sheet, below, titles[0]).row + 1 if below else page.max_row + 1
        page.insert_rows(at)
        for title, value in values.items():
            page.cell(at, titles.index(title) + 1).value = value

    return edit


def found_changes(texts: Mapping[str, str], data: bytes) -> Changes:
    """What a workbook changes in some content."""
    dossier = read(texts).dossier
    assert dossier
    return changes(workbook_reader.read(data), rows_of(dossier))


def taken_in(texts: Mapping[str, str], data: bytes) -> UpdatedContent:
    """Some content with what a workbook changes in it."""
    dossier = read(texts).dossier
    assert dossier
    return update_content(dossier, texts, found_changes(texts, data), dossier.next_number(), TODAY)


def mistakes(texts: Mapping[str, str], data: bytes) -> list[str]:
    """Why a workbook is refused; none if it is not."""
    try:
        taken_in(texts, data)
    except SheetError as error:
        return [*map(str, error.mistakes)]
    return []
