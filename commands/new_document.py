"""``new document``: add a quoted document from a file with its text, with a first chapter."""

from pathlib import Path
from typing import Any

import click

from commands._options import ROOT, today_option
from commands._record_options import option, value, was_given
from commands._report import exit_on_error, main_branch, refuse, report_notices
from generator.build.check import CheckedContent
from generator.checks import notices
from generator.editing import apply
from generator.editing.apply import DocumentInput
from generator.editing.document_draft import DocumentDraft
from generator.editing.scaffold import ScaffoldError, editor_fields
from generator.model import Source

_FIELDS = {each.name: each for each in editor_fields(Source) if each.name != "skipped"}


@click.command(
    "document",
    params=[option(field) for field in _FIELDS.values()],
    help="Voegt toe: een document dat de site citeert, met zijn tekst en een eerste hoofdstuk. "
    "Een optie met een sterretje (*) is verplicht.",
)
@click.argument("slug", metavar="NAAM", required=False)
@click.option("--file", metavar="BESTAND", help="Het bestand met de tekst, in UTF-8. *")
@click.option("--chapter", default="", help="De naam van het eerste hoofdstuk.")
@click.option(
    "--statements", is_flag=True, help="Maak van elke regel die niet leeg is een uitspraak."
)
@click.option(
    "--base",
    metavar="VERSIE",
    help="Sla nummers over die VERSIE al heeft; standaard de hoofdtak.",
)
@today_option
@click.pass_context
def document(context: click.Context, /, **given: Any) -> None:  # noqa: ANN401  (click's values)
    """Add a source with its text and a chapter that the check helps to complete."""
    if given["slug"] is None:
        refuse("Niets gewijzigd: geef ook een naam op, zoals 'brief-2021'.")
    if given["file"] is None:
        refuse("Niets gewijzigd: geef met --file ook het bestand met de tekst op.")
    fields = {each: given[each] for each in _FIELDS if was_given(context, each)}
    entered = DocumentInput(
        slug=given["slug"],
        values={each: value(_FIELDS[each], text) for each, text in fields.items()},
        file=Path(given["file"]),
        chapter=given["chapter"],
        with_statements=given["statements"],
        day=given["today"],
    )
    with exit_on_error(ScaffoldError):
        compared = given["base"] or main_branch("welke nummers op de hoofdtak in gebruik zijn")
        added = apply.create_document(ROOT, entered, compared)
    _report(added)


def _report(added: DocumentDraft) -> None:
    text = {added.text_path: added.texts[added.text_path]}
    report_notices(CheckedContent(None, (), text, tuple(notices.in_sources(text))))
    made = (added.path, added.text_path, added.chapter_path)
    click.echo(f"Gemaakt: {', '.join(made)}.")
    for path in sorted(set(added.texts) - {*made}):
        click.echo(f"Bijgewerkt: {path}.")
    for line in _next_steps(added):
        click.echo(line)


def _next_steps(added: DocumentDraft) -> list[str]:
    if not added.statements:
        todo = f"Zet nu elke regel van {added.text_path} in een uitspraak in {added.chapter_path}"
        skip = f"of met een reden bij skipped in {added.path}"
        return [f"{todo}, {skip}. Welke regels er nog over zijn, zegt: {_CHECK}"]
    count = "1 uitspraak" if added.statements == 1 else f"{added.statements} uitspraken"
    long = ", ".join(map(str, added.too_long))
    return [
        f"Voorgesteld: {count}, elk een regel van de tekst.",
        *([f"Te lang voor één uitspraak, verdeel zelf: regel {long}."] if long else ()),
        f"{_REVIEW} Wat nog niet klopt, zegt: {_CHECK}",
        "Zijn de teksten goed? Leg vast met: python site_build.py record",
    ]


_REVIEW = (
    "Loop ze na: verdeel een regel met meer zinnen, en zet bij elke de juiste soort, en of het "
    "een afspraak is."
)
_CHECK = "python site_build.py check"
