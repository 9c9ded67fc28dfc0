"""Search always answers: while it loads, when it fails, and when it finds little."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

INDEX = re.compile(r"/zoekindex/")
RESULTS = re.compile(r"/zoekindex/resultaten/")
SAID = ".filter-count"


def fail(route: Route) -> None:
    route.abort()


def break_down(route: Route) -> None:
    route.fulfill(status=503, body="later")


def search_page(page: Page, address: str, question: str = "") -> Page:
    page.goto(f"{address}/zoeken/{question}")
    return page


def ask(page: Page, question: str) -> None:
    page.fill("#question", question)


@pytest.mark.parametrize("failing", [fail, break_down])
def test_without_an_index_the_page_says_so_and_tries_again(
    page: Page, address: str, failing: object
) -> None:
    page.route(INDEX, failing)  # type: ignore[arg-type]
    search_page(page, address, "?q=winkelgebied")

    expect(page.locator(SAID)).to_have_text("Zoeken lukt nu niet: de zoekindex kwam niet binnen.")
    page.unroute(INDEX)
    page.get_by_role("button", name="Probeer opnieuw").click()

    expect(page.locator(SAID)).to_contain_text("voor ‘winkelgebied’")


def test_a_failed_request_does_not_spoil_the_next_question(page: Page, address: str) -> None:
    search_page(page, address, "?q=winkelgebied")
    expect(page.locator(SAID)).to_contain_text("voor ‘winkelgebied’")
    page.route(INDEX, fail)
    ask(page, "omscholing")
    expect(page.locator(SAID)).to_contain_text("Zoeken lukt nu niet")
    assert page.locator("ol.results li").count() == 0
    page.unroute(INDEX)
    ask(page, "omscholin")
    ask(page, "omscholing")

    expect(page.locator(SAID)).to_contain_text("voor ‘omscholing’")
    expect(page.locator("ol.results mark").first).to_have_text(re.compile("^[Oo]mscholing"))


def test_a_reader_can_go_offline_and_come_back(page: Page, address: str) -> None:
    search_page(page, address, "?q=winkelgebied")
    expect(page.locator(SAID)).to_contain_text("voor ‘winkelgebied’")
    page.context.set_offline(True)
    ask(page, "omscholing")
    expect(page.locator(SAID)).to_contain_text("Zoeken lukt nu niet")
    page.context.set_offline(False)
    page.get_by_role("button", name="Probeer opnieuw").click()

    expect(page.locator(SAID)).to_contain_text("voor ‘omscholing’")


def test_while_the_index_is_slow_no_old_result_is_shown(page: Page, address: str) -> None:
    search_page(page, address, "?q=winkelgebied")
    expect(page.locator("ol.results mark").first).to_be_visible()
    waiting: list[Route] = []
    page.route(INDEX, lambda route: waiting.append(route))
    ask(page, "omscholing")

    expect(page.locator(SAID)).to_have_text("Bezig met zoeken …")
    assert page.locator("ol.results li").count() == 0
    expect(page.locator(SAID)).to_have_text(
        "Het zoeken duurt lang. Misschien is de verbinding traag.", timeout=10_000
    )
    for route in waiting:
        route.continue_()
    page.unroute(INDEX)
    expect(page.locator(SAID)).to_contain_text("voor ‘omscholing’")


def test_what_could_not_be_loaded_is_counted(page: Page, address: str) -> None:
    asked: list[str] = []

    def fail_first(route: Route) -> None:
        asked.append(route.request.url)
        if route.request.url == asked[0]:
            route.abort()
        else:
            route.continue_()

    page.route(RESULTS, fail_first)
    search_page(page, address, "?q=winkelgebied")
    lost = page.locator(".lost")
    expect(lost).to_contain_text(re.compile(r"\d+ resulta(at|ten) kwam(en)? niet binnen"))
    number = page.locator(SAID).inner_text()
    assert number.endswith("voor ‘winkelgebied’")
    page.unroute(RESULTS)
    lost.get_by_role("button").click()

    expect(lost).to_have_count(0)
    expect(page.locator("ol.results > li")).to_have_count(10)
    expect(page.locator(SAID)).to_have_text(number)


def test_filters_that_leave_nothing_can_be_cleared(page: Page, address: str) -> None:
    search_page(page, address, "?q=mkb&soort=Partij&thema=Gebiedsontwikkeling")

    expect(page.locator(SAID)).to_have_text("Niets gevonden voor ‘mkb’ met deze filters.")
    page.locator(".hints").get_by_role("button", name="Wis de filters").click()
    expect(page.locator(SAID)).to_contain_text("resultaten voor ‘mkb’")
    assert page.url.endswith("/zoeken/?q=mkb")


def test_a_filter_alone_is_a_way_to_browse(page: Page, address: str) -> None:
    search_page(page, address, "?thema=Human+capital")

    expect(page.locator(SAID)).to_have_text(re.compile(r"^\d+ resultaten$"))
    for facts in page.locator(".result-facts").all_inner_texts():
        assert "Human capital" in facts


def test_a_filter_value_that_does_not_exist_is_kept(page: Page, address: str) -> None:
    search_page(page, address, "?q=mkb&partij=Niemand")

    expect(page.locator(SAID)).to_have_text("Niets gevonden voor ‘mkb’ met deze filters.")
    assert page.input_value("#search-partij") == "Niemand"


def test_each_filter_counts_its_results(page: Page, address: str) -> None:
    search_page(page, address, "?q=mkb")
    options = page.locator("#search-soort option")
    expect(options.nth(1)).to_have_text(re.compile(r" \(\d+\)$"), timeout=5000)
    kind, _, count = max(options.all_text_contents()[1:], key=len)[:-1].rpartition(" (")
    page.locator("details.fold > summary").click()
    page.select_option("#search-soort", kind)

    expect(page.locator(SAID)).to_have_text(re.compile(rf"^{count} result\w+ voor ‘mkb’$"))


def test_every_result_is_within_reach(page: Page, address: str) -> None:
    search_page(page, address, "?q=mkb")
    more = page.get_by_role("button", name="Meer resultaten")
    expect(more).to_be_visible()
    while more.is_visible():
        shown = page.locator("ol.results li").count()
        more.click()
        expect(page.locator("ol.results li").nth(shown)).to_be_visible()

    assert page.locator(SAID).inner_text().startswith(f"{page.locator('ol.results li').count()} ")


def test_every_result_says_why_it_was_found(page: Page, address: str) -> None:
    search_page(page, address)
    for question in ("winkelstraat", "baan zoeken", "geld", "ondernemers"):
        ask(page, question)
        page.wait_for_selector(f"ol.results[data-question='{question}'] li")
        for result in page.locator("ol.results li").all():
            is_marked = result.locator("mark").count() > 0
            assert is_marked or "Gevonden bij" in result.inner_text(), result.inner_text()


def test_loading_leaves_the_focus_alone(page: Page, address: str) -> None:
    waiting: list[Route] = []
    page.route(INDEX, lambda route: waiting.append(route))
    search_page(page, address)
    expect(page.locator("#question")).to_be_focused()
    page.keyboard.press("Tab")
    for route in waiting:
        route.continue_()
    page.unroute(INDEX)
    page.wait_for_selector("#search-soort option:nth-child(2)", state="attached")

    expect(page.locator("details.fold > summary")).to_be_focused()


def test_enter_waits_for_the_index(page: Page, address: str) -> None:
    waiting: list[Route] = []
    page.route(INDEX, lambda route: waiting.append(route))
    search_page(page, address)
    ask(page, "HRE-088")
    page.keyboard.press("Enter")
    for route in waiting:
        route.continue_()
    page.unroute(INDEX)

    expect(page).to_have_url(re.compile(r"/afspraken/HRE-088/$"))


@pytest.mark.parametrize("path", ["", "themas/human-capital/", "zoeken/"])
def test_a_key_goes_to_the_search_field(page: Page, address: str, path: str) -> None:
    page.goto(f"{address}/{path}")
    page.locator("h1").click()
    page.keyboard.press("/")

    expect(page.locator("input[type=search]:focus")).to_have_count(1)
    page.keyboard.type("a/b")
    assert page.locator("input[type=search]:focus").input_value().endswith("a/b")


def test_a_key_opens_the_search_page_on_a_small_screen(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(f"{address}/themas/human-capital/")
    page.keyboard.press("/")

    expect(page).to_have_url(re.compile(r"/zoeken/$"))


def test_the_outcome_is_spoken_once(page: Page, address: str) -> None:
    search_page(page, address)
    page.wait_for_selector("#search-soort option:nth-child(2)", state="attached")
    page.evaluate("""() => {
        window.spoken = []
        const region = document.querySelector("[data-search-page] [role=status]")
        const watcher = new MutationObserver(() => window.spoken.push(region.textContent))
        watcher.observe(region, { childList: true })
    }""")
    page.locator("#question").press_sequentially("omscholing", delay=150)
    page.wait_for_timeout(1500)

    spoken = [each for each in page.evaluate("window.spoken") if each]
    assert len(spoken) == 1
    assert "voor ‘omscholing’" in spoken[0]


@pytest.mark.parametrize("question", ["a $& b", "$'", "regio " * 1000])
def test_a_strange_question_is_a_question(page: Page, address: str, question: str) -> None:
    page.goto(f"{address}/zoeken/")
    page.evaluate("q => location.search = new URLSearchParams({ q })", question)
    page.wait_for_selector("ol.results[data-question]", state="attached", timeout=5000)

    assert len(page.input_value("#question")) <= 200
    assert page.title().count("Zoeken") == 1


def test_the_first_result_is_in_sight_and_near_on_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    search_page(page, address, "?q=bedrijventerreinen")
    first = page.locator("ol.results a").first
    expect(first).to_be_visible()
    box = first.bounding_box()
    assert box
    assert box["y"] + box["height"] <= 640
    page.locator("#question").focus()
    for _ in range(3):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('ol.results')"):
            break

    expect(first).to_be_focused()
