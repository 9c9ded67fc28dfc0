"""The command line of the site builder: arguments in, messages and an exit code out."""

import gc
import sys
from datetime import date
from importlib import import_module

import click

from commands._dutch import speak_dutch, use_dutch_words
from commands._options import CONTENT_ERROR, INTERRUPTED, require_visible_text, today_option
from generator.build.errors import MachineError, faults_in_words

COMMANDS = (
    "build",
    "check",
    "diff",
    "docs",
    "evidence",
    "finish",
    "links",
    "new",
    "record",
    "release",
    "rename",
    "renumber",
    "schema",
    "serve",
    "sheet",
    "upgrade",
    "verify",
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
        use_dutch_words(command)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; Ctrl+C and an ordinary fault of the machine end it with a message."""
        try:
            with faults_in_words():
                return super().invoke(ctx)
        except MachineError as error:
            click.echo(str(error), err=True)
            sys.exit(CONTENT_ERROR)
        except KeyboardInterrupt:
            if sys.stderr.isatty():
                click.echo(err=True)  # the terminal has shown ^C on this line
            click.echo("Gestopt.", err=True)
            sys.exit(INTERRUPTED)


speak_dutch()


@click.group(
    cls=Commands,
    invoke_without_command=True,
    help="Maakt de site van content/. Zonder commando: build.",
)
@today_option
@click.pass_context
def main(context: click.Context, today: date) -> None:
    """Build the site from content/. Without a command: build."""
    if context.invoked_subcommand is None:
        context.invoke(import_module("commands.build").build, today=today, clean=False, pdf=False)


use_dutch_words(main)

if __name__ == "__main__":
    gc.set_threshold(100_000)  # many objects, little garbage: frequent collection costs time
    main()
