"""A real browser on the built site; each test runs once more on a broken site."""

import functools
import http
import http.server
import os
import shutil
import threading
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from generator.site.security_policy import HEADERS, NAME
from tests.browser.breaking import (
    BREAKS,
    breaking,
    each_new_context,
    expected_to_fail,
    impatient,
    is_broken,
    name_of,
    one_broken_run_each,
)
from tests.support.header_rules import headers_of
from tests.support.nginx import served_by_nginx

FOLDER = Path(__file__).parent
CHROMIUM = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
BROWSER = pytest.StashKey[Browser]()
"""The browser of a test that runs on a broken site."""
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Let each test that has a break run on a broken site as well."""
    if metafunc.function.__name__ in BREAKS:
        ids = [pytest.HIDDEN_PARAM, "broken"]
        metafunc.parametrize("broken", [False, True], ids=ids, indirect=True)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items[:] = one_broken_run_each(items)
    for item in items:
        if item.path.is_relative_to(FOLDER):
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, bool | None, bool | None]:
    """On a broken site, a test passes if it fails."""
    if not is_broken(pyfuncitem):
        return (yield)
    with impatient(pyfuncitem.stash[BROWSER]), expected_to_fail(name_of(pyfuncitem)):
        yield
    return True


@pytest.fixture(autouse=True)
def broken(request: pytest.FixtureRequest) -> Iterator[bool]:
    """Whether the test runs on a site that is broken for it."""
    if not is_broken(request.node):
        yield False
        return
    browser = request.node.stash[BROWSER] = request.getfixturevalue("browser")
    with breaking(browser, BREAKS[name_of(request.node)]):
        yield True


# Serving ------------------------------------------------------------------------------------------


class _Server(http.server.SimpleHTTPRequestHandler):
    """Answers as the host of the site does: an unknown address gets 404.html, with status 404."""

    def log_message(self, *_: object) -> None:
        pass

    def end_headers(self) -> None:
        """As Cloudflare Pages does, by the rules in ``_headers``."""
        file = Path(self.directory, HEADERS)
        rules = file.read_text("utf-8") if file.is_file() else ""
        for name, value in headers_of(rules, self.path.partition("?")[0]).items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != http.HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)


class _ThreadingServer(http.server.ThreadingHTTPServer):
    request_queue_size = 128  # a browser asks for more files at once than the default of 5


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve a site; the value is its address."""
    handler = functools.partial(_Server, directory=str(site))
    with _ThreadingServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


# What the security policy of a page refuses -------------------------------------------------------

REFUSALS: list[str] = []
"""What browsers said during this test about what a policy refused."""
REPORT_REFUSALS = f"""document.addEventListener("securitypolicyviolation", refused => console.error(
    "{NAME} refused", refused.effectiveDirective, refused.blockedURI, refused.sample,
))"""


@contextmanager
def recording_refusals(browser: Browser) -> Iterator[None]:
    """Record what policies refuse on any page of a browser."""

    def record(context: BrowserContext) -> None:
        context.add_init_script(REPORT_REFUSALS)
        context.on("console", lambda message: record_refusal(message.text))

    with each_new_context(browser, record):
        yield


def record_refusal(message: str) -> None:
    if NAME in message:
        REFUSALS.append(message)


@pytest.fixture(autouse=True)
def nothing_is_refused(*, broken: bool) -> Iterator[None]:
    """Fail each test on whose pages the policy refuses something, once its pages are closed."""
    REFUSALS.clear()
    yield
    assert broken or REFUSALS == []


# Fixtures -----------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def address(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site, served as in production."""
    with served_by_nginx(site, tmp_path_factory.mktemp("nginx") / "release") as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The installed Chromium, or else that of Playwright; without either, tests fail."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        with recording_refusals(browser):
            yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, locale="nl-NL", reduced_motion="reduce"
    )
    yield context
    context.close()


@pytest.fixture
def kept(pytestconfig: pytest.Config) -> Path:
    """The folder for screenshots and tables."""
    folder = Path(pytestconfig.getoption("--keep-in"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()
