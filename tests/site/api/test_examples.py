"""The examples on the page about the data work, on a small site that is served."""

import functools
import html
import http.server
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from bs4 import BeautifulSoup
from markdown import markdown

from generator.build import folders
from generator.dossier.dossier import Dossier
from generator.site import files
from tests.conftest import TODAY, dossier_of, world_texts

ADDRESS = "https://waterplein.example/"


class Site(NamedTuple):
    dossier: Dossier
    examples: dict[str, str]
    """The code on the page, by the fragment of the heading above it."""


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, templates: dict[str, str]) -> Iterator[Site]:
    """The small world, with the address at which it is served."""
    root = tmp_path_factory.mktemp("served")
    handler = functools.partial(Quiet, directory=str(root))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        dossier = world_at(f"http://127.0.0.1:{server.server_port}/")
        rendered = files.render(dossier, templates, TODAY)
        folders.write(root, rendered)
        yield Site(dossier, examples(rendered["data.md"]))
        server.shutdown()


def world_at(address: str) -> Dossier:
    texts = world_texts()
    settings = texts["content/dossier.yml"]
    assert ADDRESS in settings
    return dossier_of({**texts, "content/dossier.yml": settings.replace(ADDRESS, address)})


def examples(page: str) -> dict[str, str]:
    built = BeautifulSoup(markdown(page, extensions=["attr_list", "md_in_html"]), "html.parser")
    found = {}
    for code in built.select("pre > code"):
        heading = code.find_previous("h3")
        assert heading
        found[str(heading["id"])] = html.unescape(code.get_text())
    return found


def run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)  # noqa: S603
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_python_example_lists_every_commitment(site: Site, tmp_path: Path) -> None:
    program = tmp_path / "voorbeeld.py"
    program.write_text(site.examples["python"], encoding="utf-8")

    lines = run(sys.executable, "-X", "utf8", str(program)).splitlines()

    assert [line.split(" | ")[::2] for line in lines] == [
        [each.id, each.text] for each in site.dossier.commitments
    ]


def test_the_curl_example_gets_one_statement(site: Site) -> None:
    said = site.dossier.commitments[0]

    answer = run(*site.examples["curl"].replace("curl ", "curl --silent --fail ", 1).split())

    assert f'"id":"{said.id}"' in answer
    assert said.text in answer


def test_the_spreadsheet_examples_name_files_that_exist(site: Site) -> None:
    for name in ("excel", "google"):
        (address,) = re.findall(r'"(http[^"]+)"', site.examples[name])
        assert site.dossier.settings.address in address
        assert run(sys.executable, "-c", FETCH, address).strip() == "200"


FETCH = "import sys, urllib.request as r; print(r.urlopen(sys.argv[1]).status)"
