"""Hearing of changes to files, at once where the system tells of them."""

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

CHANGES: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileDeletedEvent,
]
"""Not that a file was opened: the builder itself does."""
LOOK_EVERY = 1.0
"""Seconds between two looks at the watched files, where the system does not tell of changes."""


class Watchers:
    """Hears of changes from the system, and looks as well: some disks tell of none."""

    def __init__(self) -> None:
        self._observers = (Observer(), PollingObserver(timeout=LOOK_EVERY))

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool) -> None:
        news = _News(handler)
        for observer in self._observers:
            observer.schedule(news, path, recursive=recursive, event_filter=CHANGES)

    def start(self) -> None:
        for observer in self._observers:
            with suppress(OSError):  # the system may have no room for more to be watched
                observer.start()

    def stop(self) -> None:
        for observer in self._observers:
            observer.stop()

    def join(self) -> None:
        for observer in self._observers:
            observer.join()


class _News(FileSystemEventHandler):
    """Passes on what is news: of each change it hears twice."""

    def __init__(self, handler: FileSystemEventHandler) -> None:
        self._handler = handler
        self._known: dict[str, tuple[int, int] | None] = {}

    def on_any_event(self, event: FileSystemEvent) -> None:
        for path in filter(None, (str(event.src_path), str(event.dest_path))):
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
