"""The register of commitments in a browser: filter, share, download, and without JavaScript."""

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.dossier.dossier import Dossier
from generator.site.views import progress
from generator.site.views.linker import Linker
from tests.conftest import TODAY
from tests.support.commitments_table import numbers, options

REGISTER = "/afspraken/"


@pytest.fixture
def register(page: Page, address: str) -> Page:
    page.goto(f"{address}{REGISTER}")
    page.wait_for_selector(".filters form")
    return page


def said(page: Page) -> str:
    """What is said about the rows that are shown."""
    return page.locator(".filters [role=status]").inner_text()


def expected(frozen: Dossier, theme: str, party: str) -> list[str]:
    part = next(each for each in frozen.themes if each.slug == theme)
    return [each.id for each in part.statements if each.commitment and party in each.parties]


def test_a_filter_selects_rows_and_can_be_shared(
    register: Page, frozen: Dossier, browser: Browser
) -> None:
    register.select_option("#filter-thema", "human-capital")
    register.select_option("#filter-partij", "ezk")
    shown = numbers(register)
    assert shown == expected(frozen, "human-capital", "ezk")
    assert 0 < len(shown) < len(frozen.commitments)
    assert register.url.endswith("?thema=human-capital&partij=ezk")

    with browser.new_context() as another:
        other = another.new_page()
        other.goto(register.url)
        other.wait_for_selector(".filters form")
        assert numbers(other) == shown
        assert other.locator("#filter-partij").input_value() == "ezk"


def test_each_option_counts_the_rows_it_would_show(register: Page, frozen: Dossier) -> None:
    themes = options(register, "thema")
    assert themes.pop("alle") == len(frozen.commitments)
    for theme in frozen.themes:
        count = sum(each.commitment for each in theme.statements)
        assert themes.get(theme.title, 0) == count

    register.select_option("#filter-thema", "gebiedsontwikkeling")
    parties = options(register, "partij")
    for label, count in parties.items():
        register.select_option("#filter-partij", label=f"{label} ({count})")
        assert len(numbers(register)) == count
    assert "EZK" not in parties, "options without rows are not offered"


def test_words_are_found_with_or_without_accents(register: Page) -> None:
    register.fill("#filter-zoek", "EFFICIENTE inrichting")

    assert numbers(register) == ["HRE-078"]
    assert said(register) == "1 van 29 afspraken, in de volgorde van het document"
    register.get_by_role("button", name="Wis alle filters").click()
    assert len(numbers(register)) == 29
    assert register.url.endswith(REGISTER)


def sorted_ids(dossier: Dossier) -> list[str]:
    """All numbers, by status in the order in which statuses are listed, then by number."""
    link = Linker(dossier, TODAY)
    order = list(progress.LABELS)
    by_status = sorted(
        dossier.commitments,
        key=lambda each: (order.index(progress.status(link, each).key), each.id),
    )
    return [each.id for each in by_status]


def test_rows_are_sorted_by_the_chosen_column(register: Page, frozen: Dossier) -> None:
    register.select_option("#filter-volgorde", "status")

    assert numbers(register) == sorted_ids(frozen)
    assert register.url.endswith("?volgorde=status")
    assert said(register) == "29 afspraken, gesorteerd op status"


def sorted_heads(page: Page) -> dict[str, str]:
    """The heads by which the table is sorted, each with the direction."""
    heads = page.locator("table.register th[aria-sort]").all()
    return {head.inner_text(): head.get_attribute("aria-sort") or "" for head in heads}


def test_heads_sort_by_click_and_by_keyboard(register: Page, frozen: Dossier) -> None:
    assert sorted_heads(register) == {"Afspraak": "ascending"}
    register.get_by_role("button", name="Status").click()
    assert sorted_heads(register) == {"Status": "ascending"}
    assert numbers(register) == sorted_ids(frozen)

    register.keyboard.press("Enter")
    assert sorted_heads(register) == {"Status": "descending"}
    assert register.url.endswith("?volgorde=status&richting=aflopend")
    assert said(register) == "29 afspraken, gesorteerd op status, omgekeerd"

    register.reload()
    register.wait_for_selector(".filters form")
    assert sorted_heads(register) == {"Status": "descending"}
    register.get_by_role("button", name="Afspraak").press("Space")
    assert register.url.endswith(REGISTER)
    assert numbers(register) == [each.id for each in frozen.commitments]


def test_rows_without_a_fact_come_last_in_both_directions(register: Page, frozen: Dossier) -> None:
    known = {name for item in frozen.progress.items for name in item.statements}
    expected = [each.id in known for each in frozen.commitments]
    assert 0 < sum(expected) < len(expected)

    for head in ("descending", "ascending"):
        register.get_by_role("button", name="Laatste feit").click()
        assert sorted_heads(register) == {"Laatste feit": head}
        assert [name in known for name in numbers(register)] == sorted(expected, reverse=True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("geen-voortgang-bekend", "onbekend"),
        ("niet-vastgesteld", "onbeslist"),
        ("in-uitvoering", "in-uitvoering"),
        ("overgenomen", "overgenomen"),
    ],
)
def test_addresses_with_former_names_of_statuses_still_work(
    old: str, new: str, page: Page, address: str, frozen: Dossier
) -> None:
    link = Linker(frozen, TODAY)
    found = [each.id for each in frozen.commitments if progress.status(link, each).key == new]

    page.goto(f"{address}{REGISTER}?status={old}")
    page.wait_for_selector(".filters form")

    assert found
    assert numbers(page) == found
    assert page.locator("#filter-status").input_value() == new


def test_a_choice_without_rows_says_so_and_can_be_undone(register: Page) -> None:
    register.fill("#filter-zoek", "xyzzy")

    assert said(register) == "Geen afspraken met deze keuze."
    assert register.locator("table.register").is_hidden()
    assert register.locator(".download").is_hidden()
    register.get_by_role("button", name="Wis alle filters").click()
    assert register.locator("table.register").is_visible()
    assert said(register) == "29 afspraken, in de volgorde van het document"
    assert register.evaluate("document.activeElement.id") == "filter-zoek"
    assert register.get_by_role("button", name="Wis alle filters").count() == 0


def test_the_caption_and_the_download_say_which_rows_are_shown(register: Page) -> None:
    caption, download = register.locator("table.register caption"), register.locator(".download")
    assert caption.text_content() == "29 afspraken, in de volgorde van het document"
    assert download.inner_text() == "Download alle 29 afspraken (CSV)"

    register.select_option("#filter-status", "in-uitvoering")
    assert caption.text_content() == "2 van 29 afspraken, in de volgorde van het document"
    assert download.inner_text() == "Download deze 2 afspraken (CSV)"
    register.fill("#filter-zoek", "HRE-089")
    assert download.inner_text() == "Download deze afspraak (CSV)"


def test_on_a_phone_the_first_row_is_on_the_first_screen(browser: Browser, address: str) -> None:
    with browser.new_context(viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        page.goto(f"{address}{REGISTER}?status=in-uitvoering")
        page.wait_for_selector(".filters summary")

        assert page.locator(".filters form").is_hidden()
        assert page.locator(".filters summary").inner_text() == "Filters (1 gekozen)"
        row = page.locator("table.register tbody tr").first.bounding_box()
        assert row
        assert row["y"] + row["height"] <= 740
        page.click(".filters summary")
        assert page.locator("#filter-status").is_visible()
        assert page.locator("table.register th button").count() == 0, "unseen heads have no focus"


BROKEN_WORDS = r"""() => {
  const found = [], range = document.createRange()
  const table = document.querySelector("table.register")
  const walker = document.createTreeWalker(table, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode
    if (node.parentElement.closest(".unseen, [hidden]")) continue
    for (const word of node.data.matchAll(/[^\s\-–\/]+/g)) {
      range.setStart(node, word.index)
      range.setEnd(node, word.index + word[0].length)
      const tops = [...range.getClientRects()].map(box => Math.round(box.top))
      if (new Set(tops).size > 1) found.push(word[0])
    }
  }
  return found
}"""
"""The words of the table that are on two lines, other than at a hyphen or a slash."""


@pytest.mark.parametrize("width", [360, 768, 1119, 1120, 1280, 1440])
def test_no_word_of_the_table_is_broken(width: int, browser: Browser, address: str) -> None:
    with browser.new_context(viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        page.goto(f"{address}{REGISTER}")
        page.wait_for_selector(".filters summary")

        for font in ("Liberation Sans", "DejaVu Sans"):
            page.evaluate("font => document.body.style.setProperty('--text-font', font)", font)
            assert page.evaluate(BROKEN_WORDS) == [], font


def test_the_download_has_the_filtered_rows(register: Page) -> None:
    register.select_option("#filter-status", "in-uitvoering")
    register.select_option("#filter-volgorde", "afspraak")
    with register.expect_download() as waiting:
        register.locator(".download a").click()
    written = Path(waiting.value.path()).read_bytes()
    text = io.StringIO(written.decode("utf-16"), newline="")
    rows = list(csv.DictReader(text, dialect=csv.excel_tab))

    assert waiting.value.suggested_filename == "afspraken.csv"
    assert written.startswith(b"\xff\xfe")
    assert [row["nummer"] for row in rows] == numbers(register)
    assert {row["status"] for row in rows} == {"in uitvoering"}
    assert len(rows) == 2


def test_without_javascript_all_rows_are_shown(
    browser: Browser, address: str, frozen: Dossier
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}{REGISTER}?thema=human-capital")

        assert numbers(page) == [each.id for each in frozen.commitments]
        assert page.locator(".filters form").count() == 0
        link = page.locator(".download a").get_attribute("href")
        assert page.request.get(f"{address}{REGISTER}{link}").ok


def test_an_unknown_filter_value_in_the_address_shows_no_rows(page: Page, address: str) -> None:
    page.goto(f"{address}{REGISTER}?partij=bestaat-niet&volgorde=onzin&vreemd=1")

    page.wait_for_selector(".filters form")
    assert numbers(page) == []
    assert said(page) == "Geen afspraken met deze keuze."
