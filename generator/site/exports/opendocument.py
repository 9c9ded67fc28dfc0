"""A spreadsheet in the OpenDocument format (ISO/IEC 26300), with typed cells."""

import datetime as dt
import io
from collections.abc import Iterable, Mapping, Sequence

from odf import config, dc, number, style
from odf import table as tables
from odf.element import Element
from odf.opendocument import OpenDocumentSpreadsheet
from odf.text import A, P

from generator.site.tables.table import Cell, Datatype

CENTIMETRES_PER_CHARACTER = 0.2
_HEAD, _DAY = "head", "day"
_FROZEN = "2"
"""The kind of split of a window in which one part does not move."""
_SHOWN_FROM = {"PositionLeft": "0", "PositionRight": "0", "PositionTop": "0", "PositionBottom": "1"}
"""The first row and column that each part of the window shows."""


class Book:
    """A spreadsheet to which sheets are added."""

    def __init__(self, title: str, widths: Mapping[Datatype, int]) -> None:
        """Begin an empty spreadsheet; ``widths`` are those of columns, in characters."""
        Element.namespaces.clear()  # else it has those of earlier documents, and other bytes
        self._document = OpenDocumentSpreadsheet()
        self._document.meta.addElement(dc.Title(text=title))
        self._names: list[str] = []
        for each in _styles(widths):
            self._document.automaticstyles.addElement(each)

    def add_sheet(
        self,
        name: str,
        titles: Sequence[str],
        datatypes: Sequence[Datatype],
        rows: Iterable[Sequence[Cell]],
    ) -> None:
        """Add a sheet whose first row, with the titles, stays in sight."""
        sheet = tables.Table(name=name)
        for datatype in datatypes:
            sheet.addElement(tables.TableColumn(stylename=datatype))
        sheet.addElement(_row([_text(title, _HEAD) for title in titles]))
        for row in rows:
            cells = zip(row, datatypes, strict=True)
            sheet.addElement(_row([_cell(cell, datatype) for cell, datatype in cells]))
        self._document.spreadsheet.addElement(sheet)
        self._names.append(name)

    def data(self) -> bytes:
        """The spreadsheet as a file."""
        self._document.settings.addElement(_frozen_heads(self._names))
        written = io.BytesIO()
        self._document.write(written)
        return written.getvalue()


def _styles(widths: Mapping[Datatype, int]) -> Iterable[Element]:
    for datatype, width in widths.items():
        column = style.Style(name=datatype, family="table-column")
        size = f"{width * CENTIMETRES_PER_CHARACTER:.1f}cm"
        column.addElement(style.TableColumnProperties(columnwidth=size))
        yield column
    head = style.Style(name=_HEAD, family="table-cell")
    head.addElement(style.TextProperties(fontweight="bold"))
    yield head
    format_of_days = number.DateStyle(name="iso")
    parts = (number.Year, "long"), (number.Month, "long"), (number.Day, "long")
    for at, (part, length) in enumerate(parts):
        if at:
            format_of_days.addElement(number.Text(text="-"))
        format_of_days.addElement(part(style=length))
    yield format_of_days
    yield style.Style(name=_DAY, family="table-cell", datastylename="iso")


def _row(cells: Iterable[Element]) -> Element:
    row = tables.TableRow()
    for cell in cells:
        row.addElement(cell)
    return row


def _cell(cell: Cell, datatype: Datatype) -> Element:
    if cell is None or cell == "":
        return tables.TableCell()
    if isinstance(cell, dt.date):
        return _typed(cell.isoformat(), "date", datevalue=cell.isoformat(), stylename=_DAY)
    if isinstance(cell, int):
        return _typed(str(cell), "float", value=str(cell))
    return _link(cell) if datatype == "anyURI" else _text(cell)


def _typed(text: str, valuetype: str, **attributes: str) -> Element:
    cell = tables.TableCell(valuetype=valuetype, **attributes)
    cell.addElement(P(text=text))
    return cell


def _text(text: str, stylename: str = "") -> Element:
    styled = {"stylename": stylename} if stylename else {}
    return _typed(text, "string", **styled)


def _link(address: str) -> Element:
    cell, paragraph = tables.TableCell(valuetype="string"), P()
    paragraph.addElement(A(href=address, type="simple", text=address))
    cell.addElement(paragraph)
    return cell


# The first row stays in sight ---------------------------------------------------------------------


def _frozen_heads(names: Iterable[str]) -> Element:
    sheets = config.ConfigItemMapNamed(name="Tables")
    for name in names:
        sheets.addElement(_frozen_head(name))
    view = config.ConfigItemMapEntry()
    view.addElement(_setting("ViewId", "string", "view1"))
    view.addElement(sheets)
    views = config.ConfigItemMapIndexed(name="Views")
    views.addElement(view)
    settings = config.ConfigItemSet(name="ooo:view-settings")
    settings.addElement(views)
    return settings


def _frozen_head(name: str) -> Element:
    entry = config.ConfigItemMapEntry(name=name)
    entry.addElement(_setting("HorizontalSplitMode", "short", "0"))
    entry.addElement(_setting("VerticalSplitMode", "short", _FROZEN))
    entry.addElement(_setting("HorizontalSplitPosition", "int", "0"))
    entry.addElement(_setting("VerticalSplitPosition", "int", "1"))
    entry.addElement(_setting("ActiveSplitRange", "short", "2"))
    for key, at in _SHOWN_FROM.items():
        entry.addElement(_setting(key, "int", at))
    return entry


def _setting(name: str, kind: str, value: str) -> Element:
    return config.ConfigItem(name=name, type=kind, text=value)
