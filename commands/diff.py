"""``diff``: report what a proposal changes, to read before it is merged."""

import sys
from datetime import date

import click

from commands._options import CONTENT_ERROR, ROOT, today_option
from commands._report import exit_on_error
from generator.editing import apply
from generator.editing.apply import IncomparableError


@click.command("diff", help="Beschrijft wat er sinds VERSIE is gewijzigd, een versie van git.")
@click.argument("base", metavar="VERSIE")
@today_option
def diff(base: str, today: date) -> None:
    """Print as Dutch Markdown what changed in the content and the menu, compared with BASE.

    BASE is a git revision, such as origin/main. What others changed there since is left out.
    """
    with exit_on_error():
        try:
            click.echo(apply.compare(ROOT, base, today), nl=False)
        except IncomparableError as error:  # printed in place of the report
            click.echo(str(error), nl=False)
            sys.exit(CONTENT_ERROR)
