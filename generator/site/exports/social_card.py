"""The cards shown with shared addresses: of the site, of each theme and of each commitment.

What was once a theme or a commitment keeps its card, as it keeps its other addresses.
"""

from collections.abc import Collection, Iterator
from functools import partial

from generator.dossier import urls
from generator.dossier.register import Event
from generator.model import Statement, Theme
from generator.site.exports import card_image
from generator.site.exports.card_image import Card, Fact
from generator.site.views import history, progress
from generator.site.views.inline_html import plural
from generator.site.views.linker import Linker
from generator.site.views.page import BinaryOutput
from generator.site.views.statements import commitments_of

PATH = "assets/kaart.png"
"""The card of the site."""


def outputs(link: Linker) -> Iterator[BinaryOutput]:
    """Every card as PNG."""
    yield PATH, lambda: card_image.draw(of_site(link))
    for name in names(link):
        yield urls.card(name), partial(_draw, link, name)


def names(link: Linker) -> tuple[str, ...]:
    """The names in the register of what is or was a theme or a commitment."""
    dossier = link.dossier
    current = (*(each.slug for each in dossier.themes), *(each.id for each in dossier.commitments))
    former = (event.id for event in dossier.register.events if _gave_a_card(event))
    return tuple(dict.fromkeys((*current, *former)))


def _gave_a_card(event: Event) -> bool:
    return event.event == "afspraak" or event.place == f"{urls.address(urls.THEMES)}{event.id}/"


def path(link: Linker, name: str) -> str:
    """The card for the address of a name: its own, that of its theme, or that of the site."""
    statement = link.dossier.statement.get(name)
    theme = link.dossier.theme(statement) if statement else None
    if (statement and statement.commitment) or isinstance(link.dossier.record.get(name), Theme):
        return urls.card(name)
    return urls.card(theme.slug) if theme else PATH


def _draw(link: Linker, name: str) -> bytes:
    return card_image.draw(of_name(link, name))


# The content of a card ----------------------------------------------------------------------------


def of_site(link: Linker) -> Card:
    settings, facts = link.dossier.settings, (Fact(number_of(link.dossier.commitments)),)
    return Card("", settings.title, text=settings.summary, facts=facts)


def of_name(link: Linker, name: str) -> Card:
    """The card of a theme or a commitment, or of what was one."""
    statement, record = link.dossier.statement.get(name), link.dossier.record.get(name)
    if statement and statement.commitment:
        return _of_commitment(link, statement)
    return _of_theme(link, record) if isinstance(record, Theme) else _of_former(link, name)


def _of_commitment(link: Linker, statement: Statement) -> Card:
    kind = f"Afspraak {statement.id} · {link.title(link.dossier.home(statement))}"
    status = progress.status(link, statement)
    facts = (Fact(status.label, status.key),)
    return Card(kind, statement.text, facts=facts, site=link.dossier.settings.title)


def _of_theme(link: Linker, theme: Theme) -> Card:
    commitments = commitments_of(theme)
    counts = progress.counts(link, commitments)
    facts = (
        Fact(number_of(commitments)),
        *(Fact(f"{each.count} {each.label}", each.key) for each in counts),
    )
    return Card("Thema", link.title(theme), facts=facts, site=link.dossier.settings.title)


def number_of(commitments: Collection[Statement]) -> str:
    """How many commitments there are, in words for readers."""
    count = len(commitments)
    return plural(count, "afspraak", "afspraken") if count else "Geen afspraken"


def _of_former(link: Linker, name: str) -> Card:
    register = link.dossier.register
    event, end = register.versions(name)[-1].event, register.tombstone(name)
    what = history.label(end) if end else "Geen afspraak meer"
    kind = f"Uitspraak {name}" if event.is_statement else "Thema"
    return Card(kind, event.text, facts=(Fact(what),), site=link.dossier.settings.title)
