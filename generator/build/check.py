"""Reads and checks the content, and the menu in mkdocs.yml."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.build import state_files
from generator.build.incremental.environment import code_fingerprint
from generator.build.parallel import run_both
from generator.checks import configuration, notices, runner
from generator.checks.runner import CHECKED_LAST, run_in_sequence
from generator.dossier.dossier import Dossier
from generator.dossier.loader import Reading, read
from generator.parsing import content_files
from generator.parsing.content_files import CONFIGURATION, Tree
from generator.parsing.problem import Problem
from generator.parsing.yaml_cache import YamlCache
from generator.parsing.yaml_reader import parse
from generator.site import pages
from generator.site.pages import menu
from generator.site.views.linker import Linker

MANY = 2_000
"""From this number of statements, half of the rules run in a second process."""
CACHE = "build/yaml-cache"
"""The parsed content files, and in its last line the fingerprint of the code that parsed them."""


@dataclass(frozen=True)
class Content:
    """The content as far as it could be read, not yet checked."""

    tree: Tree
    configuration: Tree
    reading: Reading
    cache: YamlCache


@dataclass(frozen=True)
class CheckedContent:
    """The dossier in the content, or the problems with it."""

    dossier: Dossier | None
    problems: tuple[Problem, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    """The files that were read, by path, to show the lines with problems."""
    notices: tuple[Problem, ...] = ()
    """What is not wrong, but an editor should see."""


def check_content(root: Path, today: dt.date) -> CheckedContent:
    """Read and check all content, and the menu, of the project in a folder as of a day."""
    return check(read_content(root), today)


def read_content(root: Path, *, clean: bool = False) -> Content:
    """Read all content and the menu; with ``clean`` without the cache of parsed files."""
    tree = content_files.read_tree(root, "content")
    cache = YamlCache("" if clean else _saved_cache(root))
    reading = read(tree.texts, tree.problems, cache.parse)
    return Content(tree, content_files.read_file(root, CONFIGURATION), reading, cache)


def _saved_cache(root: Path) -> str:
    """The saved cache, if it is of the same code."""
    text = (state_files.read(root / CACHE) or b"").decode()
    lines, _, fingerprint = text.rpartition("\n")
    return lines if fingerprint == code_fingerprint() else ""


def save_cache(root: Path, content: Content) -> None:
    """Save the parsed files for the next build or check."""
    text = f"{content.cache.dump()}{code_fingerprint()}"
    state_files.write(root / CACHE, text.encode())


def check(content: Content, today: dt.date) -> CheckedContent:
    """Check content that was read, and the menu, as of a day."""
    reading, menu_file = content.reading, content.configuration
    is_large = reading.dossier and len(reading.dossier.statements) >= MANY
    problems = [*runner.check(reading, today, run_both if is_large else run_in_sequence)]
    if reading.dossier and not problems:
        menu_text = menu_file.texts.get(CONFIGURATION, "")
        problems += menu_file.problems or check_menu(menu_text, reading.dossier)
    texts = {**content.tree.displayable, **menu_file.displayable}
    seen = [*notices.in_files(content.tree.leftovers), *notices.in_sources(content.tree.texts)]
    if reading.dossier and {each.rule for each in problems} <= CHECKED_LAST:
        seen += runner.warnings(reading.dossier, today)
    return CheckedContent(reading.dossier, tuple(sorted(problems)), texts, tuple(seen))


def check_menu(menu_text: str, dossier: Dossier) -> tuple[Problem, ...]:
    """The problems with mkdocs.yml for a dossier: its name and address, and the menu.

    All pages are listed for the menu, but none is rendered.
    """
    document = parse(CONFIGURATION, menu_text)
    any_day = dossier.settings.changed  # which pages exist does not depend on the day
    found = pages.all_pages(Linker(dossier, any_day))
    names = configuration.check(document, dossier.settings)
    return (*document.problems, *names, *menu.check(document, found))
