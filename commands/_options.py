"""What all commands share: the project folder, the exit codes and the --today option."""

from datetime import date, datetime
from pathlib import Path

import click

ROOT = Path(__file__).parents[1]
CONTENT_ERROR = 1
"""Exit code: the content is invalid, or the site cannot be built, as when the disk is full."""
USAGE_ERROR = 2
"""Exit code: the command was used wrongly. The same as click's own."""


def _day(_context: click.Context, _option: click.Parameter, given: datetime | None) -> date:
    return (given or datetime.now()).date()  # noqa: DTZ005  (the editor's local date)


today_option = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=_day,
    help="The date to use as today; default: the current date.",
)
