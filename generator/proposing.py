"""The recipes by which a command changes content, or compares it with what it was."""

from pathlib import Path

from generator import disk, renaming
from generator.build import MENU, check_content, check_menu
from generator.dossier import Dossier
from generator.problem import Problem
from generator.renaming import Renamed, RenameError, Renaming


class ContentError(Exception):
    """The content is wrong, so that nothing can be done with it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(*problems)
        self.problems = problems


def rename(root: Path, wanted: Renaming) -> Renamed:
    """Give a record another slug, in all files or in none.

    Raises:
        ContentError: something is wrong beforehand, or not yet recorded.
        RenameError: the name cannot be given.

    """
    dossier = _right(root)
    texts = {**disk.read_tree(root, "content").texts, MENU: disk.read_file(root, MENU)}
    renamed = renaming.rename(dossier, texts, wanted)
    menu = renamed.texts.get(MENU, texts[MENU])
    for problem in check_menu(menu, renamed.dossier):
        raise RenameError(f"het menu zou er niet door kloppen: {problem}")
    disk.rewrite(root, renamed.texts, renamed.moved)
    return renamed


def _right(root: Path) -> Dossier:
    checked = check_content(root)
    if checked.problems or not checked.dossier:
        raise ContentError(checked.problems)
    return checked.dossier
