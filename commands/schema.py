"""``schema``: the JSON Schemas with which a text editor helps."""

import sys

import click

from commands._options import CONTENT_ERROR, ROOT
from commands._report import dossier_or_exit, report_problems
from generator.editing.change_check import check_schemas, write_schemas


@click.command("schema")
@click.option("--check", "only_check", is_flag=True, help="Only report outdated schemas.")
def schema(*, only_check: bool) -> None:
    """Write the JSON Schemas for text editors into schema/."""
    dossier = dossier_or_exit()
    if not only_check:
        write_schemas(ROOT, dossier)
        return
    schemas = check_schemas(ROOT, dossier)
    report_problems(schemas.problems, schemas.texts)
    if schemas.problems:
        sys.exit(CONTENT_ERROR)
