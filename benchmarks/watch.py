"""Measures how long an editor waits after a save until the browser shows the new page.

Run it as ``python -m benchmarks.watch [N]`` on a machine with Chromium. N is the number of
statements, 100 by default. It edits a theme several times, looks at the page of that theme, and
prints the seconds for each edit.
"""

import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.measure import environment, write_project
from tests.browser.conftest import CHROMIUM, FLAGS

THEME = "human-capital"
EDITS = 10
TIMEOUT = 60_000
"""In milliseconds."""
PAUSE = 4_000
"""In milliseconds: as long as an editor may think, in which the search index is built too."""
SHOWN = "words => document.querySelector('main')?.innerText.includes(words)"
"""Evaluated on every frame that the browser draws."""


def main(size: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root, port = Path(folder), _free_port()
        write_project(root, size)
        command = [sys.executable, "site_build.py", "serve", "--port", str(port)]
        with subprocess.Popen(command, cwd=root, env=environment()) as server:  # noqa: S603
            times = _edits(root, f"http://127.0.0.1:{port}/themas/{THEME}/")
            server.terminate()
    sys.stdout.write(f"{' '.join(f'{each:.2f}' for each in times)}\n")
    sys.stdout.write(f"median {statistics.median(times):.2f}, maximum {max(times):.2f}\n")


def _edits(root: Path, address: str) -> list[float]:
    chromium = next(filter(None, map(shutil.which, CHROMIUM)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page()
        _open(page, address)
        _edit(root, page, "Voorlopig")  # the first edit has no caches in memory yet; not measured
        return [_edit(root, page, f"Uitgave {at}") for at in range(EDITS)]


def _open(page: Page, address: str) -> None:
    """Open the page as soon as the server answers."""
    for _ in range(200):
        try:
            page.goto(address)
        except Exception:  # noqa: BLE001  (the server is not ready)
            time.sleep(0.3)
        else:
            page.wait_for_timeout(1000)
            return
    raise TimeoutError(address)


def _edit(root: Path, page: Page, words: str) -> float:
    """Save a theme with a new introduction; the seconds until the page shows it."""
    path = root / f"content/themes/{THEME}.yml"
    lines = path.read_text(encoding="utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("intro:"))
    lines[at] = f'intro: "{words} @ ' + lines[at].removeprefix('intro: "').rpartition("@ ")[2]
    start = time.perf_counter()
    path.write_text("\n".join(lines), encoding="utf-8")
    page.wait_for_function(SHOWN, arg=f"{words} @", timeout=TIMEOUT)
    seconds = time.perf_counter() - start
    page.wait_for_timeout(PAUSE)
    return seconds


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 100)
