"""Work done in a background process gives the same result as work done in this one."""

import gc
import multiprocessing
import os
import signal
import threading
from pathlib import Path

import pytest

from generator.build import parallel
from generator.build.errors import MachineError
from generator.build.parallel import run_in_background


def set_other_threads(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pretend that this many other threads run; those of other tests may still be running."""
    monkeypatch.setattr(parallel, "count_threads", lambda: 1 + count)


@pytest.fixture(params=["forked", "not forked"])
def mode(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Without and with another thread: a process with several threads cannot be forked."""
    set_other_threads(0 if request.param == "forked" else 1, monkeypatch)
    return str(request.param)


@pytest.fixture
def can_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    set_other_threads(0, monkeypatch)


@pytest.mark.usefixtures("mode")
def test_the_result_of_the_work_is_returned() -> None:
    with run_in_background(lambda: "made") as work:
        assert work() == "made"


def test_work_is_done_in_another_process_where_forking_is_safe(mode: str) -> None:
    with run_in_background(os.getpid) as work:
        assert (work() != os.getpid()) is (mode == "forked")


@pytest.mark.usefixtures("can_fork")
@pytest.mark.usefixtures("can_fork")
def test_garbage_can_be_collected_afterwards() -> None:
    with run_in_background(os.getpid):
        assert gc.get_freeze_count() > 0

    assert gc.get_freeze_count() == 0


def test_without_fork_the_work_is_done_in_this_process() -> None:
    with run_in_background(os.getpid, fork=False) as work:
        assert work() == os.getpid()


def fail() -> None:
    raise ValueError("wrong")


@pytest.mark.usefixtures("mode")
def test_an_exception_of_the_work_is_raised() -> None:
    with pytest.raises(ValueError, match="wrong"), run_in_background(fail) as work:
        work()


@pytest.mark.usefixtures("can_fork")
def test_a_killed_process_is_noticed() -> None:
    def die() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with run_in_background(die) as work, pytest.raises(MachineError, match="geheugen"):
        work()


@pytest.mark.usefixtures("can_fork")
def test_terminated_work_can_clean_up(tmp_path: Path) -> None:
    started, cleaned_up = tmp_path / "started", tmp_path / "cleaned-up"

    def work() -> None:
        try:
            started.touch()
            threading.Event().wait()
        finally:
            cleaned_up.touch()

    with run_in_background(work):
        while not started.is_file():
            pass

    assert cleaned_up.is_file()


@pytest.mark.usefixtures("can_fork")
def test_the_background_process_ignores_an_interrupt() -> None:
    def work() -> str:
        signal.raise_signal(signal.SIGINT)
        return "made"

    with run_in_background(work) as result:
        assert result() == "made"


@pytest.mark.usefixtures("can_fork")
def test_the_background_process_is_stopped_when_the_body_fails() -> None:
    with pytest.raises(ValueError, match="the body"), run_in_background(threading.Event().wait):
        raise ValueError("the body")

    assert multiprocessing.active_children() == []
