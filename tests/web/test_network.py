"""Nothing is asked of a host that is not on the public internet."""

import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import certifi
import pytest

from generator.web import network
from generator.web.finding import Finding, Outcome
from generator.web.visitor import Visitor
from tests.support.web_server import WebServer, page, redirect
from tests.web.conftest import MakeVisitor

INTERNAL = (
    "127.0.0.1",
    "127.8.8.8",
    "0.0.0.0",  # noqa: S104  (nothing is bound to it)
    "10.0.0.5",
    "172.16.4.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fd00::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.5",
    "64:ff9b::7f00:1",
    "64:ff9b::a00:5",
    "2002:7f00:1::",
    "2002:a00:5::1",
)
PUBLIC = ("8.8.8.8", "185.199.108.153", "2606:4700:4700::1111", "64:ff9b::808:808")


@pytest.mark.parametrize("address", INTERNAL)
def test_an_internal_address_is_not_public(address: str) -> None:
    assert not network.is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_public(address: str) -> None:
    assert network.is_public(address)


REFUSED = Finding(Outcome.INTERNAL, "leidt naar een intern netwerk")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.1", "0"])
def test_nothing_is_asked_of_this_machine_however_it_is_written(
    host: str, server: WebServer, make_visitor: MakeVisitor
) -> None:
    server.replies["/nota"] = page()

    assert make_visitor(allow_internal=False).visit(server.address("/nota", host)) == REFUSED
    assert server.log == []


Resolve = dict[str, list[str]]


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Resolve:
    """The IP addresses of hosts, as this machine looks them up; the others do not exist."""
    found = Resolve({ip: [ip] for ip in ("127.0.0.1", "127.0.0.9")})

    def looked_up(host: str, port: int, *_: object, **__: object) -> list[tuple[object, ...]]:
        if host not in found:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in found[host]]

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    return found


@pytest.mark.parametrize("ips", [["10.0.0.5"], ["8.8.8.8", "10.0.0.5"], ["169.254.169.254"]])
def test_a_name_that_leads_to_an_internal_network_is_not_visited(
    ips: list[str], names: Resolve, make_visitor: MakeVisitor
) -> None:
    names["intern.example"] = ips

    assert make_visitor(allow_internal=False).visit("http://intern.example/a") == REFUSED


def test_a_redirect_to_an_internal_network_is_not_followed(
    names: Resolve,
    server: WebServer,
    make_visitor: MakeVisitor,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names["openbaar.example"] = ["127.0.0.1"]  # where the server of this test is
    names["intern.example"] = ["10.0.0.5"]
    monkeypatch.setattr(network, "is_public", lambda ip: ip == "127.0.0.1")
    server.replies["/nota"] = redirect("http://intern.example:9200/_search")

    found = make_visitor(allow_internal=False).visit(server.address("/nota", "openbaar.example"))

    assert found.outcome is Outcome.INTERNAL
    assert found.new_address == "http://intern.example:9200/_search"
    assert server.paths() == ["/nota"]


def test_the_connection_is_with_the_address_that_was_checked(
    names: Resolve, server: WebServer, visitor: Visitor
) -> None:
    """A name that leads elsewhere the second time it is looked up makes no difference."""
    names["wisselend.example"] = ["127.0.0.1"]
    server.replies["/nota"] = page()

    found = visitor.visit(server.address("/nota", "wisselend.example"))

    assert found == Finding(Outcome.ANSWERS)
    assert {host for host, _, _ in server.log} == {"wisselend.example"}


def test_a_second_address_of_a_host_is_tried(
    names: Resolve, server: WebServer, visitor: Visitor
) -> None:
    names["dubbel.example"] = ["127.0.0.9", "127.0.0.1"]  # nobody listens at the first
    server.replies["/nota"] = page()

    found = visitor.visit(server.address("/nota", "dubbel.example"))

    assert found == Finding(Outcome.ANSWERS)


@pytest.mark.parametrize(
    ("number", "outcome"),
    [(socket.EAI_NONAME, Outcome.DIED), (socket.EAI_AGAIN, Outcome.NO_ANSWER)],
)
def test_a_host_that_does_not_exist_is_dead_but_not_one_that_is_not_found_now(
    number: int, outcome: Outcome, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror(number, "no")

    monkeypatch.setattr(socket, "getaddrinfo", fail)

    assert visitor.visit("https://weg.example/a").outcome is outcome


def test_a_name_that_no_host_can_have_is_dead(visitor: Visitor) -> None:
    assert visitor.visit(f"https://{'a' * 64}.example/").outcome is Outcome.DIED


# Certificates -------------------------------------------------------------------------------------


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for ``veilig.example``, with its key, signed by nobody."""
    path = tmp_path / "veilig.pem"
    made = ("-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=veilig.example")
    names = ("-addext", "subjectAltName=DNS:veilig.example")
    files = ("-keyout", str(path), "-out", f"{path}.public")
    subprocess.run(["openssl", "req", *made, *names, *files], check=True, capture_output=True)  # noqa: S603, S607
    path.write_text(path.read_text() + Path(f"{path}.public").read_text(), encoding="utf-8")
    return path


@pytest.fixture
def secure_port(certificate: Path) -> Iterator[int]:
    """The port of a server that speaks TLS, and says the same to whoever connects."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=serve_securely, args=(listening, context))
        thread.start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)
        thread.join()


def serve_securely(listening: socket.socket, context: ssl.SSLContext) -> None:
    while True:
        try:
            accepted, _ = listening.accept()
        except OSError:
            return
        try:
            with context.wrap_socket(accepted, server_side=True) as connection:
                request = connection.recv(10_000)
                connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
                while b"/zonder-einde" in request:
                    time.sleep(0.05)
                    connection.sendall(b"<p>")
        except OSError:
            accepted.close()


@pytest.mark.parametrize(
    ("host", "is_trusted", "outcome"),
    [
        ("veilig.example", True, Outcome.ANSWERS),
        ("ander.example", True, Outcome.NO_ANSWER),
        ("veilig.example", False, Outcome.NO_ANSWER),
    ],
)
def test_the_certificate_must_be_that_of_the_name(  # noqa: PLR0913, PLR0917  (fixtures)
    host: str,
    is_trusted: bool,
    outcome: Outcome,
    names: Resolve,
    secure_port: int,
    certificate: Path,
    visitor: Visitor,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names[host] = ["127.0.0.1"]
    if is_trusted:
        monkeypatch.setattr(certifi, "where", lambda: f"{certificate}.public")

    found = visitor.visit(f"https://{host}:{secure_port}/nota")

    assert found.outcome is outcome
    if outcome is Outcome.NO_ANSWER:
        assert found.reason == "het certificaat van de server klopt niet"


def test_a_secure_page_that_goes_on_for_ever_is_shut_down(
    names: Resolve,
    secure_port: int,
    certificate: Path,
    make_visitor: MakeVisitor,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names["veilig.example"] = ["127.0.0.1"]
    monkeypatch.setattr(certifi, "where", lambda: f"{certificate}.public")
    before = time.monotonic()

    found = make_visitor(longest=0.6).visit(f"https://veilig.example:{secure_port}/zonder-einde")

    assert found == Finding(Outcome.ANSWERS)
    assert time.monotonic() - before < 3
