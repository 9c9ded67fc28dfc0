"""How fast a host is visited: one request at a time, with a pause before the next."""

from collections import defaultdict

from generator.web.clock import Clock

SLOWEST = 30.0
"""In seconds: the longest pause between two requests that robots.txt can ask for."""
LONGEST_WAIT = 300.0
"""In seconds: a host that asks for more is left alone."""


class Pace:
    def __init__(self, clock: Clock, pause: float) -> None:
        self._clock = clock
        self._pauses = defaultdict[str, float](lambda: pause)
        self._next = dict[str, float]()

    def wait(self, host: str) -> None:
        """Wait until the next request to a host may be sent."""
        if left := self.left(host):
            self._clock.sleep(left)

    def finish(self, host: str) -> None:
        """A request to a host has ended: from now on the pause counts."""
        self._not_before(host, self._pauses[host])

    def slow_down(self, host: str, pause: float) -> None:
        """Make the pause of a host longer, as its robots.txt asks."""
        self._pauses[host] = max(self._pauses[host], min(pause, SLOWEST))
        if host in self._next:
            self._not_before(host, self._pauses[host])

    def postpone(self, host: str, seconds: float) -> None:
        """Send nothing to a host for some seconds, as it asks."""
        self._not_before(host, seconds)

    def is_closed(self, host: str) -> bool:
        """Whether a host asked to stay away for longer than we wait."""
        return self.left(host) > LONGEST_WAIT

    def left(self, host: str) -> float:
        """The seconds before the next request to a host may be sent."""
        return max(self._next.get(host, 0) - self._clock.passed(), 0)

    def _not_before(self, host: str, seconds: float) -> None:
        self._next[host] = max(self._next.get(host, 0), self._clock.passed() + seconds)
