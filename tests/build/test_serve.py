"""Serving: how it begins and ends. What an editor sees is in browser/test_preview.py."""

import signal
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.build.serve import cache_hashed_files
from tests.support.command_line import run
from tests.support.serving import Served, wait_for


@pytest.mark.parametrize(
    ("path", "status", "is_kept"),
    [
        ("/assets/javascripts/bundle.a5f9d56c.min.js", "200 OK", True),
        ("/assets/javascripts/bundle.a5f9d56c.min.js", "404 Not Found", False),
        ("/assets/site.css", "200 OK", False),
        ("/themas/", "200 OK", False),
    ],
)
def test_a_browser_keeps_what_is_named_after_its_contents(
    path: str, status: str, *, is_kept: bool
) -> None:
    told: list[Any] = []

    def app(_: object, start_response: Callable[..., object]) -> list[bytes]:
        start_response(status, [("Content-Type", "text/plain")])
        return [b"x"]

    cache_hashed_files(app)({"PATH_INFO": path}, lambda *given: told.extend(given))  # type: ignore[arg-type]

    assert told[0] == status
    assert ("Cache-Control" in dict(told[1])) is is_kept


@pytest.mark.parametrize("way", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_cleanly(way: signal.Signals, served: Served) -> None:
    assert "Wat u hier vindt" in wait_for(f"{served.address}/over/")

    served.process.send_signal(way)

    assert served.process.wait(timeout=10) == 0
    assert "Traceback" not in served.said


def test_a_taken_port_is_told_in_words(project: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = run(project, "serve", "--port", str(taken.getsockname()[1]))

    assert result.returncode == 1
    assert "is niet beschikbaar" in result.stderr
    assert "Traceback" not in result.stderr
