"""What all commands share: the project folder, the exit codes and the --today option."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

import click

from generator.model import characters, limits
from generator.parsing import unseen

ROOT = Path(__file__).parents[1]
CONTENT_ERROR = 1
"""Exit code: the content is invalid, or the site cannot be built, as when the disk is full."""
USAGE_ERROR = 2
"""Exit code: the command was used wrongly. The same as click's own."""
INTERRUPTED = 130
"""Exit code: stopped with Ctrl+C, as shells give it."""


def _moment_of_build() -> datetime | None:
    """The moment that the environment gives, if it does.

    Source: https://reproducible-builds.org/specs/source-date-epoch/.
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not seconds:
        return None
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError) as error:
        message = f"SOURCE_DATE_EPOCH moet een aantal seconden sinds 1970 zijn, geen '{seconds}'."
        raise click.UsageError(message) from error


def _day(_context: click.Context, _option: click.Parameter, given: datetime | None) -> date:
    day = (given or _moment_of_build() or datetime.now()).date()  # noqa: DTZ005  (the editor's local date)
    if not limits.FIRST_TODAY <= day.year <= limits.LAST_TODAY:
        years = f"{limits.FIRST_TODAY} tot en met {limits.LAST_TODAY}"
        raise click.UsageError(f"--today moet een dag zijn in de jaren {years}.")
    return day


today_option = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=_day,
    metavar="JJJJ-MM-DD",
    help="De dag die als vandaag telt; standaard die van SOURCE_DATE_EPOCH, of de dag van nu.",
)


class VisibleText(click.ParamType[str]):
    """Text in composed form, without characters that nobody sees."""

    name = "tekst"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if character := characters.first_unseen(value):
            option = param.opts[0] if isinstance(param, click.Option) else "een van de namen"
            where = f"Niets gewijzigd: in {option}"
            raise click.UsageError(f"{where}: {unseen.message(character)}.", ctx)
        return characters.composed(value)


def require_visible_text(command: click.Command) -> None:
    """Make every argument and option of a command that takes text refuse unseen characters."""
    for each in command.commands.values() if isinstance(command, click.Group) else ():
        require_visible_text(each)
    for param in command.params:
        if param.type is click.STRING:
            param.type = VisibleText()
