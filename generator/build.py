"""The recipe: content to checked dossier to Markdown to a finished site."""

import datetime as dt
from pathlib import Path

from generator import generating, site, text
from generator.checking import Checked, check_content
from generator.site import SiteError
from generator.standing import standing


def build(root: Path, today: dt.date, *, clean: bool = False) -> Checked:
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
                changes = generating.generate(root, checked.dossier, today, anew=not stands)
            except text.TemplateError as error:
                raise SiteError(text.place_and_reason(error)) from error
            site.make(root, checked.dossier, today, changes if stands else None)
    return checked
