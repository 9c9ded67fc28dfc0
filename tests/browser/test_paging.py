"""Long lists over several pages, in a browser: links between the pages, and the register."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from generator.dossier.dossier import Dossier
from tests.browser.checkers import MENUS, make_dark, violations_in_light_and_dark
from tests.browser.conftest import serving
from tests.support.commitments_table import numbers, options
from tests.support.longer import LIMITS

FURTHER = re.compile(r"/afspraken/pagina-\d+/$")
IN_ORDER = ", in de volgorde van de documenten"
KINDS = [
    "/",
    "/afspraken/",
    "/afspraken/pagina-2/",
    "/bronnen/proef/pagina-3/",
    "/inhoud/",
    "/inhoud/p/",
    "/partijen/ezk/",
    "/partijen/ezk/afspraken/pagina-2/",
    "/partijen/ezk/pagina-2/",
    "/partijen/pagina-2/",
    "/themas/pagina-2/",
    "/voortgang/pagina-2/",
    "/wijzigingen/",
    "/wijzigingen/1/",
]


@pytest.fixture(scope="session")
def long_address(longer: Path) -> Iterator[str]:
    """The address of the larger site."""
    with serving(longer / "site") as address:
        yield address


@pytest.fixture
def asked(page: Page) -> list[str]:
    """The further pages of the register that the browser requested."""
    found: list[str] = []
    page.on("request", lambda each: found.extend(FURTHER.findall(each.url)))
    return found


@pytest.fixture
def register(page: Page, long_address: str, asked: list[str]) -> Page:
    page.goto(f"{long_address}/afspraken/")
    page.wait_for_selector(".filters form")
    assert asked == []
    return page


def said(page: Page, words: str) -> None:
    expect(page.locator(".filters [role=status]")).to_have_text(words)


def of_theme(dossier: Dossier, theme: str) -> list[str]:
    part = next(each for each in dossier.themes if each.slug == theme)
    return [each.id for each in part.statements if each.commitment]


def test_a_filter_applies_to_all_pages_of_a_long_register(
    register: Page, long_dossier: Dossier, asked: list[str]
) -> None:
    count = len(long_dossier.commitments)
    said(register, f"{LIMITS['ROWS']} van {count} afspraken op deze pagina{IN_ORDER}")
    assert len(numbers(register)) == LIMITS["ROWS"]
    counted = register.locator("#filter-thema option", has_text=re.compile(r"\(\d+\)"))
    assert counted.all_inner_texts() == [f"alle ({count})"], (
        "counts by theme are unknown until all pages are loaded"
    )

    register.focus("#filter-thema")
    expect(register.locator("#filter-thema option", has_text="Proefthema 9")).to_have_count(1)
    assert len(asked) == -(-count // LIMITS["ROWS"]) - 1
    register.select_option("#filter-thema", "proefthema-9")
    wanted = of_theme(long_dossier, "proefthema-9")
    said(register, f"{len(wanted)} van {count} afspraken{IN_ORDER}")
    assert numbers(register) == wanted
    assert register.locator("nav.pages").is_hidden()

    register.get_by_role("button", name="Wis alle filters").click()
    said(register, f"{LIMITS['ROWS']} van {count} afspraken op deze pagina{IN_ORDER}")
    assert register.locator("nav.pages").is_visible()


def test_the_counts_of_a_long_register_are_of_all_pages(
    register: Page, long_dossier: Dossier
) -> None:
    register.hover("#filter-zoek")
    expect(register.locator("#filter-thema option", has_text="Proefthema 9")).to_have_count(1)
    themes = options(register, "thema")

    assert themes.pop("alle") == len(long_dossier.commitments)
    assert sum(themes.values()) == len(long_dossier.commitments)
    for theme in long_dossier.themes:
        assert themes.get(theme.title, 0) == len(of_theme(long_dossier, theme.slug))


def test_a_shared_filter_of_a_long_register_is_applied(
    page: Page, long_address: str, long_dossier: Dossier
) -> None:
    page.goto(f"{long_address}/afspraken/?thema=proefthema-9&volgorde=afspraak")
    wanted = of_theme(long_dossier, "proefthema-9")

    said(
        page, f"{len(wanted)} van {len(long_dossier.commitments)} afspraken, gesorteerd op afspraak"
    )
    assert sorted(numbers(page)) == sorted(wanted)
    assert page.locator("#filter-thema").input_value() == "proefthema-9"
    with page.expect_navigation(url=f"**/afspraken/{numbers(page)[0]}/"):
        page.locator("table.register tbody th a").first.click()


def test_the_download_of_a_long_register_has_the_filtered_rows(register: Page) -> None:
    register.select_option("#filter-partij", "mkb")
    status = register.locator(".filters [role=status]")
    expect(status).to_have_text(re.compile(r"^\d+ van \d+ afspraken, "))
    with register.expect_download() as waiting:
        register.locator(".download a").click()
    written = Path(waiting.value.path()).read_text(encoding="utf-16")

    assert len(numbers(register)) > LIMITS["ROWS"]
    rows = csv.DictReader(io.StringIO(written), dialect=csv.excel_tab)
    assert [row["nummer"] for row in rows] == numbers(register)


def test_a_page_that_fails_to_load_is_reported_and_requested_again(
    register: Page, long_dossier: Dossier
) -> None:
    def fail(route: Route) -> None:
        route.fulfill(status=503)

    register.route("**/afspraken/pagina-3/", fail)
    register.focus("#filter-zoek")
    said(register, "Niet alle afspraken zijn geladen. Kies opnieuw om het nog eens te proberen.")
    assert len(numbers(register)) == LIMITS["ROWS"]

    register.unroute("**/afspraken/pagina-3/", fail)
    register.fill("#filter-zoek", of_theme(long_dossier, "proefthema-9")[0])
    said(register, f"1 van {len(long_dossier.commitments)} afspraken{IN_ORDER}")


def test_without_javascript_the_page_links_lead_through_all_rows(
    browser: Browser, long_address: str, long_dossier: Dossier
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{long_address}/afspraken/")
        found = numbers(page)
        while page.locator("nav.pages a[rel=next]").count():
            page.goto(page.locator("nav.pages a[rel=next]").evaluate("link => link.href"))
            found += numbers(page)

        assert found == [each.id for each in long_dossier.commitments]
        assert page.locator("nav.pages a[aria-current=page]").inner_text() == str(
            -(-len(found) // LIMITS["ROWS"])
        )


@pytest.mark.parametrize("width", [320, 1280])
def test_pages_of_a_long_list_are_accessible(
    width: int, browser: Browser, long_address: str, kept: Path
) -> None:
    with browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="light", reduced_motion="reduce"
    ) as context:
        page = context.new_page()
        for path in KINDS:
            page.goto(f"{long_address}{path}")
            same_menus = MENUS if path != KINDS[0] else ()
            assert violations_in_light_and_dark(page, exclude=same_menus) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        page.goto(f"{long_address}/partijen/ezk/pagina-2/")
        page.screenshot(path=kept / f"pagina-2-{width}-light.png", full_page=True)
        make_dark(page)
        page.screenshot(path=kept / f"pagina-2-{width}-dark.png", full_page=True)


def test_page_links_are_large_enough_and_show_focus(page: Page, long_address: str) -> None:
    page.goto(f"{long_address}/partijen/ezk/pagina-2/")
    links = page.locator("nav.pages a")
    assert links.count() > 4
    for link in links.all():
        box = link.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24
        link.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        assert link.evaluate("link => getComputedStyle(link).outlineStyle") != "none"
