"""Visits many addresses, one after the other, so that no host gets two requests at once."""

from collections.abc import Iterable, Iterator

from generator.web.finding import Finding, Outcome
from generator.web.pace import LONGEST_WAIT, Pace
from generator.web.visitor import Visitor, host

LEFT_ALONE = Finding(Outcome.REFUSED, "de server vraagt ons veel later terug te komen")


def findings(
    addresses: Iterable[str], visitor: Visitor, pace: Pace
) -> Iterator[tuple[str, Finding]]:
    """Visit each address once, or twice if its host asks to come back later.

    The next one is always that of the host with which there is least to wait: so the pause of one
    is spent on the others.
    """
    waiting, postponed = list(addresses), set[str]()
    while waiting:
        address = min(waiting, key=lambda each: pace.left(host(each)))
        waiting.remove(address)
        finding = LEFT_ALONE if pace.is_closed(host(address)) else visitor.visit(address)
        if _asks_to_return(finding) and address not in postponed:
            postponed.add(address)
            waiting.append(address)
        else:
            yield address, finding


def _asks_to_return(finding: Finding) -> bool:
    return finding.retry_after is not None and finding.retry_after <= LONGEST_WAIT
