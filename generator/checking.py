"""Content read and checked, with the menu that goes with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator import disk, menu, pages, register
from generator.beside import both
from generator.checks import check, one_by_one
from generator.dossier import Dossier
from generator.linking import Linker
from generator.problem import Problem
from generator.reading import read
from generator.register import Event
from generator.source import parse

MENU = "mkdocs.yml"
MANY = 2_000
"""So many statements are worth a second processor."""


@dataclass(frozen=True)
class Checked:
    """Content that was read: the dossier, or what is wrong with it."""

    dossier: Dossier | None
    problems: tuple[Problem, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    """The files that were read, by path, to show the lines that are wrong."""


def check_content(root: Path) -> Checked:
    """Read and check all content and the menu under the project's root."""
    tree = disk.read_tree(root, "content")
    configuration = disk.read_file(root, MENU)
    reading = read(tree.texts, tree.problems)
    much = reading.dossier and len(reading.dossier.statements) >= MANY
    problems = [*check(reading, both if much else one_by_one)]
    if reading.dossier and not problems:
        menu_text = configuration.texts.get(MENU, "")
        problems += configuration.problems or check_menu(menu_text, reading.dossier)
    texts = {**tree.shown, **configuration.shown}
    return Checked(reading.dossier, tuple(sorted(problems)), texts)


def check_menu(menu_text: str, dossier: Dossier) -> tuple[Problem, ...]:
    """What is wrong with the menu in the text of mkdocs.yml, for the pages of a dossier."""
    document = parse(MENU, menu_text)
    any_day = dossier.settings.changed  # which pages there are hangs on none
    found = pages.all_pages(Linker(dossier, any_day))
    return (*document.problems, *menu.check(document, found))


def record(root: Path, events: list[Event]) -> None:
    """Add events to the register, all of them or none."""
    disk.append(root / register.PATH, "".join(map(register.line, events)))
