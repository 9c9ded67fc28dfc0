"""A project that is served to its editor."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support.built import copy_output


class Served(NamedTuple):
    project: Path
    address: str
    process: subprocess.Popen[bytes]

    @property
    def output(self) -> Path:
        """The file with what is said in the terminal."""
        return self.project / "said.txt"

    @property
    def said(self) -> str:
        return self.output.read_text(encoding="utf-8")

    def clear(self) -> None:
        """Clear the terminal."""
        self.output.write_text("", encoding="utf-8")


@pytest.fixture
def served(project: Path, site: Path) -> Iterator[Served]:
    """A project that was built before, and is served now."""
    shutil.rmtree(project / "site")
    copy_output(site.parent, project)
    with serving_project(project) as served:
        yield served


@contextmanager
def serving_project(project: Path) -> Iterator[Served]:
    """Run ``site_build.py serve`` in a project."""
    port = free_port()
    command = [sys.executable, "site_build.py", "serve", "--port", str(port)]
    with (
        (project / "said.txt").open("a") as said,
        subprocess.Popen(command, cwd=project, stdout=said, stderr=said) as process,  # noqa: S603
    ):
        try:
            yield Served(project, f"http://127.0.0.1:{port}", process)
        finally:
            process.terminate()  # otherwise a test that fails would wait for it for ever


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(address: str) -> str:
    """Return a page as soon as the server answers; a build may take a minute on a busy machine."""
    for _ in range(600):
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310
                return str(answer.read().decode())
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(address)
