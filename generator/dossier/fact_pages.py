"""The page of each progress fact: a fixed number per page, in order of publication.

All facts ever published are counted, including withdrawn ones, so that no fact moves to another
page when a fact is added or withdrawn.
"""

from collections.abc import Mapping, Sequence

from generator.dossier import page_numbers, urls
from generator.dossier.register import Register
from generator.grouping import gather
from generator.model import Progress, ProgressLog


def by_page(log: ProgressLog, register: Register) -> Sequence[tuple[Progress, ...]]:
    """The current facts on each page; the newest come last."""
    positions = _positions(log, register)
    items = log.items
    found = gather((positions[item.slug] // page_numbers.FACTS, item) for item in items)
    last = max(positions.values(), default=0) // page_numbers.FACTS
    return [found.get(index, ()) for index in range(last + 1)]


def pages(log: ProgressLog, register: Register) -> Mapping[str, str]:
    """The page of each fact, by slug."""
    first, positions = urls.page(log), _positions(log, register)
    return {
        slug: page_numbers.page_at(first, position, page_numbers.FACTS)
        for slug, position in positions.items()
    }


def _positions(log: ProgressLog, register: Register) -> Mapping[str, int]:
    """The position of each fact ever published, by slug, counted from 0."""
    home, history = urls.address(urls.page(log)), register.history
    published = [name for name, (first, *_) in history.items() if first.place.startswith(home)]
    current = [item.slug for item in log.items]
    return {slug: index for index, slug in enumerate(dict.fromkeys([*published, *current]))}
