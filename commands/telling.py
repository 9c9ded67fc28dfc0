"""What these commands share: the day, and how an editor is told what is wrong."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn

import click

from generator import telling
from generator.git import RevisionError
from generator.problem import Problem
from generator.proposing import ContentError

ROOT = Path(__file__).parents[1]
CONTENT_IS_WRONG = 1
USAGE_IS_WRONG = 2


def _day(_context: click.Context, _option: click.Parameter, given: datetime | None) -> date:
    return (given or datetime.now()).date()  # noqa: DTZ005  (the editor's own day)


today_option = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=_day,
    help="The day that counts as today; default this day.",
)


@contextmanager
def told_in_words(*errors: type[Exception]) -> Iterator[None]:
    """Wrong content ends with exit code 1; the given errors, which speak for themselves, with 2."""
    try:
        yield
    except ContentError as error:
        tell(error.problems, error.texts)
        click.echo("Niets gewijzigd: eerst moet de inhoud kloppen.", err=True)
        sys.exit(CONTENT_IS_WRONG)
    except RevisionError as error:
        refuse(f"Git kent die versie niet: {error}.")
    except errors as error:
        message = f"Niets gewijzigd: {error}"
        refuse(message if message.endswith("?") else f"{message}.")


def tell(problems: Iterable[Problem], texts: telling.Texts) -> None:
    """Tell each problem, with the line that is wrong and a mark under the place."""
    color = False if os.environ.get("NO_COLOR") else None  # None: on a terminal alone
    for problem in problems:
        told = telling.told(problem, texts)
        click.echo(click.style(told.message, bold=True), err=True, color=color)
        if told.excerpt:
            line, mark = told.excerpt
            click.echo(f"    {line}\n    {click.style(mark, fg='red')}", err=True, color=color)


def refuse(message: str) -> NoReturn:
    """End with words on what was asked and cannot be done."""
    click.echo(message, err=True)
    sys.exit(USAGE_IS_WRONG)
