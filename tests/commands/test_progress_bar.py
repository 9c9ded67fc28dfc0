"""A bar shows how far long work is, in a terminal alone."""

import io
import sys
import time
from collections.abc import Iterator

import pytest

from commands.bars import bars
from generator.build.progress import unseen


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def ticking(seconds: float) -> Iterator[float]:
    now = 0.0
    while True:
        yield now
        now += seconds


def shown(monkeypatch: pytest.MonkeyPatch, seconds: float) -> str:
    """What a terminal shows of work in four steps, each of so many seconds."""
    clock, terminal = ticking(seconds), Terminal()
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    monkeypatch.setattr(sys, "stderr", terminal)
    with bars()("Werk", 4) as step:
        for _ in range(4):
            step()
    return terminal.getvalue()


def test_work_of_more_than_a_second_has_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = shown(monkeypatch, seconds=0.6)

    assert "Werk" in terminal
    assert [f"{part}%" in terminal for part in (25, 50, 75, 100)] == [False, True, True, True]


def test_what_is_soon_done_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, seconds=0.1) == ""


def test_there_is_none_where_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())

    assert bars() is unseen
