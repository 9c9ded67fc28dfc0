"""The recipe: content to checked dossier to Markdown to a finished site."""

import datetime as dt
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path

from generator.build import check, publish, searching
from generator.build.check import CheckedContent, Content
from generator.build.engine import Engine
from generator.build.errors import SiteError
from generator.build.finish import finish
from generator.build.incremental import environment
from generator.build.incremental.environment import SITE, unfinished_build
from generator.build.parallel import run_in_background
from generator.build.progress import Progress, no_progress
from generator.build.publish import Names
from generator.build.render import DOCS, STATIC, Renderer
from generator.dossier.dossier import Dossier
from generator.site.views import templates
from generator.site.views.linker import Linker

PUBLISHED = "site"
"""Where readers find the site."""
SPARE = "build/spare"
MADE = {SITE: "", STATIC: "", searching.INDEX: searching.PLACE}
"""The folders with what is published, and the place that the site has for each."""

Later = Callable[[Callable[[], None]], None]
"""Takes work that may be done later."""
Making = Callable[[], Names]
"""Makes files of the site, and tells which are other now."""


def build(
    root: Path,
    today: dt.date,
    *,
    clean: bool = False,
    progress: Progress = no_progress,
    later: Later | None = None,
) -> CheckedContent:
    """Make the site under ``root/site``, or tell what is wrong and leave the old one as it is.

    What is late and what is not is told as it stands on ``today``. What did not change since the
    last build is not made anew, unless with ``clean``; the site is the same either way. With
    ``later``, the site is published before what readers search is made, which is handed over.

    Raises:
        SiteError: the content is right, and yet templates or MkDocs make no site of it.

    """
    mark = environment.fingerprint(root)
    site = _Site(root, today, progress, anew=clean or mark != environment.last_fingerprint(root))
    written = check.read_content(root, clean=clean)
    with site.index_beside(written, fork=not later) as index:
        checked = check.check(written)
        if checked.dossier and not checked.problems:
            check.save_cache(root, written)
            with unfinished_build(root, becomes=mark):
                site.make(checked.dossier, index, later)
    return checked


class _Site:
    """Makes all of a site, or what is other now, as things stand on a day."""

    def __init__(self, root: Path, today: dt.date, progress: Progress, *, anew: bool) -> None:
        self._root = root
        self._today = today
        self._progress = progress
        self._anew = anew

    def index_beside(self, written: Content, *, fork: bool) -> AbstractContextManager[Making]:
        """Begin with the index of content that is yet to be checked: it takes longest."""
        dossier, problems = written.reading.dossier, written.reading.problems
        if not dossier or problems:
            return nullcontext(frozenset)
        return run_in_background(partial(self._index, dossier), fork=fork, low_priority=self._anew)

    def _index(self, dossier: Dossier) -> Names:
        link = Linker(dossier, self._today)
        searching.index(self._root, link, anew=self._anew)
        self._prepare(searching.INDEX)
        made, published = self._root / searching.INDEX, self._root / PUBLISHED
        return publish.unpublished(made, searching.PLACE, published)

    def make(self, dossier: Dossier, index: Making, later: Later | None) -> None:
        """Make everything that does not stand, and publish it.

        Raises:
            SiteError: templates or MkDocs make no site of it.

        """
        try:
            self._make(Renderer(self._root, dossier, self._today, anew=self._anew), index, later)
        except templates.TemplateError as error:
            raise SiteError(templates.format_error(error)) from error

    def _make(self, generator: Renderer, index: Making, later: Later | None) -> None:
        others = partial(self._others, generator)
        if later:
            touched = self._pages(generator)
            later(partial(self._make_rest, others, index))
        else:
            with run_in_background(others, low_priority=True) as made_beside:
                touched = self._pages(generator)
                touched |= made_beside() | index()
        self._publish(None if self._anew else touched)

    def _make_rest(self, *works: Making) -> None:
        """Do what was put off, and publish it."""
        with unfinished_build(self._root, becomes=environment.last_fingerprint(self._root)):
            self._publish(frozenset().union(*(work() for work in works)))

    def _pages(self, generator: Renderer) -> Names:
        """Make what readers read."""
        from generator.build.mkdocs_run import MkDocs  # noqa: PLC0415  (MkDocs takes long to load: others work then)

        site, changes = self._root / SITE, generator.write_pages(self._progress)
        build_pages: Engine = MkDocs(self._root, self._today, self._progress).build
        built = build_pages(self._root / DOCS, site, None if self._anew else changes)
        finish(site, built, self._progress)
        return built

    def _others(self, generator: Renderer) -> Names:
        touched = generator.write_others().touched
        self._prepare(STATIC)
        return touched

    def _prepare(self, folder: str) -> None:
        """Make ready to be published what was made in a folder, while others work."""
        if self._anew:
            publish.prepare(self._root / folder, MADE[folder], self._root / SPARE)

    def _publish(self, touched: Names | None) -> None:
        """Let readers have what was made; until then they have what they had."""
        layers = [(self._root / folder, place) for folder, place in MADE.items()]
        publish.publish(self._root / PUBLISHED, layers, self._root / SPARE, touched)
