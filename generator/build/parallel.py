"""Running work in a background process, to use a second processor.

The process is forked, so that what was read need not be read again. That is safe on Linux alone,
and only while the process has one thread; elsewhere the work is done when its result is asked for.
"""

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeVar

from generator.build.errors import MachineError
from generator.build.parent_death import end_with

NICENESS = 10
"""Added to the niceness of a process with a low priority: see nice(2)."""

Here = TypeVar("Here")
Result = TypeVar("Result")


@contextmanager
def run_in_background(
    work: Callable[[], Result], *, fork: bool = True, low_priority: bool = False
) -> Iterator[Callable[[], Result]]:
    """Run some work in a forked process while the body runs.

    Yields a function that waits for the result. Without ``fork`` the work is done when that
    function is called: for little work a process takes longer. Work that is not done when the body
    ends is given up: ``SystemExit`` is raised in it.

    Raises:
        Exception: what the work raised, when its result is waited for.
        MachineError: the process was killed, when its result is waited for.

    """
    if not (fork and _can_fork()):
        yield work
        return
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    niceness = NICENESS if low_priority else 0
    process = context.Process(target=_send_result, args=(work, sender, niceness, os.getpid()))
    gc.freeze()  # a garbage collection would copy all memory that both processes share
    process.start()
    sender.close()  # so that a read fails once the other process is gone
    try:
        yield lambda: _received(receiver)
    finally:
        process.terminate()
        process.join()
        gc.unfreeze()  # or what is garbage by now would never be collected


def run_both(here: Callable[[], Here], there: Callable[[], Result]) -> tuple[Here, Result]:
    """Do two pieces of work at the same time, where that is possible; give both results.

    Raises:
        Exception: what one of them raised.

    """
    with run_in_background(there) as result:
        return here(), result()


def _can_fork() -> bool:
    return sys.platform == "linux" and count_threads() == 1


def count_threads() -> int:
    """The threads of this process, also those of libraries, of which Python knows nothing."""
    return len([*Path("/proc/self/task").iterdir()])


def _send_result(
    work: Callable[[], object], sender: Connection, niceness: int, parent: int
) -> None:
    end_with(parent)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # so that it can stop what it started
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent gets it too, and terminates this one
    os.nice(niceness)
    try:
        sender.send((work(), None))
    except Exception as error:  # noqa: BLE001  (it is raised where the result is waited for)
        sender.send((None, error))


def _received(receiver: Connection) -> Any:  # noqa: ANN401  (whatever the work returns)
    try:
        result, error = receiver.recv()
    except (EOFError, OSError) as lost:  # it ends before a message, or in the middle of one
        raise MachineError(_LOST) from lost
    if error:
        raise error
    return result


_LOST = (
    "Een deel van het werk is door het systeem gestopt; meestal is dan het geheugen op. Sluit "
    "andere programma’s en probeer het opnieuw."
)
