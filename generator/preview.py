"""The site on this machine, made anew on every save; what is wrong is told on the page itself."""

import signal
import threading
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from mkdocs.livereload import LiveReloadServer

WATCHED = ("content", "templates", "mkdocs.yml")
LOOK_EVERY = 0.05
"""Seconds between two looks at the watched files."""
FIRST_THE_PAGE = 1.0
"""Seconds in which the browser gets the page before other work goes on."""
SETTLED = 0.05
"""Seconds without another change after which a save is taken to be whole."""
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
    told, busy = wrong, threading.Lock()

    def rebuild_and_tell() -> None:
        nonlocal told
        waiting: list[Work] = []
        with busy:
            told = rebuild(waiting.append)
        threading.Timer(FIRST_THE_PAGE, _do, (waiting, busy)).start()

    site = root / "site"
    server = LiveReloadServer(
        rebuild_and_tell, "127.0.0.1", port, str(site), polling_interval=LOOK_EVERY
    )
    server.build_delay = SETTLED
    server.error_handler = lambda _: (site / "404.html").read_bytes()
    server.set_app(telling(server.serve_request, lambda: told))
    for name in WATCHED:
        server.watch(str(root / name))
    _run(server)


def _do(waiting: Iterable[Work], busy: threading.Lock) -> None:
    with busy:  # the next rebuild waits for it, or both would write the same files
        for work in waiting:
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
