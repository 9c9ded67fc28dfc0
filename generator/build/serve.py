"""The site on this machine, made anew on every save; what is wrong is told on the page itself."""

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

from generator.build.watching import Watchers
from generator.parsing.content_files import CONFIGURATION

WATCHED = ("content", "templates", CONFIGURATION)
SETTLED = 0.02
"""Seconds without another change after which a save is taken to be whole."""
QUIET = 2.0
"""Seconds without a save after which there is time for what the page need not wait for."""
KEEP = ("Cache-Control", "max-age=31536000, immutable")
NAMED_AFTER_CONTENTS = re.compile(r"/assets/.+\.[0-9a-f]{8}\.min\.(?:css|js)$")
"""So the theme calls its files: with another content, one has another name."""
BANNER = (
    '<section role="alert" style="position: fixed; inset: auto 0 0; z-index: 99; overflow: auto;'
    " max-height: 60vh; padding: 1rem; border-top: 4px solid #b3261e; background: #fff;"
    ' color: #1d2b33; font: 16px/1.4 sans-serif">'
    "<strong>Niet bijgewerkt: u ziet de laatste goede versie.</strong>"
    '<pre style="margin: .5rem 0 0; white-space: pre-wrap; font-size: 14px">{}</pre></section>'
)

Work = Callable[[], None]
Rebuild = Callable[[Callable[[Work], None]], str]
"""Makes the site, and gives what is wrong as it is told in the terminal; nothing if all is well.

It is given a way to hand over work for later, when the editor sees the page.
"""


def serve(root: Path, port: int, rebuild: Rebuild, wrong: str = "") -> None:
    """Serve ``root/site`` on 127.0.0.1 until interrupted, calling ``rebuild`` on every change.

    ``wrong`` is what is wrong already.

    Raises:
        OSError: the port is taken.

    """
    told, postponed = wrong, _Postponed()

    def rebuild_and_tell() -> None:
        nonlocal told
        with postponed.wait():
            told = rebuild(postponed.put)

    site = root / "site"
    server = LiveReloadServer(rebuild_and_tell, "127.0.0.1", port, str(site))
    server.observer = Watchers()  # type: ignore[assignment]
    server.build_delay = SETTLED
    server.error_handler = lambda _: (site / "404.html").read_bytes()
    server.set_app(telling(keeping(server.serve_request), lambda: told))
    for name in WATCHED:
        server.watch(str(root / name))
    try:
        _run(server)
    finally:
        postponed.do()


class _Postponed:
    """Work for when nothing was saved for a while; newer work takes the place of older."""

    def __init__(self) -> None:
        self._busy = threading.Lock()
        self._timer = threading.Timer(QUIET, self.do)
        self._work: Work | None = None

    def put(self, work: Work) -> None:
        self._work = work

    @contextmanager
    def wait(self) -> Iterator[None]:
        """Postpone the work until long after the body; it does not begin meanwhile."""
        self._timer.cancel()
        with self._busy:  # or both would write the same files
            yield
        self._timer = threading.Timer(QUIET, self.do)
        self._timer.start()

    def do(self) -> None:
        """Do the work now, if there still is any."""
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


def keeping(app: WSGIApplication) -> WSGIApplication:
    """An application of which a browser keeps the files that have a name of their own contents."""

    def kept(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        named = NAMED_AFTER_CONTENTS.search(environ["PATH_INFO"])

        def start(status: str, headers: list[tuple[str, str]]) -> object:
            is_kept = named and status.startswith("200")  # what is missing may come
            return start_response(status, [*headers, KEEP] if is_kept else headers)

        return app(environ, start)  # type: ignore[arg-type]

    return kept


def telling(app: WSGIApplication, wrong: Callable[[], str]) -> WSGIApplication:
    """An application whose pages also show what is wrong, as long as something is."""

    def told(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        started: list[Any] = []
        body = app(environ, lambda *given: started.extend(given))  # type: ignore[arg-type]
        status, headers = started[:2]
        if not wrong() or ("Content-Type", "text/html") not in headers:
            start_response(status, headers)
            return body
        page = b"".join(body).replace(
            b"</body>", f"{BANNER.format(escape(wrong()))}</body>".encode()
        )
        start_response(status, [("Content-Type", "text/html"), ("Content-Length", str(len(page)))])
        return [page]

    return told
