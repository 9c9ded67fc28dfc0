"""The fields of a record as options of the command line."""

from collections.abc import Sequence
from typing import Any

import click

from generator.editing.scaffold import Field
from generator.parsing.yaml_editor import InlineValue, NestedRecord, Value


def option(field: Field) -> click.Option:
    """The option for a field. The checks report a missing one, with all other mistakes."""
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


def was_given(context: click.Context, name: str) -> bool:
    source = context.get_parameter_source(name)
    return source is click.core.ParameterSource.COMMANDLINE


def value(field: Field, given: Any) -> Value:  # noqa: ANN401  (click's values)
    """The typed value in the type of the field; the checks report values that do not fit."""
    if field.parts:
        return [_part(field, each) for each in given] if field.many else _part(field, given)
    return tuple(given) if field.many else _single(field, given)


def _part(field: Field, given: Sequence[str]) -> NestedRecord:
    """A nested record: one word for each of its fields, with commas between values of a list.

    An empty word leaves out a field that is not required.
    """
    words = zip(field.parts, given, strict=True)
    return {
        part.name: tuple(map(str.strip, word.split(","))) if part.many else _single(part, word)
        for part, word in words
        if word or part.required
    }


def _single(field: Field, given: Any) -> InlineValue:  # noqa: ANN401  (as above)
    word: InlineValue = given
    return int(given) if field.type is int and given.isdecimal() else word
