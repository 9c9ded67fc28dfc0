"""Themes and parties: beside their pages are files about them, such as a feed."""

from collections.abc import Iterator

from generator.dossier import urls
from generator.dossier.dossier import Dossier
from generator.model import Party, Theme


def owners(dossier: Dossier) -> tuple[Theme | Party, ...]:
    """Everything that has files beside its page."""
    return (*dossier.themes, *dossier.parties)


def former_pages(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """The pages that they had before, each once, with the name that had it.

    Files beside such a page must stay: readers may have their addresses.
    """
    seen = {urls.page(each) for each in owners(dossier)}
    for name, address in _former_addresses(dossier):
        page = urls.page_at(address)
        if page not in seen:
            yield name, page
            seen.add(page)


def successor(dossier: Dossier, name: str) -> Theme | Party | None:
    """What now has the place of something that had a name; None if that is not just one."""
    successors = dossier.register.successors(name)
    return next((each for each in owners(dossier) if successors == (each.slug,)), None)


def _former_addresses(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """The names and former addresses of pages of themes and parties."""
    folders = tuple(urls.address(each) for each in (urls.THEMES, urls.PARTIES))
    for name in dossier.register.history:
        for place in dossier.register.former_places(name):
            if place.startswith(folders) and "#" not in place and place not in folders:
                yield name, place
