"""A change is heard once, also where the system does not tell of changes."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers.inotify import InotifyObserver

from generator.build import file_watcher
from generator.build.file_watcher import FileWatcher


class Heard(FileSystemEventHandler):
    def __init__(self) -> None:
        self.names: list[str] = []

    def on_any_event(self, event: FileSystemEvent) -> None:
        if not event.is_directory:
            self.names.append(Path(str(event.src_path)).name)

    def wait(self) -> list[str]:
        """What was heard, when something was."""
        for _ in range(100):
            if self.names:
                break
            time.sleep(0.05)
        return self.names


@pytest.fixture(params=["told", "looked for"])
def heard(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Heard]:
    def refuse(_: object) -> None:
        raise OSError

    if request.param == "looked for":
        monkeypatch.setattr(InotifyObserver, "start", refuse)
    monkeypatch.setattr(file_watcher, "POLLING_INTERVAL", 0.6)
    (tmp_path / "a.yml").write_text("oud", encoding="utf-8")
    watchers, found = FileWatcher(), Heard()
    watchers.schedule(found, str(tmp_path), recursive=True)
    watchers.start()
    yield found
    watchers.stop()


def test_a_change_is_heard_once(heard: Heard, tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("nieuwer", encoding="utf-8")
    assert set(heard.wait()) == {"a.yml"}

    time.sleep(0.15)
    heard.names.clear()
    time.sleep(1)

    assert heard.names == []


def test_a_file_that_is_put_in_the_place_of_another_is_heard(heard: Heard, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other/new").write_text("geheel nieuw", encoding="utf-8")
    time.sleep(0.9)
    heard.names.clear()

    (tmp_path / "other/new").replace(tmp_path / "a.yml")

    assert heard.wait()


def test_that_a_file_is_read_is_no_change(heard: Heard, tmp_path: Path) -> None:
    (tmp_path / "a.yml").read_text(encoding="utf-8")
    time.sleep(1)

    assert heard.names == []
