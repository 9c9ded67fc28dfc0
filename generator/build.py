"""The recipe: content to checked dossier to Markdown to a finished site."""

import datetime as dt
import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Self

from generator import (
    disk,
    findable,
    finish,
    git,
    indexing,
    menu,
    output,
    pages,
    poster,
    register,
    schema,
)
from generator.checks import check
from generator.dossier import Dossier
from generator.linking import Linker
from generator.problem import Problem
from generator.reading import read
from generator.register import Event
from generator.source import parse

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's banner is not for editors

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

MENU = "mkdocs.yml"


class SiteError(Exception):
    """A template or MkDocs could not make the site; their own words say why."""


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
    problems = [*check(reading)]
    if reading.dossier and not problems:
        text = configuration.texts.get(MENU, "")
        problems += configuration.problems or check_menu(text, reading.dossier)
    texts = {**tree.shown, **configuration.shown}
    return Checked(reading.dossier, tuple(sorted(problems)), texts)


def check_menu(text: str, dossier: Dossier) -> tuple[Problem, ...]:
    """What is wrong with the menu in the text of mkdocs.yml, for the pages of a dossier."""
    document = parse(MENU, text)
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
    disk.write_tree(root / folder, named)


def build(root: Path, today: dt.date) -> Checked:
    """Make the site under ``root/site``, or tell what is wrong and leave the old one as it is.

    What is late and what is not is told as it stands on ``today``.

    Raises:
        SiteError: the content is right, and yet templates or MkDocs make no site of it.

    """
    checked = check_content(root)
    if checked.dossier and not checked.problems:
        disk.write_tree(root / "build/docs", _generate_or_tell(root, checked.dossier, today))
        _make_site(root, Linker(checked.dossier, today))
    return checked


def _generate_or_tell(root: Path, dossier: Dossier, today: dt.date) -> dict[str, str | bytes]:
    """Everything for MkDocs; a mistake in a template is told with its place."""
    try:
        return generate(root, dossier, today)
    except TemplateSyntaxError as error:
        raise SiteError(f"templates/{error.name}:{error.lineno}: {error.message}") from error
    except TemplateError as error:
        raise SiteError(f"templates: {error.message}") from error


def generate(root: Path, dossier: Dossier, today: dt.date) -> dict[str, str | bytes]:
    """Everything that MkDocs turns into the site: Markdown pages and assets."""
    templates = disk.read_tree(root / "templates", ".").texts
    assets = root / "templates/assets"
    files = {
        f"assets/{path.relative_to(assets).as_posix()}": path.read_bytes()
        for path in sorted(assets.rglob("*"))
        if path.is_file()
    }
    return {**files, **poster.render(dossier), **output.render(dossier, templates, today)}


def _make_site(root: Path, link: Linker) -> None:
    new = root / "build/site"
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(new))
    with _Warnings() as warnings:
        try:
            run_mkdocs(config)
        except (MkDocsException, SystemExit) as error:
            raise SiteError("\n".join((*warnings.messages, str(error)))) from error
    disk.change_texts(new, "*.html", finish.finish)
    dossier = link.dossier
    found = findable.findables(link)
    indexing.index(found, dossier.search.synonyms, dossier.settings.prefix, new)
    disk.replace_folder(root / "site", new)


class _Warnings(logging.Handler):
    """Gathers what MkDocs warns of, so that it is told in one place."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def __enter__(self) -> Self:
        logging.getLogger("mkdocs").addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger("mkdocs").removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
