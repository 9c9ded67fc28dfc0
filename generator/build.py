"""The recipe: content to checked dossier to Markdown to a finished site."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path

from generator import site, text
from generator.beside import beside
from generator.checking import Checked, check_content
from generator.generating import Generator
from generator.linking import Linker
from generator.publishing import Names
from generator.site import SiteError
from generator.standing import standing
from generator.steps import Progress, unseen

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
    index = partial(site.index, root, link, anew=anew)
    if later:
        touched = _make_pages(root, link, progress, anew=anew)
        later(partial(_publish_with, index, root))
    else:
        with beside(index, patiently=anew) as indexed:
            touched = _make_pages(root, link, progress, anew=anew)
            touched |= indexed()
    site.publish(root, None if anew else touched)


def _make_pages(root: Path, link: Linker, progress: Progress, *, anew: bool) -> Names:
    """Make what readers read, and tell what is other; what they search is made apart."""
    generator = Generator(root, link.dossier, link.today, anew=anew)
    with beside(generator.write_others, patiently=True) as others:
        changes = generator.write_pages(progress)
        touched = site.make(root, link.today, None if anew else changes, progress)
        return touched | others().touched


def _publish_with(index: Callable[[], Names], root: Path) -> None:
    site.publish(root, index())
