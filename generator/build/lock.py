"""A lock on a project: one process at a time writes into ``build`` and ``site``.

The kernel holds it, and releases it when the process ends in whatever way. So no lock is ever left
behind, and the file ``build/lock`` says nothing: it stays, and it is empty.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from generator.build import publish
from generator.build.errors import MachineError
from generator.build.publish import PUBLISHED, SPARE

BUILD = "build"
LOCK = f"{BUILD}/lock"
PATIENCE = 120.0
"""In seconds: after this time another process is no longer waited for."""

Waiting = Callable[[], None]
"""Called when another process turns out to hold the lock, before it is waited for."""


@contextmanager
def exclusive(root: Path, waiting: Waiting) -> Iterator[None]:
    """Have ``build`` and ``site`` of a project to oneself during the body.

    What readers see is put back first, if an interrupted build left it aside.

    Raises:
        MachineError: another process still holds the lock after ``PATIENCE`` seconds, or ``build``
            or ``site`` is not a folder.

    """
    for name in (BUILD, PUBLISHED):
        _require_folder(root / name)
    with _acquired(_lock(root), waiting):
        publish.recover(root / PUBLISHED, root / SPARE)
        yield


def recover(root: Path) -> None:
    """Put back what readers see, if an interrupted build left it aside; no process is waited for.

    A process that holds the lock has done it, or is between two renames right now.
    """
    if publish.is_interrupted(root / PUBLISHED):
        with suppress(Timeout), _lock(root).acquire(blocking=False):
            publish.recover(root / PUBLISHED, root / SPARE)


def _lock(root: Path) -> FileLock:
    path = root / LOCK
    path.parent.mkdir(exist_ok=True)
    return FileLock(path, fallback_to_soft=False)  # a lock without the kernel can be left behind


def _acquired(lock: FileLock, waiting: Waiting) -> AbstractContextManager[object]:
    with suppress(Timeout):
        return lock.acquire(blocking=False)
    waiting()
    try:
        return lock.acquire(timeout=PATIENCE)
    except Timeout as error:
        message = (
            f"Een ander proces werkt na {PATIENCE / 60:.0f} minuten nog aan de site van dit "
            "project. Wacht tot het klaar is of stop het, en probeer het opnieuw."
        )
        raise MachineError(message) from error


def _require_folder(path: Path) -> None:
    if path.exists() and not path.is_dir():
        raise MachineError(
            f"‘{path.name}’ is een bestand, maar daar moet een map komen. Geef dat bestand een "
            "andere naam of haal het weg, en probeer het opnieuw."
        )
