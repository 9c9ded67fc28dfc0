"""Work done beside other work comes to the same as work done first."""

import multiprocessing
import os
import signal
import threading
from pathlib import Path

import pytest

from generator.build.parallel import run_in_background


def others(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if so many threads ran beside: those of other tests may still be there."""
    monkeypatch.setattr(threading, "active_count", lambda: 1 + count)


@pytest.fixture(params=["split", "not split"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Without and with another thread, which is when a process cannot be split."""
    others(0 if request.param == "split" else 1, monkeypatch)
    return str(request.param)


@pytest.fixture
def split(monkeypatch: pytest.MonkeyPatch) -> None:
    others(0, monkeypatch)


@pytest.mark.usefixtures("way")
def test_what_came_of_it_is_given() -> None:
    with run_in_background(lambda: "made") as work:
        assert work() == "made"


def test_it_is_done_in_a_process_of_its_own_where_that_is_safe(way: str) -> None:
    with run_in_background(os.getpid) as work:
        assert (work() != os.getpid()) is (way == "split")


@pytest.mark.usefixtures("split")
def test_what_is_little_is_not_worth_a_process() -> None:
    with run_in_background(os.getpid, fork=False) as work:
        assert work() == os.getpid()


def fail() -> None:
    raise ValueError("wrong")


@pytest.mark.usefixtures("way")
def test_what_it_raises_is_raised() -> None:
    with pytest.raises(ValueError, match="wrong"), run_in_background(fail) as work:
        work()


@pytest.mark.usefixtures("split")
def test_that_it_was_killed_is_noticed() -> None:
    with pytest.raises(EOFError), run_in_background(lambda: os._exit(9)) as work:
        work()


@pytest.mark.usefixtures("split")
def test_work_that_is_given_up_can_clear_up(tmp_path: Path) -> None:
    begun, cleared = tmp_path / "begun", tmp_path / "cleared"

    def work() -> None:
        try:
            begun.touch()
            threading.Event().wait()
        finally:
            cleared.touch()

    with run_in_background(work):
        while not begun.is_file():
            pass

    assert cleared.is_file()


@pytest.mark.usefixtures("split")
def test_an_interruption_is_for_the_other_half() -> None:
    def work() -> str:
        signal.raise_signal(signal.SIGINT)
        return "made"

    with run_in_background(work) as done:
        assert done() == "made"


@pytest.mark.usefixtures("split")
def test_it_does_not_go_on_when_the_rest_failed() -> None:
    with pytest.raises(ValueError, match="the rest"), run_in_background(threading.Event().wait):
        raise ValueError("the rest")

    assert multiprocessing.active_children() == []
