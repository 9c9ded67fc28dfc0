"""``sheet``: the content as a spreadsheet, and what an editor changed in it back."""

import sys
from datetime import date
from pathlib import Path
from shlex import quote

import click

from commands._options import CONTENT_ERROR, ROOT, today_option
from commands._report import exit_on_error, main_branch, report_as_text, report_notices
from generator.build.check import CheckedContent, check_content
from generator.checks import problem_text
from generator.editing import sheet_files
from generator.editing.scaffold import ScaffoldError
from generator.editing.sheet_files import AppliedSheet
from generator.editing.sheets.columns import sheets
from generator.editing.sheets.mistakes import SheetError

FILE = click.argument("file", metavar="BESTAND.xlsx", type=click.Path(path_type=Path))


@click.group("sheet", help="Zet de inhoud in een spreadsheet, en wat u daarin wijzigt weer terug.")
def sheet() -> None:
    """Write the content to a workbook, or apply what changed in one."""


@sheet.command("out", help="Maakt een spreadsheet van content/, met een blad per soort.")
@FILE
def out(file: Path) -> None:
    """Write the content to a workbook."""
    try:
        with exit_on_error():
            sheet_files.write_sheet(ROOT, file)
    except SheetError as error:
        _refuse(error)
    click.echo(f"Gemaakt: {file}.")
    left_out = dict.fromkeys(label for each in sheets() for label in each.left_out)
    click.echo(f"Niet in het bestand, en blijft zoals het is: {'; '.join(left_out)}.")
    click.echo(f"Zet uw wijzigingen terug met: python site_build.py sheet in {quote(str(file))}")


@sheet.command("in", help="Zet in content/ wat u in de spreadsheet hebt gewijzigd of toegevoegd.")
@FILE
@click.option(
    "--base",
    metavar="VERSIE",
    help="Sla nummers over die VERSIE al heeft; standaard de hoofdtak.",
)
@today_option
def apply_file(file: Path, base: str | None, today: date) -> None:
    """Change in the content what was changed in a workbook: all of it or nothing."""
    try:
        with exit_on_error(ScaffoldError):
            compared = base or main_branch("welke nummers op de hoofdtak in gebruik zijn")
            found = sheet_files.apply_sheet(ROOT, file, today, compared)
    except SheetError as error:
        _refuse(error)
    _report(found)
    if found.content.texts:
        click.echo("De wijzigingen staan in de inhoud. De controle zegt nu:")
        report_notices(CheckedContent(None, (), found.texts, found.notices))
        report_as_text(check_content(ROOT, today))


def _report(found: AppliedSheet) -> None:
    """Print what changed, and what is not in the workbook."""
    new = {each.path for each in found.content.new if each.sheet.has_files}
    for each in found.content.new:
        click.echo(f"Gemaakt: {each.sheet.kind.noun} {each.name} in {each.path}.")
    for path in sorted(found.content.texts.keys() - new):
        click.echo(f"Bijgewerkt: {path}.")
    if found.left_out:
        missing = ", ".join(f"{title} ({count})" for title, count in found.left_out.items())
        click.echo(f"Niet in de spreadsheet, en blijft zoals het is: {missing}.")
        click.echo("Wat weg moet, haalt u zelf weg; daarna: python site_build.py record --help")
    cells, rows = found.content.cells, len(found.content.new)
    if not cells and not rows:
        click.echo("Er is niets gewijzigd: de inhoud zegt al wat er in de spreadsheet staat.")
    else:
        click.echo(f"Gewijzigde cellen: {cells}; nieuwe rijen: {rows}.")


def _refuse(error: SheetError) -> None:
    """Print the first mistakes and how many there are more, and exit with code 1."""
    shown = error.mistakes[: problem_text.MAX_REPORTED]
    for mistake in shown:
        click.echo(str(mistake), err=True)
    count = len(error.mistakes)
    others = f", waarvan hierboven de eerste {len(shown)}" if count > len(shown) else ""
    click.echo(f"Niets gewijzigd: {count} {'fout' if count == 1 else 'fouten'}{others}.", err=True)
    sys.exit(CONTENT_ERROR)
