"""``check``: check whether the content is valid."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import click

from commands._options import CONTENT_ERROR, ROOT, today_option
from commands._report import report_as_annotations, report_as_json, report_as_text
from generator.build.check import CheckedContent
from generator.build.publish import PUBLISHED, is_interrupted
from generator.checks import expiry, overdue_reviews, publication
from generator.editing.change_check import check_change
from generator.editing.git import RevisionError

REPORTS = {"text": report_as_text, "github": report_as_annotations, "json": report_as_json}


@click.command("check", help="Controleert de inhoud en wijzigt niets.")
@click.option(
    "--base", metavar="VERSIE", help="Kijk ook of het register sinds VERSIE alleen is gegroeid."
)
@click.option(
    "--format",
    "form",
    type=click.Choice([*REPORTS]),
    default="text",
    show_default=True,
    help="De vorm: text voor een lezer, github voor een voorstel, json voor een programma.",
)
@click.option("--publish", is_flag=True, help="Kijk ook of alles klopt om de site te publiceren.")
@click.option(
    "--stale",
    is_flag=True,
    help="Noem daarna wat al langer dan zes maanden niet is nagekeken.",
)
@today_option
def check(base: str | None, form: str, today: date, *, publish: bool, stale: bool) -> None:
    """Check the content without changing anything."""
    if stale and form != "text":
        raise click.UsageError("--stale is een lijst voor een lezer: laat --format weg.")
    if is_interrupted(ROOT / PUBLISHED):
        from generator.build import lock  # noqa: PLC0415  (rarely used, slow to import)

        lock.recover(ROOT)
    try:
        checked = check_change(ROOT, today, base)
    except RevisionError as error:
        raise click.ClickException(str(error)) from error
    if publish and not checked.problems:
        checked = _check_publication(checked, today)
    if not REPORTS[form](checked):
        sys.exit(CONTENT_ERROR)
    if stale and checked.dossier:
        _list_stale(overdue_reviews.overdue(checked.dossier, today))


def _list_stale(overdue: Sequence[str]) -> None:
    """Print what must be reviewed, the longest ago first."""
    for each in overdue:
        click.echo(each)
    click.echo(f"Na te kijken: {len(overdue)}.")


def _check_publication(checked: CheckedContent, today: date) -> CheckedContent:
    """The same content, with the problems for which it cannot be published as of a day."""
    expired = expiry.check(checked.dossier, today) if checked.dossier else ()
    problems = (*publication.check(checked.texts), *expired)
    if problems:
        click.echo("De site kan nog niet worden gepubliceerd: los eerst dit op.", err=True)
    return replace(checked, problems=problems)
