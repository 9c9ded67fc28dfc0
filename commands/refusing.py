"""What a command that edits content says when it changes nothing."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import click

from commands.telling import CONTENT_IS_WRONG, USAGE_IS_WRONG, tell
from generator.editing.apply import ContentError
from generator.editing.git import RevisionError


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


def refuse(message: str) -> NoReturn:
    """End with words on what was asked and cannot be done."""
    click.echo(message, err=True)
    sys.exit(USAGE_IS_WRONG)
