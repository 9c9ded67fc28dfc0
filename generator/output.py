"""Everything that is made from a dossier, before MkDocs: pages, permalinks, feeds."""

import datetime as dt
from collections.abc import Mapping

from generator import agenda, feeds, pages, permalinks, tables
from generator.dossier import Dossier
from generator.linking import Linker


def render(dossier: Dossier, templates: Mapping[str, str], today: dt.date) -> dict[str, str]:
    """Every text, by its path under the docs folder, as things stand on a day."""
    link = Linker(dossier, today)
    return {
        **permalinks.render(link, templates),
        **feeds.render(link),
        **agenda.render(link),
        **tables.render(link),
        **pages.render(link, templates),
    }
