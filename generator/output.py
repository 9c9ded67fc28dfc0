"""Everything that is made from a dossier, before MkDocs: pages, permalinks, feeds."""

from collections.abc import Mapping

from generator import feeds, pages, permalinks
from generator.dossier import Dossier
from generator.linking import Linker


def render(dossier: Dossier, templates: Mapping[str, str]) -> dict[str, str]:
    """Every text, by its path under the docs folder."""
    link = Linker(dossier)
    return {
        **permalinks.render(link, templates),
        **feeds.render(link),
        **pages.render(link, templates),
    }
