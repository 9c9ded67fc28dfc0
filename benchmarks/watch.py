"""How long an editor waits for a page: from a save to the page that was loaded again.

Run it as ``python -m benchmarks.watch [N]``, with a Chromium on the machine: of N statements, 100
if not said, each of some edits in seconds. The page is that of the theme that is edited.
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
PATIENCE = 60_000
"""Milliseconds."""
PAUSE = 4_000
"""Milliseconds in which the index is made as well, as while an editor thinks."""
SHOWN = "words => document.querySelector('main')?.innerText.includes(words)"
"""Looked at as often as the browser draws."""


def main(size: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root, port = Path(folder), _free_port()
        write_project(root, size)
        command = [sys.executable, "site_build.py", "serve", "--port", str(port)]
        with subprocess.Popen(command, cwd=root, env=environment()) as served:  # noqa: S603
            times = _edits(root, f"http://127.0.0.1:{port}/themas/{THEME}/")
            served.terminate()
    sys.stdout.write(f"{' '.join(f'{each:.2f}' for each in times)}\n")
    sys.stdout.write(f"median {statistics.median(times):.2f}, most {max(times):.2f}\n")


def _edits(root: Path, address: str) -> list[float]:
    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        page = browser.new_page()
        _open(page, address)
        _edit(root, page, "Voorlopig")  # the first finds nothing in memory yet
        return [_edit(root, page, f"Uitgave {at}") for at in range(EDITS)]


def _open(page: Page, address: str) -> None:
    """Open the page as soon as it is served."""
    for _ in range(200):
        try:
            page.goto(address)
        except Exception:  # noqa: BLE001  (not yet)
            time.sleep(0.3)
        else:
            page.wait_for_timeout(1000)
            return
    raise TimeoutError(address)


def _edit(root: Path, page: Page, words: str) -> float:
    """Save a theme with other words at its beginning; the seconds until they are on the page."""
    path = root / f"content/themes/{THEME}.yml"
    lines = path.read_text(encoding="utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("intro:"))
    lines[at] = f'intro: "{words} @ ' + lines[at].removeprefix('intro: "').rpartition("@ ")[2]
    start = time.perf_counter()
    path.write_text("\n".join(lines), encoding="utf-8")
    page.wait_for_function(SHOWN, arg=f"{words} @", timeout=PATIENCE)
    seconds = time.perf_counter() - start
    page.wait_for_timeout(PAUSE)
    return seconds


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 100)
