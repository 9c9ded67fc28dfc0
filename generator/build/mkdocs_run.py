"""MkDocs as the engine: it builds the pages, and whatever it warns about is an error.

This is the only module that uses MkDocs in ways that its documentation does not describe, apart
from the preview server. A comment at each says why.
"""

import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath
from typing import Self

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's banner is not for editors

from jinja2 import Environment

# Undocumented, because the command line that is documented would load Python and MkDocs again.
from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from generator.build import folders
from generator.build.errors import SiteError
from generator.build.folders import Changes
from generator.build.progress import Progress, Step
from generator.build.publish import Names
from generator.build.template_cache import TemplateCache
from generator.dossier import urls
from generator.parsing.content_files import CONFIGURATION
from generator.parsing.leftovers import is_leftover

ALWAYS_BUILT = ("404.html", "sitemap.xml", "sitemap.xml.gz")
"""What MkDocs makes of all pages together."""
EPOCH = "SOURCE_DATE_EPOCH"
"""The environment variable with the moment of the build, in seconds since 1970.

Source: https://reproducible-builds.org/specs/source-date-epoch/.
"""
COMPILED = "build/compiled/theme"
"""The templates of the theme, as they were compiled last."""
LOG = logging.getLogger("mkdocs")


@dataclass(frozen=True)
class MkDocs:
    """MkDocs with the configuration of a project, as things are on a day."""

    root: Path
    today: date
    progress: Progress
    changed: Mapping[str, date] = field(default_factory=dict)
    """The day on which each page last changed, by its path under the docs folder."""

    def build(self, docs: Path, site: Path, changes: Changes | None) -> Names:
        """Build pages: the function of an ``Engine``."""
        if changes is None:
            folders.remove_folder(self.root / COMPILED)
        else:
            folders.remove_all(site, _outputs(changes))  # MkDocs would write into published files
        with self.progress("Pagina’s opmaken", 2 * _count(docs, changes)) as step:
            self._run(docs, site, step, dirty=changes is not None)
        return folders.files(site).keys() if changes is None else _outputs(changes)

    def _run(self, docs: Path, site: Path, step: Step, *, dirty: bool) -> None:
        with _Warnings() as warnings, self._day_of_build():
            try:
                config = self._config(docs, site)
                # Undocumented: a plugin is otherwise found by the installed package that it is in.
                config.plugins["events"] = _Events(self, step, warnings)
                run_mkdocs(config, dirty=dirty)
            except (MkDocsException, SystemExit) as error:
                raise SiteError("\n".join((*warnings.messages(), str(error)))) from error
        if messages := warnings.messages():
            raise SiteError("\n".join(messages))

    def _config(self, docs: Path, site: Path) -> MkDocsConfig:
        return load_config(
            str(self.root / CONFIGURATION),
            docs_dir=str(docs),
            site_dir=str(site),
            strict=False,  # strict would refuse every dirty build, for MkDocs' warning about it
        )

    @contextmanager
    def _day_of_build(self) -> Iterator[None]:
        """Let MkDocs take this day for that of the build, in place of the clock's."""
        midnight = datetime(self.today.year, self.today.month, self.today.day, tzinfo=UTC)
        before = os.environ.pop(EPOCH, None)
        os.environ[EPOCH] = str(int(midnight.timestamp()))
        try:
            yield
        finally:
            del os.environ[EPOCH]
            os.environ.update({} if before is None else {EPOCH: before})


def _count(docs: Path, changes: Changes | None) -> int:
    """How many pages are to be built."""
    names = folders.files(docs) if changes is None else changes.written
    return sum(name.endswith(".md") for name in names)


def _outputs(changes: Changes) -> Names:
    """The files of the site that are built again or removed."""
    return {*map(_output, changes.touched), *ALWAYS_BUILT}


def _output(name: str) -> str:
    """The file of the site that is made from a file in the docs folder."""
    address = urls.address(name) if name.endswith(".md") else f"/{name}"
    return address.removeprefix("/") + ("index.html" if address.endswith("/") else "")


class _Warnings(logging.Handler):
    """Collects what MkDocs warns about, so that it is reported in one place."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._records: list[logging.LogRecord] = []

    def __enter__(self) -> Self:
        LOG.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        LOG.removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        self._records.append(record)

    def forget(self, logger: str) -> None:
        """Leave out what one logger has logged so far."""
        self._records = [each for each in self._records if each.name != logger]

    def messages(self) -> list[str]:
        return [record.getMessage() for record in self._records]


class _Events(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """A plugin for the build only: no event changes what is built."""

    def __init__(self, build: MkDocs, step: Step, warnings: _Warnings) -> None:
        self._build = build
        self._step = step
        self._warnings = warnings

    def on_files(self, files: Files, **_: object) -> Files:
        # Undocumented: until this event, this logger only warns that the build is dirty.
        self._warnings.forget(run_mkdocs.__module__)
        for file in [each for each in files if is_leftover(PurePosixPath(each.src_uri))]:
            files.remove(file)  # MkDocs would publish what lies next to the templates of the theme
        return files

    def on_env(self, env: Environment, files: Files, **_: object) -> Environment:
        """Keep the templates of the theme compiled: it takes a fifth of the time of an edit.

        The sitemap gets the days on which pages changed; that of the build says nothing.
        """
        env.bytecode_cache = TemplateCache(self._build.root / COMPILED)
        for file in files.documentation_pages():
            if file.page and (day := self._build.changed.get(file.src_uri)):
                file.page.update_date = day.isoformat()
        return env

    def on_page_content(self, html: str, **_: object) -> str:
        self._step()
        return html

    def on_post_page(self, output: str, **_: object) -> str:
        self._step()
        return output
