"""Reads a workbook that an editor changed, as any spreadsheet program saves it."""

import io
import warnings
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import openpyxl

from generator.editing.sheets.cell_text import CellError, text_of
from generator.editing.sheets.columns import Column, Sheet, sheets
from generator.editing.sheets.mistakes import Cell, Mistake, SheetError
from generator.editing.sheets.workbook import ORIGIN_TITLE
from generator.parsing.problem import did_you_mean, shorten

MAX_BYTES = 20_000_000
MAX_UNPACKED = 40_000_000
"""In bytes, of all parts together: a small file can be made to unpack to far more."""
MAX_ROWS = 20_000
MAX_COLUMNS = 200
MAKE_NEW_FILE = "maak een nieuw bestand met: python site_build.py sheet out"
NOT_A_WORKBOOK = (
    "dit is geen xlsx-bestand, het is beschadigd of er zit een wachtwoord op; sla het in uw "
    "programma op als ‘Excel-werkmap (.xlsx)’"
)
TOO_LARGE = f"dit bestand is te groot; {MAKE_NEW_FILE}"


@dataclass(frozen=True)
class SheetRow:
    """A row of a sheet in which something is written."""

    sheet: Sheet
    number: int
    """Counted from 1, with the row of titles."""
    cells: Mapping[str, str]
    """The text of each cell by the field of its column; empty if there is none."""
    origin: str
    """What the workbook was made from; empty in a row that an editor added."""
    places: Mapping[str, Cell]
    """Where each cell is, by the field of its column."""

    @property
    def key(self) -> str:
        return self.cells[self.sheet.key]

    @property
    def place(self) -> Cell:
        return Cell(self.sheet.title, self.number)


def read(data: bytes) -> tuple[SheetRow, ...]:
    """The rows of all sheets of a workbook, in its own order.

    Raises:
        SheetError: it is no workbook of ours, or has something that means nothing as a value.

    """
    mistakes: list[Mistake] = []
    rows = tuple(_rows(_opened(data), mistakes))
    if mistakes:
        raise SheetError(*mistakes)
    return rows


def _opened(data: bytes) -> Any:  # noqa: ANN401  (openpyxl has no types)
    """The workbook, if it is small enough to read.

    Raises:
        SheetError: it is damaged, too large, or no workbook at all.

    """
    try:
        _refuse_bombs(data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl does not keep, we do not read
            return openpyxl.load_workbook(io.BytesIO(data), keep_links=False)
    except SheetError:
        raise
    except Exception as error:  # a damaged file can give any error
        raise SheetError(Mistake(Cell(), NOT_A_WORKBOOK)) from error


def _refuse_bombs(data: bytes) -> None:
    """Refuse a file that would take all memory: an archive or an XML entity can grow endlessly."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(data) > MAX_BYTES or sum(part.file_size for part in parts) > MAX_UNPACKED:
            raise SheetError(Mistake(Cell(), TOO_LARGE))
        if any(b"<!DOCTYPE" in archive.read(part) for part in parts):
            raise SheetError(Mistake(Cell(), NOT_A_WORKBOOK))


def _rows(book: Any, mistakes: list[Mistake]) -> Iterator[SheetRow]:  # noqa: ANN401
    known = {each.title: each for each in sheets()}
    for title in book.sheetnames:
        page, place = book[title], Cell(title)
        if title not in known:
            hint = did_you_mean(title, known)
            message = f"onbekend blad; geef het zijn naam terug, of haal het weg{hint}"
            mistakes.append(Mistake(place, message))
        elif page.max_row > MAX_ROWS or page.max_column > MAX_COLUMNS:
            mistakes.append(Mistake(place, _too_many()))
        else:
            yield from _rows_of(page, known[title], mistakes)
    if not known.keys() & set(book.sheetnames):
        mistakes.append(Mistake(Cell(), f"geen enkel blad hoort bij dit dossier; {MAKE_NEW_FILE}"))


def _too_many() -> str:
    return (
        f"er is iets geschreven of opgemaakt voorbij rij {MAX_ROWS} of kolom {MAX_COLUMNS}; haal "
        "de lege rijen en kolommen weg"
    )


def _rows_of(page: Any, sheet: Sheet, mistakes: list[Mistake]) -> Iterator[SheetRow]:  # noqa: ANN401
    mistakes += _merged(page, sheet)
    head = [_title(each.value) for each in next(page.iter_rows(max_row=1))]
    if found := [*_in_head(head, sheet)]:
        mistakes += found
        return
    columns = {each.title: each for each in sheet.columns}
    at = {title: number for number, title in enumerate(head, 1) if title}
    for cells in page.iter_rows(min_row=2):
        if any(each.value is not None for each in cells):
            yield from _row(cells, sheet, columns, at, mistakes)


def _title(value: object) -> str:
    return str(value).strip() if value is not None else ""


def _merged(page: Any, sheet: Sheet) -> Iterator[Mistake]:  # noqa: ANN401
    for each in page.merged_cells.ranges:
        message = f"de cellen {each.coord} zijn samengevoegd; maak er weer losse cellen van"
        yield Mistake(Cell(sheet.title, each.min_row, each.min_col), message)


def _in_head(head: list[str], sheet: Sheet) -> Iterator[Mistake]:
    """The titles that are missing, unknown or written twice."""
    known = [*(each.title for each in sheet.columns), ORIGIN_TITLE]
    missing = [each for each in known if each not in head]
    for title in missing:
        message = f"de kolom ‘{title}’ ontbreekt of heet anders; zet haar terug, of {MAKE_NEW_FILE}"
        yield Mistake(Cell(sheet.title, 1), message)
    for at, title in enumerate(head, 1):
        place = Cell(sheet.title, 1, at)
        if title and title not in known:
            hint = did_you_mean(title, missing)
            yield Mistake(place, f"onbekende kolom ‘{shorten(title)}’; haal haar weg{hint}")
        elif title and title in head[: at - 1]:
            yield Mistake(place, f"de kolom ‘{title}’ staat er twee keer; haal er een weg")


def _row(
    cells: tuple[Any, ...],
    sheet: Sheet,
    columns: Mapping[str, Column],
    at: Mapping[str, int],
    mistakes: list[Mistake],
) -> Iterator[SheetRow]:
    number, texts, places = cells[0].row, dict[str, str](), dict[str, Cell]()
    for title, column in columns.items():
        places[column.field] = Cell(sheet.title, number, at[title], title)
        try:
            texts[column.field] = text_of(cells[at[title] - 1], column)
        except CellError as error:
            mistakes.append(Mistake(places[column.field], str(error)))
            texts[column.field] = str(error)  # not empty
    outside = [each for each in cells if each.column not in at.values() and each.value is not None]
    for each in outside:
        message = "boven deze kolom staat geen naam; maak de cel leeg"
        mistakes.append(Mistake(Cell(sheet.title, number, each.column), message))
    if any(texts.values()):
        origin = cells[at[ORIGIN_TITLE] - 1].value
        yield SheetRow(sheet, number, texts, _title(origin), places)


def keys_used_twice(rows: tuple[SheetRow, ...]) -> Iterator[Mistake]:
    """The rows with the number or name of a row above them."""
    used = Counter[tuple[str, str]]()
    first: dict[tuple[str, str], int] = {}
    for row in rows:
        name = (row.sheet.title, row.key)
        used[name] += bool(row.key)
        if used[name] > 1:
            place = row.places[row.sheet.key]
            yield Mistake(place, f"‘{shorten(row.key)}’ staat ook op rij {first[name]}")
        first.setdefault(name, row.number)
