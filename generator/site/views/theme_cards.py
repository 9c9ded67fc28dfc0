"""Themes as cards: what each is about, and how its commitments stand."""

from collections.abc import Iterable

from generator.model import Theme
from generator.site.views import progress
from generator.site.views.linker import Linker
from generator.site.views.statements import commitments_of


def cards(link: Linker, themes: Iterable[Theme]) -> list[dict[str, object]]:
    """The cards of themes; those without commitments come last."""
    return sorted((_card(link, theme) for theme in themes), key=lambda card: not card["count"])


def _card(link: Linker, theme: Theme) -> dict[str, object]:
    commitments = commitments_of(theme)
    return {
        "link": link.record(theme),
        "number": theme.number,
        "intro": link.prose(theme.intro),
        "count": len(commitments),
        "statuses": progress.counts(link, commitments),
    }
