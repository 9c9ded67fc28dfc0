"""From Markdown to the site: MkDocs builds it, the last hand is laid on it, searching is added."""

import logging
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Self

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's banner is not for editors

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin

from generator import disk, findable, finish, indexing, urls
from generator.disk import Changes
from generator.indexing import Searched
from generator.linking import Linker
from generator.standing import SITE

ALWAYS_MADE = ("404.html", "sitemap.xml", "sitemap.xml.gz")
"""What MkDocs makes of all pages together."""
COMPILED = "build/compiled"
INDEX = "build/index"
KEPT = "build/indexed"
"""What the next index needs of the last one."""
DIRTY = "A 'dirty' build"
"""How MkDocs warns of building less than all, which is what we ask for."""


class SiteError(Exception):
    """A template or MkDocs could not make the site; their own words say why."""


def make(root: Path, link: Linker, changes: Changes | None) -> None:
    """Make the site under ``root/site``, readers seeing the old one or the new one.

    With ``changes`` in what MkDocs is given, only their pages are made anew; without, all are.

    Raises:
        SiteError: MkDocs could not make the site, or warned of something.

    """
    site, new = root / SITE, root / "build/new"
    if changes:
        _take_away(site, changes)
    with ProcessPoolExecutor(1) as beside:  # a thread would take MkDocs' time
        searched = _searched(link)
        places = (root / INDEX, root / KEPT)
        indexed = beside.submit(indexing.index, searched, *places, anew=changes is None)
        _run_mkdocs(root, link.today, dirty=changes is not None)
        for path in _made(site, changes):
            disk.change_text(path, finish.finish)
        indexed.result()
    disk.copy_folder(site, new)
    disk.copy_folder(root / INDEX, new / indexing.FOLDER)
    disk.replace_folder(root / "site", new)


def _searched(link: Linker) -> Searched:
    dossier = link.dossier
    found = tuple(findable.findables(link))
    return Searched(found, dossier.search.synonyms, dossier.settings.prefix)


def _take_away(site: Path, changes: Changes) -> None:
    """Remove what is to be made anew or no more: readers' copies are the same files on disk."""
    for name in (*map(_output, changes.written | changes.removed), *ALWAYS_MADE):
        disk.remove(site, name)


def _output(name: str) -> str:
    """The file of the site that is made from a file that MkDocs is given."""
    address = urls.address(name) if name.endswith(".md") else f"/{name}"
    return address.removeprefix("/") + ("index.html" if address.endswith("/") else "")


def _made(site: Path, changes: Changes | None) -> Iterator[Path]:
    """The pages that were made just now."""
    if changes is None:
        yield from sorted(site.rglob("*.html"))
    else:
        names = (*map(_output, sorted(changes.written)), ALWAYS_MADE[0])
        yield from (site / name for name in names if name.endswith(".html"))


def _run_mkdocs(root: Path, today: date, *, dirty: bool) -> None:
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / SITE), strict=False)
    config.plugins["compiled"] = _Compiled(root / COMPILED)
    midnight = datetime(today.year, today.month, today.day, tzinfo=UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(midnight.timestamp()))  # not the clock's day
    with _Warnings() as warnings:
        try:
            run_mkdocs(config, dirty=dirty)
        except (MkDocsException, SystemExit) as error:
            raise SiteError("\n".join((*warnings.messages, str(error)))) from error
    if warnings.messages:
        raise SiteError("\n".join(warnings.messages))


class _Compiled(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """Keeps the theme's templates as they were compiled last."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def on_env(self, env: Environment, **_: object) -> Environment:
        self.folder.mkdir(parents=True, exist_ok=True)
        env.bytecode_cache = FileSystemBytecodeCache(str(self.folder))
        return env


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
        message = record.getMessage()
        if not message.startswith(DIRTY):
            self.messages.append(message)
