"""Loading: pages have few bytes, and the layout does not shift."""

import gzip

import pytest
from playwright.sync_api import Browser, Page, Response

MAIN_PAGES = ["/", "/themas/human-capital/", "/afspraken/", "/afspraken/HRE-088/", "/zoeken/"]
MOST_BYTES = 60_000
MOST_SHIFT = 0.01
"""A tenth of what Web Vitals calls good. On a busy machine a line can move by some pixels."""
WATCH_SHIFTS = """
    window.shifts = []
    const keep = list => list.getEntries().forEach(each => shifts.push(each.value))
    new PerformanceObserver(keep).observe({ type: "layout-shift", buffered: true })
"""


@pytest.mark.parametrize("path", MAIN_PAGES[:-1])
def test_a_first_page_has_few_bytes(path: str, page: Page, address: str) -> None:
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))

    page.goto(address + path)
    page.wait_for_load_state("networkidle")

    assert len(answers) > 5
    assert sum(len(gzip.compress(answer.body())) for answer in answers) < MOST_BYTES


@pytest.mark.parametrize("width", [412, 1280])
def test_the_layout_does_not_shift(width: int, browser: Browser, address: str) -> None:
    with browser.new_context(viewport={"width": width, "height": 823}) as context:
        page = context.new_page()
        page.add_init_script(WATCH_SHIFTS)
        context.new_cdp_session(page).send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": 100,  # milliseconds
                "downloadThroughput": 200_000,  # bytes per second
                "uploadThroughput": 200_000,
            },
        )
        for path in MAIN_PAGES:
            page.goto(address + path)
            page.wait_for_load_state("networkidle")
            assert sum(page.evaluate("shifts")) < MOST_SHIFT, path
