"""Hostile content in a browser: it runs nothing, loads nothing and adds no element.

The security policy is off here, so that nothing but the escaping of the content is tested.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from tests.browser.conftest import serving
from tests.support.hostile import SITES, Sites, hostile_sites
from tests.support.page_structure import pages_of_each_structure

CALLS: list[str] = []
"""What the pages of this test ran or asked for elsewhere."""
STRUCTURES = """pages => pages.map(html =>
    [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("*")]
        .map(each => [each.tagName, ...each.getAttributeNames().sort()].join(" "))
        .sort().join("\\n"))"""
"""The elements of each page, in no particular order: an index is sorted by the content."""
SEARCHED = ("script", "svg", "onload", "klik")


@pytest.fixture
def watched(browser: Browser) -> Iterator[BrowserContext]:
    """A context without the security policy, which records calls and foreign requests."""
    CALLS.clear()
    with browser.new_context(bypass_csp=True) as context:
        context.expose_function("pwned", lambda: CALLS.append("pwned"))
        context.on("request", lambda request: record_foreign(request.url))
        yield context


def record_foreign(url: str) -> None:
    if not url.startswith(("http://127.0.0.1:", "data:image/", "blob:")):
        CALLS.append(url)


@pytest.mark.parametrize("name", ["html", "images"])
def test_hostile_content_runs_and_loads_nothing(
    name: str, watched: BrowserContext, tmp_path_factory: pytest.TempPathFactory
) -> None:
    site = hostile_sites(name, tmp_path_factory).hostile
    page = watched.new_page()
    with serving(site) as address:
        for path in pages_of_each_structure(site):
            page.goto(f"{address}{path}")
            assert CALLS == [], path
        for word in SEARCHED:
            page.goto(f"{address}/zoeken/?q={word}")
            page.wait_for_selector(".filter-count:not(:empty)")
            assert CALLS == [], word


@pytest.mark.parametrize("width", [320, 1280])
def test_long_words_are_broken(
    width: int, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """So that no page has to be scrolled sideways; a drawing has its own way to show them."""
    site = hostile_sites("words", tmp_path_factory).hostile
    viewport: ViewportSize = {"width": width, "height": 900}
    with serving(site) as address, browser.new_context(viewport=viewport) as context:
        context.route(
            "**/citing.js", lambda route: route.abort()
        )  # so that no page leads on to another one
        page = context.new_page()
        for path in pages_of_each_structure(site):
            page.goto(f"{address}{path}")
            assert page.evaluate(TOO_WIDE) == [], path


TOO_WIDE = """() => [...document.querySelectorAll("main :not(svg, svg *)")]
    .filter(each => each.checkVisibility({ visibilityProperty: true }))
    .filter(each => each.getBoundingClientRect().right > innerWidth + 1)
    .map(each => each.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("name", SITES)
def test_a_browser_reads_no_element_in_hostile_content(
    name: str, page: Page, tmp_path_factory: pytest.TempPathFactory
) -> None:
    sites: Sites = hostile_sites(name, tmp_path_factory)
    paths = sorted(path.relative_to(sites.harmless) for path in sites.harmless.rglob("*.html"))
    found, expected = (
        page.evaluate(STRUCTURES, [(site / path).read_text(encoding="utf-8") for path in paths])
        for site in sites
    )

    assert len(paths) > 100
    for path, of_hostile, of_harmless in zip(paths, found, expected, strict=True):
        assert of_hostile == of_harmless, path
