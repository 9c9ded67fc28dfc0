"""Permalinks and citations in a browser, with JavaScript and without."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.text.dates import dutch_date
from tests.browser.conftest import serving


@pytest.fixture(scope="module")
def changed_address(changed: Path) -> Iterator[str]:
    """The address of the site after the changes."""
    with serving(changed / "site") as address:
        yield address


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page without JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_a_permalink_leads_to_the_statement(page: Page, changed_address: str) -> None:
    page.goto(f"{changed_address}/id/HRE-091/")

    expect(page).to_have_url(re.compile(r"/afspraken/HRE-091/$"))
    expect(page.locator("#HRE-091")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/themas/gebiedsontwikkeling/#HRE-091", "/afspraken/HRE-091/"),
        ("/themas/human-capital/#HRE-073", "/themas/breed-mkb/#HRE-073"),
        ("/themas/human-capital/#HRE-072", "/id/HRE-072/"),
        ("/partijen/ezk/", "/partijen/economische-zaken/"),
        ("/themas/human-capital/#HRE-091", "/afspraken/HRE-091/"),
    ],
)
def test_an_old_address_redirects(page: Page, changed_address: str, old: str, new: str) -> None:
    page.goto(changed_address + old)

    expect(page).to_have_url(changed_address + new)


@pytest.mark.parametrize(
    ("old", "says"),
    [
        ("/themas/gebiedsontwikkeling/#HRE-091", "HRE-091"),
        ("/themas/human-capital/#HRE-072", "gesplitst op 25 november 2026"),
        ("/partijen/ezk/", "hernoemd op 25 november 2026"),
        ("/id/HRE-091/", "om ook verduurzaming bedrijventerreinen"),
        ("/id/HRE-002/", "Het was geen uitspraak."),
    ],
)
def test_an_old_address_explains_itself_without_javascript(
    plain: Page, changed_address: str, old: str, says: str
) -> None:
    plain.goto(changed_address + old)

    assert plain.url == changed_address + old
    expect(plain.locator("main")).to_contain_text(says)
    fragment = old.partition("#")[2]
    if fragment:
        expect(plain.locator(f"#{fragment}")).to_be_in_viewport()


def test_without_javascript_the_permalink_is_a_link(plain: Page, address: str) -> None:
    plain.goto(f"{address}/themas/human-capital/")

    statement = plain.locator("#HRE-063")
    link = statement.get_by_role("link", name="Link en versies van HRE-063")
    expect(link).to_have_attribute("href", "../../id/HRE-063/")
    expect(statement.get_by_role("button")).to_have_count(0)


def test_an_unknown_number_is_reported(page: Page, address: str) -> None:
    answer = page.goto(f"{address}/id/HRE-999/")

    assert answer
    assert answer.status == 404
    expect(page.get_by_role("main")).to_contain_text("HRE-999 bestaat niet.")
    expect(page.get_by_role("searchbox", name="Zoeken: een woord, vraag of nummer")).to_be_visible()


def test_an_unknown_anchor_is_reported(page: Page, address: str) -> None:
    page.goto(f"{address}/themas/human-capital/#HRE-999")

    expect(page).to_have_url(re.compile(r"/id/HRE-999/$"))
    expect(page.get_by_role("main")).to_contain_text("HRE-999 bestaat niet.")


def test_copying_the_link_is_announced(page: Page, context: BrowserContext, address: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}/themas/human-capital/")

    page.get_by_role("button", name="Kopieer link naar HRE-063").press("Enter")

    expect(page.get_by_role("status")).to_have_text("Link gekopieerd")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "https://afspraken.example/id/HRE-063/"


def test_a_citation_is_copied_with_the_keyboard(
    page: Page, context: BrowserContext, address: str
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}/themas/human-capital/")
    opener = page.get_by_role("button", name="Citeer HRE-063")

    opener.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="HRE-063 citeren")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("button", name="Sluit het venster")).to_be_focused()
    dialog.get_by_role("button", name="Kopieer de verwijzing als Tekst").press("Enter")
    expect(dialog.get_by_role("status")).to_have_text("Verwijzing (Tekst) gekopieerd")
    page.keyboard.press("Escape")

    expect(dialog).to_have_count(0)
    expect(opener).to_be_focused()
    cited = page.evaluate("navigator.clipboard.readText()")
    today = dutch_date(date.today().isoformat())  # noqa: DTZ011  (the reader's own day)
    assert f"(geraadpleegd op {today})" in cited
    assert cited.startswith("‘Versterken van de samenwerking binnen arbeidsmarktregio's’ (")
    assert "https://afspraken.example/id/HRE-063/v1/" in cited
    assert re.search(r"controlecode [0-9a-f]{12}\.$", cited)


LIES_ON_TOP = """part => {
    const { x, y, width, height } = part.getBoundingClientRect()
    return part.contains(document.elementFromPoint(x + width / 2, y + height / 2))
}"""


@pytest.mark.parametrize("width", [320, 1280])
def test_the_citing_dialog_can_be_closed_wherever_its_reader_is(
    page: Page, address: str, width: int
) -> None:
    """Its title and the way out stay in sight, and nothing stands above them."""
    page.set_viewport_size({"width": width, "height": 500})
    page.goto(f"{address}/themas/human-capital/")
    opener = page.get_by_role("button", name="Citeer HRE-063")
    opener.click()
    dialog = page.get_by_role("dialog", name="HRE-063 citeren")
    heading, close = dialog.get_by_role("heading", level=2), dialog.get_by_text("Sluit", exact=True)

    for end in (0, 10_000):
        dialog.evaluate("(dialog, top) => dialog.scrollTo(0, top)", end)
        top = dialog.bounding_box()
        assert top
        for part in (heading, close):
            box = part.bounding_box()
            assert box
            assert 0 < box["y"] - top["y"] < 30
            assert part.evaluate(LIES_ON_TOP)
    close.click()

    expect(dialog).to_have_count(0)
    expect(opener).to_be_focused()


def test_folded_steps_open_when_they_are_linked_to(page: Page, address: str) -> None:
    page.goto(f"{address}/id/HRE-063/v1/#controleren")

    expect(page.get_by_text("sha256sum").first).to_be_visible()


def test_every_format_is_offered(page: Page, address: str) -> None:
    page.goto(f"{address}/themas/human-capital/")
    page.get_by_role("button", name="Citeer HRE-063").click()

    dialog = page.get_by_role("dialog", name="HRE-063 citeren")

    for name in ("Tekst", "Markdown", "BibTeX", "RIS"):
        expect(
            dialog.get_by_role("button", name=f"Kopieer de verwijzing als {name}")
        ).to_be_visible()
    expect(dialog).to_contain_text(date.today().strftime("Y2 - %Y/%m/%d"))  # noqa: DTZ011


def test_the_page_works_with_an_anchor_that_cannot_be_decoded(page: Page, address: str) -> None:
    page.goto(f"{address}/themas/human-capital/#%zz")

    expect(page.get_by_role("button", name="Citeer HRE-063")).to_be_visible()
