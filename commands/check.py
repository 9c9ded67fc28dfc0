"""``check``: whether the content is right."""

import sys

import click

from commands.checked import is_right, is_right_as_json, is_right_on_github
from commands.telling import CONTENT_IS_WRONG, ROOT
from generator.editing.change_check import check_change
from generator.editing.git import RevisionError

FORMS = {"text": is_right, "github": is_right_on_github, "json": is_right_as_json}


@click.command("check")
@click.option("--base", metavar="REF", help="Also prove that the register only grew since REF.")
@click.option(
    "--format",
    "form",
    type=click.Choice([*FORMS]),
    default="text",
    show_default=True,
    help="How to tell: to a reader, as annotations of a pull request, or to a program.",
)
def check(base: str | None, form: str) -> None:
    """Check the content; change nothing."""
    try:
        checked = check_change(ROOT, base)
    except RevisionError as error:
        raise click.ClickException(f"{base} is geen bekende versie: {error}") from error
    if not FORMS[form](checked):
        sys.exit(CONTENT_IS_WRONG)
