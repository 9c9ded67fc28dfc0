"""Visits one address: politely, and as far as its redirects lead."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from generator.web import judgement
from generator.web.fetching import Fetcher, Response
from generator.web.finding import Finding, Outcome
from generator.web.network import VisitError
from generator.web.pace import Pace

MOST_REDIRECTS = 10


def host(address: str) -> str:
    """The host that an address is on, without its port."""
    return urlsplit(address).hostname or ""


class Visitor:
    def __init__(self, fetcher: Fetcher, pace: Pace) -> None:
        self.responses = 0
        """How many responses came, of any kind: with none there may be no network."""
        self._fetcher = fetcher
        self._pace = pace
        self._rules = dict[str, RobotFileParser | VisitError]()

    def visit(self, address: str) -> Finding:
        """Visit an http or https address."""
        responses = list[Response]()
        try:
            for response in self._responses(address, self._require_permission):
                responses.append(response)
        except VisitError as error:
            return replace(error.finding, new_address=_last_target(responses))
        return judgement.judge(address, responses, self._fetcher.clock.epoch())

    def _responses(self, address: str, check: Callable[[str], None]) -> Iterator[Response]:
        """The responses of an address, and of those that it redirects to."""
        seen, following = set[str](), address
        while len(seen) <= MOST_REDIRECTS and (here := urldefrag(following).url) not in seen:
            seen.add(here)
            check(here)
            yield (response := self._response(here))
            target = judgement.following_address(response)
            if target is None:
                return
            following = target
        raise VisitError(Finding(Outcome.NO_ANSWER, "blijft doorverwijzen"))

    def _response(self, address: str) -> Response:
        self._pace.wait(host(address))
        try:
            response = self._fetcher.get(address)
        finally:
            self._pace.finish(host(address))
        self.responses += 1
        if seconds := judgement.retry_after(response, self._fetcher.clock.epoch()):
            self._pace.postpone(host(address), seconds)
        return response

    # robots.txt -----------------------------------------------------------------------------------

    def _require_permission(self, address: str) -> None:
        """Raise what it finds if the robots.txt of a site asks us not to visit an address."""
        rules = self._rules_of(urljoin(address, "/robots.txt"))
        if isinstance(rules, VisitError):
            raise rules
        if not rules.can_fetch(self._fetcher.agent, address):
            raise VisitError(Finding(Outcome.REFUSED, "robots.txt vraagt ons weg te blijven"))
        if delay := rules.crawl_delay(self._fetcher.agent):
            self._pace.slow_down(host(address), float(delay))

    def _rules_of(self, address: str) -> RobotFileParser | VisitError:
        if address not in self._rules:
            rules = self._read_rules(address)
            if isinstance(rules, VisitError) and rules.finding.retry_after is not None:
                return rules  # it will be asked again
            self._rules[address] = rules
        return self._rules[address]

    def _read_rules(self, address: str) -> RobotFileParser | VisitError:
        """What a robots.txt says, as RFC 9309 tells: without one, all may be visited."""
        try:
            *_, last = self._responses(address, lambda _: None)
        except VisitError as error:
            return error
        rules = RobotFileParser()
        if last.status // 100 == 2:  # noqa: PLR2004  (success, in all its forms)
            rules.parse(last.content.decode("utf-8-sig", "replace").splitlines())
        elif last.status >= judgement.FIRST_SERVER_ERROR or last.status in judgement.TOO_BUSY:
            return VisitError(judgement.judge(address, [last], self._fetcher.clock.epoch()))
        else:
            rules.parse(())
        return rules


def _last_target(responses: list[Response]) -> str:
    """Where the last of some redirects leads; empty if there is none, or it leads nowhere."""
    try:
        return (responses and judgement.following_address(responses[-1])) or ""
    except VisitError:
        return ""
