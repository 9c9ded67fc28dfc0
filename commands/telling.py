"""What the commands share: the day, and how an editor is told what is wrong."""

import os
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import click

from generator.checks import problem_text
from generator.parsing.problem import Problem

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


def tell(problems: Iterable[Problem], texts: problem_text.Texts) -> None:
    """Tell each problem, with the line that is wrong and a mark under the place."""
    color = False if os.environ.get("NO_COLOR") else None  # None: on a terminal alone
    for problem in problems:
        told = problem_text.told(problem, texts)
        click.echo(click.style(told.message, bold=True), err=True, color=color)
        if told.excerpt:
            line, mark = told.excerpt
            click.echo(f"    {line}\n    {click.style(mark, fg='red')}", err=True, color=color)
