"""``new``: add a record in the right file and place; one subcommand per kind of record."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from commands._options import ROOT, today_option
from commands._record_options import option, value, was_given
from commands._report import exit_on_error, main_branch, refuse
from commands.new_document import document
from generator.dossier.kind import Kind
from generator.editing import apply
from generator.editing.apply import RecordInput
from generator.editing.scaffold import ADDABLE, ScaffoldError, editor_fields
from generator.model import Source, Statement
from generator.parsing.yaml_editor import Value


@click.group("new", help="Voegt iets toe aan content/, op de juiste plaats.")
def new() -> None:
    """Add a record to content/; statements that mention it get it in their lists."""


def _command(name: str, kind: Kind) -> click.Command:
    """The subcommand that adds records of one kind, with an option for each field."""
    fields = {field.name: field for field in editor_fields(kind.model)}

    @click.pass_context
    def add(context: click.Context, /, **parameters: Any) -> None:  # noqa: ANN401  (click's values)
        given = {each: parameters[each] for each in fields if was_given(context, each)}
        values = {each: value(fields[each], text) for each, text in given.items()}
        _add(kind, parameters.get("record"), parameters["today"], values, parameters["base"])

    options = [option(field) for field in fields.values()]
    base = click.Option(
        ["--base"],
        metavar="VERSIE",
        help="Sla nummers over die VERSIE al heeft; standaard de hoofdtak.",
    )
    summary = f"Voegt toe: {kind.noun}. Een optie met een sterretje (*) is verplicht."
    command = click.Command(name, callback=add, help=summary, params=[*_argument(kind), *options])
    command.params.append(base)
    today_option(command)
    return command


def _argument(kind: Kind) -> list[click.Parameter]:
    """The slug of the new record; for a statement, the slug of its chapter or theme."""
    metavar = "HOOFDSTUK" if kind.model is Statement else "NAAM"
    has_argument = kind.has_slug or kind.model is Statement
    return [click.Argument(["record"], metavar=metavar, required=False)] if has_argument else []


def _add(
    kind: Kind, record: str | None, today: date, values: dict[str, Value], base: str | None
) -> None:
    if record is None and kind.has_slug:
        refuse("Niets gewijzigd: geef ook een naam op, zoals 'mkb-deals'.")
    if record is None and kind.model is Statement:
        refuse("Niets gewijzigd: geef ook het hoofdstuk of thema op waarin de uitspraak staat.")
    with exit_on_error(ScaffoldError):
        compared = base or main_branch("welke nummers op de hoofdtak in gebruik zijn")
        added = apply.create(ROOT, kind, RecordInput(record or "", values, today), compared)
    click.echo(f"Gemaakt: {kind.noun} {added.name}".rstrip() + f" in {added.path}.")
    for path in sorted(set(added.texts) - {added.path}):
        click.echo(f"Bijgewerkt: {path}.")
    if kind.model is Source:
        click.echo(_after_source(added.path))
    if added.name and kind.cited_text:
        click.echo("Is de tekst goed? Leg vast met: python site_build.py record")


def _after_source(path: str) -> str:
    """What comes after a new source: it is quoted if its text is next to it, else referred to."""
    text = Path(path).with_suffix(".txt")
    if not (ROOT / text).exists():
        return "Verwijs er nu naar: een bron waar niets naar verwijst, is fout."
    todo = f"Zet nu elke regel van {text.as_posix()} in een uitspraak, of met een reden bij skipped"
    return f"{todo}. Welke regels er nog over zijn, zegt: python site_build.py check"


for _name, _kind in ADDABLE.items():
    new.add_command(_command(_name, _kind))
new.add_command(document)
