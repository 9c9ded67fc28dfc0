"""The content with what an editor changed in a workbook: only those values, and new records."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.dossier.dossier import Dossier
from generator.editing import scaffold
from generator.editing.sheets import problem_cells
from generator.editing.sheets.changes import ChangedCell, Changes
from generator.editing.sheets.mistakes import Mistake, SheetError
from generator.editing.sheets.new_rows import NewRecords, NewRow, add, named
from generator.editing.sheets.rows import value_of
from generator.grouping import gather
from generator.model.traversal import KeyPath
from generator.parsing.field_edits import set_field
from generator.parsing.yaml_cache import YamlCache
from generator.parsing.yaml_editor import Edit, UnsupportedNotationError, YamlEditor, apply
from generator.parsing.yaml_reader import parse

Texts = Mapping[str, str]


@dataclass(frozen=True)
class UpdatedContent:
    """The content after the changes in a workbook."""

    texts: Texts
    """The text of every file that changes, by path."""
    cells: int
    """How many cells were changed in records that were there."""
    new: tuple[NewRow, ...]


def update_content(
    dossier: Dossier, texts: Texts, changes: Changes, first_number: str, day: date
) -> UpdatedContent:
    """Change the values of the changed cells, and add the new rows.

    ``first_number`` is the number of the first new statement.

    Raises:
        SheetError: the content would have a mistake, or is written so that it cannot be edited.

    """
    edited = dict(edited_files(texts, changes.cells))
    rows = named(dossier, changes, first_number)
    added = add({**texts, **edited}, rows, day)
    cache = YamlCache()
    completed = _completed(texts, {**edited, **added.texts}, added, cache)
    content = {**texts, **completed}
    if problems := scaffold.new_problems(texts, content, day, cache):
        raise SheetError(*problem_cells.placed(problems, content, changes.rows, added.rows))
    return UpdatedContent(completed, len(changes.cells), added.rows)


def _completed(texts: Texts, new: Texts, added: NewRecords, cache: YamlCache) -> dict[str, str]:
    """The changed files, and those in which a statement mentions a new record."""
    names = {row.name for row in added.rows}
    mentions = scaffold.with_mentions({**texts, **new}, names, cache) if names else {}
    return {**new, **mentions}


# Changed cells ------------------------------------------------------------------------------------


def edited_files(texts: Texts, cells: Sequence[ChangedCell]) -> Iterator[tuple[str, str]]:
    """The path and the new text of each file with changed cells, not yet checked.

    Raises:
        SheetError: a file is written so that it cannot be edited.

    """
    mistakes: list[Mistake] = []
    for path, found in gather((each.record.path, each) for each in cells).items():
        editor, edits = YamlEditor(texts[path]), list[Edit]()
        for cell in reversed(found):  # of two new fields in one place, the last edit comes first
            try:
                edits += _edits(editor, cell)
            except UnsupportedNotationError as error:
                mistakes.append(Mistake(cell.row.places[cell.column.field], f"{path}: {error}"))
        text = apply(editor.text, edits)
        mistakes += () if mistakes else _unlike(editor, text, found)
        yield path, text
    if mistakes:
        raise SheetError(*mistakes)


def _edits(editor: YamlEditor, cell: ChangedCell) -> list[Edit]:
    value = value_of(cell.text, cell.column)
    return set_field(editor, cell.record.keys, cell.column.field, value, cell.record.sheet.order)


def _unlike(editor: YamlEditor, text: str, cells: Sequence[ChangedCell]) -> Iterator[Mistake]:
    """The cells of a file that has other values now than it should."""
    now, should_be = parse("", text).value, parse("", editor.text).value
    for cell in cells:
        record = _at(should_be, cell.record.keys)
        record.pop(cell.column.field, None)
        written = _at(now, cell.record.keys).pop(cell.column.field, None)
        if _plain(written) != _plain(value_of(cell.text, cell.column)):
            yield Mistake(cell.row.places[cell.column.field], _IN_FILE)
    if now != should_be:
        yield Mistake(cells[0].row.place, _IN_FILE)


_IN_FILE = "dit kan hier niet worden gewijzigd; doe het in het bestand zelf"


def _plain(value: object) -> object:
    """A value without the line end that block text has."""
    if isinstance(value, list | tuple):
        return [*map(_plain, value)]
    return value.removesuffix("\n") if isinstance(value, str) else value


def _at(value: object, keys: KeyPath) -> dict[str, object]:
    for step in keys:
        value = value[step]  # type: ignore[index]  # where the record was read
    return value  # type: ignore[return-value]
