"""``rename``: another slug for a record, everywhere."""

from datetime import date

import click

from commands.refusing import told_in_words
from commands.telling import ROOT, today_option
from generator.editing import apply
from generator.editing.rename import RenameError, RenameRequest


@click.command("rename")
@click.argument("old")
@click.argument("new")
@click.option("--note", help="Why, for the reader.")
@today_option
def rename(old: str, new: str, note: str | None, today: date) -> None:
    """Rename OLD to NEW: its file, all that refers to it, the menu and the register."""
    with told_in_words(RenameError):
        renamed = apply.rename(ROOT, RenameRequest(old, new, today, note))
    for before, after in renamed.moved.items():
        click.echo(f"Hernoemd: {before} heet nu {after}.")
    for path in sorted(set(renamed.texts) - set(renamed.moved.values())):
        click.echo(f"Bijgewerkt: {path}.")
    click.echo(f"Het oude adres van '{old}' leidt voortaan naar '{new}'.")
