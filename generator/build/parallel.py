"""Work done beside other work, on a processor of its own where that can be.

The process is split in two, so what was read need not be read again. That is safe on Linux alone,
and only while nothing else runs in the process; elsewhere the work is done when it is waited for.
"""

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any, TypeVar

PATIENCE = 10
"""How far behind others, as ``nice`` counts."""

Here = TypeVar("Here")
Result = TypeVar("Result")


@contextmanager
def beside(
    work: Callable[[], Result], *, much: bool = True, patiently: bool = False
) -> Iterator[Callable[[], Result]]:
    """Do some work while the body runs; what is given waits for it, and gives what came of it.

    For what is not ``much`` the process is not split: that takes time as well. What is done
    ``patiently`` takes only what time others leave. Work that is not done when the body ends is
    given up: ``SystemExit`` is raised in it.

    Raises:
        Exception: what the work raised, when it is waited for.

    """
    if not (much and _can_be_split()):
        yield work
        return
    split = multiprocessing.get_context("fork")
    receiver, sender = split.Pipe(duplex=False)
    process = split.Process(target=_send, args=(work, sender, PATIENCE if patiently else 0))
    gc.freeze()  # or looking for rubbish would copy all that both halves know
    process.start()
    sender.close()  # or nobody would notice that the other half is gone
    try:
        yield lambda: _received(receiver)
    finally:
        process.terminate()
        process.join()


def both(here: Callable[[], Here], there: Callable[[], Result]) -> tuple[Here, Result]:
    """Do two works at the same time, where that can be, and give what came of each.

    Raises:
        Exception: what one of them raised.

    """
    with beside(there) as result:
        return here(), result()


def _can_be_split() -> bool:
    return sys.platform == "linux" and threading.active_count() == 1


def _send(work: Callable[[], object], sender: Connection, patience: int) -> None:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # so that it leaves nothing running
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the other half hears it too, and gives this up
    os.nice(patience)
    try:
        sender.send((work(), None))
    except Exception as error:  # noqa: BLE001  (it is raised where it is waited for)
        sender.send((None, error))


def _received(receiver: Connection) -> Any:  # noqa: ANN401  (whatever the work gives)
    result, error = receiver.recv()
    if error:
        raise error
    return result
