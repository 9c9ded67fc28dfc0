"""A statement in a frame on the site of others, at another origin."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.dossier.dossier import Dossier
from tests.browser.checkers import violations_in_light_and_dark
from tests.browser.conftest import REFUSALS, serving
from tests.browser.test_speed import MOST_SHIFT, WATCH_SHIFTS

NAME = "HRE-064"
PUBLISHED = "https://afspraken.example"


@pytest.fixture
def code(site: Path, address: str) -> str:
    """The code that the site offers, with the address at which it is served now."""
    page = (site / f"id/{NAME}/index.html").read_text(encoding="utf-8")
    found = re.search(r'<pre class="embed"[^>]*>(.*?)</pre>', page, re.DOTALL)
    assert found
    return html.unescape(found[1]).replace(PUBLISHED, address)


@pytest.fixture
def elsewhere(tmp_path: Path, code: str, address: str) -> Iterator[str]:
    """The address of another site, with that code and with a frame for a page of the site."""
    (tmp_path / "index.html").write_text(f"<p>Hier begint het.</p>{code}<p>Daarna.</p>")
    (tmp_path / "page.html").write_text(f'<iframe src="{address}/id/{NAME}/v1/"></iframe>')
    with serving(tmp_path) as found:
        yield found


def test_another_site_shows_a_statement(
    page: Page, elsewhere: str, address: str, frozen: Dossier
) -> None:
    page.goto(elsewhere)
    frame = page.frame_locator("iframe")
    expect(frame.locator("blockquote")).to_have_text(frozen.statement[NAME].text)
    expect(frame.locator("blockquote")).to_be_visible()

    frame.get_by_role("link", name=f"Lees meer over {NAME}").click()

    expect(page).to_have_url(re.compile(rf"^{address}/afspraken/{NAME}/"))


def test_another_site_shows_no_other_page(page: Page, elsewhere: str) -> None:
    page.goto(f"{elsewhere}/page.html")
    page.wait_for_load_state("networkidle")

    assert page.frames[1].url.startswith("chrome-error:")
    page.close()
    REFUSALS.clear()


def test_a_frame_shifts_nothing_on_the_page_around_it(page: Page, elsewhere: str) -> None:
    page.add_init_script(WATCH_SHIFTS)
    page.goto(elsewhere)
    page.wait_for_load_state("networkidle")

    assert page.frame_locator("iframe").locator("blockquote").is_visible()
    assert sum(page.evaluate("shifts")) < MOST_SHIFT


@pytest.mark.parametrize("width", [240, 640])
def test_a_statement_in_a_frame_is_accessible(
    width: int, browser: Browser, address: str, frozen: Dossier
) -> None:
    longest = max(frozen.statements, key=lambda each: len(each.text))
    with browser.new_context(
        viewport={"width": width, "height": 280}, reduced_motion="reduce"
    ) as context:
        page = context.new_page()
        for name in (NAME, longest.id):
            page.goto(f"{address}/id/{name}/kaart/")
            assert violations_in_light_and_dark(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_statement_in_a_frame_needs_no_script(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{address}/id/{NAME}/kaart/")

        assert page.locator("blockquote").is_visible()
        assert asked == [f"{address}/id/{NAME}/kaart/", f"{address}/assets/embed.css"]


def test_the_code_is_copied(page: Page, context: BrowserContext, address: str, code: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}/afspraken/{NAME}/")
    page.get_by_role("button", name=f"Citeer {NAME}").first.click()
    dialog = page.get_by_role("dialog", name=f"{NAME} citeren")
    expect(dialog.get_by_role("heading", name="Op uw eigen site tonen")).to_be_visible()

    dialog.get_by_role("button", name="Kopieer de code voor uw eigen site").click()

    expect(dialog.get_by_role("status")).to_have_text("Code gekopieerd")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.replace(PUBLISHED, address) == code
