"""A site served by nginx, as in production."""

import os
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.build import release as releases
from tests.conftest import ROOT
from tests.support.serving import free_port

PLACES = f"{os.environ.get('PATH', '')}:/usr/sbin"
"""Debian installs it where only root looks."""


@contextmanager
def served_by_nginx(site: Path, release: Path) -> Iterator[str]:
    """Make a release of a site and serve it; the value is its address."""
    port = free_port()
    releases.make(ROOT, site, release, f"127.0.0.1:{port}")
    with (
        log_of(release).open("w") as log,
        subprocess.Popen(_command(release), stdout=log, stderr=log) as process,  # noqa: S603
    ):
        address = f"http://127.0.0.1:{port}"
        try:
            _wait_until_served(address, process)
            yield address
        finally:
            process.terminate()


def log_of(release: Path) -> Path:
    """What nginx reports while it serves a release."""
    return Path(f"{release}.log")


def _command(release: Path) -> list[str]:
    nginx = shutil.which("nginx", path=PLACES)
    assert nginx, "tests/browser/install installs nginx"
    settings = f"daemon off; pid {release}.pid;"
    if os.geteuid() == 0:
        settings += " user root;"  # another user cannot read the folders of tests
    return [nginx, "-p", str(release), "-c", "nginx.conf", "-e", "stderr", "-g", settings]


def _wait_until_served(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(100):
        assert process.poll() is None, "nginx has stopped"
        try:
            with urllib.request.urlopen(f"{address}/gezond", timeout=5):  # noqa: S310
                return
        except urllib.error.URLError:
            time.sleep(0.05)
    raise TimeoutError(address)
