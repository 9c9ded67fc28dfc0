"""Changes as Atom feeds (RFC 4287): of the complete dossier, of each theme and of each party."""

from collections.abc import Iterable, Iterator
from functools import partial
from xml.etree import ElementTree as ET

from generator.dossier import urls
from generator.dossier.dossier import Dossier
from generator.dossier.register import Change, Event
from generator.model import Party, Theme
from generator.site.views import history
from generator.site.views.linker import Linker
from generator.site.views.page import Output

NEWEST = 100
"""How many changes a feed has at most. More are not needed: feed readers fetch it often."""


def outputs(link: Linker) -> Iterator[Output]:
    """Every feed."""
    yield urls.FEED, partial(_dossier_feed, link)
    for theme in link.dossier.themes:
        yield urls.theme_feed(theme), partial(_theme_feed, link, theme)
    for party in link.dossier.parties:
        yield urls.party_feed(party), partial(_party_feed, link, party)


def _dossier_feed(link: Linker) -> str:
    return _feed(link, urls.FEED, "", link.dossier.register.changes)


def _theme_feed(link: Linker, theme: Theme) -> str:
    changes = link.dossier.register.changes_on(urls.address(urls.page(theme)))
    return _feed(link, urls.theme_feed(theme), f": {theme.title}", changes)


def _party_feed(link: Linker, party: Party) -> str:
    names = dict.fromkeys(_related_names(link.dossier, party))
    changes = (each for name in names for each in link.dossier.register.changes_of(name))
    return _feed(link, urls.party_feed(party), f": {party.display_name}", changes)


def _related_names(dossier: Dossier, party: Party) -> Iterator[str]:
    """The names under which changes concern a party.

    These are the party, the statements that name it with their progress and deadlines, and the
    progress that the party reported.
    """
    yield party.slug
    for statement in dossier.backlinks.naming(party):
        yield statement.id
        yield from (item.slug for item in dossier.backlinks.progress_of(statement))
        yield from (each.slug for each in dossier.backlinks.deadlines_of(statement))
    yield from (item.slug for item in dossier.progress.items if item.reported_by == party.slug)


def _feed(link: Linker, path: str, suffix: str, changes: Iterable[Change]) -> str:
    ordered = sorted(changes, key=lambda each: (each.event.date, each.at), reverse=True)
    newest = ordered[:NEWEST]
    settings = link.dossier.settings
    feed = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "nl"})
    _add(feed, "title", f"Wijzigingen: {settings.title}{suffix}")
    _add(feed, "id", link.absolute_url(path))
    _add(feed, "updated", _midnight(newest[0].event) if newest else f"{settings.changed}T00:00:00Z")
    _add(ET.SubElement(feed, "author"), "name", settings.title)
    ET.SubElement(feed, "link", {"rel": "self", "href": link.absolute_url(path)})
    ET.SubElement(feed, "link", {"rel": "alternate", "href": link.absolute_url(urls.CHANGES)})
    for change in newest:
        _entry(link, feed, change)
    ET.indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, "unicode") + "\n"


def _entry(link: Linker, feed: ET.Element, change: Change) -> None:
    event = change.event
    address = link.absolute_url(urls.permalink(event.id))
    entry = ET.SubElement(feed, "entry")
    _add(entry, "title", f"{event.id}: {history.label(event).lower()}")
    _add(entry, "id", f"{address}#gebeurtenis-{change.nth}")
    _add(entry, "updated", _midnight(event))
    ET.SubElement(entry, "link", {"rel": "alternate", "href": address})
    _add(entry, "summary", f"{event.note} {event.text}" if event.note else event.text)


def _midnight(event: Event) -> str:
    return f"{event.date.isoformat()}T00:00:00Z"


def _add(parent: ET.Element, tag: str, value: str) -> None:
    ET.SubElement(parent, tag).text = value
