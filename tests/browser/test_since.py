"""What is new since the previous visit: known in the reader's browser alone, off by one click."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, expect

from tests.browser.checkers import violations_in_light_and_dark
from tests.browser.loading import open_page, settled
from tests.browser.test_speed import MOST_SHIFT, WATCH_SHIFTS

ELSEWHERE = "/toegankelijkheid/"
"""A page without news."""
WITH_NEWS = ["/", "/afspraken/", "/begrippen/", "/document/", "/partijen/", "/wijzigingen/"]
LONG_AGO = 0
FILE = "**/wijzigingen.json"
NEW_ON_HOME = "Nieuw sinds uw vorige bezoek: 3 wijzigingen"
NOTHING = "Hier staat niets nieuws sinds uw vorige bezoek."
REFUSING = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full') }"
Latest = dict[str, Any]


@pytest.fixture(scope="session")
def latest(site: Path) -> Latest:
    found: Latest = json.loads((site / "wijzigingen.json").read_text(encoding="utf-8"))
    return found


def names(latest: Latest) -> list[str]:
    return [f"{each['naam']} {each['nummer']}" for each in latest["wijzigingen"]]


def visited(latest: Latest, unseen: int, at: int = LONG_AGO, missed: int = 0) -> str:
    """What a browser keeps of a visit before the newest changes were made.

    ``missed`` is how many changes were made since that are not in the file.
    """
    seen = {"count": latest["aantal"] - unseen - missed, "changes": names(latest)[unseen:]}
    return json.dumps({"seen": seen, "before": None, "at": at})


def keep(page: Page, address: str, value: str) -> None:
    page.goto(f"{address}{ELSEWHERE}")
    page.evaluate("value => localStorage.setItem('bezoek', value)", value)


def kept(page: Page) -> Any:  # noqa: ANN401  (what JSON holds)
    text = page.evaluate("localStorage.getItem('bezoek')")
    assert text
    return json.loads(text)


def leave(page: Page) -> None:
    """Let so much time pass that the next page begins another visit."""
    page.evaluate("""() => {
        const kept = JSON.parse(localStorage.getItem("bezoek"))
        localStorage.setItem("bezoek", JSON.stringify({ ...kept, at: 0 }))
    }""")


# Visits -------------------------------------------------------------------------------------------


def test_the_first_visit_says_nothing_and_is_remembered(
    page: Page, address: str, latest: Latest
) -> None:
    for path in ("/", "/afspraken/", "/"):
        open_page(page, f"{address}{path}")
        assert page.locator(".since").count() == 0
    assert kept(page)["seen"] == {"count": latest["aantal"], "changes": names(latest)}

    leave(page)
    open_page(page, f"{address}/")
    assert page.locator(".since > div").inner_text() == NOTHING


def test_the_next_visit_tells_what_is_new(page: Page, address: str, latest: Latest) -> None:
    keep(page, address, visited(latest, unseen=3))
    open_page(page, f"{address}/")

    summary = page.locator(".since summary")
    assert summary.inner_text() == NEW_ON_HOME
    assert page.evaluate("document.activeElement === document.body")
    summary.click()
    newest = latest["wijzigingen"][:3]
    items = page.locator(".since li")
    assert items.all_inner_texts() == [f"{each['wijziging']}: {each['tekst']}" for each in newest]
    targets = items.locator("a").evaluate_all("links => links.map(link => link.href)")
    assert targets == [f"{address}/{each['adres']}" for each in newest]


def test_a_list_tells_only_of_its_own_changes(page: Page, address: str, latest: Latest) -> None:
    for path in ("/afspraken/", "/document/", "/begrippen/"):
        keep(page, address, visited(latest, unseen=20))
        open_page(page, f"{address}{path}")

        own = [e for e in latest["wijzigingen"][:20] if path.removeprefix("/") in e["lijsten"]]
        texts = page.locator(".since li").all_text_contents()
        assert texts == [f"{each['wijziging']}: {each['tekst']}" for each in own]
        assert (page.locator(".since > div").inner_text() == NOTHING) == (not own)


def test_a_reload_or_another_tab_is_no_new_visit(
    context: BrowserContext, page: Page, address: str, latest: Latest
) -> None:
    keep(page, address, visited(latest, unseen=3))
    open_page(page, f"{address}/")
    page.reload()
    second = context.new_page()
    for tab, path in ((second, "/wijzigingen/"), (page, "/afspraken/"), (page, "/")):
        open_page(tab, f"{address}{path}")
    assert page.locator(".since summary").inner_text() == NEW_ON_HOME
    assert second.locator(".since summary").inner_text() == NEW_ON_HOME

    leave(page)
    open_page(page, f"{address}/")
    assert page.locator(".since > div").inner_text() == NOTHING


@pytest.mark.parametrize("at", ["1e15", "-1e15", "null", '"x"'])
def test_a_clock_that_is_wrong_does_no_harm(
    at: str, page: Page, address: str, latest: Latest
) -> None:
    """Also where it was a year ahead at the previous visit, and is right now."""
    old = visited(latest, unseen=3).replace('"at": 0', f'"at": {at}')
    keep(page, address, old)
    open_page(page, f"{address}/")
    assert page.locator(".since summary").inner_text() == NEW_ON_HOME

    with settled(page):
        page.reload()
    assert page.locator(".since summary").inner_text() == NEW_ON_HOME
    assert abs(kept(page)["at"] - page.evaluate("Date.now()")) < 60_000


# Many changes -------------------------------------------------------------------------------------


def test_many_changes_are_counted_and_not_listed(page: Page, address: str, latest: Latest) -> None:
    keep(page, address, visited(latest, unseen=60))
    open_page(page, f"{address}/")

    told = page.locator(".since > div")
    assert told.inner_text() == "Nieuw sinds uw vorige bezoek: 60 wijzigingen"
    assert page.locator(".since li").count() == 0
    told.get_by_role("link", name="60 wijzigingen").click()
    expect(page).to_have_url(f"{address}/wijzigingen/")


def test_more_changes_than_the_file_has_are_counted(
    page: Page, address: str, latest: Latest
) -> None:
    keep(page, address, visited(latest, unseen=100, missed=200))
    open_page(page, f"{address}/begrippen/")

    told = page.locator(".since > div")
    assert told.inner_text() == "Nieuw sinds uw vorige bezoek: 300 wijzigingen op de hele site"


# On and off ---------------------------------------------------------------------------------------


def test_one_click_turns_it_off_and_another_on(page: Page, address: str, latest: Latest) -> None:
    keep(page, address, visited(latest, unseen=3))
    open_page(page, f"{address}/")
    button = page.locator(".since button")

    button.click()
    expect(button).to_have_text("Weer aanzetten")
    expect(page.locator(".since [role=status]")).to_have_text("Uw browser onthoudt niet wat u zag.")
    assert page.evaluate("localStorage.getItem('bezoek')") == "uit"
    assert button.evaluate("each => each === document.activeElement")

    button.click()
    expect(button).to_have_text("Niet meer tonen")
    page.wait_for_function("() => localStorage.getItem('bezoek')")
    assert kept(page)["seen"]["count"] == latest["aantal"]
    assert kept(page).get("before") is None


def test_the_page_with_all_changes_turns_it_on_again(page: Page, address: str) -> None:
    keep(page, address, "uit")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_page(page, f"{address}/")
    assert page.locator(".since").count() == 0

    open_page(page, f"{address}/wijzigingen/")
    assert not [url for url in asked if url.endswith(".json")]
    button = page.get_by_role("button", name="Weer aanzetten")
    button.click()
    expect(page.get_by_role("button", name="Niet meer tonen")).to_be_visible()
    page.wait_for_function("() => localStorage.getItem('bezoek')")


def test_nothing_about_the_reader_is_sent(
    context: BrowserContext, page: Page, address: str, latest: Latest
) -> None:
    keep(page, address, visited(latest, unseen=3))
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    for path in WITH_NEWS:
        open_page(page, f"{address}{path}")

    assert {each.method for each in asked} == {"GET"}
    assert {each.url for each in asked if ".json" in each.url} == {f"{address}/wijzigingen.json"}
    assert not [each.url for each in asked if "?" in each.url]
    assert not [each for each in asked if "cookie" in each.headers]
    assert context.cookies() == []


# What can go wrong --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value",
    ["", "{", "null", "7", '"uit"', "[]", '{"seen": 1}', '{"seen": {"count": "5", "changes": 1}}'],
)
def test_a_page_works_whatever_the_browser_keeps(
    value: str, page: Page, address: str, latest: Latest
) -> None:
    keep(page, address, value)
    open_page(page, f"{address}/")

    assert page.locator(".since").count() == 0
    assert kept(page)["seen"]["count"] == latest["aantal"]


@pytest.mark.parametrize("script", [REFUSING, FULL])
def test_a_browser_that_keeps_nothing_has_no_box(script: str, page: Page, address: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(script)
    for path in ("/", "/afspraken/", "/wijzigingen/"):
        open_page(page, f"{address}{path}")
        assert page.locator("h1").is_visible()
        assert page.locator(".since li, .since a, .since summary").count() == 0
    assert errors == []


ANSWERS = {
    "another": {"body": '{"aantal": "9", "wijzigingen": []}'},
    "unknown": {"status": 404, "body": "<h1>404</h1>"},
    "cut off": {"body": '{"aantal": 9, "wijzig'},
    "a list": {"body": "[]"},
    "half": {"body": '{"aantal": 9999, "wijzigingen": [{}]}'},
}


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_without_the_file_nothing_untrue_is_said(
    answer: dict[str, Any], page: Page, address: str, latest: Latest
) -> None:
    before = visited(latest, unseen=3)
    keep(page, address, before)
    page.route(FILE, lambda route: route.fulfill(**answer))
    open_page(page, f"{address}/afspraken/")

    assert page.locator(".since").inner_text() == ""
    assert page.locator("h1").inner_text() == "Afspraken"
    page.unroute(FILE)
    open_page(page, f"{address}/")
    assert page.locator(".since summary").inner_text() == NEW_ON_HOME


# How it looks -------------------------------------------------------------------------------------


@pytest.fixture(params=[360, 412, 1280])
def returning(
    request: pytest.FixtureRequest, browser: Browser, address: str, latest: Latest
) -> Iterator[Page]:
    """The browser of a reader who was here before the last three changes."""
    with browser.new_context(
        viewport={"width": request.param, "height": 823}, reduced_motion="reduce"
    ) as context:
        page = context.new_page()
        keep(page, address, visited(latest, unseen=3))
        yield page


@pytest.mark.parametrize("unseen", [0, 3, 60, 100])
def test_the_box_of_a_returning_reader_shifts_nothing(
    unseen: int, returning: Page, address: str, latest: Latest
) -> None:
    def be_slow(route: Route) -> None:
        returning.wait_for_function(IS_DRAWN)
        route.continue_()

    keep(returning, address, visited(latest, unseen, missed=5 if unseen == 100 else 0))
    returning.add_init_script(WATCH_SHIFTS)
    returning.route(FILE, be_slow)
    for path in WITH_NEWS:
        with settled(returning):
            returning.goto(f"{address}{path}")
            expect(returning.locator(".since button")).to_be_visible()
        assert sum(returning.evaluate("shifts")) < MOST_SHIFT, path


IS_DRAWN = "() => performance.getEntriesByName('first-contentful-paint').length"


def test_the_box_is_accessible(returning: Page, address: str) -> None:
    open_page(returning, f"{address}/")
    returning.locator(".since summary").click()
    assert violations_in_light_and_dark(returning) == []
    width = returning.evaluate("innerWidth")
    assert returning.evaluate("document.documentElement.scrollWidth") <= width
    returning.locator(".since button").click()
    open_page(returning, f"{address}/wijzigingen/")
    assert returning.locator(".since [type=button]").inner_text() == "Weer aanzetten"
    assert violations_in_light_and_dark(returning) == []


def test_the_box_is_not_printed(returning: Page, address: str) -> None:
    open_page(returning, f"{address}/")
    assert returning.locator(".since").is_visible()
    returning.emulate_media(media="print")
    assert returning.locator(".since").is_hidden()
