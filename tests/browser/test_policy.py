"""The security policy: the site works under it, and what gets into a page does nothing."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import BrowserContext, Page, Route

from generator.site.security_policy import HEADERS, NAME
from tests.browser.breaking import POLICY
from tests.browser.conftest import REFUSALS, serving
from tests.browser.test_accessibility import KINDS, staying_at

ELSEWHERE = "https://elsewhere.example"
RUN = "window.hasRun = true"
ATTACKS = {
    "an inline script": f"<script>{RUN}</script>",
    "an inline handler": f'<svg onload="{RUN}"></svg>',
    "a handler of an error": f'<img src="data:x" alt="x" onerror="{RUN}">',
    "a javascript: link": f'<a id="attack" href="javascript:{RUN};void 0">Lees verder</a>',
    "a foreign script": f'<script src="{ELSEWHERE}/x.js"></script>',
    "a foreign image": f'<img src="{ELSEWHERE}/x.png" alt="x">',
    "a foreign style": f'<link rel="stylesheet" href="{ELSEWHERE}/x.css">',
    "a foreign frame": f'<iframe src="{ELSEWHERE}/x.html"></iframe>',
    "a foreign base": f'<base href="{ELSEWHERE}/">',
    "a foreign form": (
        f'<form action="{ELSEWHERE}/x.html"><button id="attack">Zoek</button></form>'
    ),
}
PAGE = "themas/human-capital/index.html"


def test_pages_of_each_kind_need_nothing_that_the_policy_refuses(page: Page, address: str) -> None:
    for path in KINDS:
        answer = page.goto(f"{address}{staying_at(path)}")
        assert answer
        assert answer.headers[NAME.lower()].startswith("default-src 'none'; script-src 'self' ")
        assert page.locator(f'head > meta[http-equiv="{NAME}"]').count() == 1
        assert REFUSALS == [], path


def test_data_for_programs_is_no_script_that_the_policy_refuses(page: Page, address: str) -> None:
    """A browser does not run it, so the policy need not allow it: no hash of it is anywhere."""
    page.goto(f"{address}/data/")

    described = page.locator("script:not([src]):not([type='text/javascript'])").last
    assert '"Dataset"' in (described.text_content() or "")
    assert REFUSALS == []


class Effect(NamedTuple):
    """What an attack did."""

    has_run: bool
    asked: list[str]
    """Addresses elsewhere that were asked for something."""


@contextmanager
def attacked_site(site: Path, folder: Path, attack: str, policy_in: str) -> Iterator[str]:
    """Serve a page with an attack, and the policy in only its header, in only itself or nowhere."""
    text = (site / PAGE).read_text(encoding="utf-8")
    attacked = re.sub(r"(<article[^>]*>)", lambda found: found[1] + attack, text)
    assert attacked != text
    kept = attacked if policy_in == "page" else re.sub(POLICY, "", attacked)
    (folder / PAGE).parent.mkdir(parents=True)
    (folder / PAGE).write_text(kept, encoding="utf-8")
    (folder / "assets").symlink_to(site / "assets")
    if policy_in == "header":
        shutil.copy(site / HEADERS, folder)
    with serving(folder) as address:
        yield f"{address}/{PAGE.removesuffix('index.html')}"


def effect_of(address: str, context: BrowserContext) -> Effect:
    """Open an attacked page, and click on what it wants to be clicked on."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        kind = "text/javascript" if route.request.url.endswith(".js") else "text/html"
        route.fulfill(content_type=kind, body=RUN)

    context.route(f"{ELSEWHERE}/**", answer)
    page = context.new_page()
    page.goto(address)
    for each in page.locator("#attack").all():
        each.evaluate("each => each.click()")
        page.wait_for_timeout(100)
    return Effect(bool(page.evaluate("window.hasRun")), asked)


@pytest.mark.parametrize("policy_in", ["page", "header"])
@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_what_gets_into_a_page_does_nothing(
    attack: str, policy_in: str, context: BrowserContext, site: Path, tmp_path: Path
) -> None:
    with attacked_site(site, tmp_path, attack, policy_in) as address:
        assert effect_of(address, context) == Effect(has_run=False, asked=[])

    assert REFUSALS
    context.close()
    REFUSALS.clear()


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_without_a_policy_what_gets_into_a_page_does_something(
    attack: str, context: BrowserContext, site: Path, tmp_path: Path
) -> None:
    with attacked_site(site, tmp_path, attack, policy_in="nowhere") as address:
        effect = effect_of(address, context)

    assert effect.has_run or effect.asked
