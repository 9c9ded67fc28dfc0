"""``new``: a record in the right file and place; a command for each kind of record."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import click

from commands.refusing import refuse, told_in_words
from commands.telling import ROOT, today_option
from generator.editing import apply
from generator.editing.apply import RecordInput
from generator.editing.scaffold import KINDS, Field, Kind, ScaffoldError, editor_fields
from generator.model import Source, Statement
from generator.parsing.yaml_editor import Part, Single, Value


@click.group("new")
def new() -> None:
    """Add a record to content/; what statements name of it is filled in."""


def _command(name: str, kind: Kind) -> click.Command:
    """The command that makes records of one kind, with an option for each field."""
    fields = {field.name: field for field in editor_fields(kind.model)}

    @click.pass_context
    def make(context: click.Context, /, **said: Any) -> None:  # noqa: ANN401  (what click hands over)
        given = {each: said[each] for each in fields if _was_given(context, each)}
        values = {each: _value(fields[each], text) for each, text in given.items()}
        _make(kind, said.get("record"), said["today"], values, said["base"])

    options = [_option(field) for field in fields.values()]
    base = click.Option(
        ["--base"], metavar="REF", help="No number in use at REF is given; default origin's main."
    )
    about = f"Add to content/: {name}. An asterisk (*) marks what is required."
    command = click.Command(name, callback=make, help=about, params=[*_argument(kind), *options])
    command.params.append(base)
    today_option(command)
    return command


def _argument(kind: Kind) -> list[click.Parameter]:
    """The name of the record; for a statement, of the chapter in which it is to stand."""
    metavar = "CHAPTER" if kind.model is Statement else "SLUG"
    wanted = kind.is_named or kind.model is Statement
    return [click.Argument(["record"], metavar=metavar, required=False)] if wanted else []


def _option(field: Field) -> click.Option:
    """The option for a field. That it is required we tell ourselves: click has no Dutch."""
    text = f"{field.help}{' *' if field.required else ''}"
    name = f"--{field.name.replace('_', '-')}"
    if field.parts:
        form = " ".join(part.name.upper() for part in field.parts)
        count = len(field.parts)
        return click.Option(
            [name, field.name], help=text, nargs=count, multiple=field.many, metavar=form
        )
    is_flag = field.type is bool
    return click.Option([name, field.name], help=text, is_flag=is_flag, multiple=field.many)


def _was_given(context: click.Context, name: str) -> bool:
    source = context.get_parameter_source(name)
    return source is click.core.ParameterSource.COMMANDLINE


def _value(field: Field, given: Any) -> Value:  # noqa: ANN401  (what click hands over)
    """What was typed, as the field wants it; what it cannot take is told by the checks."""
    if field.parts:
        return [_part(field, each) for each in given] if field.many else _part(field, given)
    return tuple(given) if field.many else _single(field, given)


def _part(field: Field, given: Sequence[str]) -> Part:
    """A record within another: a word for each of its fields, with commas for a list."""
    words = zip(field.parts, given, strict=True)
    return {
        part.name: tuple(map(str.strip, word.split(","))) if part.many else _single(part, word)
        for part, word in words
    }


def _single(field: Field, given: Any) -> Single:  # noqa: ANN401  (as above)
    word: Single = given
    return int(given) if field.type is int and given.isdecimal() else word


def _make(
    kind: Kind, record: str | None, today: date, values: dict[str, Value], base: str | None
) -> None:
    if record is None and kind.is_named:
        refuse("Niets gewijzigd: geef ook een naam op, zoals 'mkb-deals'.")
    if record is None and kind.model is Statement:
        refuse("Niets gewijzigd: geef ook het hoofdstuk of thema op waarin de uitspraak staat.")
    with told_in_words(ScaffoldError):
        made = apply.create(ROOT, kind, RecordInput(record or "", values, today), base)
    click.echo(f"Gemaakt: {kind.noun} {made.name}".rstrip() + f" in {made.path}.")
    for path in sorted(set(made.texts) - {made.path}):
        click.echo(f"Bijgewerkt: {path}.")
    if kind.model is Source:
        click.echo("Verwijs er nu naar: een bron waar niets naar verwijst, is fout.")
    if made.name:
        click.echo("Is de tekst goed? Leg vast met: python site_build.py record")


for _name, _kind in KINDS.items():
    new.add_command(_command(_name, _kind))
