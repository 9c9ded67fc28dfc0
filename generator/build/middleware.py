"""The WSGI middleware of the preview: which requests it answers, and what it adds to pages."""

import os
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from generator.site import security_policy

HOSTS = ("127.0.0.1", "localhost", "[::1]")
"""The names of this machine for itself."""
METHODS = ("GET", "HEAD")
LONGEST_PATH = 2000
"""Letters; no address of a site is this long."""
LONG_LIFETIME = ("Cache-Control", "max-age=31536000, immutable")
HASHED_NAME = re.compile(r"/assets/.+\.[0-9a-f]{8}\.min\.(?:css|js)$")
"""The theme names its files after a hash of their contents."""
BANNER_STYLE = """
.preview-problems { position: fixed; inset: auto 0 0; z-index: 99; overflow: auto; max-height: 60vh;
    padding: 1rem; border-top: 4px solid #b3261e; background: #fff; color: #1d2b33;
    font: 16px/1.4 sans-serif }
.preview-problems pre { margin: .5rem 0 0; white-space: pre-wrap; font-size: 14px }
"""
BANNER = (
    '<section class="preview-problems" role="alert">'
    "<strong>Niet bijgewerkt: u ziet de laatste goede versie.</strong><pre>{}</pre></section>"
)
_POLICY_IN_PAGE = re.compile(
    rf'<meta http-equiv="{security_policy.NAME}" content="[^"]*">'.encode()
)
_RELOAD_SCRIPT = re.compile(rb"<script>((?:(?!<script>).)*)</script>\Z", re.DOTALL)
"""What the server added to a page before the last ``</body>``."""

Header = tuple[str, str]


def for_preview(
    app: WSGIApplication, site: Path, port: int, problems: Callable[[], str], path: str = "/"
) -> WSGIApplication:
    """The preview of a site on a port, given the server of its files and the current problems.

    ``path`` is that of the published site: its page for unknown addresses has links that begin so.
    """
    app = show_problems(under_policy(cache_hashed_files(app), site), problems)
    app = only_possible_paths(also_under(only_files_inside(app, site), site, path))
    return without_body_for_head(only_own_hosts(only_reading(app), port))


# Which requests are answered ----------------------------------------------------------------------


def only_own_hosts(app: WSGIApplication, port: int) -> WSGIApplication:
    """Middleware: refuses a request under another name than those of this machine.

    Otherwise a web page elsewhere could let its name point to this machine, and read a draft.
    """
    names = {f"{host}:{port}" for host in HOSTS} | (set(HOSTS) if port == 80 else set())  # noqa: PLR2004

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ.get("HTTP_HOST", "").lower() in names:
            return app(environ, start_response)
        sentence = f"Dit voorbeeld staat alleen op http://{HOSTS[0]}:{port}/."
        return _refusal(start_response, "421 Misdirected Request", sentence)

    return answer


def only_reading(app: WSGIApplication) -> WSGIApplication:
    """Middleware: refuses methods that do not only read."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] in METHODS:
            return app(environ, start_response)
        allow = ("Allow", ", ".join(METHODS))
        return _refusal(
            start_response, "405 Method Not Allowed", "Hier valt alleen te lezen.", allow
        )

    return answer


def only_possible_paths(app: WSGIApplication) -> WSGIApplication:
    """Middleware: refuses paths that no file can have, for which the server has no answer."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        if "\0" not in path and len(path) <= LONGEST_PATH:
            return app(environ, start_response)
        return _refusal(start_response, "400 Bad Request", "Zo’n adres kan niet bestaan.")

    return answer


def also_under(app: WSGIApplication, site: Path, path: str) -> WSGIApplication:
    """Middleware: finds a file of the site under a path as well, as where it is published."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        wanted = environ["PATH_INFO"]
        if wanted.startswith(path) and not os.path.isfile(site / _file(wanted)):  # noqa: PTH113  (no path is too long for it)
            environ["PATH_INFO"] = f"/{wanted.removeprefix(path)}"
        return app(environ, start_response)

    return answer


def only_files_inside(app: WSGIApplication, site: Path) -> WSGIApplication:
    """Middleware: refuses what a link in the site leads to outside the site."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if is_inside(site, _file(environ["PATH_INFO"])):
            return app(environ, start_response)
        return _refusal(start_response, "404 Not Found", "Dit bestand staat buiten de site.")

    return answer


def _file(path: str) -> str:
    """The file in the site that the server opens for a path, as the server decodes it."""
    decoded = path.encode("latin-1").decode("utf-8", "ignore")
    file = f"{decoded}index.html" if decoded.endswith("/") else decoded
    return posixpath.normpath(f"/{file}").lstrip("/")


def is_inside(site: Path, name: str) -> bool:
    """Whether a file of the site is in the site, when all links are followed."""
    return Path(os.path.realpath(site / name)).is_relative_to(os.path.realpath(site))


def without_body_for_head(app: WSGIApplication) -> WSGIApplication:
    """Middleware: answers HEAD with the headers of GET and no more."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        body = app(environ, start_response)
        if environ["REQUEST_METHOD"] != "HEAD":
            return body
        with _closing(body):
            return []

    return answer


def _refusal(
    start_response: StartResponse, status: str, sentence: str, *headers: Header
) -> list[bytes]:
    body = f"{sentence}\n".encode()
    length = ("Content-Length", str(len(body)))
    start_response(status, [("Content-Type", "text/plain; charset=utf-8"), length, *headers])
    return [body]


# What is added to pages ---------------------------------------------------------------------------


def cache_hashed_files(app: WSGIApplication) -> WSGIApplication:
    """Middleware: lets browsers cache files with a hash in their name for a year."""

    def cached(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        is_hashed = HASHED_NAME.search(environ["PATH_INFO"])

        def start(status: str, headers: list[Header]) -> object:
            is_cached = is_hashed and status.startswith("200")  # a missing file may come
            return start_response(status, [*headers, LONG_LIFETIME] if is_cached else headers)

        return app(environ, start)  # type: ignore[arg-type]

    return cached


def under_policy(app: WSGIApplication, site: Path) -> WSGIApplication:
    """Middleware: sends pages with the policy of the site instead of the one that they hold.

    It allows what the preview adds as well: the script that reloads a page, and the banner.
    """

    def change(page: bytes, status: str) -> tuple[bytes, list[Header]]:
        policy = security_policy.extended(
            _policy(site), _reload_scripts(page, status), [BANNER_STYLE]
        )
        return _POLICY_IN_PAGE.sub(b"", page, count=1), [(security_policy.NAME, policy)]

    return _changing_pages(app, change)


def _policy(site: Path) -> str:
    file = site / security_policy.HEADERS
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    return security_policy.from_headers_file(text) or security_policy.policy()


def _reload_scripts(page: bytes, status: str) -> list[str]:
    """The script that the server added to a page; it adds none to the one for other addresses."""
    before_end = page.rpartition(b"</body>")[0] or page
    found = _RELOAD_SCRIPT.search(before_end) if status.startswith("200") else None
    return [found[1].decode()] if found else []


def show_problems(app: WSGIApplication, problems: Callable[[], str]) -> WSGIApplication:
    """Middleware: adds a banner with the current problems to every page."""

    def change(page: bytes, _: str) -> tuple[bytes, list[Header]]:
        shown = problems()
        banner = f"<style>{BANNER_STYLE}</style>{BANNER.format(escape(shown))}" if shown else ""
        return page.replace(b"</body>", f"{banner}</body>".encode()), []

    return _changing_pages(app, change)


def _changing_pages(
    app: WSGIApplication, change: Callable[[bytes, str], tuple[bytes, list[Header]]]
) -> WSGIApplication:
    """Middleware: changes the HTML of an answer, given its status, and adds headers to it."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        started: list[Any] = []
        body = app(environ, lambda *given: started.extend(given))  # type: ignore[arg-type]
        status, headers = started[:2]
        if ("Content-Type", "text/html") not in headers:
            start_response(status, headers)
            return body
        with _closing(body):
            page, added = change(b"".join(body), status)
        kept = [header for header in headers if header[0] != "Content-Length"]
        start_response(status, [*kept, *added, ("Content-Length", str(len(page)))])
        return [page]

    return answer


@contextmanager
def _closing(body: Iterable[bytes]) -> Iterator[None]:
    """Close the body of an answer, if it has to be, after the body of the statement."""
    try:
        yield
    finally:
        if close := getattr(body, "close", None):
            close()
