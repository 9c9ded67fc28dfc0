"""Bars that show in a terminal how far long work is."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import click

from generator.build.progress import Progress, Step, unseen

PATIENCE = 1.0
"""In seconds: what is done sooner needs no bar."""


def bars() -> Progress:
    """A bar for each piece of work that is still going on after a second from now."""
    if not sys.stderr.isatty():
        return unseen
    begin = time.monotonic()

    @contextmanager
    def bar(label: str, count: int) -> Iterator[Step]:
        shown = click.progressbar(length=count, label=label, file=sys.stderr)
        done = 0

        def step() -> None:
            nonlocal done
            done += 1
            if time.monotonic() - begin > PATIENCE:
                shown.update(done - shown.pos)

        yield step
        if shown.pos:
            shown.render_finish()

    return bar
