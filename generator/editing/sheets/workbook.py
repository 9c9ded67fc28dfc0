"""The content as a workbook: a sheet for each kind of record, a row for each record."""

import datetime as dt
import io
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from generator.dossier import days_of_change
from generator.dossier.dossier import Dossier
from generator.editing.sheets import dimensions
from generator.editing.sheets.columns import Column, Sheet, sheets
from generator.editing.sheets.mistakes import Cell, Mistake, SheetError
from generator.editing.sheets.rows import NO, YES, ContentRow, rows_of
from generator.site.exports.workbooks import LONGEST_TEXT, OLDEST_DAY

ORIGIN_TITLE = "Herkomst"
"""The hidden column with what each row was made from."""
ORIGIN_NOTE = "Laat deze kolom staan: hieraan is te zien wat u hebt gewijzigd."
EXTRA_ROWS = 200
"""How many rows below the last one also have the choices of their column."""
_CODE = re.compile(r"x[0-9A-Fa-f]{4}_")
"""Part of the code for a character in a workbook, such as ``_x000D_``."""
LONGEST_CHOICES = 255
"""A limit of Excel, in characters."""


class _Formats(NamedTuple):
    """How cells look."""

    head: Format
    by_form: Mapping[str, Format]
    """By the form of their column. All text is text, whatever is typed."""


def _formats(book: xlsxwriter.Workbook) -> _Formats:
    shared = {"valign": "top", "text_wrap": True}
    text = book.add_format({**shared, "num_format": "@"})
    number = book.add_format({**shared, "num_format": "0"})
    day = book.add_format({**shared, "num_format": "yyyy-mm-dd"})
    head = book.add_format({**shared, "num_format": "@", "bold": True})
    return _Formats(head, {"text": text, "number": number, "day": day, "yes or no": text})


def workbook(dossier: Dossier) -> bytes:
    """The workbook of a dossier.

    Raises:
        SheetError: a text is longer than a cell can be, or would be read as another one.

    """
    data, found = io.BytesIO(), rows_of(dossier)
    day = days_of_change.of_everything(dossier)
    with xlsxwriter.Workbook(data, {"in_memory": True, "strings_to_urls": False}) as book:
        created = dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC).replace(tzinfo=None)
        book.set_properties({"title": dossier.settings.title, "created": created})
        formats = _formats(book)
        for sheet in sheets():
            page, rows = book.add_worksheet(sheet.title), found[sheet.title]
            widths = [dimensions.width(each, rows) for each in sheet.columns]
            _write_head(page, sheet, widths, formats)
            _write_rows(page, rows, widths, formats)
            page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})  # a year is a text
            page.autofilter(0, 0, max(len(rows), 1), len(sheet.columns))
            _write_choices(page, sheet, dossier, found)
    return data.getvalue()


def _write_head(page: Worksheet, sheet: Sheet, widths: Sequence[int], formats: _Formats) -> None:
    page.freeze_panes(1, 1)
    titles = [each.title for each in sheet.columns]
    page.set_row(0, dimensions.height(titles, widths, dimensions.BUTTON))
    page.set_comments_author("")
    for at, column in enumerate(sheet.columns):
        page.set_column(at, at, widths[at], formats.by_form[column.form])
        _write_title(page, at, (column.title, column.note), formats)
    origin = len(sheet.columns)
    page.set_column(origin, origin, None, formats.by_form["text"], {"hidden": True})
    _write_title(page, origin, (ORIGIN_TITLE, ORIGIN_NOTE), formats)


def _write_title(page: Worksheet, at: int, words: tuple[str, str], formats: _Formats) -> None:
    title, note = words
    page.write_string(0, at, title, formats.head)
    page.write_comment(0, at, note, {"x_scale": 2.2, "y_scale": 1.6})


def _write_rows(
    page: Worksheet, rows: Sequence[ContentRow], widths: Sequence[int], formats: _Formats
) -> None:
    for number, row in enumerate(rows, 1):
        texts = [row.cells[each.field] for each in row.sheet.columns]
        page.set_row(number, dimensions.height(texts, widths))
        for at, (column, text) in enumerate(zip(row.sheet.columns, texts, strict=True)):
            place = Cell(row.sheet.title, number + 1, at + 1, column.title)
            _write(page, place, text, column, formats)
        page.write_string(number, len(row.sheet.columns), row.origin, formats.by_form["text"])


def _write(page: Worksheet, place: Cell, text: str, column: Column, formats: _Formats) -> None:
    at, shape = (place.row - 1, place.column - 1), formats.by_form[column.form]
    if column.form == "day" and (day := _day(text)):
        page.write_datetime(*at, day, shape)
    elif column.form == "number" and text.isdecimal():
        page.write_number(*at, int(text), shape)
    elif len(text) > LONGEST_TEXT:
        raise SheetError(Mistake(place, f"deze tekst is langer dan {LONGEST_TEXT} tekens"))
    elif code := _CODE.search(text):
        message = f"spreadsheets lezen ‘{code[0]}’ als één teken; wijzig dit in het bestand zelf"
        raise SheetError(Mistake(place, message))
    elif text:
        page.write_string(*at, text, shape)


def _day(text: str) -> dt.date | None:
    """The day that a text is, if spreadsheet programs have it as well."""
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return None
    return day if day >= OLDEST_DAY else None


# Choices ------------------------------------------------------------------------------------------


def _write_choices(
    page: Worksheet, sheet: Sheet, dossier: Dossier, rows: Mapping[str, Sequence[ContentRow]]
) -> None:
    last = len(rows[sheet.title]) + EXTRA_ROWS
    for at, column in enumerate(sheet.columns):
        if source := _choices(column, dossier, rows):
            kind = "warning" if column.names_of else "stop"
            page.data_validation(
                1, at, last, at, {"validate": "list", "source": source, "error_type": kind, **HELP}
            )


HELP = {
    "error_title": "Niet in de lijst",
    "error_message": "Kies een waarde uit de lijst, of maak de cel leeg.",
}


def _choices(
    column: Column, dossier: Dossier, rows: Mapping[str, Sequence[ContentRow]]
) -> list[str] | str | None:
    """What to choose from in a column: words, or the cells that have them; None if anything fits.

    Several names in one cell cannot be chosen.
    """
    if column.separator:
        return None
    if other := next((each for each in sheets() if each.kind.key == column.names_of), None):
        name, last = other.title.replace("'", "''"), len(rows[other.title]) + 1
        return f"='{name}'!${xl_col_to_name(0)}$2:${xl_col_to_name(0)}${max(last, 2)}"
    known = dossier.referable.get(column.names_of, ())
    words = [YES, NO] if column.form == "yes or no" else [*column.choices, *known]
    return words if words and len(",".join(words)) <= LONGEST_CHOICES else None
