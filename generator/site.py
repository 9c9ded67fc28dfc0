"""From Markdown to the site: MkDocs builds it, the last hand is laid on it, searching is added."""

import json
import logging
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Self

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's banner is not for editors

from jinja2 import BaseLoader, Environment, FileSystemBytecodeCache
from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin

from generator import findable, finish, folders, indexing, publishing, urls
from generator.folders import Changes
from generator.generating import DOCS, STATIC
from generator.indexing import Searched
from generator.linking import Linker
from generator.publishing import Names
from generator.standing import SITE
from generator.steps import Progress, Step

ALWAYS_MADE = ("404.html", "sitemap.xml", "sitemap.xml.gz")
"""What MkDocs makes of all pages together."""
PUBLISHED = "site"
"""Where readers find it."""
SPARE = "build/spare"
COMPILED = "build/compiled/theme"
INDEX = "build/index"
SEARCHED = f"{indexing.FOLDER}/"
KEPT = "build/indexed"
"""What the next index needs of the last one."""
DIRTY = "A 'dirty' build"
"""How MkDocs warns of building less than all, which is what we ask for."""


class SiteError(Exception):
    """A template or MkDocs could not make the site; their own words say why."""


def make(root: Path, today: date, changes: Changes | None, progress: Progress) -> Names:
    """Have MkDocs make the pages, lay the last hand on them, and tell what it made or took away.

    With ``changes`` in what MkDocs is given, only their pages are made anew; without, all are.

    Raises:
        SiteError: MkDocs could not make the site, or warned of something.

    """
    site, touched = root / SITE, _touched(changes)
    if changes is not None:
        folders.remove_all(site, touched)  # MkDocs writes in place: readers have the same file
    with progress("Pagina’s opmaken", 2 * _count(root, changes)) as step:
        _run_mkdocs(root, today, step, dirty=changes is not None)
    for path in _made(site, changes):
        folders.change_text(path, finish.finish)
    return touched


def index(root: Path, link: Linker, *, anew: bool) -> Names:
    """Make the index by which readers search, and tell what was made or taken away.

    With ``anew``, what stands of it is made again as well.
    """
    dossier = link.dossier
    found = tuple(findable.findables(link))
    searched = Searched(found, dossier.search.synonyms, dossier.settings.prefix)
    touched = indexing.index(searched, root / INDEX, root / KEPT, anew=anew)
    return {f"{SEARCHED}{name}" for name in touched}


def publish(root: Path, touched: Names | None) -> None:
    """Let readers have all that was made; until then they have what they had.

    ``touched`` is what was made or taken away since the last time; without it, all may be other.
    """
    layers = ((root / SITE, ""), (root / STATIC, ""), (root / INDEX, SEARCHED))
    publishing.publish(root / PUBLISHED, layers, root / SPARE, touched)


def _count(root: Path, changes: Changes | None) -> int:
    """How many pages are to be made."""
    names = folders.files(root / DOCS) if changes is None else changes.written
    return sum(name.endswith(".md") for name in names)


def _touched(changes: Changes | None) -> Names:
    """The files of the site that are made anew or are no more."""
    return {*map(_output, changes.touched if changes else ()), *ALWAYS_MADE}


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


def _run_mkdocs(root: Path, today: date, step: Step, *, dirty: bool) -> None:
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / SITE), strict=False)
    config.plugins["compiled"] = _Compiled(root / COMPILED, anew=not dirty)
    config.plugins["counted"] = _Counted(step)
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
    """Keeps the theme's templates as they were compiled last, and the list of them."""

    def __init__(self, folder: Path, *, anew: bool) -> None:
        self.folder = folder
        if anew:
            folders.remove_folder(folder)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        make = config.theme.get_env
        config.theme.get_env = lambda: self.kept(make())  # type: ignore[method-assign]
        return config

    def kept(self, env: Environment) -> Environment:
        env.bytecode_cache = FileSystemBytecodeCache(str(folders.made(self.folder)))
        env.loader = _Listed(env.loader, self.folder / "templates.json")
        return env


class _Listed(BaseLoader):
    """Loads templates as another does, and lists them once: the theme has ten thousand icons."""

    def __init__(self, loader: BaseLoader | None, kept: Path) -> None:
        self.loader = loader or BaseLoader()
        self.path = kept

    def get_source(self, environment: Environment, template: str) -> Any:  # noqa: ANN401
        return self.loader.get_source(environment, template)

    def list_templates(self) -> list[str]:
        if not self.path.is_file():
            self.path.write_text(json.dumps(self.loader.list_templates()), encoding="utf-8")
        found: list[str] = json.loads(self.path.read_text(encoding="utf-8"))
        return found


class _Counted(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """Tells of two steps for each page: it is read, and it is laid out."""

    def __init__(self, step: Step) -> None:
        self.step = step

    def on_page_content(self, html: str, **_: object) -> str:
        self.step()
        return html

    def on_post_page(self, output: str, **_: object) -> str:
        self.step()
        return output


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
