"""What one visit finds, on a server that answers, redirects, is silent, lies and breaks off."""

import socket
import threading
import time

import pytest

from generator.web import fetching
from generator.web.finding import Finding, Outcome
from generator.web.visitor import MOST_REDIRECTS, Visitor
from tests.support.web_server import (
    Reply,
    WebServer,
    page,
    raw,
    redirect,
    silence,
    status,
    trickle,
)
from tests.web.conftest import AGENT, MakeVisitor

NOT_FOUND_PAGES = (
    "<title>Pagina niet gevonden - Gemeente</title>",
    "<title>Gemeente</title><h1>404</h1>",
    "<title>Page not found | Site</title>",
    "<title>Gemeente</title><h1 class=x>Deze pagina\nbestaat niet meer</h1>",
    "<title>Fout 404</title>",
)
REAL_PAGES = (
    "<title>Motie 404 over winkels</title>",
    "<title>Oplossing gevonden voor winkels</title>",
    "<title>Nota</title><p>Pagina niet gevonden</p>",
    "",
)


def find(server: WebServer, visitor: Visitor, reply: Reply, path: str = "/a/nota") -> Finding:
    server.replies[path] = reply
    return visitor.visit(server.address(path))


# Answers ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", REAL_PAGES)
def test_a_page_answers(text: str, server: WebServer, visitor: Visitor) -> None:
    assert find(server, visitor, page(text)) == Finding(Outcome.ANSWERS)


@pytest.mark.parametrize("text", NOT_FOUND_PAGES)
def test_a_page_that_says_it_is_not_found_is_not_believed(
    text: str, server: WebServer, visitor: Visitor
) -> None:
    assert find(server, visitor, page(text)).outcome is Outcome.ANOTHER_PAGE


def test_it_says_who_asks_and_asks_for_what_the_address_has(
    server: WebServer, visitor: Visitor
) -> None:
    server.replies["/nota?a=1&b=%20"] = page()

    found = visitor.visit(server.address("/nota?a=1&b=%20#deel"))

    assert found == Finding(Outcome.ANSWERS)
    assert server.agents == {AGENT}


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        (404, Outcome.DIED),
        (410, Outcome.DIED),
        (401, Outcome.REFUSED),
        (403, Outcome.REFUSED),
        (429, Outcome.REFUSED),
        (451, Outcome.REFUSED),
        (999, Outcome.REFUSED),
        (500, Outcome.NO_ANSWER),
        (503, Outcome.NO_ANSWER),
        (304, Outcome.REFUSED),
        (204, Outcome.ANSWERS),
    ],
)
def test_a_status_gives_an_outcome(
    code: int, outcome: Outcome, server: WebServer, visitor: Visitor
) -> None:
    assert find(server, visitor, status(code)).outcome is outcome


# Redirects ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", [301, 308])
def test_a_permanent_redirect_gives_the_new_address(
    code: int, server: WebServer, visitor: Visitor
) -> None:
    server.replies["/b/nota"] = page()

    found = find(server, visitor, redirect("/b/nota", code))

    assert found == Finding(Outcome.MOVED, "", server.address("/b/nota"))


@pytest.mark.parametrize("code", [302, 303, 307])
def test_a_temporary_redirect_leaves_the_address_as_it_is(
    code: int, server: WebServer, visitor: Visitor
) -> None:
    server.replies["/b/nota"] = page()

    assert find(server, visitor, redirect("/b/nota", code)) == Finding(Outcome.ANSWERS)


def test_the_new_address_is_where_the_permanent_redirects_end(
    server: WebServer, visitor: Visitor
) -> None:
    server.replies["/b"] = redirect(server.address("/c", host="localhost"), 308)
    server.replies["/c"] = redirect("/d", 302)
    server.replies["/d"] = page()

    found = find(server, visitor, redirect("/b"))

    assert found == Finding(Outcome.MOVED, "", server.address("/c", host="localhost"))


def test_a_new_address_keeps_the_fragment_and_has_no_character_that_content_refuses(
    server: WebServer, visitor: Visitor
) -> None:
    server.replies["/nota%20(2)"] = page()  # never asked for: a parenthesis is encoded
    server.replies["/n%C3%B3ta%20%282%29"] = page()
    server.replies["/oud"] = redirect("/nóta (2)".encode().decode("latin-1"))

    found = visitor.visit(server.address("/oud#deel"))

    assert found == Finding(Outcome.MOVED, "", server.address("/n%C3%B3ta%20%282%29#deel"))


def test_a_redirect_to_a_page_that_is_gone_is_dead(server: WebServer, visitor: Visitor) -> None:
    found = find(server, visitor, redirect("/weg"))

    assert (found.outcome, found.new_address) == (Outcome.DIED, server.address("/weg"))


@pytest.mark.parametrize("to", ["/", "/nl/", "/home", "/index.html", "/default.aspx", "/nl/home/"])
def test_a_redirect_to_the_home_page_leads_to_another_page(
    to: str, server: WebServer, visitor: Visitor
) -> None:
    server.replies[to] = page()

    found = find(server, visitor, redirect(to, 302))

    assert found.outcome is Outcome.ANOTHER_PAGE
    assert found.new_address == server.address(to)


def test_a_home_page_may_lead_to_another_home_page(server: WebServer, visitor: Visitor) -> None:
    server.replies["/nl/"] = page()

    assert find(server, visitor, redirect("/nl/"), "/").outcome is Outcome.MOVED


@pytest.mark.parametrize("to", ["/404", "/nl/niet-gevonden.html", "/login?terug=/a", "/error/"])
def test_a_redirect_to_an_error_or_a_login_leads_to_another_page(
    to: str, server: WebServer, visitor: Visitor
) -> None:
    server.replies[to] = page()

    assert find(server, visitor, redirect(to)).outcome is Outcome.ANOTHER_PAGE


def test_a_circle_of_redirects_is_noticed_at_once(server: WebServer, visitor: Visitor) -> None:
    server.replies["/b"] = redirect("/a/nota")

    found = find(server, visitor, redirect("/b"))

    assert (found.outcome, found.reason) == (Outcome.NO_ANSWER, "blijft doorverwijzen")
    assert server.paths() == ["/a/nota", "/b"]


def test_at_most_ten_redirects_are_followed(server: WebServer, visitor: Visitor) -> None:
    for number in range(30):
        server.replies[f"/{number}"] = redirect(f"/{number + 1}")

    found = visitor.visit(server.address("/0"))

    assert (found.outcome, found.reason) == (Outcome.NO_ANSWER, "blijft doorverwijzen")
    assert server.paths() == [f"/{number}" for number in range(MOST_REDIRECTS + 1)]


@pytest.mark.parametrize(
    "to",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://bestanden.example/",
        "https://",
        "http://[::1",
        "http://127.0.0.1:99999/",
        "http://gebruiker@127.0.0.1/",
        "/" + "x" * 3_000,
    ],
)
def test_a_redirect_to_what_is_no_address_of_the_web_is_not_followed(
    to: str, server: WebServer, visitor: Visitor
) -> None:
    found = find(server, visitor, redirect(to))

    assert found == Finding(Outcome.NO_ANSWER, "leidt naar iets wat geen webadres is")


# No answer ----------------------------------------------------------------------------------------


def test_a_server_that_says_nothing_is_left_in_time(
    server: WebServer, make_visitor: MakeVisitor, over: threading.Event
) -> None:
    found = find(server, make_visitor(patience=0.3), silence(over))

    assert found == Finding(Outcome.NO_ANSWER, "de server zegt niets")


@pytest.mark.parametrize(
    ("start", "piece", "outcome"),
    [
        (b"", b"H", Outcome.NO_ANSWER),
        (b"HTTP/1.1 404 Weg\r\n", b"X-A: a\r\n", Outcome.DIED),  # the status came
    ],
)
def test_a_response_that_goes_on_for_ever_is_shut_down(  # noqa: PLR0913, PLR0917  (fixtures)
    start: bytes,
    piece: bytes,
    outcome: Outcome,
    server: WebServer,
    make_visitor: MakeVisitor,
    over: threading.Event,
) -> None:
    before = time.monotonic()

    found = find(server, make_visitor(longest=0.6), trickle(over, piece, start))

    assert found.outcome is outcome
    assert time.monotonic() - before < 3


def test_a_page_that_goes_on_for_ever_is_read_for_a_while(
    server: WebServer, make_visitor: MakeVisitor, over: threading.Event
) -> None:
    before = time.monotonic()

    found = find(
        server,
        make_visitor(longest=0.6),
        trickle(over, b"<p>", b"HTTP/1.1 200 OK\r\n\r\n<title>Niet gevonden</title>"),
    )

    assert found.outcome is Outcome.ANOTHER_PAGE, "what came was read"
    assert time.monotonic() - before < 3


def test_of_a_page_without_end_little_is_read(
    server: WebServer, visitor: Visitor, over: threading.Event
) -> None:
    chunk = b"x" * 10_000
    flood = trickle(over, chunk, b"HTTP/1.1 200 OK\r\n\r\n" + chunk * 20)
    server.replies["/groot"] = flood

    response = visitor._fetcher.get(server.address("/groot"))  # noqa: SLF001  (what was read)

    assert len(response.content) == fetching.LARGEST


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"SSH-2.0-OpenSSH\r\n",
        b"HTTP/1.1 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: " + b"x" * 70_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n",
        bytes(range(256)),
    ],
)
def test_a_response_that_is_broken_is_no_answer(
    content: bytes, server: WebServer, visitor: Visitor
) -> None:
    found = find(server, visitor, raw(content))

    assert found.outcome is Outcome.NO_ANSWER
    assert "onleesbaar" in found.reason


@pytest.mark.parametrize(
    "content",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n<title>Nota</title>",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nno gzip",
        b"HTTP/1.1 200 OK\r\nkapot\r\n\r\n<title>Nota</title>",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
    ],
)
def test_a_page_that_breaks_off_answers(
    content: bytes, server: WebServer, visitor: Visitor
) -> None:
    assert find(server, visitor, raw(content)).outcome is Outcome.ANSWERS


def test_a_port_where_nobody_listens_is_no_answer(visitor: Visitor) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        found = visitor.visit(f"http://127.0.0.1:{taken.getsockname()[1]}/nota")

    assert found == Finding(Outcome.NO_ANSWER, "de server neemt geen verbinding aan")


# robots.txt ---------------------------------------------------------------------------------------

CLOSED = "User-agent: *\nDisallow: /a/\n"


def test_robots_txt_can_keep_us_away(server: WebServer, visitor: Visitor) -> None:
    server.replies["/robots.txt"] = page(CLOSED)
    server.replies["/b/nota"] = page()

    found = find(server, visitor, page())

    assert found == Finding(Outcome.REFUSED, "robots.txt vraagt ons weg te blijven")
    assert visitor.visit(server.address("/b/nota")) == Finding(Outcome.ANSWERS)
    assert server.paths() == ["/b/nota"]
    assert [path for _, path, _ in server.log].count("/robots.txt") == 1


def test_robots_txt_can_name_this_program(server: WebServer, visitor: Visitor) -> None:
    server.replies["/robots.txt"] = page("User-agent: dossier-site\nDisallow: /\n")

    assert find(server, visitor, page()).outcome is Outcome.REFUSED


def test_robots_txt_counts_for_an_address_that_is_redirected_to(
    server: WebServer, visitor: Visitor
) -> None:
    server.replies["/robots.txt"] = page(CLOSED)

    found = find(server, visitor, redirect("/a/nota"), "/b")

    assert (found.outcome, found.new_address) == (Outcome.REFUSED, server.address("/a/nota"))


@pytest.mark.parametrize("code", [401, 403, 404, 410])
def test_without_a_robots_txt_all_may_be_visited(
    code: int, server: WebServer, visitor: Visitor
) -> None:
    server.replies["/robots.txt"] = status(code)

    assert find(server, visitor, page()) == Finding(Outcome.ANSWERS)


@pytest.mark.parametrize(("code", "outcome"), [(500, Outcome.NO_ANSWER), (429, Outcome.REFUSED)])
def test_while_robots_txt_cannot_be_read_nothing_is_visited(
    code: int, outcome: Outcome, server: WebServer, visitor: Visitor
) -> None:
    server.replies["/robots.txt"] = status(code)

    assert find(server, visitor, page()).outcome is outcome
    assert server.paths() == []


def test_robots_txt_may_redirect(server: WebServer, visitor: Visitor) -> None:
    server.replies["/robots.txt"] = redirect("/regels.txt")
    server.replies["/regels.txt"] = page(CLOSED)

    assert find(server, visitor, page()).outcome is Outcome.REFUSED
