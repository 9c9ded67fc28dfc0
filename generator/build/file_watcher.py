"""Reports changed files at once where the operating system does, and by polling elsewhere."""

import logging
import os
from contextlib import suppress
from pathlib import Path

from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from generator.parsing.leftovers import is_passed_over

CHANGES: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileDeletedEvent,
]
"""Opening a file does not count: a build opens them too."""
POLLING_INTERVAL = 1.0
"""Seconds between two looks at the watched files."""


class FileWatcher:
    """Uses the events of the operating system and polls as well: some disks give no events."""

    def __init__(self) -> None:
        self._observers = (Observer(), PollingObserver(timeout=POLLING_INTERVAL))

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool) -> None:
        changes = _ChangesOnce(handler, Path(path))
        for observer in self._observers:
            observer.schedule(changes, path, recursive=recursive, event_filter=CHANGES)

    def start(self) -> None:
        for observer in self._observers:
            with suppress(OSError):  # the system may limit the number of watched files
                observer.start()

    def stop(self) -> None:
        # An observer that waits for events reports as an error that it has been stopped.
        logging.getLogger("watchdog.observers.inotify").setLevel(logging.CRITICAL)
        for observer in self._observers:
            observer.stop()

    def join(self) -> None:
        for observer in self._observers:
            observer.join()


class _ChangesOnce(FileSystemEventHandler):
    """Passes on each change once, as both observers report it, and none of files not read."""

    def __init__(self, handler: FileSystemEventHandler, folder: Path) -> None:
        self._handler = handler
        self._folder = folder
        self._known: dict[str, tuple[int, int] | None] = {}

    def on_any_event(self, event: FileSystemEvent) -> None:
        for path in filter(None, (str(event.src_path), str(event.dest_path))):
            if is_passed_over(Path(os.path.relpath(path, self._folder))):
                continue
            now = _state(Path(path))
            if path not in self._known or self._known[path] != now:
                self._known[path] = now
                self._handler.on_any_event(event)


def _state(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
