"""A file change is reported once, also where the operating system sends no notifications."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers.inotify import InotifyObserver

from generator.build import file_watcher
from generator.build.file_watcher import FileWatcher


class EventCollector(FileSystemEventHandler):
    def __init__(self) -> None:
        self.names: list[str] = []

    def on_any_event(self, event: FileSystemEvent) -> None:
        if not event.is_directory:
            self.names.append(Path(str(event.src_path)).name)

    def wait(self) -> list[str]:
        """The changed files, as soon as there is one; none after five seconds."""
        for _ in range(100):
            if self.names:
                break
            time.sleep(0.05)
        return self.names


@pytest.fixture(params=["notified", "polled"])
def collector(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[EventCollector]:
    def refuse(_: object) -> None:
        raise OSError

    if request.param == "polled":
        monkeypatch.setattr(InotifyObserver, "start", refuse)
    monkeypatch.setattr(file_watcher, "POLLING_INTERVAL", 0.6)
    (tmp_path / "a.yml").write_text("oud", encoding="utf-8")
    watchers, found = FileWatcher(), EventCollector()
    watchers.schedule(found, str(tmp_path), recursive=True)
    watchers.start()
    yield found
    watchers.stop()


def test_a_change_is_reported_once(collector: EventCollector, tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("nieuwer", encoding="utf-8")
    assert set(collector.wait()) == {"a.yml"}

    time.sleep(0.15)
    collector.names.clear()
    time.sleep(1)

    assert collector.names == []


def test_a_file_that_replaces_another_is_reported(
    collector: EventCollector, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other/new").write_text("geheel nieuw", encoding="utf-8")
    time.sleep(0.9)
    collector.names.clear()

    (tmp_path / "other/new").replace(tmp_path / "a.yml")

    assert collector.wait()


@pytest.mark.parametrize("name", ["a.yml~", "#a.yml#", ".a.yml.swp", "Thumbs.db", "__MACOSX/a.yml"])
def test_a_file_that_is_not_read_is_not_reported(
    name: str, collector: EventCollector, tmp_path: Path
) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("x", encoding="utf-8")
    time.sleep(1)

    assert collector.names == []


def test_reading_a_file_is_not_reported_as_a_change(
    collector: EventCollector, tmp_path: Path
) -> None:
    (tmp_path / "a.yml").read_text(encoding="utf-8")
    time.sleep(1)

    assert collector.names == []
