"""A web server of its own for each test, and a visitor whose clock need not wait."""

import threading
from collections.abc import Callable, Iterator

import pytest

from generator.web.fetching import Fetcher
from generator.web.pace import Pace
from generator.web.visitor import Visitor
from tests.support.web_server import FakeClock, WebServer, web_server

AGENT = "dossier-site/0.1 (+redactie@voorbeeld.example)"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def server(clock: FakeClock) -> Iterator[WebServer]:
    with web_server(lambda: clock.now) as running:
        yield running


@pytest.fixture
def over() -> Iterator[threading.Event]:
    """Is set when the test is over, so that the server need not wait any longer."""
    event = threading.Event()
    yield event
    event.set()


@pytest.fixture
def pace(clock: FakeClock) -> Pace:
    return Pace(clock.clock(), 2.0)


MakeVisitor = Callable[..., Visitor]


@pytest.fixture
def make_visitor(clock: FakeClock, pace: Pace) -> MakeVisitor:
    def make(
        *, allow_internal: bool = True, patience: float = 5.0, longest: float = 60.0
    ) -> Visitor:
        fetcher = Fetcher(AGENT, clock.clock(), allow_internal, patience, longest)
        return Visitor(fetcher, pace)

    return make


@pytest.fixture
def visitor(make_visitor: MakeVisitor) -> Visitor:
    return make_visitor()
