"""Serving: a save shows on the page, a mistake leaves the last good site up."""

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.door import run


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(right: Callable[[], bool]) -> bool:
    """Whether something comes true within half a minute."""
    for _ in range(150):
        try:
            if right():
                return True
        except OSError:
            pass
        time.sleep(0.2)
    return False


@pytest.fixture
def served(project: Path) -> Iterator[tuple[Path, Callable[[], str]]]:
    """The project being served, and a way to read its page about the site."""
    port = free_port()
    command = [sys.executable, "site_build.py", "serve", "--port", str(port)]
    with (
        (project / "said.txt").open("w") as said,
        subprocess.Popen(command, cwd=project, stdout=said, stderr=said) as server,  # noqa: S603
    ):
        yield project, lambda: read(f"http://127.0.0.1:{port}/over/")
        server.terminate()


def read(url: str) -> str:
    with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310  (this machine)
        return str(answer.read().decode())


def test_a_save_shows_and_a_mistake_does_not(
    served: tuple[Path, Callable[[], str]],
) -> None:
    project, page = served
    about = project / "content/pages/over.yml"
    text = about.read_text(encoding="utf-8")
    assert wait_for(lambda: "Wat u hier vindt" in page())

    about.write_text(text.replace("Wat u hier vindt", "Wat hier nu staat"), encoding="utf-8")
    assert wait_for(lambda: "Wat hier nu staat" in page())

    about.write_text(text.replace("sections:", "secties:"), encoding="utf-8")
    said = project / "said.txt"
    assert wait_for(lambda: "onbekend veld 'secties'" in said.read_text(encoding="utf-8"))
    assert "Wat hier nu staat" in page()


def test_a_taken_port_is_told_in_words(project: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = run(project, "serve", "--port", str(taken.getsockname()[1]))

    assert result.returncode == 1
    assert "is niet beschikbaar" in result.stderr
    assert "Traceback" not in result.stderr
