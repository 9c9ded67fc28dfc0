"""``check``: check whether the content is valid."""

import sys

import click

from commands._options import CONTENT_ERROR, ROOT
from commands._report import report_as_annotations, report_as_json, report_as_text
from generator.build import publish
from generator.editing.change_check import check_change
from generator.editing.git import RevisionError

REPORTS = {"text": report_as_text, "github": report_as_annotations, "json": report_as_json}


@click.command("check")
@click.option("--base", metavar="REF", help="Also check that the register only grew since REF.")
@click.option(
    "--format",
    "form",
    type=click.Choice([*REPORTS]),
    default="text",
    show_default=True,
    help="Output format: text for a reader, annotations for a pull request, JSON for a program.",
)
def check(base: str | None, form: str) -> None:
    """Check the content without changing anything."""
    if publish.is_interrupted(ROOT / publish.PUBLISHED):
        from generator.build import lock  # noqa: PLC0415  (rarely used, slow to import)

        lock.recover(ROOT)
    try:
        checked = check_change(ROOT, base)
    except RevisionError as error:
        raise click.ClickException(f"{base} is geen bekende versie: {error}") from error
    if not REPORTS[form](checked):
        sys.exit(CONTENT_ERROR)
