"""Starting and stopping ``serve``. What an editor sees is tested in browser/test_preview.py."""

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
    ("path", "status", "is_cached"),
    [
        ("/assets/javascripts/bundle.a5f9d56c.min.js", "200 OK", True),
        ("/assets/javascripts/bundle.a5f9d56c.min.js", "404 Not Found", False),
        ("/assets/site.css", "200 OK", False),
        ("/themas/", "200 OK", False),
    ],
)
def test_a_browser_caches_files_with_a_content_hash_in_their_name(
    path: str, status: str, *, is_cached: bool
) -> None:
    response: list[Any] = []

    def app(_: object, start_response: Callable[..., object]) -> list[bytes]:
        start_response(status, [("Content-Type", "text/plain")])
        return [b"x"]

    cache_hashed_files(app)({"PATH_INFO": path}, lambda *arguments: response.extend(arguments))  # type: ignore[arg-type]

    assert response[0] == status
    assert ("Cache-Control" in dict(response[1])) is is_cached


@pytest.mark.parametrize("stop_signal", [signal.SIGINT, signal.SIGTERM])
def test_serve_stops_cleanly(stop_signal: signal.Signals, served: Served) -> None:
    assert "Wat u hier vindt" in wait_for(f"{served.address}/over/")

    served.process.send_signal(stop_signal)

    assert served.process.wait(timeout=10) == 0
    assert "Traceback" not in served.said


def test_a_port_in_use_is_reported_without_a_traceback(project: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = run(project, "serve", "--port", str(taken.getsockname()[1]))

    assert result.returncode == 1
    assert "is niet beschikbaar" in result.stderr
    assert "Traceback" not in result.stderr
