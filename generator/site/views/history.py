"""The history of everything that can be cited, as readers see it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generator.dossier import urls
from generator.dossier.register import Event, EventKind, Version
from generator.model import Source
from generator.model.record import identity
from generator.site.views import citation
from generator.site.views.linker import Linker
from generator.site.views.page import Link
from generator.site.views.progress import LABELS as STATUS_LABELS
from generator.text import word_diff
from generator.text.excerpts import first_words

LABELS: dict[EventKind, str] = {
    "nieuw": "Toegevoegd",
    "inhoudelijk": "Inhoud gewijzigd",
    "redactioneel": "Tekst verduidelijkt",
    "verplaatst": "Verplaatst",
    "vervallen": "Vervallen",
    "gesplitst": "Gesplitst",
    "samengevoegd": "Samengevoegd",
    "hersteld": "Weer toegevoegd",
    "afspraak": "Aangemerkt als afspraak",
    "geen afspraak": "Niet langer aangemerkt als afspraak",
    "status": "Geen status meer",
    "regels": "Regels van de tekst verschoven",
}

_FIRST_WORDS = 60
"""How many characters of a text a link to it shows at most."""


@dataclass(frozen=True)
class HistoryRow:
    """One event in the history of a name."""

    date: date
    label: str
    note: str | None
    version: Link | None
    into: tuple[Link, ...]


def rows(link: Linker, name: str) -> list[HistoryRow]:
    """The history of a name (statement ID or slug), newest first."""
    register = link.dossier.register
    version_of_event = {identity(version.event): version for version in register.versions(name)}
    return [
        HistoryRow(
            event.date,
            label(event),
            event.note,
            link.version(version_of_event[identity(event)])
            if identity(event) in version_of_event
            else None,
            tuple(named_permalink(link, into) for into in event.into),
        )
        for event in reversed(register.history.get(name, ()))
    ]


def label(event: Event) -> str:
    """What happened, in words.

    The register records a rename as a move to a new name; readers see it as a rename.
    """
    if event.event == "status" and event.status:
        return f"Status: {STATUS_LABELS[event.status]}"
    return "Hernoemd" if event.event == "verplaatst" and event.into else LABELS[event.event]


def latest(link: Linker, name: str) -> Version | None:
    """The latest version of the text of a name; None if it has no versions."""
    versions = link.dossier.register.versions(name)
    return versions[-1] if versions else None


def differences(versions: tuple[Version, ...]) -> dict[int, list[word_diff.Part]]:
    """What changed in each version since the previous one, by version number.

    The first version has no previous one and is left out.
    """
    return {
        after.number: word_diff.between(before.event.text, after.event.text)
        for before, after in pairwise(versions)
    }


def first_words_of(link: Linker, name: str) -> str:
    """The first words of the current text of a name."""
    return first_words(link.dossier.register.versions(name)[-1].event.text, _FIRST_WORDS)


def named_permalink(link: Linker, name: str) -> Link:
    """A permalink whose text says what it leads to: a number alone says nothing."""
    words = first_words_of(link, name)
    return link.permalink(name, f"{name}: {words}" if name[0].isupper() else words)


def citations(link: Linker, version: Version) -> Mapping[str, citation.Cited]:
    """How to cite a version: the citation by the name of its format."""
    event = version.event
    source = source_of(link, event) if event.is_statement else None
    return citation.formats(
        citation.Citation(
            title=source.title if source else event.text.removesuffix("."),
            dated=citation.date_of(source) if source else citation.Dated(),
            site=link.dossier.settings.title,
            version=version,
            address=link.absolute_url(urls.version(event.id, version.number)),
        )
    )


def source_of(link: Linker, event: Event) -> Source | None:
    """The source that a statement quotes, or quoted before it was withdrawn.

    If that is not known any more: the first quoted source, if there is one.
    """
    dossier = link.dossier
    slug = link.source_slug_at(event.place) or next(iter(dossier.texts), None)
    return dossier.source(slug) if slug else None
