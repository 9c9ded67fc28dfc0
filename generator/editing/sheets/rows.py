"""The content as rows of cells, each a text, and the values that such texts stand for."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.dossier.dossier import Dossier
from generator.editing.sheets.columns import HOME, Column, Sheet, sheets
from generator.grouping import gather
from generator.model import Record, Stored
from generator.model.record import RecordIdentity, identity
from generator.model.traversal import KeyPath, records
from generator.parsing.yaml_editor import InlineValue

YES, NO = "ja", "nee"
_NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")


@dataclass(frozen=True)
class ContentRow:
    """A record as a row of a sheet."""

    sheet: Sheet
    path: str
    """The file in which it is written."""
    keys: KeyPath
    """Where in that file."""
    cells: Mapping[str, str]
    """The text of each cell by the field of its column; empty if there is no value."""

    @property
    def key(self) -> str:
        """Its number or name."""
        return self.cells[self.sheet.key]

    @property
    def origin(self) -> str:
        """What the workbook carries of it: its key, and a mark of the text of each cell."""
        return " ".join([self.key, *(mark(self.cells[each.field]) for each in self.sheet.columns)])


def mark(text: str) -> str:
    """A few characters by which a text is known again."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def rows_of(dossier: Dossier) -> dict[str, tuple[ContentRow, ...]]:
    """The rows of every sheet, by its title."""
    homes = dict(_homes(dossier))
    by_model = gather((type(record), record) for record in dossier.records)
    return {
        sheet.title: tuple(
            _row(dossier, sheet, record, homes) for record in by_model.get(sheet.kind.model, ())
        )
        for sheet in sheets()
    }


def _homes(dossier: Dossier) -> Iterator[tuple[RecordIdentity, str]]:
    """The file that holds each record, by its slug."""
    for file in dossier.stored:
        for _, record in records(file):
            if not isinstance(record, Stored):
                yield identity(record), file.slug


def _row(
    dossier: Dossier, sheet: Sheet, record: Record, homes: Mapping[RecordIdentity, str]
) -> ContentRow:
    place = dossier.place(record)
    values = place.document.value
    for step in place.keys:
        values = values[step]
    cells = {each.field: shown(values.get(each.field), each) for each in sheet.columns}
    if isinstance(record, Stored):
        cells["slug"] = record.slug
    else:
        cells[HOME] = homes[identity(record)]
    return ContentRow(sheet, place.document.path, place.keys, cells)


def shown(value: object, column: Column) -> str:
    """A value of the YAML as the text of a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, list):
        return column.separator.join(str(each).removesuffix("\n") for each in value)
    return str(value).removesuffix("\n")


def value_of(text: str, column: Column) -> InlineValue | None:
    """The value that the text of a cell stands for; None if the cell is empty."""
    if not text:
        return None
    if column.separator:
        return _items(text, column.separator) or None
    if column.form == "yes or no" and text in (YES, NO):
        return text == YES
    return int(text) if column.form == "number" and _NUMBER.fullmatch(text) else text


def _items(text: str, separator: str) -> tuple[str, ...]:
    """The items of a list; names may also be on lines of their own, or have semicolons between."""
    ends = r"[,;\n]" if separator.strip() else r"\n"
    return tuple(each for part in re.split(ends, text) if (each := part.strip(" \t")))
