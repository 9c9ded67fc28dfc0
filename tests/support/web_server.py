"""A web server on this machine that answers, redirects, is silent, lies and breaks off."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from generator.web.clock import Clock

Reply = Callable[[BaseHTTPRequestHandler], None]


class FakeClock:
    """A clock that only goes on when someone sleeps."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept = list[float]()

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def clock(self) -> Clock:
        return Clock(lambda: self.now, lambda: 1_800_000_000 + self.now, self.sleep)


@dataclass
class WebServer:
    port: int
    replies: dict[str, Reply]
    """What it says, by path; a path that is not there is not found."""
    log: list[tuple[str, str, float]] = field(default_factory=list)
    """The requests: the host, the path, and the moment on the clock."""
    agents: set[str] = field(default_factory=set)
    under_way: int = 0
    most_under_way: int = 0

    def address(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """The paths that were asked for, without those of ``robots.txt``."""
        return [path for _, path, _ in self.log if path != "/robots.txt"]


@contextmanager
def web_server(now: Callable[[], float] = lambda: 0.0) -> Iterator[WebServer]:
    """Run a server during the body."""
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            with lock:
                host = self.headers.get("Host", "").partition(":")[0]
                site.log.append((host, self.path, now()))
                site.agents.add(self.headers.get("User-Agent", ""))
                site.under_way += 1
                site.most_under_way = max(site.most_under_way, site.under_way)
            try:
                site.replies.get(self.path, status(404))(self)
            finally:
                site.under_way -= 1
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """Say nothing of a visitor who breaks off."""

    server = Server(("127.0.0.1", 0), Handler)
    site = WebServer(server.server_address[1], {})
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


# What it says -------------------------------------------------------------------------------------


def page(text: str = "<title>Nota</title><h1>Nota</h1>") -> Reply:
    return status(200, text)


def status(code: int, text: str = "", headers: Mapping[str, str] | None = None) -> Reply:
    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(code)
        for name, value in (headers or {}).items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(text.encode())))
        handler.end_headers()
        handler.wfile.write(text.encode())

    return reply


def redirect(to: str, code: int = 301) -> Reply:
    return status(code, headers={"Location": to})


def in_turn(*replies: Reply) -> Reply:
    """Each reply once, and the last one ever after."""
    left = list(replies)

    def reply(handler: BaseHTTPRequestHandler) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(handler)

    return reply


def raw(content: bytes) -> Reply:
    """Bytes in place of a response."""

    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(content)

    return reply


def silence(stopped: threading.Event) -> Reply:
    """Nothing, until the test is over."""

    def reply(_: BaseHTTPRequestHandler) -> None:
        stopped.wait(30)

    return reply


def trickle(stopped: threading.Event, piece: bytes, start: bytes = b"") -> Reply:
    """A piece now and then, for ever."""

    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(start)
        while not stopped.wait(0.05):
            handler.wfile.write(piece)

    return reply
