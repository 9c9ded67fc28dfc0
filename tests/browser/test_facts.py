"""What came of the document in a browser: filters that can be shared, and links to a fact."""

import pytest
from playwright.sync_api import Browser, Page

from generator.dossier.dossier import Dossier

FACTS = "/voortgang/"


@pytest.fixture
def facts(page: Page, address: str) -> Page:
    page.goto(f"{address}{FACTS}")
    page.wait_for_selector(".filters form")
    return page


def shown(page: Page) -> list[str]:
    return [item.get_attribute("id") or "" for item in page.locator("li.progress:visible").all()]


def said(page: Page) -> str:
    return page.locator(".filters [role=status]").inner_text()


def test_facts_are_filtered_by_theme_status_and_year(facts: Page, frozen: Dossier) -> None:
    count = len(frozen.progress.items)
    assert len(shown(facts)) == count
    assert said(facts) == f"{count} feiten"

    facts.select_option("#filter-jaar", "2022")
    of_year = {item.slug for item in frozen.progress.items if item.date.startswith("2022")}
    assert set(shown(facts)) == of_year
    assert 0 < len(of_year) < count
    assert said(facts) == f"{len(of_year)} van {count} feiten"

    facts.select_option("#filter-thema", "gebiedsontwikkeling")
    facts.select_option("#filter-status", "in-uitvoering")
    assert facts.url.endswith("?jaar=2022&thema=gebiedsontwikkeling&status=in-uitvoering")
    headings = facts.locator("[data-theme] h2:visible").all_inner_texts()
    assert headings == ["Gebiedsontwikkeling"]
    tags = set(facts.locator(".statement-standing:visible .status").all_inner_texts())
    assert tags == {"in uitvoering"}

    facts.reload()
    facts.wait_for_selector(".filters form")
    assert facts.locator("#filter-status").input_value() == "in-uitvoering"
    facts.get_by_role("button", name="Wis alle filters").click()
    assert len(shown(facts)) == count
    assert facts.url.endswith(FACTS)


def test_a_choice_without_facts_says_so(page: Page, address: str) -> None:
    page.goto(f"{address}{FACTS}?jaar=1999")
    page.wait_for_selector(".filters form")

    assert said(page) == "Geen feiten met deze keuze."
    assert shown(page) == []


def test_a_link_to_a_fact_shows_it_whatever_is_chosen(
    page: Page, address: str, frozen: Dossier
) -> None:
    item = next(each for each in frozen.progress.items if not each.date.startswith("2022"))
    page.goto(f"{address}{FACTS}?jaar=2022#{item.slug}")
    page.wait_for_selector(".filters form")

    assert item.slug in shown(page)


def test_without_javascript_all_facts_are_shown(
    browser: Browser, address: str, frozen: Dossier
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}{FACTS}?jaar=2022")

        assert sorted(shown(page)) == sorted(item.slug for item in frozen.progress.items)
