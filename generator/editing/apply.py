"""The steps of each editing command: read, change or compare, check, write back."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.build.check import check_content, check_menu
from generator.checks.runner import CHECKED_LAST, check
from generator.dossier import register_files
from generator.dossier.dossier import Dossier
from generator.dossier.kind import Kind
from generator.dossier.kinds import kind_of_model
from generator.dossier.loader import read
from generator.dossier.register import Event
from generator.editing import (
    change_report,
    document_draft,
    events,
    evidence,
    git,
    menu_entry,
    scaffold,
    statement_numbers,
    upgrade,
)
from generator.editing.change_check import write_schemas
from generator.editing.change_report import Side
from generator.editing.conversion import ConversionError
from generator.editing.document_draft import DocumentDraft, DocumentRequest
from generator.editing.events import RESOLVED_BY_RECORDING, NothingToRecordError
from generator.editing.evidence import EvidenceRequest
from generator.editing.line_numbers import Renumbered, renumber
from generator.editing.rename import RenameError, RenameRequest, RenameResult
from generator.editing.rename import rename as rename_in_texts
from generator.editing.scaffold import NewRecord, RecordRequest, ScaffoldError
from generator.editing.statement_numbers import RenumberedStatement, RenumberRequest
from generator.editing.upgrade import Upgrade
from generator.model import Chapter
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
    dossier = _valid_dossier(root, request.day)
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


def upgrade_content(root: Path) -> Upgrade:
    """Convert content of an earlier version of this program: all files or none.

    Raises:
        ContentError: a file is not text, or has a mistake.

    """
    tree = content_files.read_tree(root, "content")
    if tree.problems:
        raise ContentError(tree.problems, tree.displayable)
    try:
        upgraded = upgrade.upgrade(tree.texts)
    except ConversionError as error:
        raise ContentError(error.problems, tree.displayable) from error
    content_files.rewrite(root, upgraded.texts, deleted=upgraded.removed)
    return upgraded


def renumber_statement(
    root: Path, request: RenumberRequest, base: str | None
) -> RenumberedStatement:
    """Give a statement a new number, in all files or in none.

    With ``base``, a git revision, it is the statement that is not there.

    Raises:
        ContentError: a file cannot be read in full.
        MissingGitError: git is missing.
        RevisionError: git does not know the base.
        StatementNumberError: it is not clear which statement is meant.

    """
    tree = content_files.read_tree(root, "content")
    reading = read(tree.texts, tree.problems)
    if reading.problems or not reading.dossier:
        raise ContentError(reading.problems, tree.displayable)
    earlier = content_files.decode_files(git.files_at(root, base, "content")).texts if base else {}
    renumbered = statement_numbers.renumber(reading.dossier, tree.texts, earlier, request)
    content_files.rewrite(root, renumbered.texts, deleted=renumbered.removed)
    return renumbered


def renumber_lines(root: Path, source: str | None, today: dt.date) -> Renumbered:
    """Renumber the lines of a source, or of all sources, in all files or in none.

    That the lines moved is recorded, so that their fragments lead to the same words.

    Raises:
        ContentError: a file cannot be read in full.
        RenumberError: there is no such source.

    """
    tree = content_files.read_tree(root, "content")
    reading = read(tree.texts, tree.problems)
    if reading.problems or not reading.dossier:
        raise ContentError(reading.problems, tree.displayable)
    renumbered = renumber(reading.dossier, tree.texts, source)
    moves = events.moved_lines(reading.dossier, renumbered.shifts, today)
    recorded = register_files.with_events(tree.texts, reading.dossier.register, moves)
    content_files.rewrite(root, {**renumbered.texts, **recorded})
    return renumbered


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
    taken = register_files.parse(register_at(root, base) if base else {})
    request = RecordRequest(kind, given.name, given.values, given.day, taken)
    added = scaffold.scaffold(reading.dossier, texts, request)
    if kind.is_in_menu:
        added = in_menu(root, reading.dossier, added, request)
    content_files.rewrite(root, added.texts)
    return added


@dataclass(frozen=True)
class DocumentInput:
    """What an editor enters for a new quoted document."""

    slug: str
    values: Mapping[str, Value]
    """The fields of its source."""
    file: Path
    """The file with its text, anywhere on the computer."""
    chapter: str
    with_statements: bool
    day: dt.date


def create_document(root: Path, given: DocumentInput, base: str | None) -> DocumentDraft:
    """Add a quoted document: its source, its text and a first chapter; all files or none.

    Raises:
        ContentError: a file is not text, or has such errors that there is no dossier.
        MissingGitError: git is missing.
        RevisionError: git does not know the base.
        ScaffoldError: the document cannot be added.

    """
    tree, text = content_files.read_tree(root, "content"), _text_of(given.file)
    reading = read(tree.texts, tree.problems)
    if tree.problems or not reading.dossier:
        raise ContentError(reading.problems, tree.displayable)
    taken = register_files.parse(register_at(root, base) if base else {})
    request = DocumentRequest(
        given.slug, given.values, text, given.chapter, given.day, taken, given.with_statements
    )
    draft = document_draft.draft(reading.dossier, tree.texts, request)
    chapter = RecordRequest(
        kind_of_model(Chapter), draft.chapter, {"title": draft.title}, given.day
    )
    added = NewRecord(draft.chapter, draft.chapter_path, draft.texts)
    draft = replace(draft, texts=in_menu(root, reading.dossier, added, chapter).texts)
    content_files.rewrite(root, draft.texts)
    return draft


def _text_of(file: Path) -> str:
    """The text of a file that an editor names.

    Raises:
        ContentError: it is too large, or no UTF-8.
        ScaffoldError: there is no such file, or its name is that of a file of another program.

    """
    if not file.exists():
        raise ScaffoldError(f"er is geen bestand '{file}'")
    tree = content_files.read_file(file.absolute().parent, file.name)
    if tree.problems:
        raise ContentError(tree.problems, tree.displayable)
    if file.name not in tree.texts:
        raise ScaffoldError(f"'{file.name}' heet als een reservekopie; geef het een andere naam")
    return tree.texts[file.name]


def register_at(root: Path, base: str) -> Mapping[str, str]:
    """The files of the register at a git revision, by path."""
    return content_files.decode_files(git.files_at(root, base, register_files.FOLDER)).texts


def in_menu(root: Path, dossier: Dossier, added: NewRecord, request: RecordRequest) -> NewRecord:
    """The new record, and the menu with its page."""
    menu = content_files.read_file(root, CONFIGURATION).texts.get(CONFIGURATION, "")
    title = str(request.values["title"])
    try:
        changed = menu_entry.with_entry(menu, dossier, request.kind, request.name, title)
    except menu_entry.NoPlaceError as error:
        raise ScaffoldError(str(error)) from error
    return replace(added, texts={**added.texts, CONFIGURATION: changed})


def keep_evidence(root: Path, request: EvidenceRequest) -> dict[str, str]:
    """Keep the text of a saved file as evidence; gives the new texts of files, by path.

    Raises:
        ContentError: a file cannot be read in full.
        SavedFileError: the source is unknown, or the file cannot be kept.

    """
    tree = content_files.read_tree(root, "content")
    reading = read(tree.texts, tree.problems)
    if reading.problems or not reading.dossier:
        raise ContentError(reading.problems, tree.displayable)
    kept = evidence.keep(reading.dossier, tree.texts, request)
    content_files.rewrite(root, kept)
    return kept


def append_events(root: Path, new: Iterable[Event], today: dt.date) -> None:
    """Append events to the register: all of them or none.

    Raises:
        NothingToRecordError: with these lines a check would refuse the register.

    """
    tree = content_files.read_tree(root, "content")
    recorded = register_files.with_events(tree.texts, register_files.parse(tree.texts), new)
    for problem in check(read({**tree.texts, **recorded}, tree.problems), today):
        if problem.rule not in RESOLVED_BY_RECORDING:
            raise NothingToRecordError(problem.message)
    content_files.rewrite(root, recorded)


class IncomparableError(Exception):
    """One of two dossiers is invalid; the message explains this in Dutch Markdown."""


def compare(root: Path, base: str, today: dt.date) -> str:
    """What changed in the content and the menu since ``base``, as Dutch Markdown.

    ``base`` is a git revision, such as the main branch. What happened there after the current
    branch began is no change of this branch. Changes that are not recorded in the register yet are
    not an error here.

    Raises:
        RevisionError: git does not know the revision, or it has no history in common with HEAD.
        MissingGitError: git is missing.
        IncomparableError: the content is invalid, now or at ``base``.

    """
    start = git.merge_base(root, base)
    templates = content_files.read_tree(root / "templates", ".").texts
    before = _side(_version_at(root, start, base), templates, today)
    return change_report.render(before, _side(_current_version(root), templates, today))


@dataclass(frozen=True)
class _Version:
    """The files of one side of a comparison."""

    name: str
    content: Tree
    configuration: str
    cure: str
    """What an editor can do if the content is invalid, in Dutch."""


def _version_at(root: Path, commit: str, name: str) -> _Version:
    content = content_files.decode_files(git.files_at(root, commit, "content"))
    return _Version(name, content, git.text_at(root, commit, CONFIGURATION), _CURE_OF_BASE)


def _current_version(root: Path) -> _Version:
    content = content_files.read_tree(root, "content")
    configuration = content_files.read_file(root, CONFIGURATION).texts.get(CONFIGURATION, "")
    return _Version("dit voorstel", content, configuration, _CURE_OF_PROPOSAL)


_CURE_OF_BASE = "Of ze past niet bij dit programma. Vergelijk met een nieuwere versie."
_CURE_OF_PROPOSAL = "Verbeter eerst de fouten; ‘python site_build.py check’ wijst ze aan."


def _side(version: _Version, templates: Mapping[str, str], today: dt.date) -> Side:
    reading = read(version.content.texts, version.content.problems)
    problems = [each for each in check(reading, today) if each.rule not in CHECKED_LAST]
    if problems or not reading.dossier:
        raise IncomparableError(change_report.incomparable(version.name, problems, version.cure))
    rendered = files.render(reading.dossier, templates, today)
    return Side(Linker(reading.dossier, today), rendered, version.configuration)


def _valid_dossier(root: Path, today: dt.date) -> Dossier:
    checked = check_content(root, today)
    if checked.problems or not checked.dossier:
        raise ContentError(checked.problems, checked.texts)
    return checked.dossier
