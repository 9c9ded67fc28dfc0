"""Live preview: serves the site on this machine and rebuilds it after every save.

Problems are shown on the page itself. ``mkdocs.livereload`` is not a documented part of MkDocs, but
the script that reloads the page in a browser comes with it.
"""

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer

from generator.build import middleware
from generator.build.file_watcher import FileWatcher
from generator.parsing import content_files, yaml_reader
from generator.parsing.content_files import CONFIGURATION
from generator.site.security_policy import PAGE_WITHOUT_CONTENT

WATCHED = ("content", "templates", CONFIGURATION)
BUILD_DELAY = 0.02
"""Seconds without another change after which a save is taken to be complete."""
IDLE_TIME = 2.0
"""Seconds without a save after which postponed work is done."""
PATIENCE = 10
"""Seconds that a connection may say nothing."""
MOST_CONNECTIONS = 64
"""At the same time, because each takes a thread. A page that is open in a browser has one."""

Connection = Any
"""A socket, which only mkdocs.livereload uses."""
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

    server = PreviewServer(
        rebuild_and_show, port, root / "site", lambda: shown, _published_path(root)
    )
    for name in WATCHED:
        server.watch(str(root / name))
    try:
        _run(server)
    finally:
        postponed.do()


def _published_path(root: Path) -> str:
    """The path under which the site is published, as mkdocs.yml has it."""
    text = content_files.read_file(root, CONFIGURATION).texts.get(CONFIGURATION, "")
    value = yaml_reader.parse(CONFIGURATION, text).value
    address = str(value.get("site_url") or "") if isinstance(value, dict) else ""
    path = address.partition("://")[2].partition("/")[2].strip("/")
    return f"/{path}/" if path else "/"


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


class PreviewServer(LiveReloadServer):
    """Serves a site to this machine alone, to a limited number of connections."""

    def __init__(
        self, rebuild: Work, port: int, site: Path, problems: Callable[[], str], path: str = "/"
    ) -> None:
        super().__init__(rebuild, "127.0.0.1", port, str(site))
        self.observer = FileWatcher()  # type: ignore[assignment]
        self.build_delay = BUILD_DELAY
        self.error_handler = lambda _: _page_for_unknown_addresses(site)
        self.set_app(middleware.for_preview(self.serve_request, site, port, problems, path))
        self.RequestHandlerClass = type(
            "_Handler",
            (self.RequestHandlerClass,),  # type: ignore[arg-type]
            {"timeout": PATIENCE},
        )
        self._places = threading.Semaphore(MOST_CONNECTIONS)

    def process_request(self, request: Connection, client_address: object) -> None:
        """Answer in a thread, if there are not too many."""
        if self._places.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Connection, client_address: object) -> None:
        """Make place for another connection after this one."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._places.release()

    def handle_error(self, request: Connection, client_address: object) -> None:
        """Report a mistake of ours, and no connection that is silent or breaks."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


def _page_for_unknown_addresses(site: Path) -> bytes | None:
    name = PAGE_WITHOUT_CONTENT
    return (site / name).read_bytes() if middleware.is_inside(site, name) else None


def _run(server: LiveReloadServer) -> None:
    """Run until Ctrl+C, or until the program is asked to stop in another way."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        server.shutdown()
    finally:
        server.server_close()
