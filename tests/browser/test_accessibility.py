"""Accessibility: each structure of page in each state, checked by axe and by keyboard."""

import io
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Literal, NamedTuple

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.browser.checkers import (
    MENUS,
    html_validate,
    make_dark,
    nu,
    violations,
    violations_in_light_and_dark,
)
from tests.support.page_structure import (
    are_of_menus,
    features_of,
    pages_with_distinct_features,
    pages_with_every_feature,
)
from tests.support.pages import texts_of_pages
from tests.support.sharing import made_once

KINDS = [
    "/",
    "/404.html",
    "/aandachtspunten/",
    "/afspraken/",
    "/afspraken/?thema=human-capital&partij=ezk",
    "/afspraken/HRE-064/",
    "/begrippen/",
    "/bronnen/",
    "/bronnen/rvo-mit/",
    "/bronnen/slides/",
    "/citeren/",
    "/document/uitwerking/",
    "/id/HRE-064/",
    "/id/HRE-064/v1/",
    "/inhoud/",
    "/instrumenten/mit/",
    "/leeswijzer/",
    "/overleggen/do-herstel/",
    "/partijen/",
    "/partijen/ezk/",
    "/termijnen/",
    "/themas/",
    "/themas/human-capital/",
    "/tijdlijn/",
    "/vervolgproces/",
    "/voortgang/",
    "/wijzigingen/",
    "/zoeken/?q=winkelgebied",
    "/zoeken/?q=verduurzamming",
    "/zoeken/?q=HRE-999",
]
STATES = [path for path in KINDS if "?" in path]
"""Pages whose scripts show something else with these addresses."""
WIDTHS = [320, 768, 1280]
Scheme = Literal["light", "dark"]


@contextmanager
def browsing(browser: Browser, width: int, scheme: Scheme = "light") -> Iterator[Page]:
    """A page of a width in CSS pixels, in the light or dark scheme of its reader."""
    with browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    ) as context:
        yield context.new_page()


class Structures(NamedTuple):
    """Addresses of pages that represent all others."""

    showing_all: list[str]
    """Pages that together have every structural feature of the site, apart from its menus."""
    showing_menus: list[str]
    """Pages that together have every structural feature of the menus."""
    distinct: list[str]
    """A page of each structure; all others have the same features as one of these."""


@pytest.fixture(scope="session")
def structures(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Structures:
    folder = made_once(tmp_path_factory, "structures", partial(write_structures, site))
    return Structures(*json.loads((folder / "addresses.json").read_text(encoding="utf-8")))


def write_structures(site: Path, folder: Path) -> None:
    texts = texts_of_pages(site)
    sizes = {address: len(text) for address, text in texts.items()}
    features = {address: features_of(text) for address, text in texts.items()}
    menus = {address: frozenset(filter(are_of_menus, each)) for address, each in features.items()}
    others = {address: each - menus[address] for address, each in features.items()}
    found = Structures(
        pages_with_every_feature(others, sizes),
        pages_with_every_feature(menus, sizes),
        pages_with_distinct_features(features),
    )
    (folder / "addresses.json").write_text(json.dumps(found), encoding="utf-8")


@pytest.mark.parametrize("width", [WIDTHS[0], WIDTHS[-1]])
def test_every_page_structure_is_accessible(
    width: int, browser: Browser, address: str, structures: Structures
) -> None:
    """All other pages differ from these in words alone."""
    with browsing(browser, width) as page:
        for path in dict.fromkeys([*structures.showing_menus, *structures.showing_all, *STATES]):
            page.goto(f"{address}{staying_at(path)}")
            if "/zoeken/?" in path:
                page.wait_for_selector(".filter-count:not(:empty)")
            same_menus = () if path in structures.showing_menus else MENUS
            assert violations_in_light_and_dark(page, exclude=same_menus) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_a_page_of_medium_width_shows_nothing_new(
    browser: Browser, address: str, structures: Structures
) -> None:
    """It shows what a narrow or a wide one shows, in the same colours: axe looks at those."""
    medium = WIDTHS[1]
    with browsing(browser, medium) as page:
        for path in structures.showing_all:
            page.goto(f"{address}{staying_at(path)}")
            assert page.evaluate("document.documentElement.scrollWidth") <= medium, path
            if new_looks(page):  # a script may have been busy
                page.wait_for_load_state("networkidle")
            assert new_looks(page) == set(), path


def new_looks(page: Page) -> set[str]:
    """What a page of medium width shows, and neither a narrow nor a wide one."""
    narrow, medium, wide = (looks_at(page, width) for width in (WIDTHS[0], WIDTHS[1], WIDTHS[-1]))
    page.set_viewport_size({"width": WIDTHS[1], "height": 900})
    return medium - narrow - wide


def looks_at(page: Page, width: int) -> set[str]:
    page.set_viewport_size({"width": width, "height": 900})
    return set(page.evaluate(LOOKS))


LOOKS = """() => [...document.body.querySelectorAll("*")]
    .filter(each => each.checkVisibility({ visibilityProperty: true }))
    .map(each => {
        const { color, backgroundColor, fontWeight } = getComputedStyle(each)
        return [each.tagName, each.className, color, backgroundColor, fontWeight].join(" ")
    })"""
"""Each element that is shown, with what axe sees of its colours."""


def staying_at(path: str) -> str:
    """The address of a page at which its script does not lead on to another page."""
    return f"{path}#citeren" if path.startswith("/id/") else path


def test_dark_pages_differ_from_light_pages_only_in_colour(browser: Browser, address: str) -> None:
    """And a page that becomes dark looks like one that was opened in the dark scheme."""
    for path in ("/", "/themas/human-capital/", "/afspraken/", "/voortgang/"):
        with browsing(browser, WIDTHS[0]) as page:
            page.goto(f"{address}{path}")
            light = page.evaluate(BOXES)
            make_dark(page)
            becoming_dark = page.evaluate(COLOURS)
        with browsing(browser, WIDTHS[0], "dark") as page:
            page.goto(f"{address}{path}")
            dark = page.evaluate(BOXES)
            opened_dark = page.evaluate(COLOURS)

        assert len(light) > 100
        assert light == dark, path
        assert becoming_dark == opened_dark, path


BOXES = """() => [...document.body.querySelectorAll("*")]
    .filter(each => !each.closest(".scheme-button"))
    .map(each => {
        const { x, y, width, height } = each.getBoundingClientRect()
        const { display, visibility } = getComputedStyle(each)
        const names = each.getAttributeNames().map(name => `${name}=${each.getAttribute(name)}`)
        return [each.tagName, ...names, display, visibility, x, y, width, height].join(" ")
    })"""
"""Each element with its attributes, whether it is shown, and its place in CSS pixels."""
COLOURS = """() => [...document.body.querySelectorAll("*")].map(getComputedStyle)
    .map(style => [style.color, style.backgroundColor, style.borderColor, style.fill].join(" "))"""


@pytest.mark.parametrize("width", WIDTHS)
def test_opened_menus_and_dialogs_are_accessible(
    width: int, browser: Browser, address: str
) -> None:
    with browsing(browser, width) as page:
        page.goto(f"{address}/themas/human-capital/")
        if page.locator(MENU_BUTTON).is_visible():
            page.click(MENU_BUTTON)
            assert violations_in_light_and_dark(page) == []
            page.keyboard.press("Escape")
        page.locator("#HRE-064").get_by_role("button", name="Citeer HRE-064").click()
        page.wait_for_selector("dialog[open]")
        assert violations_in_light_and_dark(page) == []
        page.keyboard.press("Escape")
        page.locator("#HRE-064").get_by_role("button", name="Kopieer link naar HRE-064").click()
        page.wait_for_function("() => document.querySelector('.said').textContent")
        assert violations_in_light_and_dark(page) == []
        page.goto(f"{address}/voortgang/")
        page.click("details.picture-data summary")
        assert violations_in_light_and_dark(page) == []


@pytest.mark.parametrize("width", [320, 768, 959])
def test_the_menu_works_with_the_keyboard(width: int, page: Page, address: str) -> None:
    """Each stop in it is seen, and it closes when the reader leaves it."""
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{address}/themas/human-capital/")
    menu, button = page.locator("details.menu"), page.locator(MENU_BUTTON)
    links = menu.locator("nav a")
    assert links.first.is_hidden(), "the Tab key skips a closed menu"
    button.focus()
    page.keyboard.press("Enter")
    assert menu.evaluate("menu => menu.open")
    for _ in range(links.count()):
        page.keyboard.press("Tab")
        assert menu.evaluate("menu => menu.contains(document.activeElement)")
        assert page.evaluate(IS_SEEN), page.evaluate(FOCUSED)
    page.keyboard.press("Escape")
    assert not menu.evaluate("menu => menu.open")
    assert button.evaluate("button => button === document.activeElement")
    page.keyboard.press("Enter")
    links.last.focus()
    page.keyboard.press("Tab")
    assert not menu.evaluate("menu => menu.open")


@pytest.mark.parametrize("width", [320, 768, 1000, 1280])
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_what_has_the_focus_is_seen(key: str, width: int, page: Page, address: str) -> None:
    """WCAG 2.2, 2.4.11: nothing lies over it, whichever way the reader came."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}/themas/human-capital/#HRE-068")
    for _ in range(70):
        page.keyboard.press(key)
        assert page.evaluate(IS_SEEN), page.evaluate(FOCUSED)


IS_SEEN = """() => {
    const at = document.activeElement
    if (at === document.body) return true
    return [...at.getClientRects()].some(({ x, y, width, height }) => {
        const found = document.elementFromPoint(x + width / 2, y + height / 2)
        return at.contains(found) || found?.matches("a, li, p, th, td") && found.contains(at)
    })
}"""
"""Whether some line of what has the focus is on the screen with nothing over it."""
FOCUSED = "() => document.activeElement.outerHTML.slice(0, 120)"
MENU_BUTTON = "details.menu > summary"


def test_a_citation_is_reached_with_the_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}/afspraken/HRE-064/")
    page.keyboard.press("Tab")
    assert "md-skip" in page.evaluate("document.activeElement.className")
    page.keyboard.press("Enter")
    for _ in range(60):
        page.keyboard.press("Tab")
        name = page.evaluate("document.activeElement.getAttribute('aria-label')") or ""
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none", (
            name
        )
        if name.startswith("Citeer"):
            break
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open]")
    for _ in range(30):
        page.keyboard.press("Tab")
        if "als Tekst" in (
            page.evaluate("document.activeElement.getAttribute('aria-label')") or ""
        ):
            break
    page.keyboard.press("Enter")

    page.wait_for_function("() => document.querySelector('.said').textContent.length > 10")


@pytest.mark.parametrize("path", ["/", "/afspraken/", "/zoeken/?q=regio", "/themas/human-capital/"])
def test_focus_is_visible_on_every_element(path: str, page: Page, address: str) -> None:
    """Each element that the Tab key reaches looks different when it has the focus."""
    page.goto(f"{address}{path}")
    for stop in range(30):
        page.keyboard.press("Tab")
        clip = page.evaluate(AROUND_FOCUS)
        focused = page.screenshot(clip=clip)
        name = page.evaluate(BLUR)
        assert page.screenshot(clip=clip) != focused, f"{stop}: {name}"


AROUND_FOCUS = """() => {
    const at = document.activeElement
    const seen = at.getBoundingClientRect().width ? at : at.nextElementSibling
    const { x, y, width, height } = seen.getBoundingClientRect()
    const [left, top] = [Math.max(0, x - 6), Math.max(0, y - 6)]
    return { x: left, y: top, width: width + 12, height: height + 12 }
}"""
BLUR = "() => { const at = document.activeElement; at.blur(); return at.outerHTML.slice(0, 120) }"


@pytest.mark.parametrize(
    ("path", "selector"),
    [("/", ".site-name img"), ("/voortgang/", ".picture svg")],
)
def test_images_are_visible_in_forced_colours(
    path: str, selector: str, page: Page, address: str
) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(f"{address}{path}")

    shot = Image.open(io.BytesIO(page.locator(selector).first.screenshot())).convert("L")
    dark = sum(shot.histogram()[:100])

    assert 0.01 < dark / (shot.width * shot.height) < 0.99


def test_nothing_moves_with_reduced_motion(page: Page, address: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    for path in KINDS:
        page.goto(f"{address}{path}")
        moving = page.evaluate("""() => [...document.querySelectorAll("*")].map(getComputedStyle)
            .filter(style => parseFloat(style.transitionDuration) || style.animationName !== "none")
            .length""")
        assert moving == 0, path


def test_enlarged_text_needs_no_horizontal_scrolling(page: Page, address: str) -> None:
    for path in KINDS:
        page.goto(f"{address}{path}")
        for zoom in (2, 4):
            page.set_viewport_size({"width": 1280 // zoom, "height": 1024 // zoom})
            width = page.evaluate("document.documentElement.scrollWidth")
            assert width <= 1280 // zoom, (path, zoom)


def test_wide_text_spacing_needs_no_horizontal_scrolling(page: Page, address: str) -> None:
    """WCAG 2.2, 1.4.12: readers may set the spacing of text."""
    spacing = """* {
        line-height: 1.5 !important;
        letter-spacing: .12em !important;
        word-spacing: .16em !important;
    }
    p { margin-bottom: 2em !important; }"""
    page.set_viewport_size({"width": 320, "height": 900})
    for path in KINDS:
        page.goto(f"{address}{path}")
        page.evaluate(ADD_STYLE, spacing)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
        assert page.evaluate(CUT_OFF) == [], path


CUT_OFF = """() => [...document.querySelectorAll("body *")]
    .filter(each => each.checkVisibility() && !each.matches(".unseen, input, select, svg *, pre"))
    .filter(each => {
        const { overflow, clipPath } = getComputedStyle(each)
        return overflow !== "visible" && clipPath === "none" && each.clientWidth > 1
    })
    .filter(({ scrollWidth, scrollHeight, clientWidth, clientHeight }) =>
        scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1)
    .map(each => each.outerHTML.slice(0, 100))"""
"""Elements with text that does not fit in them."""
ADD_STYLE = """rules => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rules)
    document.adoptedStyleSheets.push(sheet)
}"""
"""As a reader's own style, to which the security policy does not apply."""


@pytest.mark.parametrize("path", ["/afspraken/", "/partijen/ezk/", "/termijnen/", "/tijdlijn/"])
def test_print_cuts_nothing_off(path: str, page: Page, address: str) -> None:
    page.set_viewport_size({"width": 700, "height": 1000})  # a sheet of A4 less its margins
    page.emulate_media(media="print")
    page.goto(f"{address}{path}")
    cut = page.evaluate("""() => [...document.querySelectorAll("article *")]
        .filter(each => each.getClientRects().length)
        .filter(each => each.getBoundingClientRect().right > innerWidth + 1)
        .map(each => each.outerHTML.slice(0, 80))""")

    assert cut == []
    assert len(page.pdf(format="A4")) > 10_000


@pytest.mark.parametrize(
    ("path", "sheets"),
    [("/themas/human-capital/", 4), ("/themas/breed-mkb/", 4), ("/tijdlijn/", 3)],
)
def test_a_page_takes_few_sheets(path: str, sheets: int, page: Page, address: str) -> None:
    page.goto(f"{address}{path}")
    pages = re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True))

    assert 1 <= len(pages) <= sheets


def test_each_sheet_has_the_name_the_address_and_the_day(page: Page, address: str) -> None:
    page.goto(f"{address}/themas/human-capital/")
    found = page.evaluate("""() => ["name", "address", "day"].map(each =>
        getComputedStyle(document.documentElement).getPropertyValue(`--sheet-${each}`))""")

    assert all(found)
    assert json.loads(found[0]) == page.locator(".site-name").inner_text()
    assert json.loads(found[1]).endswith("/themas/human-capital/")
    assert json.loads(found[2]).startswith("Laatst gewijzigd op ")
    assert page.evaluate(MARGIN_BOXES) == [f'var(--sheet-{each}, "")' for each in SHEET_BOXES]


SHEET_BOXES = ("name", "day", "address")
MARGIN_BOXES = """() => [...document.styleSheets]
    .flatMap(sheet => [...sheet.cssRules]).filter(rule => rule instanceof CSSPageRule)
    .flatMap(rule => [...rule.cssText.matchAll(/content: (var\\([^)]*\\))/g)])
    .map(([, each]) => each)"""


# HTML ---------------------------------------------------------------------------------------------


def test_the_html_is_valid(site: Path, structures: Structures) -> None:
    """According to Nu on every page, and to html-validate on a page of each structure.

    What may be wrong with words, addresses and names in one page alone is found by Nu.
    """
    assert nu(site) == []
    assert html_validate([file_of(site, address) for address in structures.distinct]) == []


def file_of(site: Path, address: str) -> Path:
    name = address.removeprefix("/")
    return site / name / "index.html" if address.endswith("/") else site / name


# The checkers themselves --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mistake", "rule"),
    [
        ("document.querySelector('article').innerHTML += '<img src=\"x.png\">'", "image-alt"),
        ("document.querySelector('article p').style.color = '#bbb'", "color-contrast"),
        ("document.querySelector('.search-link').removeAttribute('aria-label')", "link-name"),
        ("document.querySelector('html').removeAttribute('lang')", "html-has-lang"),
    ],
)
def test_axe_finds_mistakes(mistake: str, rule: str, page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(f"{address}/themas/human-capital/")
    page.evaluate(mistake)

    assert any(each.startswith(rule) for each in violations(page))


def test_the_validators_find_mistakes(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text(
        "<!doctype html><html lang=nl><title>x</title><p><table><tr><td>1</table><img src=x>",
        encoding="utf-8",
    )

    assert nu(tmp_path)
    assert html_validate([page])
