"""The first steps of a reader, in a browser."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, Request, expect

Scheme = Literal["light", "dark"]
ADDRESSES = ("/", "/themas/gebiedsontwikkeling/", "/afspraken/", "/afspraken/HRE-088/")


@pytest.fixture
def visit(page: Page, address: str) -> Callable[[str], Page]:
    def go(path: str) -> Page:
        page.goto(address + path)
        return page

    return go


def test_a_theme_is_reached_from_the_home_page(visit: Callable[[str], Page]) -> None:
    page = visit("/")

    page.locator(".card").get_by_role("link", name="Gebiedsontwikkeling").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Gebiedsontwikkeling")
    expect(page.locator("#HRE-087 > .statement-text")).to_contain_text("winkelgebieden")


def test_a_reader_links_to_one_sentence(visit: Callable[[str], Page]) -> None:
    page = visit("/themas/gebiedsontwikkeling/")

    page.locator("#HRE-091").get_by_role("link", name="HRE-091", exact=True).first.click()

    assert page.url.endswith("/themas/gebiedsontwikkeling/#HRE-091")
    expect(page.locator("#HRE-091")).to_be_in_viewport()


def test_searching_finds_the_theme(visit: Callable[[str], Page]) -> None:
    page = visit("/")

    page.get_by_role("searchbox", name="Waar zoekt u naar?").fill("winkelgebied")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"/zoeken/\?q=winkelgebied$"))
    expect(page.locator("ol.results a").first).to_be_visible()
    expect(page.locator(".result-facts", has_text="Gebiedsontwikkeling").first).to_be_visible()


def test_abbreviations_have_an_explanation(visit: Callable[[str], Page]) -> None:
    page = visit("/themas/gebiedsontwikkeling/")
    link = page.locator("#HRE-092 > .statement-text a")

    expect(link).to_have_text("BZK")
    expect(link).to_have_attribute(
        "title", "Ministerie van Binnenlandse Zaken en Koninkrijksrelaties"
    )


@pytest.mark.parametrize("path", ADDRESSES)
def test_pages_use_no_other_host(page: Page, address: str, path: str) -> None:
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))

    page.goto(address + path)
    page.wait_for_load_state("networkidle")

    assert len(asked) > 3
    assert [each.url for each in asked if not each.url.startswith((address, "data:"))] == []


@pytest.mark.parametrize("path", ADDRESSES)
def test_the_console_has_no_errors(page: Page, address: str, path: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))

    page.goto(address + path)

    assert said == []


@pytest.mark.parametrize("screen", [(320, "light"), (320, "dark"), (1280, "light"), (1280, "dark")])
@pytest.mark.parametrize("path", [*ADDRESSES, "/zoeken/?q=winkelgebied"])
def test_pages_need_no_horizontal_scrolling(
    browser: Browser, address: str, path: str, screen: tuple[int, Scheme], kept: Path
) -> None:
    """Also takes a screenshot of each page."""
    width, scheme = screen
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(address + path)
    if "?q=" in path:
        expect(page.locator("ol.results a").first).to_be_visible()

    name = path.partition("?")[0].strip("/").replace("/", "-") or "home"
    page.screenshot(path=kept / f"screenshots/{name}-{width}-{scheme}.png", full_page=True)

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_without_javascript_statements_are_shown(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()

    page.goto(f"{address}/themas/gebiedsontwikkeling/#HRE-093")

    expect(page.locator("#HRE-093")).to_be_in_viewport()
    expect(page.locator("#HRE-093 > .statement-text")).to_be_visible()
    context.close()
