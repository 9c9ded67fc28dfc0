"""Content read and checked, with what goes with it: menu, schemas, register."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from generator import disk, folders, git, menu, pages, register, schema
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


def check_proposal(root: Path, base: str | None = None) -> Checked:
    """Check all that must be right before a change lands: the content, and what goes with it.

    That the register only grew is held against ``base``, a git revision. Schemas are held against
    right content alone.

    Raises:
        RevisionError: git does not know the revision.

    """
    checked = check_content(root)
    problems = [*checked.problems]
    if base:
        problems += _check_growth(root, base, checked.texts.get(register.PATH, ""))
    texts = checked.texts
    if checked.dossier and not problems:
        schemas = check_schemas(root, checked.dossier)
        problems += schemas.problems
        texts = {**texts, **schemas.texts}
    return Checked(checked.dossier, tuple(sorted(problems)), texts)


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


def _check_growth(root: Path, base: str, now: str) -> list[Problem]:
    before = git.text_at(root, base, register.PATH)
    return [
        Problem(
            register.PATH,
            1,
            1,
            f"deze regel van {base} ontbreekt of is verplaatst: {line}",
            "gekrompen",
        )
        for line in register.misplaced_lines(before, now)
    ]


def record(root: Path, events: list[Event]) -> None:
    """Add events to the register, all of them or none."""
    disk.append(root / register.PATH, "".join(map(register.line, events)))


def check_schemas(root: Path, dossier: Dossier) -> Checked:
    """Check that what helps editors' own editors is as it would be written for this dossier."""
    tree = disk.read_tree(root, schema.FOLDER)
    problems = tree.problems or tuple(schema.stale(dossier, tree.texts))
    return Checked(dossier, problems, tree.shown)


def write_schemas(root: Path, dossier: Dossier) -> None:
    """Write what helps editors' own editors, as it is for this dossier."""
    files = schema.render(dossier)
    folder = PurePosixPath(schema.FOLDER)
    named = {str(PurePosixPath(path).relative_to(folder)): text for path, text in files.items()}
    folders.write(root / folder, named)
