"""The recipe: content to checked dossier to Markdown to a finished site."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path

from generator import publishing, searching, text
from generator.beside import beside
from generator.checking import Checked, check_content
from generator.generating import STATIC, Generator
from generator.linking import Linker
from generator.problem import SiteError
from generator.publishing import Names
from generator.standing import SITE, standing, unfinished
from generator.steps import Progress, unseen

PUBLISHED = "site"
"""Where readers find the site."""
SPARE = "build/spare"
MADE = {SITE: "", STATIC: "", searching.INDEX: searching.PLACE}
"""The folders with what is published, and the place that the site has for each."""

Later = Callable[[Callable[[], None]], None]
"""Takes work that may be done later."""


def build(
    root: Path,
    today: dt.date,
    *,
    clean: bool = False,
    progress: Progress = unseen,
    later: Later | None = None,
) -> Checked:
    """Make the site under ``root/site``, or tell what is wrong and leave the old one as it is.

    What is late and what is not is told as it stands on ``today``. What did not change since the
    last build is not made anew, unless with ``clean``; the site is the same either way. With
    ``later``, the site is published before what readers search is made, which is handed over.

    Raises:
        SiteError: the content is right, and yet templates or MkDocs make no site of it.

    """
    checked = check_content(root)
    if checked.dossier and not checked.problems:
        with standing(root, clean=clean) as stands:
            try:
                _make(root, Linker(checked.dossier, today), progress, later, anew=not stands)
            except text.TemplateError as error:
                raise SiteError(text.place_and_reason(error)) from error
    return checked


def _make(root: Path, link: Linker, progress: Progress, later: Later | None, *, anew: bool) -> None:
    """Make everything that does not stand, and publish it."""
    index = partial(_index, root, link, anew=anew)
    if later:
        generator = Generator(root, link.dossier, link.today, anew=anew)
        touched = _make_pages(root, generator, progress, anew=anew)
        later(partial(_make_rest, root, partial(_write_others, root, generator, anew=anew), index))
    else:
        with beside(index, patiently=anew) as indexed:
            generator = Generator(root, link.dossier, link.today, anew=anew)
            others = partial(_write_others, root, generator, anew=anew)
            with beside(others, patiently=True) as written:
                touched = _make_pages(root, generator, progress, anew=anew)
                touched |= written() | indexed()
    _publish(root, None if anew else touched)


def _make_pages(root: Path, generator: Generator, progress: Progress, *, anew: bool) -> Names:
    """Make what readers read, and tell what is other."""
    from generator import site  # noqa: PLC0415  (MkDocs takes long to load: others work meanwhile)

    changes = generator.write_pages(progress)
    return site.make(root, generator.today, None if anew else changes, progress)


def _make_rest(root: Path, *works: Callable[[], Names]) -> None:
    """Do what was put off, and publish it."""
    with unfinished(root):
        _publish(root, frozenset().union(*(work() for work in works)))


def _write_others(root: Path, generator: Generator, *, anew: bool) -> Names:
    touched = generator.write_others().touched
    if anew:
        _prepare(root, STATIC)
    return touched


def _index(root: Path, link: Linker, *, anew: bool) -> Names:
    touched = searching.index(root, link, anew=anew)
    if anew:
        _prepare(root, searching.INDEX)
    return touched


def _prepare(root: Path, folder: str) -> None:
    """Make ready to be published what was made in a folder, while others work."""
    publishing.prepare(root / folder, MADE[folder], root / SPARE)


def _publish(root: Path, touched: Names | None) -> None:
    """Let readers have what was made; until then they have what they had."""
    layers = [(root / folder, place) for folder, place in MADE.items()]
    publishing.publish(root / PUBLISHED, layers, root / SPARE, touched)
