"""From Markdown to pages: MkDocs makes them."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's banner is not for editors

from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator.build import folders
from generator.build.errors import SiteError
from generator.build.folders import Changes
from generator.build.incremental.environment import SITE
from generator.build.mkdocs_plugins import Compiled, Counted, Finished, Warnings
from generator.build.progress import Progress, Step
from generator.build.publish import Names
from generator.build.render import DOCS
from generator.dossier import urls

ALWAYS_MADE = ("404.html", "sitemap.xml", "sitemap.xml.gz")
"""What MkDocs makes of all pages together."""
COMPILED = "build/compiled/theme"
DIRTY = "A 'dirty' build"
"""How MkDocs warns of building less than all, which is what we ask for."""


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
    return touched


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


def _run_mkdocs(root: Path, today: date, step: Step, *, dirty: bool) -> None:
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / SITE), strict=False)
    midnight = datetime(today.year, today.month, today.day, tzinfo=UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(midnight.timestamp()))  # not the clock's day
    with Warnings() as warnings:
        config.plugins["compiled"] = Compiled(root / COMPILED, anew=not dirty)
        config.plugins["counted"] = Counted(step)
        config.plugins["finished"] = Finished()
        _run(config, warnings, dirty=dirty)


def _run(config: MkDocsConfig, warnings: Warnings, *, dirty: bool) -> None:
    try:
        run_mkdocs(config, dirty=dirty)
    except (MkDocsException, SystemExit) as error:
        raise SiteError("\n".join((*warnings.messages, str(error)))) from error
    if told := [each for each in warnings.messages if not each.startswith(DIRTY)]:
        raise SiteError("\n".join(told))
