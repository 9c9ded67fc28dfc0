"""Progress bars in a terminal."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import click

from generator.build.progress import Progress, Step, no_progress

DELAY = 1.0
"""In seconds: work that is done sooner shows no bar."""


def progress_bars() -> Progress:
    """A callback that shows a bar for each task, from a second after this call.

    Outside a terminal nothing is shown.
    """
    if not sys.stderr.isatty():
        return no_progress
    start = time.monotonic()

    @contextmanager
    def bar(label: str, count: int) -> Iterator[Step]:
        shown = click.progressbar(length=count, label=label, file=sys.stderr)
        done = 0

        def step() -> None:
            nonlocal done
            done += 1
            if time.monotonic() - start > DELAY:
                shown.update(done - shown.pos)

        try:
            yield step
        finally:
            if shown.pos:
                shown.render_finish()  # which shows the cursor again, also after Ctrl+C

    return bar
