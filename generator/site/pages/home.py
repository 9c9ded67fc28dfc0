"""The home page: the status of all commitments in words and a chart, and links to all pages."""

from collections.abc import Iterator
from functools import partial

from generator.dossier import urls
from generator.model import Statement
from generator.site.charts import status_strip
from generator.site.views import progress, summary, theme_cards
from generator.site.views.linker import Linker
from generator.site.views.page import Link, Page
from generator.site.views.statements import commitments_of

MAX_CARDS = 12
"""How many themes at most have a card."""
FACTS = 3
"""How many of the latest facts are shown."""


def pages(link: Linker) -> Iterator[Page]:
    settings = link.dossier.settings
    view = partial(_view, link)
    yield link.page(
        settings, "home", view, description=lambda: settings.summary, wide=True, has_search=True
    )


def _view(link: Linker) -> dict[str, object]:
    dossier, settings = link.dossier, link.dossier.settings
    return {
        "summary": settings.summary,
        **_standing(link, dossier.commitments),
        "facts": progress.newest(link, FACTS),
        "progress": link.record(dossier.progress, "Alles wat ervan kwam"),
        "themes": theme_cards.cards(link, dossier.themes[:MAX_CARDS]),
        "all_themes": _all_themes_link(link),
        "others": _outside_themes(link),
        "sections": link.sections(settings.home),
        "owner": settings.owner,
        "contact": link.contact,
        "colophon": link.prose(settings.colophon),
        "pack": link.pack(urls.page(settings), "Alles als pdf"),
    }


def _standing(link: Linker, commitments: tuple[Statement, ...]) -> dict[str, object]:
    counts = progress.counts(link, commitments)
    return {
        "standing": summary.sentences(link, commitments),
        "late": summary.late(link, commitments),
        "counts": counts,
        "picture": status_strip.drawings(counts) if counts else None,
        "table": link.table(urls.COUNTS),
        "commitments": Link(f"Alle {len(commitments)} afspraken", urls.COMMITMENTS),
    }


def _all_themes_link(link: Linker) -> Link | None:
    """A link to the list of all themes; None if the page shows them all."""
    count = len(link.dossier.themes)
    return Link(f"Alle {count} thema’s", urls.THEMES) if count > MAX_CARDS else None


def _outside_themes(link: Linker) -> list[dict[str, object]]:
    """The other parts of the document with commitments, each with their number."""
    themes = set(link.dossier.themes)
    counted = ((part, len(commitments_of(part))) for part in link.dossier.parts)
    return [
        {"link": link.record(part), "count": count}
        for part, count in counted
        if count and part not in themes
    ]
