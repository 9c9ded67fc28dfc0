"""What an address showed before.

Shown on the page that has the address now, or on a static page if no page has it any more.
"""

from collections.abc import Iterable, Mapping

from generator.dossier import heading_ids, urls
from generator.grouping import gather
from generator.site.views import history
from generator.site.views.linker import Linker
from generator.site.views.page import FormerContent
from generator.text import dates

NameAndAnchor = tuple[str, str]
"""A name (statement ID or slug) that a page showed before, and its anchor on that page.

The anchor is empty if the name was that of the page itself.
"""


def names_by_address(link: Linker) -> Mapping[str, tuple[NameAndAnchor, ...]]:
    """The names that each page showed before, by the address of the page."""
    register = link.dossier.register
    return gather(
        (page, (name, anchor))
        for name in register.history
        for page, _, anchor in (place.partition("#") for place in register.former_places(name))
    )


def views(link: Linker, names: Iterable[NameAndAnchor]) -> tuple[FormerContent, ...]:
    """What a page showed before, as readers see it."""
    return tuple(_view(link, name, anchor) for name, anchor in names)


def _view(link: Linker, name: str, anchor: str) -> FormerContent:
    register = link.dossier.register
    last, first = register.history[name][-1], register.history[name][0]
    happened = f"{history.label(last).lower()} op {dates.dutch_date(last.date)}"
    has_heading = anchor and last.place.startswith(urls.address(urls.page(link.dossier.deadlines)))
    heading = heading_ids.heading_id(register, name, first.text) if has_heading else ""
    return FormerContent(anchor, heading, link.permalink(name), happened)
