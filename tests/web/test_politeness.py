"""Hosts get one request at a time, with a pause, and are left alone when they ask for it."""

from itertools import pairwise

import pytest

from generator.web import tour
from generator.web.finding import Finding, Outcome
from generator.web.pace import LONGEST_WAIT, SLOWEST, Pace
from generator.web.visitor import Visitor
from tests.support.web_server import FakeClock, WebServer, in_turn, page, redirect, status

ANSWERS = Finding(Outcome.ANSWERS)


def visit(server: WebServer, visitor: Visitor, pace: Pace, *addresses: str) -> dict[str, Finding]:
    """Visit paths of a server, or full addresses."""
    full = [each if "://" in each else server.address(each) for each in addresses]
    found = dict(tour.findings(full, visitor, pace))
    assert found.keys() == {*full}
    return {each.rpartition(f":{server.port}")[2]: finding for each, finding in found.items()}


def pauses(server: WebServer, host: str = "127.0.0.1") -> list[float]:
    """The times between the requests to a host, those for robots.txt and redirects too."""
    moments = [at for name, _, at in server.log if name == host]
    return [later - earlier for earlier, later in pairwise(moments)]


def test_the_pause_is_kept_between_all_requests_to_a_host(
    server: WebServer, visitor: Visitor, pace: Pace
) -> None:
    server.replies = {"/a/1": page(), "/a/2": redirect("/a/3"), "/a/3": status(500), "/a/4": page()}

    visit(server, visitor, pace, *server.replies)

    assert pauses(server) == [2.0] * 5
    assert server.most_under_way == 1


def test_the_pause_of_a_host_is_spent_on_another(
    server: WebServer, visitor: Visitor, pace: Pace, clock: FakeClock
) -> None:
    other = server.address("/a/3", host="localhost")
    server.replies = {"/a/1": page(), "/a/2": page(), "/a/3": page()}

    visit(server, visitor, pace, "/a/1", "/a/2", other)

    assert [host for host, _, _ in server.log].count("localhost") == 2
    assert min(pauses(server) + pauses(server, "localhost")) == 2.0
    assert clock.now == 4.0, "as long as the host with most addresses takes"


def test_a_redirect_to_another_host_waits_for_that_host(
    server: WebServer, visitor: Visitor, pace: Pace
) -> None:
    server.replies = {"/a/1": page(), "/a/2": redirect(server.address("/a/1", host="localhost"))}
    here = server.address("/a/1", host="localhost")

    visit(server, visitor, pace, here, "/a/2")

    assert pauses(server, "localhost") == [2.0, 2.0]


def test_robots_txt_can_ask_for_a_longer_pause(
    server: WebServer, visitor: Visitor, pace: Pace
) -> None:
    server.replies = {
        "/robots.txt": page("User-agent: *\nCrawl-delay: 7\n"),
        "/a/1": page(),
        "/a/2": page(),
    }

    visit(server, visitor, pace, "/a/1", "/a/2")

    assert pauses(server) == [7.0, 7.0]


def test_a_pause_of_days_is_not_kept(server: WebServer, visitor: Visitor, pace: Pace) -> None:
    server.replies = {"/robots.txt": page("User-agent: *\nCrawl-delay: 99999\n"), "/a/1": page()}

    visit(server, visitor, pace, "/a/1")

    assert pauses(server) == [SLOWEST]


DATE = "Fri, 15 Jan 2027 08:01:02 GMT"
"""A minute after the clock of the tests begins, and two seconds for the robots.txt."""


@pytest.mark.parametrize("code", [429, 503])
@pytest.mark.parametrize("after", ["60", DATE])
def test_a_busy_server_is_visited_again_when_it_asks(
    code: int, after: str, server: WebServer, visitor: Visitor, pace: Pace
) -> None:
    busy = status(code, headers={"Retry-After": after})
    server.replies = {"/a/1": in_turn(busy, page()), "/a/2": page()}

    found = visit(server, visitor, pace, "/a/1", "/a/2")

    assert found == {"/a/1": ANSWERS, "/a/2": ANSWERS}
    assert pauses(server) == [2.0, 60.0, 2.0]
    assert server.paths() == ["/a/1", "/a/2", "/a/1"]


def test_a_server_that_stays_busy_is_visited_twice(
    server: WebServer, visitor: Visitor, pace: Pace
) -> None:
    server.replies["/a/1"] = status(429, headers={"Retry-After": "5"})

    (found,) = visit(server, visitor, pace, "/a/1").values()

    assert (found.outcome, found.reason) == (Outcome.REFUSED, "fout 429")
    assert server.paths() == ["/a/1", "/a/1"]


def test_a_server_that_asks_for_an_hour_is_left_alone(
    server: WebServer, visitor: Visitor, pace: Pace, clock: FakeClock
) -> None:
    server.replies = {"/a/1": status(503, headers={"Retry-After": "3600"}), "/a/2": page()}

    found = visit(server, visitor, pace, "/a/1", "/a/2")

    assert found["/a/1"].outcome is Outcome.NO_ANSWER
    assert found["/a/2"] == tour.LEFT_ALONE
    assert server.paths() == ["/a/1"]
    assert clock.now < LONGEST_WAIT


@pytest.mark.parametrize("after", ["", "straks", "-5", "1e9", "Fri, 99 Jan 2027 08:01:02 GMT"])
def test_a_retry_after_that_says_nothing_is_as_if_it_were_not_there(
    after: str, server: WebServer, visitor: Visitor, pace: Pace
) -> None:
    server.replies["/a/1"] = status(429, headers={"Retry-After": after})

    visit(server, visitor, pace, "/a/1")

    assert server.paths() == ["/a/1"]


def test_a_busy_robots_txt_is_asked_again(server: WebServer, visitor: Visitor, pace: Pace) -> None:
    busy = status(503, headers={"Retry-After": "9"})
    server.replies = {"/robots.txt": in_turn(busy, status(404)), "/a/1": page()}

    assert visit(server, visitor, pace, "/a/1") == {"/a/1": ANSWERS}
    assert pauses(server) == [9.0, 2.0]


def test_a_server_that_cannot_be_reached_is_tried_once(visitor: Visitor, pace: Pace) -> None:
    addresses = [f"http://127.0.0.1:1/{number}" for number in range(5)]

    found = dict(tour.findings(addresses, visitor, pace))

    assert {each.outcome for each in found.values()} == {Outcome.NO_ANSWER}
    assert visitor.responses == 0
