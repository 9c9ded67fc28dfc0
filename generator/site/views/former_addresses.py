"""What stood at an address before: for the page that is there now, or for the one in its place."""

from collections.abc import Iterable, Mapping

from generator.grouping import gather
from generator.site.views import history
from generator.site.views.linker import Linker
from generator.site.views.page import Former
from generator.text import dates

Left = tuple[str, str]
"""The name of what stood on a page before, and its anchor there; empty for the page itself."""


def left(link: Linker) -> Mapping[str, tuple[Left, ...]]:
    """By address of a page: what stood there before."""
    register = link.dossier.register
    return gather(
        (page, (name, anchor))
        for name in register.history
        for page, _, anchor in (place.partition("#") for place in register.former_places(name))
    )


def former(link: Linker, found: Iterable[Left]) -> tuple[Former, ...]:
    """What stood somewhere before, as readers see it."""
    return tuple(_former(link, name, anchor) for name, anchor in found)


def _former(link: Linker, name: str, anchor: str) -> Former:
    last = link.dossier.register.history[name][-1]
    happened = f"{history.label(last).lower()} op {dates.dutch_date(last.date)}"
    return Former(anchor, link.permalink(name), happened)
