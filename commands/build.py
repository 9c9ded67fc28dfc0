"""``build``: build the site from the content."""

import sys
from datetime import date

import click

from commands._options import CONTENT_ERROR, ROOT, today_option
from commands._progress_bar import progress_bars
from commands._report import report_as_text
from generator.build.build import Later
from generator.build.build import build as build_site
from generator.build.errors import SiteError
from generator.checks import problem_text


@click.command("build")
@today_option
@click.option("--clean", is_flag=True, help="Rebuild everything, including what did not change.")
def build(today: date, *, clean: bool) -> None:
    """Check the content and build the site into site/."""
    if build_and_report(today, clean=clean):
        sys.exit(CONTENT_ERROR)


def build_and_report(today: date, *, clean: bool = False, later: Later | None = None) -> str:
    """Build, print the result, and return the problems as text; empty if there are none."""
    try:
        checked = build_site(ROOT, today, clean=clean, progress=progress_bars(), later=later)
    except SiteError as error:
        message = f"De site kan niet worden gemaakt:\n{error}"
        click.echo(message, err=True)
        return message
    if report_as_text(checked):
        click.echo(f"De site staat klaar: {(ROOT / 'site/index.html').as_uri()}")
    return problem_text.format_all(checked.problems, checked.texts)
