"""``upgrade``: convert content of an earlier version of this program."""

import click

from commands._options import ROOT
from commands._report import exit_on_error
from generator.editing import apply


@click.command("upgrade", help="Zet inhoud van een eerdere versie om; er verandert geen woord.")
def upgrade() -> None:
    """Convert content of an earlier version, without changing what it says."""
    with exit_on_error():
        upgraded = apply.upgrade_content(ROOT)
    for path in sorted(upgraded.texts):
        click.echo(f"Geschreven: {path}.")
    for path in sorted(upgraded.removed):
        click.echo(f"Verwijderd: {path}.")
    click.echo("Kijk nu of de inhoud klopt: python site_build.py check")
