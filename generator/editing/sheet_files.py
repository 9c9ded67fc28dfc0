"""The steps of the commands for spreadsheets: content to a workbook, and changes in one back."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.dossier import register_files
from generator.dossier.dossier import Dossier
from generator.dossier.loader import read
from generator.editing import apply, days_of_change
from generator.editing.scaffold import NewRecord, RecordRequest
from generator.editing.sheets import workbook_reader
from generator.editing.sheets.changes import changes
from generator.editing.sheets.mistakes import Cell, Mistake, SheetError
from generator.editing.sheets.new_rows import NewRow
from generator.editing.sheets.rows import rows_of
from generator.editing.sheets.update import UpdatedContent, update_content
from generator.editing.sheets.workbook import workbook
from generator.editing.sheets.workbook_reader import MAX_BYTES, NOT_A_WORKBOOK, TOO_LARGE
from generator.parsing import content_files
from generator.parsing.content_files import Tree
from generator.parsing.problem import Problem

ENDING = ".xlsx"


@dataclass(frozen=True)
class AppliedSheet:
    """What a workbook changed in the content."""

    content: UpdatedContent
    left_out: Mapping[str, int]
    """How many records are not in the workbook, by the title of their sheet."""
    notices: tuple[Problem, ...]
    """The files that changed without their day."""
    texts: Mapping[str, str]
    """The content as it is now, to show the lines of the notices."""


def write_sheet(root: Path, file: Path) -> None:
    """Write the content as a workbook to a file that does not exist yet.

    Raises:
        ContentError: a file cannot be read in full.
        SheetError: the file exists, has another ending, or a text does not fit in a cell.

    """
    if file.suffix.lower() != ENDING:
        raise SheetError(Mistake(Cell(), f"de naam van ‘{file}’ eindigt niet op {ENDING}"))
    if file.exists():
        message = f"‘{file}’ is er al, misschien met uw wijzigingen; kies een andere naam"
        raise SheetError(Mistake(Cell(), message))
    dossier, _ = _dossier(root)
    content = workbook(dossier)
    with file.open("xb") as new:
        new.write(content)


def apply_sheet(root: Path, file: Path, today: dt.date, base: str | None) -> AppliedSheet:
    """Change in the content what an editor changed in a workbook: all of it or nothing.

    With ``base``, a git revision, new statements get no number that is in use there.

    Raises:
        ContentError: a file of the content cannot be read in full.
        MissingGitError: git is missing.
        RevisionError: git does not know the base.
        SheetError: the workbook has a mistake, or the content would have one.

    """
    rows = workbook_reader.read(_bytes(file))
    dossier, tree = _dossier(root)
    found = changes(rows, rows_of(dossier))
    taken = register_files.parse(apply.register_at(root, base) if base else {})
    result = update_content(dossier, tree.texts, found, dossier.next_number(taken), today)
    written = {**result.texts, **_menu(root, dossier, result.new, today)}
    content_files.rewrite(root, written)
    now = {**tree.texts, **result.texts}
    notices = tuple(days_of_change.forgotten(tree.texts, now, today))
    return AppliedSheet(result, found.left_out, notices, now)


def _bytes(file: Path) -> bytes:
    if not file.is_file():
        raise SheetError(Mistake(Cell(), f"er is geen bestand ‘{file}’"))
    if file.suffix.lower() != ENDING:
        raise SheetError(Mistake(Cell(), NOT_A_WORKBOOK))
    if file.stat().st_size > MAX_BYTES:
        raise SheetError(Mistake(Cell(), TOO_LARGE))
    return file.read_bytes()


def _dossier(root: Path) -> tuple[Dossier, Tree]:
    tree = content_files.read_tree(root, "content")
    found = read(tree.texts, tree.problems)
    if found.problems or not found.dossier:
        raise apply.ContentError(found.problems, tree.displayable)
    return found.dossier, tree


def _menu(root: Path, dossier: Dossier, new: tuple[NewRow, ...], day: dt.date) -> dict[str, str]:
    """The menu with the pages of new records, if there are any that it lists."""
    texts: dict[str, str] = {}
    for each in new:
        kind = each.sheet.kind
        if kind.is_in_menu:
            added = NewRecord(each.name, each.path, texts)
            request = RecordRequest(kind, each.name, each.values(), day)
            texts = dict(apply.in_menu(root, dossier, added, request).texts)
    return texts
