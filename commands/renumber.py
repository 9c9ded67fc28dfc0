"""``renumber``: correct numbers after something else has changed."""

from datetime import date

import click

from commands._options import ROOT, today_option
from commands._report import exit_on_error, main_branch, refuse
from generator.editing import apply
from generator.editing.line_numbers import Renumbered, RenumberError
from generator.editing.statement_numbers import RenumberRequest, StatementNumberError


@click.command(
    "renumber",
    help="Geeft uitspraak NAAM een nieuw nummer, of verbetert de regelnummers van bron NAAM.",
)
@click.argument("name", metavar="[NAAM]", required=False)
@click.option(
    "--lines", is_flag=True, help="Verbeter de regelnummers van bron NAAM, of van alle bronnen."
)
@click.option("--text", "start", default="", metavar="TEKST", help="Hoe de uitspraak begint.")
@click.option("--base", metavar="VERSIE", help="De hoofdtak; anders die van origin.")
@today_option
def renumber(name: str | None, start: str, base: str | None, today: date, *, lines: bool) -> None:
    """Give statement NAME a new number, or make the numbers of source lines right."""
    if lines:
        with exit_on_error(RenumberError):
            _report_lines(apply.renumber_lines(ROOT, name, today))
    elif name:
        _renumber_statement(RenumberRequest(name, start), base)
    else:
        refuse("Zeg wat u wilt hernummeren: een nummer, of --lines.")


def _renumber_statement(request: RenumberRequest, base: str | None) -> None:
    with exit_on_error(StatementNumberError):
        compared = base or main_branch("welke uitspraak er op de hoofdtak staat")
        renumbered = apply.renumber_statement(ROOT, request, compared)
    click.echo(f"‘{renumbered.statement.text}’ heeft nu nummer {renumbered.number}.")
    for path in sorted(renumbered.texts):
        click.echo(f"Bijgewerkt: {path}.")
    for path in sorted(renumbered.removed):
        click.echo(f"Verwijderd: {path}.")


def _report_lines(renumbered: Renumbered) -> None:
    if not renumbered.counts:
        click.echo("Er is niets te hernummeren.")
        return
    for source, count in renumbered.counts.items():
        numbers = "1 regelnummer" if count == 1 else f"{count} regelnummers"
        click.echo(f"Hernummerd: {numbers} van '{source}'.")
    for path in sorted(renumbered.texts):
        click.echo(f"Bijgewerkt: {path}.")
    click.echo("Kijk wat er nog te doen is met: python site_build.py check")
