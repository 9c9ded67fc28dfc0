"""A progress bar is shown for long tasks, and only in a terminal."""

import io
import sys
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest

from commands._progress_bar import progress_bars
from generator.build.progress import no_progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def clock_readings(interval: float) -> Iterator[float]:
    now = 0.0
    while True:
        yield now
        now += interval


def terminal_output(monkeypatch: pytest.MonkeyPatch, seconds: float) -> str:
    """What a terminal shows for a task of four steps that take ``seconds`` each."""
    readings, terminal = clock_readings(seconds), Terminal()
    monkeypatch.setattr(time, "monotonic", lambda: next(readings))
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress_bars()("Werk", 4) as step:
        for _ in range(4):
            step()
    return terminal.getvalue()


def test_a_task_of_more_than_a_second_shows_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    output = terminal_output(monkeypatch, seconds=0.6)

    assert "Werk" in output
    assert [f"{part}%" in output for part in (25, 50, 75, 100)] == [False, True, True, True]


def test_a_short_task_shows_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    assert terminal_output(monkeypatch, seconds=0.1) == ""


def test_no_bar_outside_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())

    assert progress_bars() is no_progress


def test_a_task_that_is_stopped_gives_the_cursor_back(monkeypatch: pytest.MonkeyPatch) -> None:
    readings, terminal = clock_readings(2), Terminal()
    monkeypatch.setattr(time, "monotonic", lambda: next(readings))
    monkeypatch.setattr(sys, "stderr", terminal)

    with suppress(KeyboardInterrupt), progress_bars()("Werk", 4) as step:
        step()
        raise KeyboardInterrupt

    assert "\x1b[?25l" in terminal.getvalue(), "the bar hid it"
    assert terminal.getvalue().endswith("\x1b[?25h\n")
