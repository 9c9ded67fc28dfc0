"""The permalinks, and the versions of each text: small static pages, each complete by itself."""

from collections.abc import Iterator
from functools import partial
from typing import TypeGuard

from generator.dossier import register_chain, urls
from generator.dossier.citable import Citable
from generator.dossier.register import Event, Version
from generator.model import Record, Statement, Theme
from generator.site.exports import embeds, social_card
from generator.site.exports.static_page import Preview, StaticPage
from generator.site.exports.tombstones import tombstone
from generator.site.views import history, progress
from generator.site.views.linker import Linker
from generator.site.views.page import Link
from generator.site.views.statements import commitments_of
from generator.text.dates import dutch_date
from generator.text.excerpts import first_words

_HEADING = 90
"""How many characters of a text its heading shows at most."""
_QUOTE = 200
"""How many characters of a text a description shows at most."""


def pages(link: Linker) -> Iterator[StaticPage]:
    """The permalink of every name that is or was in use, and the versions of its text."""
    current = {item.name: item for item in link.dossier.citables}
    for name in link.dossier.register.history:
        yield _permalink(link, name, current.get(name))
        for version in link.dossier.register.versions(name):
            yield _version(link, name, version, current.get(name))


# Permalinks ---------------------------------------------------------------------------------------


def _permalink(link: Linker, name: str, item: Citable | None) -> StaticPage:
    file = urls.permalink(name)
    return StaticPage(
        path=file,
        template="permalink.html.j2",
        canonical=item.own_page if item else file,
        preview=partial(_preview, link, name, item),
        view=partial(_permalink_view, link, name, item),
    )


def _is_commitment(record: Record) -> TypeGuard[Statement]:
    return isinstance(record, Statement) and record.commitment


def _preview(link: Linker, name: str, item: Citable | None) -> Preview:
    event = link.dossier.register.versions(name)[-1].event
    description = f"{_shown_words(event)} – {_about(link, event, item)}"
    card = social_card.path(link, name)
    return Preview(_heading(event), description, _kind(event, item), card)


def _heading(event: Event) -> str:
    """The first words of a text."""
    return first_words(event.text, _HEADING)


def _shown_words(event: Event) -> str:
    """The beginning of a text as it is shown in a description."""
    words = first_words(event.text, _QUOTE)
    return f"‘{words}’" if event.is_statement else words


def _about(link: Linker, event: Event, item: Citable | None) -> str:
    """What it is, its place and its status, or what became of it."""
    kind, end = _kind(event, item), link.dossier.register.tombstone(event.id)
    if end:
        happened = f"{history.label(end)} op {dutch_date(end.date)}"
        return f"{kind}: {happened.lower()}." if kind else f"{happened}."
    place = f", {link.title_of_page(item.page)}" if item and event.is_statement else ""
    return " ".join((f"{kind}{place}.", *_standing(link, item)))


def _kind(event: Event, item: Citable | None) -> str:
    """What it is in a word, with the number of a statement; empty if that is not known."""
    if event.is_statement:
        return f"{'Afspraak' if item and item.is_commitment else 'Uitspraak'} {event.id}"
    return item.label if item else ""


def _standing(link: Linker, item: Citable | None) -> Iterator[str]:
    """The status of a commitment, or of the commitments of a theme."""
    record = item.record if item else None
    if isinstance(record, Statement) and record.commitment:
        yield f"Status: {progress.status(link, record).label}."
    elif isinstance(record, Theme):
        commitments = commitments_of(record)
        counts = ", ".join(f"{e.count} {e.label}" for e in progress.counts(link, commitments))
        number = social_card.number_of(commitments)
        yield f"{number}: {counts}." if counts else f"{number}."


def _permalink_view(link: Linker, name: str, item: Citable | None) -> dict[str, object]:
    latest = link.dossier.register.versions(name)[-1]
    return {
        **_text_view(link, latest),
        "kind": _kind(latest.event, item),
        "place": Link(link.title_of_page(item.page), item.page, item.anchor) if item else None,
        **_statement_view(link, item.record if item else None),
        "address": link.absolute_url(urls.permalink(name)),
        "history": history.rows(link, name),
        "version": link.version(latest),
        "embed": embeds.code(link, latest.event) if item and latest.event.is_statement else "",
    }


def _text_view(link: Linker, version: Version) -> dict[str, object]:
    """What a permalink and a version both show: a text, what became of it, how to cite it."""
    event, heading = version.event, _heading(version.event)
    return {
        "heading": heading,
        "quoted": event.is_statement,
        "text": event.text,
        "is_in_heading": event.text == heading,
        "date": event.date,
        "end": tombstone(link, event.id),
        "citations": history.citations(link, version),
    }


def _statement_view(link: Linker, record: object) -> dict[str, object]:
    """The theme of a statement; of a commitment also its page and its status."""
    statement = record if isinstance(record, Statement) else None
    theme = link.dossier.theme(statement) if statement else None
    commitment = statement if statement and _is_commitment(statement) else None
    return {
        "in_theme": bool(theme),
        "commitment": link.commitment(commitment) if commitment else None,
        "status": progress.status(link, commitment) if commitment else None,
    }


# Versions -----------------------------------------------------------------------------------------


def _version(link: Linker, name: str, version: Version, item: Citable | None) -> StaticPage:
    file = urls.version(name, version.number)
    return StaticPage(
        path=file,
        template="version.html.j2",
        canonical=file,
        preview=partial(_version_preview, link, version, item),
        view=partial(_version_view, link, version, item),
    )


def _version_preview(link: Linker, version: Version, item: Citable | None) -> Preview:
    """Of a text that changed since, the card is that of the site: the others show the new text."""
    event, kind = version.event, _version_kind(version, item)
    newest = version == link.dossier.register.versions(event.id)[-1]
    description = f"{_shown_words(event)} – {kind} van {dutch_date(event.date)}."
    card = social_card.path(link, event.id) if newest else social_card.PATH
    return Preview(_heading(event), description, kind, card)


def _version_kind(version: Version, item: Citable | None) -> str:
    kind = _kind(version.event, item)
    return f"{kind}, versie {version.number}" if kind else f"Versie {version.number}"


def _version_view(link: Linker, version: Version, item: Citable | None) -> dict[str, object]:
    event, versions = version.event, link.dossier.register.versions(version.event.id)
    return {
        **_text_view(link, version),
        "kind": _version_kind(version, item),
        "note": event.note,
        "label": history.label(event),
        "name": event.id,
        "nth": link.dossier.register.history[event.id].index(event) + 1,
        "fingerprint": event.fingerprint,
        "line_hash": register_chain.event_hash(link.dossier.register, event),
        "register": Link("register.jsonl", file=urls.REGISTER),
        "place": event.place,
        "difference": history.differences(versions).get(version.number, []),
        "newest": link.version(versions[-1]) if version.number < len(versions) else None,
        "permalink": link.history(event.id, "Alle versies"),
        "address": link.absolute_url(urls.version(event.id, version.number)),
    }
