"""``schema``: what an editor's own editor helps by."""

import sys

import click

from commands.readable import readable
from commands.telling import CONTENT_IS_WRONG, ROOT, tell
from generator.editing.change_check import check_schemas, write_schemas


@click.command("schema")
@click.option("--check", "only_check", is_flag=True, help="Only tell what is out of date.")
def schema(*, only_check: bool) -> None:
    """Write the schemas by which editors' own editors help, into schema/."""
    dossier = readable()
    if not only_check:
        write_schemas(ROOT, dossier)
        return
    schemas = check_schemas(ROOT, dossier)
    tell(schemas.problems, schemas.texts)
    if schemas.problems:
        sys.exit(CONTENT_IS_WRONG)
