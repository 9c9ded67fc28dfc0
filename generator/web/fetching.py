"""One request over the network: a GET that reads little, takes little time and follows nothing."""

import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from http.client import HTTPException
from socket import SHUT_RDWR, socket
from urllib.parse import SplitResult, urlsplit

import certifi
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    NewConnectionError,
    ReadTimeoutError,
    SSLError,
)
from urllib3.response import HTTPResponse

from generator.web.clock import Clock
from generator.web.finding import Finding, Outcome
from generator.web.network import VisitError, ip_addresses

LARGEST = 64_000
"""In bytes: what is read of a page."""
PATIENCE = 20.0
"""In seconds: how long a connection may take, and how long a server may say nothing."""
LONGEST = 60.0
"""In seconds: how long one request may take in all."""
MOST_TRIED = 2
"""IP addresses of one host: that of IPv6 may come first where only IPv4 works."""
PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True)
class Response:
    address: str
    status: int
    headers: Mapping[str, str]
    """Of which the names have any case."""
    content: bytes
    """The first ``LARGEST`` bytes, or all that came before the connection broke."""


@dataclass(frozen=True)
class Fetcher:
    """Sends requests in the name of someone."""

    agent: str
    """The User-Agent header of each request."""
    clock: Clock
    allow_internal: bool = False
    """Whether it visits hosts of an internal network: for tests."""
    patience: float = PATIENCE
    longest: float = LONGEST

    def get(self, address: str) -> Response:
        """Get what is at an http or https address.

        Raises:
            VisitError: there is no response.

        """
        end = self.clock.passed() + self.longest
        with _faults_in_words():
            connection = self._connected(urlsplit(address))
            try:
                with _closed_after(end - self.clock.passed(), connection.sock):
                    return self._response(connection, address)
            finally:
                connection.close()

    def _connected(self, parts: SplitResult) -> HTTPConnection:
        """A connection with an IP address that was checked: nothing looks the host up again."""
        host, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
        found = ip_addresses(host, port, allow_internal=self.allow_internal)
        *others, last = found[:MOST_TRIED]
        for ip in others:
            with suppress(ConnectTimeoutError, NewConnectionError):
                return self._connected_with(ip, parts.scheme, host, port)
        return self._connected_with(last, parts.scheme, host, port)

    def _connected_with(self, ip: str, scheme: str, host: str, port: int) -> HTTPConnection:
        connection = HTTPConnection(ip, port, timeout=self.patience)
        if scheme == "https":
            connection = HTTPSConnection(
                ip,
                port,
                timeout=self.patience,
                server_hostname=host,
                cert_reqs="CERT_REQUIRED",
                ca_certs=certifi.where(),
            )
        try:
            connection.connect()
        except BaseException:
            connection.close()
            raise
        return connection

    def _response(self, connection: HTTPConnection, address: str) -> Response:
        parts = urlsplit(address)
        headers = {
            "Host": parts.netloc,
            "User-Agent": self.agent,
            "Accept": "text/html,*/*;q=0.8",
            "Accept-Language": "nl,en;q=0.5",
            "Accept-Encoding": "identity",
            "Connection": "close",
        }
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("GET", path, headers=headers, preload_content=False)
        response = connection.getresponse()
        return Response(address, response.status, response.headers, _content(response))


def _content(response: HTTPResponse) -> bytes:
    found = b""
    with suppress(HTTPError, HTTPException, OSError, ValueError):  # the status came, which matters
        while len(found) < LARGEST and (more := response.read1(LARGEST - len(found))):
            found += more
    return found


@contextmanager
def _closed_after(seconds: float, connection: socket) -> Iterator[None]:
    """Shut a connection in the body down after some seconds, however slowly something comes."""
    timer = threading.Timer(max(seconds, 0), partial(_shut_down, connection))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()


def _shut_down(connection: socket) -> None:
    with suppress(OSError):  # it was closed already
        connection.shutdown(SHUT_RDWR)


@contextmanager
def _faults_in_words() -> Iterator[None]:
    """Raise what goes wrong on the network as what it finds."""
    try:
        yield
    except VisitError:
        raise
    except NewConnectionError as error:  # which is a kind of the next
        raise _no_answer("de server neemt geen verbinding aan") from error
    except (ConnectTimeoutError, ReadTimeoutError, TimeoutError) as error:
        raise _no_answer("de server zegt niets") from error
    except (SSLError, ssl.SSLError) as error:
        raise _no_answer("het certificaat van de server klopt niet") from error
    except (HTTPError, HTTPException, OSError, ValueError) as error:
        raise _no_answer("de verbinding wordt verbroken, of het antwoord is onleesbaar") from error


def _no_answer(reason: str) -> VisitError:
    return VisitError(Finding(Outcome.NO_ANSWER, reason))
