"""The rows that an editor added to a workbook, as new records in the YAML."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from pathlib import PurePosixPath

from generator.dossier.content_folder import model_of
from generator.dossier.dossier import Dossier
from generator.editing import scaffold
from generator.editing.sheets.changes import Changes
from generator.editing.sheets.columns import HOME, Sheet, list_field
from generator.editing.sheets.mistakes import Mistake, SheetError
from generator.editing.sheets.rows import value_of
from generator.editing.sheets.workbook_reader import SheetRow
from generator.model import Statement
from generator.model.scalars import RichText, Verbatim, is_slug
from generator.model.traversal import fields_with
from generator.parsing.problem import hint, shorten
from generator.parsing.yaml_editor import (
    InlineValue,
    UnsupportedNotationError,
    YamlEditor,
    apply,
    record_lines,
)
from generator.text import slugs


@dataclass(frozen=True)
class NewRow:
    """A row that an editor added."""

    row: SheetRow
    name: str
    """The number or slug that it gets, or that the editor gave."""
    home: str = ""
    """The file that it is put in; empty if it gets one of its own."""
    above: str = ""
    """The number or slug of the row above it, if that is in the same file."""
    path: str = ""

    @property
    def sheet(self) -> Sheet:
        return self.row.sheet

    def values(self) -> dict[str, InlineValue]:
        """The values of its fields."""
        columns = [each for each in self.sheet.columns[1:] if each.field != HOME]
        found = ((each.field, value_of(self.row.cells[each.field], each)) for each in columns)
        return {field: value for field, value in found if value is not None}


@dataclass(frozen=True)
class NewRecords:
    """What new rows make of the content."""

    texts: Mapping[str, str]
    """The text of every file that changes, by path."""
    rows: tuple[NewRow, ...]
    """With the files in which they are."""


# Names --------------------------------------------------------------------------------------------


def named(dossier: Dossier, changes: Changes, first_number: str) -> tuple[NewRow, ...]:
    """The new rows with the names that they get; statements get the numbers from the first one.

    Raises:
        SheetError: a row has no name, and nothing of which one can be made, or no place.

    """
    used = {*(item.name for item in dossier.citables), *dossier.register.history}
    used |= {file.slug for file in dossier.stored}
    prefix, _, number = first_number.rpartition("-")
    given = {row.key for row in changes.new}
    following = (f"{prefix}-{each:03d}" for each in count(int(number)))
    numbers = (each for each in following if each not in given)
    found = [
        NewRow(row, _name(row, used) if row.sheet.key == "slug" else row.key or next(numbers))
        for row in changes.new
    ]
    if mistakes := [*_without_name(found)]:
        raise SheetError(*mistakes)
    return tuple(_with_homes(found, changes))


def _name(row: SheetRow, used: set[str]) -> str:
    """The slug that an editor gave, or else one made of the title, if there is one."""
    if row.key:
        return row.key
    field = _title_field(row.sheet)
    title = row.cells[field] if field else ""
    return slugs.unused(slugs.from_title(title), used) if title else ""


def _title_field(sheet: Sheet) -> str | None:
    """The first field that every record of a sheet has and that is a line of text, if any."""
    model = sheet.kind.model
    lines = (
        column.field
        for column in sheet.columns[1:]
        if column.form == "text"
        and not (column.separator or column.names_of or column.holds_dates or column.field == HOME)
    )
    others = fields_with(model, RichText) | fields_with(model, Verbatim)
    return next(
        (each for each in lines if model.model_fields[each].is_required() and each not in others),
        None,
    )


def _without_name(rows: Sequence[NewRow]) -> Iterator[Mistake]:
    for each in rows:
        place = each.row.places[each.sheet.key]
        if not each.name:
            yield Mistake(place, "geef deze nieuwe rij een naam, zoals ‘nieuwe-regeling’")
        elif each.sheet.key == "slug" and not is_slug(each.name):
            rule = "een naam heeft alleen kleine letters, cijfers en losse streepjes"
            yield Mistake(place, f"'{shorten(each.name)}' kan geen naam zijn: {rule}")


def _with_homes(rows: Sequence[NewRow], changes: Changes) -> Iterator[NewRow]:
    """The rows with the file that each is put in, and the row above each."""
    new = {each.row.place: each for each in rows}
    above, home_above, sheet = "", "", None
    for row in changes.rows:
        if row.sheet is not sheet:
            above, home_above, sheet = "", "", row.sheet
        added = new.get(row.place)
        home = row.cells.get(HOME) or home_above
        if added:
            yield replace(added, home=home, above=above if home == home_above else "")
        above, home_above = added.name if added else row.key, home


# Records ------------------------------------------------------------------------------------------


def add(texts: Mapping[str, str], rows: Sequence[NewRow], day: date) -> NewRecords:
    """Add new rows to the content: those with a file of their own first.

    Raises:
        SheetError: a row names a file that is not there, or has a name that is in use.

    """
    content, placed, mistakes = dict(texts), list[NewRow](), list[Mistake]()
    for each in sorted(rows, key=lambda row: not row.sheet.has_files):
        try:
            path, text = (_file if each.sheet.has_files else _in_list)(content, each, day)
        except _CannotAddError as error:
            mistakes.append(error.mistake)
        else:
            content[path] = text
            placed.append(replace(each, path=path))
    if mistakes:
        raise SheetError(*mistakes)
    changed = {path: text for path, text in content.items() if texts.get(path) != text}
    return NewRecords(changed, tuple(placed))


class _CannotAddError(Exception):
    def __init__(self, mistake: Mistake) -> None:
        super().__init__(mistake)
        self.mistake = mistake


def _file(content: Mapping[str, str], new: NewRow, day: date) -> tuple[str, str]:
    """The path and the text of the file of a new record."""
    path = f"{new.sheet.kind.content_path}/{new.name}.yml"
    if path in content:
        place = new.row.places[new.sheet.key]
        raise _CannotAddError(Mistake(place, f"{path} bestaat al"))
    request = scaffold.RecordRequest(new.sheet.kind, new.name, new.values(), day)
    return path, scaffold.file_text(content, request)


def _in_list(content: Mapping[str, str], new: NewRow, _day: date) -> tuple[str, str]:
    """The path and the new text of the file with the list that a new record is put in."""
    holders = {PurePosixPath(path).stem: (path, field) for path, field in _lists(content, new)}
    if new.home not in holders:
        raise _CannotAddError(Mistake(new.row.places[HOME], _no_home(new, holders)))
    path, field = holders[new.home]
    editor = YamlEditor(content[path])
    values = {new.sheet.key: new.name, **new.values()}
    lines = record_lines({each: values[each] for each in new.sheet.order if each in values})
    try:
        edit = editor.insert((field,), _index(editor.value((field,)) or (), new), lines)
    except UnsupportedNotationError as error:
        raise _CannotAddError(Mistake(new.row.place, f"{path}: {error}")) from error
    return path, apply(editor.text, [edit])


def _lists(content: Mapping[str, str], new: NewRow) -> Iterator[tuple[str, str]]:
    """The files that can have a list of records like a new one, each with the field of the list."""
    for path in content:
        holder = model_of(path) if path.endswith(".yml") else None
        if holder and (field := list_field(holder, new.sheet.kind.model)):
            yield path, field


def _no_home(new: NewRow, holders: Iterable[str]) -> str:
    if not new.home:
        return "zeg hier in welk bestand deze nieuwe rij komt"
    return f"'{shorten(new.home)}' is geen bestand waar dit in kan staan{hint(new.home, holders)}"


def _index(items: Sequence[Mapping[str, object]], new: NewRow) -> int:
    """Below the row above it; else a statement comes after those of its line, all else last."""
    names = [str(each.get(new.sheet.key)) for each in items]
    if new.above in names:
        return names.index(new.above) + 1
    line = new.values().get("line")
    if new.sheet.kind.model is Statement and isinstance(line, int):
        return sum(isinstance(at := each.get("line"), int) and at <= line for each in items)
    return len(items)
