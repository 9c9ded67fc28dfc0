"""``rename``: change the slug of a record everywhere."""

from datetime import date

import click

from commands._options import ROOT, today_option
from commands._report import exit_on_error
from generator.editing import apply
from generator.editing.rename import RenameError, RenameRequest


@click.command(
    "rename", help="Geeft OUD de naam NIEUW. Ook in verwijzingen, het menu en het register."
)
@click.argument("old", metavar="OUD")
@click.argument("new", metavar="NIEUW")
@click.option("--note", help="De reden, voor de lezer.")
@today_option
def rename(old: str, new: str, note: str | None, today: date) -> None:
    """Rename OLD to NEW: its file, all references to it, the menu and the register."""
    with exit_on_error(RenameError):
        renamed = apply.rename(ROOT, RenameRequest(old, new, today, note))
    for before, after in renamed.moved.items():
        click.echo(f"Hernoemd: {before} heet nu {after}.")
    for path in sorted(set(renamed.texts) - set(renamed.moved.values())):
        click.echo(f"Bijgewerkt: {path}.")
    click.echo(f"Het oude adres van '{old}' leidt voortaan naar '{new}'.")
