"""All tables in one spreadsheet, a sheet each: as XLSX and as ODS.

Unlike CSV, these formats say what each cell is, so that every program with any settings opens them
well: text stays text whatever it looks like, and days are days.
"""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from generator.dossier import days_of_change, urls
from generator.site.exports import opendocument
from generator.site.pieces import Pieces, without_cache
from generator.site.tables import TABLES
from generator.site.tables.table import Cell, Datatype, Table
from generator.site.views.escaping import on_one_line, rendered
from generator.site.views.linker import Linker
from generator.site.views.page import BinaryOutput
from generator.site.views.templates import Environment

if TYPE_CHECKING:
    from markupsafe import Markup
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

WIDTHS: dict[Datatype, int] = {"string": 28, "integer": 10, "date": 12, "anyURI": 40}
"""How many characters a column of each type is wide."""
LONGEST_TEXT = 32_767
LONGEST_LINK = 2_079
MOST_LINKS = 65_530
"""The limits of Excel for a cell, for a link, and for the links of a sheet."""
OLDEST_DAY = dt.date(1900, 3, 1)
"""Excel has other days before this one than the calendar has."""


def outputs(
    link: Linker, environment: Environment, pieces: Pieces = without_cache
) -> Iterator[BinaryOutput]:
    yield urls.XLSX, partial(_xlsx, link, pieces)
    yield urls.ODS, partial(_ods, link, environment, pieces)


def _lines(rows: Iterable[Iterable[Cell]]) -> list[list[Cell]]:
    """Rows with every text on one line, as in CSV."""
    return [[*map(_on_one_line, row)] for row in rows]


def _on_one_line(cell: Cell) -> Cell:
    return on_one_line(cell).strip() if isinstance(cell, str) else cell


# XLSX ---------------------------------------------------------------------------------------------


def _xlsx(link: Linker, pieces: Pieces) -> bytes:
    import xlsxwriter  # noqa: PLC0415  (slow to import, and background work needs it alone)

    data = io.BytesIO()
    day = days_of_change.of_everything(link.dossier)
    # In memory, each file in the workbook gets the same date whenever it is written.
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        created = dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC).replace(tzinfo=None)
        book.set_properties({"title": link.dossier.settings.title, "created": created})
        head, days = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        for table in TABLES:
            sheet, datatypes = book.add_worksheet(table.name), _datatypes(link, table)
            _write_head(sheet, link, table, head)
            _write_rows(sheet, datatypes, _xlsx_rows(link, table, pieces), days)
    return data.getvalue()


def _datatypes(link: Linker, table: Table) -> list[Datatype]:
    return [each.datatype for each in table.columns_for(link)]


def _xlsx_rows(link: Linker, table: Table, pieces: Pieces) -> list[list[Cell]]:
    """The rows of a table, which are kept as JSON."""
    datatypes = _datatypes(link, table)
    kept = (
        pieces(urls.XLSX, f"{table.name} {number}", partial(_as_json, part))
        for number, part in enumerate(table.parts(link))
    )
    return [[*map(_from_json, row, datatypes)] for text in kept for row in json.loads(text)]


def _as_json(part: Callable[[], list[list[Cell]]]) -> str:
    return json.dumps(_lines(part()), default=dt.date.isoformat)


def _from_json(value: str | int | None, datatype: Datatype) -> Cell:
    return dt.date.fromisoformat(str(value)) if value and datatype == "date" else value


def _write_head(sheet: Worksheet, link: Linker, table: Table, head: Format) -> None:
    columns = table.columns_for(link)
    sheet.freeze_panes(1, 0)
    for at, column in enumerate(columns):
        sheet.set_column(at, at, WIDTHS[column.datatype])
        sheet.write_string(0, at, column.title, head)


def _write_rows(
    sheet: Worksheet,
    datatypes: Sequence[Datatype],
    rows: Sequence[Sequence[Cell]],
    days: Format,
) -> None:
    links_fit = datatypes.count("anyURI") * len(rows) <= MOST_LINKS
    for row, cells in enumerate(rows, 1):
        for at, (cell, datatype) in enumerate(zip(cells, datatypes, strict=True)):
            is_link = datatype == "anyURI" and links_fit
            _write(sheet, (row, at), cell, days, is_link=is_link)


def _write(
    sheet: Worksheet, place: tuple[int, int], cell: Cell, days: Format, *, is_link: bool
) -> None:
    if isinstance(cell, int):
        sheet.write_number(*place, cell)
    elif isinstance(cell, dt.date) and cell >= OLDEST_DAY:
        sheet.write_datetime(*place, cell, days)
    elif isinstance(cell, str) and is_link and 0 < len(cell) <= LONGEST_LINK:
        sheet.write_url(*place, cell, string=cell)
    elif cell:
        text = str(cell)
        whole = len(text) <= LONGEST_TEXT
        sheet.write_string(*place, text if whole else f"{text[: LONGEST_TEXT - 1]}…")


# ODS ----------------------------------------------------------------------------------------------


def _ods(link: Linker, environment: Environment, pieces: Pieces) -> bytes:
    sheets = [_ods_sheet(link, environment, table, pieces) for table in TABLES]
    return opendocument.spreadsheet(environment, link.dossier.settings.title, sheets, WIDTHS)


def _ods_sheet(
    link: Linker, environment: Environment, table: Table, pieces: Pieces
) -> opendocument.Sheet:
    columns = table.columns_for(link)

    def rows(part: Callable[[], list[list[Cell]]]) -> Markup:
        return opendocument.rows(environment, columns, _lines(part()))

    found = [
        rendered(pieces(urls.ODS, f"{table.name} {number}", partial(rows, part)))
        for number, part in enumerate(table.parts(link))
    ]
    return opendocument.Sheet(table.name, columns, found)
