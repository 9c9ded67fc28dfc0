"""The server of ``serve``. What an editor sees is tested in browser/test_preview.py."""

import re
import signal
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from generator.build import serve
from generator.build.serve import PreviewServer
from tests.support.command_line import run
from tests.support.serving import Served, free_port, serving_project, wait_for

END_OF_LIVERELOAD = "9" * 5000
"""A number so long that Python does not read it."""


@pytest.mark.parametrize("stop_signal", [signal.SIGINT, signal.SIGTERM])
def test_serve_stops_cleanly(stop_signal: signal.Signals, served: Served) -> None:
    assert "Wat u hier vindt" in wait_for(f"{served.address}/over/")

    served.process.send_signal(stop_signal)

    assert served.process.wait(timeout=30) == 0
    assert served.said.endswith("(stoppen: Ctrl+C)\nGestopt.\n")


def test_the_page_for_unknown_addresses_has_its_style_under_a_path(
    project: Path,
) -> None:
    for name in ("mkdocs.yml", "content/dossier.yml"):
        text = (project / name).read_text(encoding="utf-8")
        moved = text.replace("https://afspraken.example/", "https://host.example/afspraken/")
        (project / name).write_text(moved, encoding="utf-8")

    with serving_project(project) as served:
        wait_for(served.address)
        with pytest.raises(HTTPError) as raised:
            urlopen(f"{served.address}/nergens/", timeout=5)  # noqa: S310
        page = raised.value.read().decode()
        styles = re.findall(r'href="(/afspraken/assets/[^"]+\.css)"', page)

        assert styles
        assert all(wait_for(f"{served.address}{style}") for style in styles)


def test_a_file_in_a_dot_folder_is_built_and_served(project: Path) -> None:
    settings = project / "content/dossier.yml"
    added = "security: {contact: lek@afspraken.example, expires: 2099-01-31}\n"
    settings.write_text(settings.read_text(encoding="utf-8") + added, encoding="utf-8")

    with serving_project(project) as served:
        found = wait_for(f"{served.address}/.well-known/security.txt")

    assert "Contact: mailto:lek@afspraken.example\n" in found


def test_a_port_in_use_is_reported_without_a_traceback(project: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run(project, "serve", "--port", str(port))

    assert result.returncode == 1
    assert f"Poort {port} is niet beschikbaar. Misschien staat er nog een ‘serve’" in result.stderr
    assert re.search(r"kies een andere poort: --port [0-9]+\.\n$", result.stderr)
    assert result.stdout == "", "nothing was built for it"


# Requests -----------------------------------------------------------------------------------------


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


@pytest.fixture
def port(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The port at which a small site is served, to few connections and without much patience."""
    monkeypatch.setattr(serve, "PATIENCE", 0.5)
    monkeypatch.setattr(serve, "MOST_CONNECTIONS", 4)
    site, port = tmp_path / "site", free_port()
    site.mkdir()
    (site / "index.html").write_text("<html><body>the draft</body></html>", encoding="utf-8")
    (site / "404.html").write_text("<html><body>unknown</body></html>", encoding="utf-8")
    (site / "tekst.txt").write_text("text", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (site / "link.txt").symlink_to(tmp_path / "secret.txt")
    server = PreviewServer(lambda: None, port, site, str)
    server.watch(str(tmp_path))
    server.server_bind()
    server.server_activate()
    server.serve_thread.start()
    yield port
    server.shutdown()


def ask(port: int, path: str = "/", method: str = "GET", host: str = "") -> Answer:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    headers = {"Host": host} if host else {}
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    found = Answer(answer.status, dict(answer.getheaders()), answer.read())
    connection.close()
    return found


def send(port: int, request: bytes) -> bytes:
    """All that the server says to a request; the server closes the connection."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(request)
        return b"".join(iter(lambda: connection.recv(65536), b""))


def test_a_page_is_served_under_the_names_of_this_machine(port: int) -> None:
    for host in ("", f"localhost:{port}", f"[::1]:{port}"):
        answer = ask(port, host=host)
        assert answer.status == 200
        assert b"the draft" in answer.body
        assert b"livereload(" in answer.body
        assert answer.headers["Content-Length"] == str(len(answer.body))


def test_a_name_that_someone_else_points_to_this_machine_shows_nothing(port: int) -> None:
    answer = ask(port, host=f"evil.example:{port}")

    assert answer.status == 421
    assert answer.body.decode() == f"Dit voorbeeld staat alleen op http://127.0.0.1:{port}/.\n"
    assert send(port, b"GET / HTTP/1.0\r\n\r\n").startswith(b"HTTP/1.0 421 ")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/%00", 400),
        ("/tekst.txt%00.html", 400),
        (f"/livereload/{END_OF_LIVERELOAD}/1", 400),
        ("/bestaat-niet/", 404),
        ("/bestaat-niet/%ff", 404),
        ("/" + "a" * 1000, 404),
        ("/link.txt", 404),
        ("/tekst.txt", 200),
    ],
)
def test_no_path_is_too_strange_to_be_answered(
    path: str, status: int, port: int, capfd: pytest.CaptureFixture[str]
) -> None:
    answer = ask(port, path)

    assert answer.status == status
    assert b"secret" not in answer.body
    assert "Traceback" not in capfd.readouterr().err


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "TRACE", "OPTIONS", "BREW"])
def test_other_methods_are_refused(method: str, port: int) -> None:
    answer = ask(port, method=method)

    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")
    assert b"draft" not in answer.body


@pytest.mark.parametrize("path", ["/", "/tekst.txt", "/bestaat-niet/", "/%00"])
def test_head_sends_no_body(path: str, port: int) -> None:
    head = f"HEAD {path} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n".encode()

    said = send(port, head)

    assert said.partition(b"\r\n\r\n")[2] == b""
    assert dict(ask(port, path).headers).keys() == dict(ask(port, path, "HEAD").headers).keys()
    if path == "/tekst.txt":
        assert b"Content-Length: 4\r\n" in said


def test_a_page_for_unknown_addresses_outside_the_site_is_not_shown(
    port: int, tmp_path: Path
) -> None:
    (tmp_path / "site/404.html").unlink()
    (tmp_path / "site/404.html").symlink_to(tmp_path / "secret.txt")

    answer = ask(port, "/bestaat-niet/")

    assert (answer.status, answer.body) == (404, b"404 Not Found")


@pytest.mark.parametrize("said", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: 1"])
def test_a_connection_that_falls_silent_is_closed(
    said: bytes, port: int, capfd: pytest.CaptureFixture[str]
) -> None:
    assert send(port, said) == b""
    assert b"the draft" in ask(port).body
    assert "Traceback" not in capfd.readouterr().err


def test_many_connections_take_a_limited_number_of_threads(port: int) -> None:
    before = threading.active_count()
    with ExitStack() as opened:
        for _ in range(3 * serve.MOST_CONNECTIONS):
            opened.enter_context(socket.create_connection(("127.0.0.1", port), timeout=10))
            time.sleep(0.01)
        assert 0 < threading.active_count() - before <= serve.MOST_CONNECTIONS
    time.sleep(2 * serve.PATIENCE)

    assert b"the draft" in ask(port).body
