"""The recipes by which a command changes content, or compares it with what it was."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.build.check import MENU, check_content, check_menu
from generator.checks.runner import RECORDING, check
from generator.dossier import register
from generator.dossier.dossier import Dossier
from generator.dossier.loader import read
from generator.dossier.register import Event
from generator.editing import change_report, git, scaffold
from generator.editing.change_check import write_schemas
from generator.editing.change_report import Side
from generator.editing.rename import Renamed, RenameError, Renaming
from generator.editing.rename import rename as rename_in_texts
from generator.editing.scaffold import Kind, Made, Wanted
from generator.parsing import content_files
from generator.parsing.content_files import Tree
from generator.parsing.problem import Problem
from generator.parsing.yaml_editor import Value
from generator.site import files
from generator.site.views.linker import Linker


class ContentError(Exception):
    """The content is wrong, so that nothing can be done with it."""

    def __init__(self, problems: tuple[Problem, ...], texts: Mapping[str, str]) -> None:
        super().__init__(*problems)
        self.problems = problems
        self.texts = texts
        """The files that were read, by path, to show the lines that are wrong."""


def rename(root: Path, wanted: Renaming) -> Renamed:
    """Give a record another slug, in all files or in none.

    Raises:
        ContentError: something is wrong beforehand, or not yet recorded.
        RenameError: the name cannot be given.

    """
    dossier = _right(root)
    texts = {
        **content_files.read_tree(root, "content").texts,
        **content_files.read_file(root, MENU).texts,
    }
    renamed = rename_in_texts(dossier, texts, wanted)
    menu = renamed.texts.get(MENU, texts[MENU])
    for problem in check_menu(menu, renamed.dossier):
        raise RenameError(f"het menu zou er niet door kloppen: {problem}")
    content_files.rewrite(root, renamed.texts, renamed.moved)
    write_schemas(root, renamed.dossier)
    return renamed


@dataclass(frozen=True)
class Given:
    """What an editor says of a new record."""

    name: str
    values: Mapping[str, Value]
    day: dt.date


def create(root: Path, kind: Kind, given: Given, base: str | None) -> Made:
    """Put a new record in the content, in all files that it takes or in none.

    No number is given that is in use on ``base``, a git revision; by default the main branch at
    the place that this checkout came from, if there is one.

    Raises:
        ContentError: a file is no text, or so much is wrong that nothing can be read.
        RevisionError: git does not know the base.
        ScaffoldError: the record cannot be made.

    """
    tree = content_files.read_tree(root, "content")
    texts = tree.texts
    reading = read(texts, tree.problems)
    if tree.problems or not reading.dossier:
        raise ContentError(reading.problems, tree.shown)
    base = base or git.main_branch(root)
    taken = register.parse(git.text_at(root, base, register.PATH) if base else "")
    wanted = Wanted(kind, given.name, given.values, given.day, taken)
    made = scaffold.scaffold(reading.dossier, texts, wanted)
    content_files.rewrite(root, made.texts)
    return made


def append_events(root: Path, events: Iterable[Event]) -> None:
    """Add events to the register: all of them or none."""
    content_files.append(root / register.PATH, "".join(map(register.line, events)))


class IncomparableError(Exception):
    """One of two dossiers is wrong; the message says so in Dutch, as Markdown."""


def compare(root: Path, base: str, today: dt.date) -> str:
    """What changed in the content since ``base``, a git revision, as Markdown in Dutch.

    What is yet to be recorded is no hindrance.

    Raises:
        RevisionError: git does not know the revision.
        IncomparableError: the content is wrong, now or then.

    """
    templates = content_files.read_tree(root / "templates", ".").texts
    then = content_files.as_tree(git.files_at(root, base, "content"))
    before = _side(then, base, templates, today)
    after = _side(content_files.read_tree(root, "content"), "dit voorstel", templates, today)
    return change_report.tell(before, after)


def _side(tree: Tree, name: str, templates: Mapping[str, str], today: dt.date) -> Side:
    reading = read(tree.texts, tree.problems)
    unrecorded = {rule for rule, _ in RECORDING}
    wrong = [each for each in check(reading) if each.rule not in unrecorded]
    if wrong or not reading.dossier:
        raise IncomparableError(change_report.incomparable(name, wrong))
    return Side(Linker(reading.dossier, today), files.render(reading.dossier, templates, today))


def _right(root: Path) -> Dossier:
    checked = check_content(root)
    if checked.problems or not checked.dossier:
        raise ContentError(checked.problems, checked.texts)
    return checked.dossier
