"""Tables to download as CSV, and what their columns mean as CSVW.

Every table is there twice, for no file is read well by programs and by Excel alike:

- For programs, as RFC 4180 and CSVW expect: UTF-8, commas, a line for each record, dates as ISO
  8601 has them. Excel takes the separator from the settings of the computer, so that with Dutch
  ones all is in one column; after a line ``sep=`` it no longer reads UTF-8.
- For Excel, as it saves Unicode text itself: UTF-16 with the low byte first, and tabs. It opens
  such a file in columns with any settings. All is between quotes, because LibreOffice takes commas
  for separators as well.
  https://wiki.scn.sap.com/wiki/display/ABAP/Excel+files+-+CSV+format

A table for Excel has no permalink of its own: the table is cited by the other file.
"""

import codecs
import csv
import datetime as dt
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from generator.dossier import urls
from generator.site.pieces import Make, Pieces, without_cache
from generator.site.tables import TABLES
from generator.site.tables.table import SEPARATOR, Cell, Column, Table
from generator.site.views.escaping import in_cell
from generator.site.views.linker import Linker
from generator.site.views.page import BinaryOutput, Output
from generator.text import slugs

BYTE_ORDER_MARK = "\ufeff"
"""Without it, spreadsheet programs do not read the text as UTF-8."""


class _QuotedWithTabs(csv.excel_tab):
    quoting = csv.QUOTE_ALL


def outputs(link: Linker, pieces: Pieces = without_cache) -> Iterator[Output]:
    """Every table, and the description of them all."""
    for table in TABLES:
        yield table.path, partial(_for_programs, link, table, pieces)
    yield urls.TABLES_METADATA, partial(_metadata, link)


def outputs_for_excel(link: Linker, pieces: Pieces = without_cache) -> Iterator[BinaryOutput]:
    """Every table once more, as Excel opens it with any settings."""
    for table in TABLES:
        yield urls.table_for_excel(table.path), partial(_for_excel, link, table, pieces)


def _for_programs(link: Linker, table: Table, pieces: Pieces) -> str:
    piece = partial(pieces, table.path)
    return BYTE_ORDER_MARK + "".join(_csv(link, table, csv.excel, piece))


def _for_excel(link: Linker, table: Table, pieces: Pieces) -> bytes:
    piece = partial(pieces, urls.table_for_excel(table.path))
    text = "".join(_csv(link, table, _QuotedWithTabs, piece))
    return codecs.BOM_UTF16_LE + text.encode("utf-16-le")


def _csv(
    link: Linker, table: Table, dialect: type[csv.Dialect], piece: Callable[[str, Make], str]
) -> Iterator[str]:
    yield _lines([[column.title for column in table.columns_for(link)]], dialect)
    for number, rows in enumerate(table.parts(link)):
        yield piece(str(number), partial(_lines_of, rows, dialect))


def _lines_of(rows: Callable[[], list[list[Cell]]], dialect: type[csv.Dialect]) -> str:
    return _lines((map(_written, row) for row in rows()), dialect)


def _lines(rows: Iterable[Iterable[str]], dialect: type[csv.Dialect]) -> str:
    text = io.StringIO()
    csv.writer(text, dialect).writerows(rows)
    return text.getvalue()


def _written(cell: Cell) -> str:
    if isinstance(cell, dt.date):
        return cell.isoformat()
    return in_cell(cell) if isinstance(cell, str) else "" if cell is None else str(cell)


# What the columns mean ----------------------------------------------------------------------------


def _metadata(link: Linker) -> str:
    """The tables as CSVW (https://www.w3.org/TR/tabular-metadata/) describes them."""
    described = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "nl"}],
        "dc:title": link.dossier.settings.title,
        "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True},
        "tables": [_described(table, table.columns_for(link)) for table in TABLES],
    }
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"


def _described(table: Table, columns: Sequence[Column]) -> dict[str, object]:
    return {
        "url": urls.page_name(table.path),
        "dc:title": table.title,
        "tableSchema": {"columns": [_column(column) for column in columns]},
    }


def _column(column: Column) -> dict[str, object]:
    separator = {"separator": SEPARATOR} if column.is_list else {}
    return {
        "name": slugs.from_title(column.title).replace("-", "_"),
        "titles": column.title,
        "dc:description": column.what,
        "datatype": column.datatype,
        **separator,
    }
