"""The door of the site builder: arguments in, words and an exit code out."""

import gc
from datetime import date
from importlib import import_module

import click

from commands.telling import today_option

COMMANDS = ("build", "check", "diff", "new", "record", "rename", "schema", "serve")


class Commands(click.Group):
    """Loads a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's own form)
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = getattr(import_module(f"commands.{cmd_name}"), cmd_name)
        return found


@click.group(cls=Commands, invoke_without_command=True)
@today_option
@click.pass_context
def main(context: click.Context, today: date) -> None:
    """Make the site from content/. Without a command: build."""
    if context.invoked_subcommand is None:
        context.invoke(import_module("commands.build").build, today=today, clean=False)


if __name__ == "__main__":
    gc.set_threshold(100_000)  # much is made here and little thrown away: looking for it takes time
    main()
