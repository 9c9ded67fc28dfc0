"""Live preview: serves the site on this machine and rebuilds it after every save.

Problems are shown on the page itself. ``mkdocs.livereload`` is not a documented part of MkDocs, but
the script that reloads the page in a browser comes with it.
"""

import re
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from mkdocs.livereload import LiveReloadServer

from generator.build.file_watcher import FileWatcher
from generator.parsing.content_files import CONFIGURATION

WATCHED = ("content", "templates", CONFIGURATION)
BUILD_DELAY = 0.02
"""Seconds without another change after which a save is taken to be complete."""
IDLE_TIME = 2.0
"""Seconds without a save after which postponed work is done."""
LONG_LIFETIME = ("Cache-Control", "max-age=31536000, immutable")
HASHED_NAME = re.compile(r"/assets/.+\.[0-9a-f]{8}\.min\.(?:css|js)$")
"""The theme names its files after a hash of their contents."""
BANNER = (
    '<section role="alert" style="position: fixed; inset: auto 0 0; z-index: 99; overflow: auto;'
    " max-height: 60vh; padding: 1rem; border-top: 4px solid #b3261e; background: #fff;"
    ' color: #1d2b33; font: 16px/1.4 sans-serif">'
    "<strong>Niet bijgewerkt: u ziet de laatste goede versie.</strong>"
    '<pre style="margin: .5rem 0 0; white-space: pre-wrap; font-size: 14px">{}</pre></section>'
)

Work = Callable[[], None]
Rebuild = Callable[[Callable[[Work], None]], str]
"""Builds the site, and returns the problems as text for a terminal; empty if there are none.

It is given a function to hand over work that can be done after the editor sees the page.
"""


def serve(root: Path, port: int, rebuild: Rebuild, problems: str = "") -> None:
    """Serve ``root/site`` on 127.0.0.1 until interrupted, calling ``rebuild`` on every change.

    ``problems`` are those of the build before serving.

    Raises:
        OSError: the port is taken.

    """
    shown, postponed = problems, _PostponedWork()

    def rebuild_and_show() -> None:
        nonlocal shown
        with postponed.wait():
            shown = rebuild(postponed.put)

    site = root / "site"
    server = LiveReloadServer(rebuild_and_show, "127.0.0.1", port, str(site))
    server.observer = FileWatcher()  # type: ignore[assignment]
    server.build_delay = BUILD_DELAY
    server.error_handler = lambda _: (site / "404.html").read_bytes()
    server.set_app(show_problems(cache_hashed_files(server.serve_request), lambda: shown))
    for name in WATCHED:
        server.watch(str(root / name))
    try:
        _run(server)
    finally:
        postponed.do()


class _PostponedWork:
    """Work to do when nothing was saved for a while; newer work replaces older work."""

    def __init__(self) -> None:
        self._busy = threading.Lock()
        self._timer = threading.Timer(IDLE_TIME, self.do)
        self._work: Work | None = None

    def put(self, work: Work) -> None:
        self._work = work

    @contextmanager
    def wait(self) -> Iterator[None]:
        """Postpone the work until some time after the body; it does not start during the body."""
        self._timer.cancel()
        with self._busy:  # otherwise both would write the same files
            yield
        self._timer = threading.Timer(IDLE_TIME, self.do)
        self._timer.start()

    def do(self) -> None:
        """Do the work now, if there is any."""
        self._timer.cancel()
        with self._busy:
            work, self._work = self._work, None
            if work:
                work()


def _run(server: LiveReloadServer) -> None:
    """Run until Ctrl+C, or until the program is asked to stop in another way."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        server.shutdown()
    finally:
        server.server_close()


def cache_hashed_files(app: WSGIApplication) -> WSGIApplication:
    """Middleware: lets browsers cache files with a hash in their name for a year."""

    def cached(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        is_hashed = HASHED_NAME.search(environ["PATH_INFO"])

        def start(status: str, headers: list[tuple[str, str]]) -> object:
            is_cached = is_hashed and status.startswith("200")  # a missing file may come
            return start_response(status, [*headers, LONG_LIFETIME] if is_cached else headers)

        return app(environ, start)  # type: ignore[arg-type]

    return cached


def show_problems(app: WSGIApplication, problems: Callable[[], str]) -> WSGIApplication:
    """Middleware: adds a banner with the current problems to every page."""

    def with_banner(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        started: list[Any] = []
        body = app(environ, lambda *given: started.extend(given))  # type: ignore[arg-type]
        status, headers = started[:2]
        if not problems() or ("Content-Type", "text/html") not in headers:
            start_response(status, headers)
            return body
        page = b"".join(body).replace(
            b"</body>", f"{BANNER.format(escape(problems()))}</body>".encode()
        )
        start_response(status, [("Content-Type", "text/html"), ("Content-Length", str(len(page)))])
        return [page]

    return with_banner
