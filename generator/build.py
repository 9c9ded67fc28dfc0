"""The recipe: content to checked dossier to Markdown to a finished site."""

import datetime as dt
from functools import partial
from pathlib import Path

from generator import site, text
from generator.beside import beside
from generator.checking import Checked, check_content
from generator.generating import Generator
from generator.linking import Linker
from generator.site import SiteError
from generator.standing import standing
from generator.steps import Progress, unseen


def build(
    root: Path, today: dt.date, *, clean: bool = False, progress: Progress = unseen
) -> Checked:
    """Make the site under ``root/site``, or tell what is wrong and leave the old one as it is.

    What is late and what is not is told as it stands on ``today``. What did not change since the
    last build is not made anew, unless with ``clean``; the site is the same either way.

    Raises:
        SiteError: the content is right, and yet templates or MkDocs make no site of it.

    """
    checked = check_content(root)
    if checked.dossier and not checked.problems:
        with standing(root, clean=clean) as stands:
            try:
                _make(root, Linker(checked.dossier, today), progress, anew=not stands)
            except text.TemplateError as error:
                raise SiteError(text.place_and_reason(error)) from error
    return checked


def _make(root: Path, link: Linker, progress: Progress, *, anew: bool) -> None:
    """Make everything that does not stand, and publish it."""
    with beside(partial(site.index, root, link, anew=anew), patiently=anew) as indexed:
        generator = Generator(root, link.dossier, link.today, anew=anew)
        with beside(generator.write_others, patiently=anew) as made_of_others:
            changes, made_of = generator.write_pages(progress)
            site.make(root, link.today, None if anew else changes, progress)
            made_of |= made_of_others()
        indexed()
    site.publish(root)
    generator.remember(made_of)
