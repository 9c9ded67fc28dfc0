"""``schema``: the JSON Schemas with which a text editor helps."""

import sys
from datetime import date

import click

from commands._options import CONTENT_ERROR, ROOT, today_option
from commands._report import dossier_or_exit, report_problems
from generator.editing.change_check import check_schemas, write_schemas


@click.command("schema", help="Schrijft de schema’s voor tekstbewerkers in schema/.")
@click.option(
    "--check", "only_check", is_flag=True, help="Meld alleen welke schema’s verouderd zijn."
)
@today_option
def schema(today: date, *, only_check: bool) -> None:
    """Write the JSON Schemas for text editors into schema/."""
    dossier = dossier_or_exit(today)
    if not only_check:
        write_schemas(ROOT, dossier)
        return
    schemas = check_schemas(ROOT, dossier)
    report_problems(schemas.problems, schemas.texts)
    if schemas.problems:
        sys.exit(CONTENT_ERROR)
