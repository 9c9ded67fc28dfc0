"""The register of commitments in a browser: filter, share, download, and without JavaScript."""

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.dossier.dossier import Dossier
from tests.support.commitments_table import numbers, options

REGISTER = "/afspraken/"


@pytest.fixture
def register(page: Page, address: str) -> Page:
    page.goto(f"{address}{REGISTER}")
    page.wait_for_selector(".filters form")
    return page


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
    assert register.locator(".filters [role=status]").inner_text() == "1 van 29 afspraken"
    register.get_by_role("button", name="Wis alle filters").click()
    assert len(numbers(register)) == 29
    assert register.url.endswith(REGISTER)


def test_rows_are_sorted_by_the_chosen_column(register: Page) -> None:
    register.select_option("#filter-volgorde", "status")
    texts = register.locator('table.register [data-facet="status"]').all_inner_texts()

    assert texts == sorted(texts)
    assert len(set(texts)) > 2
    assert "volgorde=status" in register.url


def test_the_download_has_the_filtered_rows(register: Page) -> None:
    register.select_option("#filter-status", "in-uitvoering")
    register.select_option("#filter-volgorde", "afspraak")
    with register.expect_download() as waiting:
        register.locator(".download a").click()
    written = Path(waiting.value.path()).read_bytes()
    rows = list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline="")))

    assert waiting.value.suggested_filename == "afspraken.csv"
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
    assert page.locator(".filters [role=status]").inner_text() == "0 van 29 afspraken"
