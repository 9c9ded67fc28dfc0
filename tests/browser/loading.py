"""Opens pages, and waits until all that a page does by itself is done."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, Request

LONGEST = 30
"""Seconds that a page may take."""
QUIET_ROUNDS = 2
"""As often must a page be found with nothing to do: its scripts may just have begun."""
AT_REST = """() => new Promise(done =>
    requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(done))))"""
"""After a page was drawn, when its scripts have nothing to do."""


def open_page(page: Page, url: str) -> None:
    """Go to an address, and wait until all that the page does by itself is done."""
    with settled(page):
        page.goto(url)


@contextmanager
def settled(page: Page) -> Iterator[None]:
    """Wait, after the body, until the page has all that it asked for and its scripts are at rest.

    Playwright's "networkidle" is half a second without requests, however soon a page is done. It is
    for what a page may do by a timer.
    """
    pending = set[Request]()
    page.on("request", lambda request: pending.add(request))
    page.on("requestfinished", lambda request: pending.discard(request))
    page.on("requestfailed", lambda request: pending.discard(request))
    yield
    page.wait_for_load_state()
    end, quiet = time.monotonic() + LONGEST, 0
    while quiet < QUIET_ROUNDS:
        page.evaluate(AT_REST)
        quiet = 0 if pending else quiet + 1
        assert time.monotonic() < end, [each.url for each in pending]
