"""The lock that commands take while they write into build/ or site/."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from commands._options import ROOT
from generator.build import lock


@contextmanager
def project_lock() -> Iterator[None]:
    """Wait until no other process builds this project, and keep others waiting during the body.

    Raises:
        MachineError: the other process takes too long.

    """
    with lock.exclusive(ROOT, _report_waiting):
        yield


def _report_waiting() -> None:
    click.echo("Een ander proces maakt de site van dit project al; dit wacht tot het klaar is.")
