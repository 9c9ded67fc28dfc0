"""The page of each progress fact: the one on which it was published.

A new fact goes to the last page. All facts ever published are counted for that, including withdrawn
ones. Proposals that were made at the same time can make a page longer than the limit.
"""

from collections.abc import Mapping, Sequence

from generator.dossier import page_numbers, urls
from generator.dossier.register import Register
from generator.grouping import gather
from generator.model import Progress, ProgressLog


def by_page(log: ProgressLog, register: Register) -> Sequence[tuple[Progress, ...]]:
    """The current facts on each page; the newest come last."""
    first, page_of = urls.page(log), pages(log, register)
    found = gather((page_of[item.slug], item) for item in log.items)
    last = max(map(page_numbers.number, page_of.values()), default=1)
    return [found.get(page_numbers.path(first, number), ()) for number in range(1, last + 1)]


def pages(log: ProgressLog, register: Register) -> Mapping[str, str]:
    """The page of each fact, by slug: the page that was recorded, or else the last one."""
    first = urls.page(log)
    recorded = _recorded(first, register)
    new = [item.slug for item in log.items if item.slug not in recorded]
    added = {
        slug: page_numbers.page_at(first, position, page_numbers.FACTS)
        for position, slug in enumerate(new, start=len(recorded))
    }
    return {**recorded, **added}


def _recorded(first: str, register: Register) -> Mapping[str, str]:
    """The recorded page of each fact that was ever published."""
    home = urls.address(first)
    places = ((name, events[-1].place) for name, events in register.history.items())
    return {
        name: urls.page_at(place.partition("#")[0])
        for name, place in places
        if place.startswith(home) and "#" in place  # without it, it is the page itself
    }
