"""On which page each fact stands: so many to a page, in the order in which they were published.

All that ever were are counted, so that no fact moves when another is added or withdrawn.
"""

from collections.abc import Mapping, Sequence

from generator.dossier import page_numbers, urls
from generator.dossier.dossier import Dossier
from generator.grouping import gather
from generator.model import Progress


def by_page(dossier: Dossier) -> Sequence[tuple[Progress, ...]]:
    """The facts on each page; what is new comes last."""
    places = _places(dossier)
    items = dossier.progress.items
    found = gather((places[item.slug] // page_numbers.FACTS, item) for item in items)
    last = max(places.values(), default=0) // page_numbers.FACTS
    return [found.get(at, ()) for at in range(last + 1)]


def pages(dossier: Dossier) -> Mapping[str, str]:
    """By the slug of a fact, its page."""
    first, places = urls.page(dossier.progress), _places(dossier)
    return {
        slug: page_numbers.page_at(first, place, page_numbers.FACTS)
        for slug, place in places.items()
    }


def _places(dossier: Dossier) -> Mapping[str, int]:
    """The place of each fact that ever was, counted from 0."""
    home, history = urls.address(urls.page(dossier.progress)), dossier.register.history
    ever = [name for name, (first, *_) in history.items() if first.place.startswith(home)]
    now = [item.slug for item in dossier.progress.items]
    return {slug: at for at, slug in enumerate(dict.fromkeys([*ever, *now]))}
