"""The recipe of a build: from content to a checked dossier, Markdown, pages and a new site."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.build import check, packs, publish, search_index
from generator.build.check import CheckedContent, Content
from generator.build.engine import Engine
from generator.build.errors import SiteError
from generator.build.finish import finish, own_styles
from generator.build.incremental import environment
from generator.build.incremental.environment import SITE, unfinished_build
from generator.build.link_check import broken_links
from generator.build.parallel import run_in_background
from generator.build.progress import Progress, no_progress
from generator.build.publish import PUBLISHED, SPARE, Names
from generator.build.render import DOCS, STATIC, Renderer
from generator.dossier.dossier import Dossier
from generator.site.views import templates
from generator.site.views.linker import Linker

INDEX_PREFIX = f"{search_index.SITE_FOLDER}/"
LAYERS = {SITE: "", STATIC: "", packs.PDF: "", search_index.INDEX: INDEX_PREFIX}
"""The folders that are published, each with its place in the site."""

Work = Callable[[], None]
Later = Callable[[Work], None]
"""Takes work that may be done later."""
BuildStep = Callable[[], Names]
"""Writes files of the site, and returns the paths that changed."""


def build(  # noqa: PLR0913  (all but the first two are choices, given by name)
    root: Path,
    today: dt.date,
    *,
    clean: bool = False,
    with_packs: bool = False,
    progress: Progress = no_progress,
    later: Later | None = None,
) -> CheckedContent:
    """Build the site into ``root/site``, or report problems and leave the old site as it is.

    What is late and what is not is as of ``today``. Unchanged parts of the last build are reused,
    unless with ``clean``; the site is the same either way. ``with_packs``, there are also documents
    to print, for which the packages must be installed. With ``later``, the site is published
    before the search index and the static files are built, and that work is handed over. While
    this or that work is done, the caller holds the lock on the project.

    Raises:
        SiteError: the content is valid, but templates or the engine cannot make a site of it.

    """
    fingerprint = environment.fingerprint(root)
    is_new = fingerprint != environment.last_fingerprint(root)
    site = _SiteBuild(root, today, progress, _Packs(with_packs, clean), clean=clean or is_new)
    content = check.read_content(root, clean=clean)
    with site.index_in_background(content, fork=not later) as index:
        checked = check.check(content, today)
        if checked.dossier and not checked.problems:
            check.save_cache(root, content)
            with unfinished_build(root, becomes=fingerprint):
                site.build(checked.dossier, index, later)
    return checked


class _Packs(NamedTuple):
    """What to do with the documents to print."""

    are_wanted: bool
    clean: bool
    """Whether to make them again even if they are up to date."""


class _SiteBuild:
    """Builds the site as of a day: all of it, or only what changed."""

    def __init__(
        self, root: Path, today: dt.date, progress: Progress, packs: _Packs, *, clean: bool
    ) -> None:
        self._root = root
        self._today = today
        self._progress = progress
        self._clean = clean
        self._packs = packs

    def index_in_background(
        self, content: Content, *, fork: bool
    ) -> AbstractContextManager[BuildStep]:
        """Start with the search index while the content is checked: it takes longest."""
        dossier, problems = content.reading.dossier, content.reading.problems
        if not dossier or problems:
            return nullcontext(frozenset)
        return run_in_background(partial(self._index, dossier), fork=fork, low_priority=self._clean)

    def _index(self, dossier: Dossier) -> Names:
        link = Linker(dossier, self._today)
        search_index.update_index(self._root, link, clean=self._clean)
        self._prepare(search_index.INDEX)
        built, published = self._root / search_index.INDEX, self._root / PUBLISHED
        return publish.unpublished(built, INDEX_PREFIX, published)

    def build(self, dossier: Dossier, index: BuildStep, later: Later | None) -> None:
        """Build what is out of date, and publish it.

        Raises:
            SiteError: templates or the engine cannot make a site of it.

        """
        with _template_errors():
            renderer = Renderer(
                self._root,
                dossier,
                self._today,
                clean=self._clean,
                packs=self._packs.are_wanted,
            )
            self._build(renderer, index, later)

    def _build(self, renderer: Renderer, index: BuildStep, later: Later | None) -> None:
        static_files = partial(self._static_files, renderer)
        if later:
            changed = self._pages(renderer)
            later(partial(self._postponed, static_files, index))
        else:
            with run_in_background(static_files, low_priority=True) as background:
                changed = self._pages(renderer)
                changed |= background() | index()
        self._publish(None if self._clean else changed)

    def _postponed(self, *steps: BuildStep) -> None:
        """Do what was handed over, and publish it.

        Raises:
            SiteError: templates cannot make a site of it.

        """
        fingerprint = environment.last_fingerprint(self._root)
        with _template_errors(), unfinished_build(self._root, becomes=fingerprint):
            self._publish(frozenset().union(*(step() for step in steps)))

    def _pages(self, renderer: Renderer) -> Names:
        from generator.build.mkdocs_run import MkDocs  # noqa: PLC0415  (slow to load: background work starts first)

        site, changes = self._root / SITE, renderer.write_pages(self._progress)
        engine = MkDocs(self._root, self._today, self._progress, renderer.days_of_change())
        build_pages: Engine = engine.build
        built = build_pages(self._root / DOCS, site, None if self._clean else changes)
        if broken := "\n".join(broken_links(site, built)):
            raise SiteError(broken)
        return built | finish(site, built, self._progress, own_styles(self._root))

    def _static_files(self, renderer: Renderer) -> Names:
        changed = renderer.write_static_files().touched
        self._prepare(STATIC)
        changed |= self._pdfs(renderer)
        self._prepare(packs.PDF)
        return changed

    def _pdfs(self, renderer: Renderer) -> Names:
        if not self._packs.are_wanted:
            return packs.remove(self._root)
        renderer.write_packs()
        return packs.update(self._root, clean=self._packs.clean)

    def _prepare(self, folder: str) -> None:
        """Bring a built folder into the spare copy, while other work goes on."""
        if self._clean:
            publish.prepare(self._root / folder, LAYERS[folder], self._root / SPARE)

    def _publish(self, changed: Names | None) -> None:
        layers = [(self._root / folder, place) for folder, place in LAYERS.items()]
        publish.publish(self._root / PUBLISHED, layers, self._root / SPARE, changed)


@contextmanager
def _template_errors() -> Iterator[None]:
    """Raise what a template does wrong in the body as an error of the site."""
    try:
        yield
    except templates.TemplateError as error:
        raise SiteError(templates.format_error(error)) from error
