"""Serving: how it begins and ends. What an editor sees is in browser/test_preview.py."""

import signal
import socket
import time
import urllib.request
from pathlib import Path

import pytest

from tests.door import run
from tests.previewing import Served


def wait_for(address: str) -> str:
    """A page, as soon as there is an answer; a build may take half a minute."""
    for _ in range(150):
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310
                return str(answer.read().decode())
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(address)


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
