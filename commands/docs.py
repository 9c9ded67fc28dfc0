"""``docs``: the generated guides to all fields and all messages."""

import sys

import click

from commands._options import CONTENT_ERROR, ROOT
from commands._report import report_problems
from generator.editing.change_check import check_guides, write_guides


@click.command("docs", help="Schrijft de uitleg van velden en meldingen in docs/.")
@click.option("--check", "only_check", is_flag=True, help="Meld alleen welke uitleg verouderd is.")
def docs(*, only_check: bool) -> None:
    """Write the guides to fields and messages for editors into docs/."""
    if not only_check:
        write_guides(ROOT)
        return
    guides = check_guides(ROOT)
    report_problems(guides.problems, guides.texts)
    if guides.problems:
        sys.exit(CONTENT_ERROR)
