"""``rename``: change the slug of a record everywhere."""

from datetime import date

import click

from commands._options import ROOT, today_option
from commands._report import exit_on_error
from generator.editing import apply
from generator.editing.rename import RenameError, RenameRequest


@click.command("rename")
@click.argument("old")
@click.argument("new")
@click.option("--note", help="The reason, shown to readers.")
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
