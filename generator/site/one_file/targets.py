"""Where links lead in a file that has the whole dossier."""

from generator.dossier import urls
from generator.site.views.linker import Linker
from generator.site.views.page import Link

Place = tuple[str, str]
"""A page of the site and a fragment on it."""


class Targets:
    """The places of a dossier, each under its name in the register."""

    def __init__(self, link: Linker) -> None:
        self._link = link
        self._names = self._places()

    def href(self, link: Link) -> str:
        """The target of a link: in the file if it is there, otherwise on the site or elsewhere."""
        if link.address or link.file:
            return link.address or self._on_site(link.file, link.fragment)
        name = self._names.get((link.page, link.fragment)) or self._names.get((link.page, ""))
        return f"#{name}" if name else self._on_site(link.page, link.fragment)

    def _on_site(self, file: str, fragment: str) -> str:
        address = self._link.absolute_url(file)
        return f"{address}#{fragment}" if fragment else address

    def _places(self) -> dict[Place, str]:
        """The name of each place that is in the file."""
        dossier, elsewhere = self._link.dossier, self._pages_elsewhere()
        places = {
            (each.page, each.anchor): each.name
            for each in dossier.citables
            if urls.is_page(each.page) and each.page not in elsewhere
        }
        commitments = {(urls.commitment_page(each), ""): each.id for each in dossier.commitments}
        return places | commitments

    def _pages_elsewhere(self) -> set[str]:
        """The pages of which nothing is in the file."""
        dossier = self._link.dossier
        own = (*dossier.articles, dossier.search, dossier.settings)
        pairs = (pair.page for pair in dossier.document_pairs)
        return {urls.THEMES, urls.CHAPTERS, urls.CITING, *map(urls.page, own), *pairs}
