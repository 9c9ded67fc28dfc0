"""What an editor changed in a workbook since it was made, compared with the content."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from typing import NamedTuple

from generator.editing.sheets.cell_text import has_new_no_break_space
from generator.editing.sheets.columns import HOME, Column, sheets
from generator.editing.sheets.mistakes import Mistake, SheetError
from generator.editing.sheets.rows import ContentRow, mark
from generator.editing.sheets.workbook_reader import MAKE_NEW_FILE, SheetRow, keys_used_twice
from generator.parsing.problem import shorten

Content = Mapping[str, Sequence[ContentRow]]
"""The rows of the content, by the title of their sheet."""


class ChangedCell(NamedTuple):
    """A cell that an editor changed, and the record that it is about."""

    column: Column
    row: SheetRow
    record: ContentRow

    @property
    def text(self) -> str:
        return self.row.cells[self.column.field]


@dataclass(frozen=True)
class Changes:
    """What an editor changed in a workbook."""

    cells: tuple[ChangedCell, ...]
    new: tuple[SheetRow, ...]
    rows: tuple[SheetRow, ...]
    """All rows of the workbook, in its own order."""
    left_out: Mapping[str, int]
    """How many records of the content are not in the workbook, by the title of their sheet."""


def changes(rows: tuple[SheetRow, ...], content: Content) -> Changes:
    """What differs between a workbook and what it was made from.

    Raises:
        SheetError: a key was changed or is used twice, or what was changed in the workbook was
            changed in the content as well.

    """
    known = {(title, each.key): each for title, found in content.items() for each in found}
    written = {(row.sheet.title, row.key) for row in rows}
    mistakes = [*keys_used_twice(rows)]
    cells, new = list[ChangedCell](), list[SheetRow]()
    for row in rows:
        origin, *marks = row.origin.split() or [""]
        record = known.get((row.sheet.title, row.key))
        if row.key and row.key == origin:
            edited = [*_edited(row, marks)]
            mistakes += _conflicts(row, edited, marks, record)
            cells += [ChangedCell(each, row, record) for each in edited if record]
        elif found := _wrong_key(row, origin, written, record):
            mistakes.append(found)
        else:
            new.append(row)
    mistakes += _no_break_spaces(cells, new)
    if mistakes:
        raise SheetError(*mistakes)
    return Changes(tuple(filter(_differs, cells)), tuple(new), rows, _left_out(content, written))


def _differs(cell: ChangedCell) -> bool:
    """Whether the content does not have the new text already."""
    return cell.text != cell.record.cells[cell.column.field]


def _edited(row: SheetRow, marks: Sequence[str]) -> Iterator[Column]:
    """The columns in which a row is no longer what it was made from."""
    for column, made_from in zip(row.sheet.columns, chain(marks, repeat("")), strict=False):
        if mark(row.cells[column.field]) != made_from:
            yield column


def _conflicts(
    row: SheetRow, edited: Sequence[Column], marks: Sequence[str], record: ContentRow | None
) -> Iterator[Mistake]:
    """The cells that cannot be changed: where a record is, and all of one that changed since."""
    for column in edited:
        place = row.places[column.field]
        if not record:
            yield Mistake(place, f"‘{row.key}’ staat niet meer in de inhoud; {MAKE_NEW_FILE}")
        elif column.field == HOME:
            yield Mistake(place, f"hier hoort ‘{record.cells[HOME]}’: verplaatsen kan hier niet")
        elif [*marks] != record.origin.split()[1:] and _differs(ChangedCell(column, row, record)):
            now = shorten(record.cells[column.field])
            yield Mistake(
                place,
                f"‘{row.key}’ is in de inhoud gewijzigd nadat dit bestand is gemaakt; daar staat "
                f"nu ‘{now}’; {MAKE_NEW_FILE}",
            )


def _wrong_key(
    row: SheetRow, origin: str, written: set[tuple[str, str]], record: ContentRow | None
) -> Mistake | None:
    """A mistake in the key of a row that is not what the row was made from."""
    place, is_number = row.places[row.sheet.key], row.sheet.key == "id"
    if origin and (row.sheet.title, origin) not in written:
        what = "een nummer" if is_number else "een naam"
        cure = "" if is_number else f"; hernoemen gaat met: python site_build.py rename {origin}"
        message = f"hier stond ‘{origin}’, en {what} verandert hier niet; zet dat terug{cure}"
        return Mistake(place, message)
    if record:
        return Mistake(place, f"‘{row.key}’ is al in gebruik; laat de cel leeg bij een nieuwe rij")
    return None


def _no_break_spaces(cells: Sequence[ChangedCell], new: Sequence[SheetRow]) -> Iterator[Mistake]:
    message = "hier staat een vaste spatie (U+00A0); typ op die plaats een gewone spatie"
    for cell in cells:
        if has_new_no_break_space(cell.text, cell.record.cells[cell.column.field]):
            yield Mistake(cell.row.places[cell.column.field], message)
    for row in new:
        for field, text in row.cells.items():
            if has_new_no_break_space(text, ""):
                yield Mistake(row.places[field], message)


def _left_out(content: Content, written: set[tuple[str, str]]) -> dict[str, int]:
    counts = {
        sheet.title: sum(
            (sheet.title, each.key) not in written for each in content.get(sheet.title, ())
        )
        for sheet in sheets()
    }
    return {title: count for title, count in counts.items() if count}
