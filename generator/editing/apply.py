"""The steps of each editing command: read, change or compare, check, write back."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.build.check import check_content, check_menu
from generator.checks.runner import RECORDING_RULES, check
from generator.dossier import register
from generator.dossier.dossier import Dossier
from generator.dossier.kinds import Kind
from generator.dossier.loader import read
from generator.dossier.register import Event
from generator.editing import change_report, git, scaffold
from generator.editing.change_check import write_schemas
from generator.editing.change_report import Side
from generator.editing.events import RESOLVED_BY_RECORDING, NothingToRecordError
from generator.editing.rename import RenameError, RenameRequest, RenameResult
from generator.editing.rename import rename as rename_in_texts
from generator.editing.scaffold import NewRecord, RecordRequest
from generator.parsing import content_files
from generator.parsing.content_files import CONFIGURATION, Tree
from generator.parsing.problem import Problem
from generator.parsing.yaml_editor import Value
from generator.site import files
from generator.site.views.linker import Linker


class ContentError(Exception):
    """The content is invalid, so the command cannot use it."""

    def __init__(self, problems: tuple[Problem, ...], texts: Mapping[str, str]) -> None:
        super().__init__(*problems)
        self.problems = problems
        self.texts = texts
        """The text of each file that was read, by path, to show the lines with errors."""


def rename(root: Path, request: RenameRequest) -> RenameResult:
    """Change the slug of a record, in all files or in none.

    Raises:
        ContentError: the content is invalid already, or not yet recorded.
        RenameError: the rename is not possible.

    """
    dossier = _valid_dossier(root)
    texts = {
        **content_files.read_tree(root, "content").texts,
        **content_files.read_file(root, CONFIGURATION).texts,
    }
    renamed = rename_in_texts(dossier, texts, request)
    menu = renamed.texts.get(CONFIGURATION, texts[CONFIGURATION])
    for problem in check_menu(menu, renamed.dossier):
        raise RenameError(f"het menu zou er niet door kloppen: {problem}")
    content_files.rewrite(root, renamed.texts, renamed.moved)
    write_schemas(root, renamed.dossier)
    return renamed


@dataclass(frozen=True)
class RecordInput:
    """What an editor enters for a new record."""

    name: str
    values: Mapping[str, Value]
    day: dt.date


def create(root: Path, kind: Kind, given: RecordInput, base: str | None) -> NewRecord:
    """Add a record to the content, in all files that it changes or in none.

    With ``base``, a git revision, its number is not in use there either.

    Raises:
        ContentError: a file is not text, or has such errors that there is no dossier.
        MissingGitError: git is missing.
        RevisionError: git does not know the base.
        ScaffoldError: the record cannot be added.

    """
    tree = content_files.read_tree(root, "content")
    texts = tree.texts
    reading = read(texts, tree.problems)
    if tree.problems or not reading.dossier:
        raise ContentError(reading.problems, tree.displayable)
    taken = register.parse(git.text_at(root, base, register.PATH) if base else "")
    request = RecordRequest(kind, given.name, given.values, given.day, taken)
    added = scaffold.scaffold(reading.dossier, texts, request)
    content_files.rewrite(root, added.texts)
    return added


def append_events(root: Path, events: Iterable[Event]) -> None:
    """Append events to the register: all of them or none.

    Raises:
        NothingToRecordError: with these lines a check would refuse the register.

    """
    lines = "".join(map(register.line, events))
    tree = content_files.read_tree(root, "content")
    texts = {**tree.texts, register.PATH: tree.texts.get(register.PATH, "") + lines}
    for problem in check(read(texts, tree.problems)):
        if problem.rule not in RESOLVED_BY_RECORDING:
            raise NothingToRecordError(problem.message)
    content_files.append(root / register.PATH, lines)


class IncomparableError(Exception):
    """One of two dossiers is invalid; the message explains this in Dutch Markdown."""


def compare(root: Path, base: str, today: dt.date) -> str:
    """What changed in the content since ``base``, a git revision, as Dutch Markdown.

    Changes that are not recorded in the register yet are not an error here.

    Raises:
        RevisionError: git does not know the revision.
        IncomparableError: the content is invalid, now or at ``base``.

    """
    templates = content_files.read_tree(root / "templates", ".").texts
    earlier = content_files.decode_files(git.files_at(root, base, "content"))
    before = _side(earlier, base, templates, today)
    after = _side(content_files.read_tree(root, "content"), "dit voorstel", templates, today)
    return change_report.render(before, after)


def _side(tree: Tree, name: str, templates: Mapping[str, str], today: dt.date) -> Side:
    reading = read(tree.texts, tree.problems)
    unrecorded = {rule for rule, _ in RECORDING_RULES}
    problems = [each for each in check(reading) if each.rule not in unrecorded]
    if problems or not reading.dossier:
        raise IncomparableError(change_report.incomparable(name, problems))
    return Side(Linker(reading.dossier, today), files.render(reading.dossier, templates, today))


def _valid_dossier(root: Path) -> Dossier:
    checked = check_content(root)
    if checked.problems or not checked.dossier:
        raise ContentError(checked.problems, checked.texts)
    return checked.dossier
