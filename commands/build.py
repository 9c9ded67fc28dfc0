"""``build``: the site, made of the content."""

import sys
from datetime import date

import click

from commands.bars import bars
from commands.checked import is_right
from commands.telling import CONTENT_IS_WRONG, ROOT, today_option
from generator.build.build import Later
from generator.build.build import build as build_site
from generator.build.errors import SiteError
from generator.checks import problem_text


@click.command("build")
@today_option
@click.option("--clean", is_flag=True, help="Make everything anew, also what did not change.")
def build(today: date, *, clean: bool) -> None:
    """Check the content and build the site into site/."""
    if build_and_tell(today, clean=clean):
        sys.exit(CONTENT_IS_WRONG)


def build_and_tell(today: date, *, clean: bool = False, later: Later | None = None) -> str:
    """Build, tell how that went, and give what is wrong in the same words."""
    try:
        checked = build_site(ROOT, today, clean=clean, progress=bars(), later=later)
    except SiteError as error:
        wrong = f"De site kan niet worden gemaakt:\n{error}"
        click.echo(wrong, err=True)
        return wrong
    if is_right(checked):
        click.echo(f"De site staat klaar: {(ROOT / 'site/index.html').as_uri()}")
    return problem_text.as_text(checked.problems, checked.texts)
