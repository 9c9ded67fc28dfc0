"""The command line of the site builder: arguments in, messages and an exit code out."""

import gc
import sys
from datetime import date
from importlib import import_module

import click

from commands._options import CONTENT_ERROR, require_visible_text, today_option
from generator.build.errors import MachineError, faults_in_words

COMMANDS = (
    "build",
    "check",
    "diff",
    "docs",
    "finish",
    "new",
    "record",
    "rename",
    "schema",
    "serve",
)


class Commands(click.Group):
    """Imports a command only when it is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"commands.{cmd_name}"), cmd_name)
        require_visible_text(command)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; an ordinary fault of the machine ends it with a message and code 1."""
        try:
            with faults_in_words():
                return super().invoke(ctx)
        except MachineError as error:
            click.echo(str(error), err=True)
            sys.exit(CONTENT_ERROR)


@click.group(cls=Commands, invoke_without_command=True)
@today_option
@click.pass_context
def main(context: click.Context, today: date) -> None:
    """Build the site from content/. Without a command: build."""
    if context.invoked_subcommand is None:
        context.invoke(import_module("commands.build").build, today=today, clean=False)


if __name__ == "__main__":
    gc.set_threshold(100_000)  # many objects, little garbage: frequent collection costs time
    main()
