"""Content read and checked, with the menu that goes with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import methodcaller
from pathlib import Path

from generator.build import folders
from generator.build.incremental.environment import code_fingerprint
from generator.build.parallel import run_both
from generator.checks import configuration, runner
from generator.checks.runner import run_in_sequence
from generator.dossier.dossier import Dossier
from generator.dossier.loader import Reading, read
from generator.parsing import content_files, yaml_cache
from generator.parsing.content_files import Tree
from generator.parsing.problem import Problem
from generator.parsing.yaml_reader import parse
from generator.site import pages
from generator.site.pages import menu
from generator.site.views.linker import Linker

MENU = "mkdocs.yml"
MANY = 2_000
"""So many statements are worth a second processor."""
PARSED = "build/parsed"
"""What stood in the files last, so that only what is other has to be read."""


@dataclass(frozen=True)
class Content:
    """What editors wrote, as far as it could be read, and not yet checked."""

    tree: Tree
    configuration: Tree
    reading: Reading


@dataclass(frozen=True)
class CheckedContent:
    """Content that was read: the dossier, or what is wrong with it."""

    dossier: Dossier | None
    problems: tuple[Problem, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    """The files that were read, by path, to show the lines that are wrong."""


def check_content(root: Path) -> CheckedContent:
    """Read and check all content and the menu under the project's root."""
    return check(read_content(root))


def read_content(root: Path, *, anew: bool = False) -> Content:
    """Read all content and the menu; with ``anew``, also the files that are as they were."""
    tree = content_files.read_tree(root, "content")
    kept = root / PARSED
    if kept.is_file() and not anew:
        lines, _, mark = kept.read_text(encoding="utf-8", errors="replace").rpartition("\n")
        yaml_cache.restore(lines if mark == code_fingerprint() else "")
    return Content(tree, content_files.read_file(root, MENU), read(tree.texts, tree.problems))


def save_cache(root: Path, written: Content) -> None:
    """Keep what was read; the mark stands last, so that what is cut short has none."""
    texts = yaml_cache.dump(written.tree.texts.values())
    folders.put(root / PARSED, methodcaller("write_text", f"{texts}{code_fingerprint()}", "utf-8"))


def check(written: Content) -> CheckedContent:
    """Check content that was read, and the menu."""
    reading, configuration = written.reading, written.configuration
    much = reading.dossier and len(reading.dossier.statements) >= MANY
    problems = [*runner.check(reading, run_both if much else run_in_sequence)]
    if reading.dossier and not problems:
        menu_text = configuration.texts.get(MENU, "")
        problems += configuration.problems or check_menu(menu_text, reading.dossier)
    texts = {**written.tree.displayable, **configuration.displayable}
    return CheckedContent(reading.dossier, tuple(sorted(problems)), texts)


def check_menu(menu_text: str, dossier: Dossier) -> tuple[Problem, ...]:
    """What is wrong with mkdocs.yml for a dossier: its name and address, and the menu."""
    document = parse(MENU, menu_text)
    any_day = dossier.settings.changed  # which pages there are hangs on none
    found = pages.all_pages(Linker(dossier, any_day))
    names = configuration.check(document, dossier.settings)
    return (*document.problems, *names, *menu.check(document, found))
