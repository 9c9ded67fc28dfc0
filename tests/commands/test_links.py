"""The command ``links``: nothing without ``--live``, and a visit that can be continued."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from commands._options import INTERRUPTED
from tests.conftest import WORLD
from tests.support.command_line import run
from tests.support.frozen import copy_code, write_project
from tests.support.web_server import WebServer, page, redirect, silence, web_server

pytestmark = pytest.mark.slow
DAY = ("--today", "2026-11-23")
LIVE = ("links", "--live", "--allow-internal", "--pause", "0", *DAY)
MOVED, GONE, FINE = ("/bericht", "/weg", "/contact")


@pytest.fixture
def server() -> Iterator[WebServer]:
    with web_server() as running:
        running.replies = {MOVED: redirect("/nieuw"), "/nieuw": page(), FINE: page()}
        yield running


@pytest.fixture
def small_project(tmp_path: Path, server: WebServer) -> Path:
    """The small dossier, with addresses on a server of this machine."""
    write_project(tmp_path, WORLD)
    copy_code(tmp_path)
    edit(tmp_path, "sources/krant.yml", "krant.example/bericht?a=1&b=2", server, MOVED)
    edit(tmp_path, "sources/krant.yml", "krant.example/)", server, f"{GONE})")
    edit(tmp_path, "dossier.yml", "stichting.example/contact", server, FINE)
    file = tmp_path / "content/dossier.yml"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    own = (line for line in lines if "creativecommons.org" not in line)
    file.write_text("".join(own), encoding="utf-8")
    return tmp_path


def edit(root: Path, name: str, old: str, server: WebServer, path: str) -> None:
    file = root / "content" / name
    text = file.read_text(encoding="utf-8")
    assert text.count(f"https://{old}") == 1
    file.write_text(text.replace(f"https://{old}", server.address(path)), encoding="utf-8")


def test_without_live_it_says_what_it_would_do_and_asks_nothing(
    small_project: Path, server: WebServer
) -> None:
    result = run(small_project, "links", *DAY)

    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == (
        "Webadressen in de inhoud: 3.\n"
        "Met --live bezoekt dit er 3, op 1 server. Nu is niets bezocht.\n"
    )
    assert server.log == []
    assert not (small_project / "build/links.json").exists()


def test_live_reports_what_moved_and_died_with_the_lines(
    small_project: Path, server: WebServer
) -> None:
    result = run(small_project, *LIVE)

    assert (result.returncode, result.stderr) == (1, "")
    assert result.stdout == (
        "Dood: de pagina of de server bestaat niet meer (1)\n"
        f"  {server.address(GONE)}\n"
        "      fout 404: deze pagina is er niet (meer)\n"
        "      content/sources/krant.yml:9\n\n"
        "Verhuisd naar een ander adres (1)\n"
        f"  {server.address(MOVED)}\n"
        f"      → {server.address('/nieuw')}\n"
        "      content/sources/krant.yml:6\n\n"
        "Antwoordt (1)\n"
        f"  {server.address(FINE)}\n"
        "      content/dossier.yml:25\n\n"
        "3 webadressen bezocht; 1 daarvan antwoordt gewoon.\n"
    )
    (agent,) = server.agents
    assert agent == f"dossier-site/0.1 (+{server.address(FINE)})"


def test_when_all_answer_nothing_is_wrong(small_project: Path, server: WebServer) -> None:
    server.replies = {path: page() for path in (MOVED, GONE, FINE)}

    result = run(small_project, *LIVE, "--format", "markdown")

    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == "3 webadressen bezocht; 3 daarvan antwoorden gewoon.\n"


def test_a_second_run_visits_what_failed_and_what_is_new(
    small_project: Path, server: WebServer
) -> None:
    run(small_project, *LIVE)
    server.log.clear()

    plan = run(small_project, "links", *DAY)
    again = run(small_project, *LIVE)
    asked = server.paths()
    server.log.clear()
    run(small_project, *LIVE, "--today", "2026-12-01")

    assert "Antwoord in de laatste 7 dagen: 2.\nMet --live bezoekt dit er 1," in plan.stdout
    assert asked == [GONE]
    assert "Verhuisd naar een ander adres (1)" in again.stdout, "what is known is reported too"
    assert sorted(server.paths()) == sorted([FINE, GONE, MOVED, "/nieuw"])


def test_days_is_for_how_long_an_answer_counts(small_project: Path, server: WebServer) -> None:
    run(small_project, *LIVE)
    server.log.clear()

    run(small_project, *LIVE, "--days", "0")

    assert len(server.paths()) == 4


def test_an_address_that_left_the_content_is_forgotten(
    small_project: Path, server: WebServer
) -> None:
    run(small_project, *LIVE)
    file = small_project / "content/sources/krant.yml"
    text = file.read_text(encoding="utf-8").replace(server.address(MOVED), server.address(FINE))
    file.write_text(text, encoding="utf-8")

    result = run(small_project, *LIVE)

    assert "Verhuisd" not in result.stdout
    assert "content/sources/krant.yml:6" in result.stdout.partition("Antwoordt (1)")[2]


def test_what_was_found_before_ctrl_c_is_kept(small_project: Path, server: WebServer) -> None:
    over = threading.Event()
    server.replies[GONE] = silence(over)
    with subprocess.Popen(  # noqa: S603  (our own script)
        [sys.executable, "site_build.py", *LIVE],
        cwd=small_project,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        while GONE not in server.paths():
            assert process.poll() is None
            time.sleep(0.02)
        os.kill(process.pid, signal.SIGINT)
        output, errors = process.communicate(timeout=30)
    over.set()
    before = len(server.paths())
    kept = json.loads((small_project / "build/links.json").read_text().partition("\n")[2])

    server.replies[GONE] = page()
    result = run(small_project, *LIVE)

    assert (process.returncode, output) == (INTERRUPTED, "")
    assert errors == (
        f"{len(kept)} van 3 adressen bezocht. Dat is bewaard: een volgende keer gaat het verder "
        "met de rest.\nGestopt.\n"
    )
    assert 0 < len(kept) < 3
    assert result.returncode == 1
    assert {path for path in server.paths()[before:] if path != "/nieuw"} == {
        path for path in (MOVED, GONE, FINE) if server.address(path) not in kept
    }


def test_without_the_option_for_tests_this_machine_is_not_visited(
    small_project: Path, server: WebServer
) -> None:
    result = run(small_project, *(each for each in LIVE if each != "--allow-internal"))

    assert result.returncode == 1
    assert "Niet bezocht: dit is geen openbare server (3)" in result.stdout
    assert server.log == []


def test_without_a_network_nothing_is_said_of_the_addresses(
    small_project: Path, server: WebServer
) -> None:
    for path, other in ((FINE, "localhost"), (MOVED, "127.0.0.2"), (GONE, "127.0.0.3")):
        file = small_project / "content" / ("dossier.yml" if path == FINE else "sources/krant.yml")
        text = file.read_text(encoding="utf-8")
        nowhere = f"http://{other}:1/"  # nobody listens there
        file.write_text(text.replace(server.address(path), nowhere), encoding="utf-8")

    result = run(small_project, *LIVE)

    assert (result.returncode, result.stdout) == (1, "")
    assert "Fout: geen enkele server gaf antwoord." in result.stderr
    assert "Let op: wij noemen de sites" in result.stderr


def test_content_that_is_wrong_is_reported_first(small_project: Path, server: WebServer) -> None:
    (small_project / "content/terms.yml").write_text("x", encoding="utf-8")

    result = run(small_project, *LIVE)

    assert result.returncode == 1
    assert "content/terms.yml:1:1" in result.stderr
    assert server.log == []
