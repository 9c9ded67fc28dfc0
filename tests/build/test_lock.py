"""One process at a time builds a project; the lock of a process that died is no lock."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.build import lock
from generator.build.build import build
from generator.build.errors import MachineError
from tests.conftest import ROOT
from tests.support.built import built_world
from tests.support.command_line import run
from tests.support.frozen import copy_code
from tests.support.incremental import DAY, EDITS, files, record_changes

HOLD = (
    "import sys, time; from pathlib import Path; from generator.build import lock\n"
    "with lock.exclusive(Path(sys.argv[1]), lambda: None): print(flush=True); time.sleep(60)"
)


@contextmanager
def held(root: Path) -> Iterator[Callable[[], None]]:
    """The lock on a project in another process; gives a function that kills it."""
    command = [sys.executable, "-c", HOLD, str(root)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:  # noqa: S603
        assert process.stdout
        process.stdout.readline()
        yield process.kill
        process.kill()


def test_a_free_lock_is_not_waited_for(tmp_path: Path) -> None:
    for _ in range(2):
        with lock.exclusive(tmp_path, lambda: pytest.fail("it waits")):
            pass


def test_a_process_that_is_killed_leaves_no_lock(tmp_path: Path) -> None:
    with held(tmp_path) as kill:
        waited = []

        def wait() -> None:
            waited.append(True)
            kill()

        with lock.exclusive(tmp_path, wait):
            assert waited


def test_waiting_comes_to_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.1)

    with (
        held(tmp_path),
        pytest.raises(MachineError, match="Een ander proces"),
        lock.exclusive(tmp_path, lambda: None),
    ):
        pass


@pytest.mark.parametrize("name", ["build", "site"])
def test_a_file_in_the_place_of_a_folder_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("van mij", encoding="utf-8")

    with (
        pytest.raises(MachineError, match=f"‘{name}’ is een bestand"),
        lock.exclusive(tmp_path, lambda: None),
    ):
        pass

    assert (tmp_path / name).read_text(encoding="utf-8") == "van mij"


def interrupt_exchange(root: Path) -> None:
    (root / "site.old").mkdir()
    (root / "site.old/index.html").write_text("old", encoding="utf-8")


def test_an_interrupted_exchange_is_put_back_first(tmp_path: Path) -> None:
    interrupt_exchange(tmp_path)

    with lock.exclusive(tmp_path, lambda: None):
        assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == "old"


def test_an_exchange_that_goes_on_is_left_alone(tmp_path: Path) -> None:
    with held(tmp_path) as kill:
        interrupt_exchange(tmp_path)
        lock.recover(tmp_path)
        assert not (tmp_path / "site").exists()
        kill()
        while (tmp_path / "site.old").exists():
            lock.recover(tmp_path)

    assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == "old"


# On the command line ------------------------------------------------------------------------------


@pytest.fixture
def built(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    copy_code(built_world(tmp_path_factory, root))
    return root


COMMANDS = {
    "build": ("build", "--today", DAY.isoformat()),
    "finish": ("finish", "site"),
    "check": ("check",),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_puts_an_interrupted_exchange_back(built: Path, name: str) -> None:
    before = files(built / "site")
    (built / "site").rename(built / "site.old")

    result = run(built, *COMMANDS[name])

    assert files(built / "site").keys() == before.keys(), result.stderr


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [COMMANDS["build"], COMMANDS["finish"]])
def test_a_command_says_that_it_waits(built: Path, arguments: tuple[str, ...]) -> None:
    with held(built) as kill, started(built, *arguments) as process:
        assert process.stdout
        assert "dit wacht" in process.stdout.readline()
        assert process.poll() is None
        kill()
        assert process.wait() == 0


@contextmanager
def started(project: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-u", "site_build.py", *arguments]
    with subprocess.Popen(  # noqa: S603  (our own script)
        command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        yield process


@pytest.mark.slow
def test_two_builds_at_once_are_both_right(built: Path) -> None:
    for options in (["--clean"], [], []):
        EDITS["a name"](built)
        record_changes(built)
        command = (*COMMANDS["build"], *options)
        with started(built, *command) as one, started(built, *command) as other:
            said = [process.communicate()[0] for process in (one, other)]
        assert (one.returncode, other.returncode) == (0, 0), said

    found = files(built / "site")
    assert build(built, DAY, clean=True).problems == ()
    assert found == files(built / "site")
