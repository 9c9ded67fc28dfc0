"""How often the search of a built site has the right answer first: ``search_questions.py [SITE]``.

The questions were written by people who knew the pages and neither the search nor its synonyms, and
the search was never tuned on them. Each has at most two right answers; where nothing on the site is
about a question, the right answer is no result.
"""

import functools
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import click
import yaml
from playwright.sync_api import Page, sync_playwright

FOLDER = Path(__file__).parent
QUESTIONS = FOLDER / "search_questions.yml"
CHROMIUM = ("/usr/bin/chromium-headless-shell", "/usr/bin/chromium")
KINDS = {"inhoud": "about the content", "site": "about the site's own pages", "niets": "not there"}


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def _serving(site: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def _ask(page: Page, question: str) -> list[str]:
    """The addresses that are found, best first."""
    page.fill("#question", question)
    page.wait_for_function(
        "asked => document.querySelector('ol.results').dataset.question === asked",
        arg=question.strip(),
    )
    links = page.locator("ol.results .result-title a")
    found: list[str] = links.evaluate_all("links => links.map(link => link.href)")
    return [address.removeprefix(_origin(address)) for address in found]


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def _rank(found: list[str], question: dict[str, Any]) -> int | None:
    """The rank of the first right answer, from 1."""
    if question["kind"] == "niets":
        return None if found else 1
    right = set(question["right"])
    ranks = (at for at, each in enumerate(found, 1) if {each, each.partition("#")[0]} & right)
    return next(ranks, None)


def _report(name: str, ranks: Iterable[int | None]) -> str:
    known = list(ranks)
    first = sum(rank == 1 for rank in known) / len(known)
    three = sum(rank is not None and rank <= 3 for rank in known) / len(known)  # noqa: PLR2004
    return f"{len(known):4} {name:28} first {first:4.0%}   in the first three {three:4.0%}"


def main() -> None:
    site = Path(sys.argv[1] if len(sys.argv) > 1 else "site")
    questions = yaml.safe_load(QUESTIONS.read_text(encoding="utf-8"))
    program = next((path for path in CHROMIUM if Path(path).exists()), None)
    with _serving(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"{address}/zoeken/")
        ranks = {each["q"]: _rank(_ask(page, each["q"]), each) for each in questions}
    for question in questions:
        click.echo(f"{ranks[question['q']] or '-':>3}  {question['kind']:7} {question['q']}")
    for kind, name in KINDS.items():
        click.echo(_report(name, (ranks[each["q"]] for each in questions if each["kind"] == kind)))
    answered = (ranks[each["q"]] for each in questions if each["kind"] != "niets")
    click.echo(_report("with an answer", answered))


if __name__ == "__main__":
    main()
