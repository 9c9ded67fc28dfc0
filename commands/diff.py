"""``diff``: what a proposal changes, to read before it is taken over."""

import sys
from datetime import date

import click

from commands.refusing import told_in_words
from commands.telling import CONTENT_IS_WRONG, ROOT, today_option
from generator.editing import apply
from generator.editing.apply import IncomparableError


@click.command("diff")
@click.argument("base")
@today_option
def diff(base: str, today: date) -> None:
    """Tell in Dutch Markdown what changed in content/ since BASE, a git revision."""
    with told_in_words():
        try:
            click.echo(apply.compare(ROOT, base, today), nl=False)
        except IncomparableError as error:  # to be read where the difference would have stood
            click.echo(str(error), nl=False)
            sys.exit(CONTENT_IS_WRONG)
