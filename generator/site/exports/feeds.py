"""Changes as Atom feeds (RFC 4287): of the complete dossier, of each theme and of each party."""

import textwrap
from collections.abc import Iterable, Iterator
from functools import partial
from xml.etree import ElementTree as ET

from generator.dossier import page_owners, urls
from generator.dossier.dossier import Dossier
from generator.dossier.register import Change, Event
from generator.model import Party, Theme
from generator.site.views import history
from generator.site.views.linker import Linker
from generator.site.views.page import Output

NEWEST = 100
"""How many changes a feed has at most. More are not needed: feed readers fetch it often."""
_TITLE_LENGTH = 70
"""How many characters of a text its entry is titled with."""


def outputs(link: Linker) -> Iterator[Output]:
    """Every feed."""
    yield urls.FEED, partial(_dossier_feed, link)
    for theme in link.dossier.themes:
        yield urls.theme_feed(theme), partial(_theme_feed, link, theme)
    for party in link.dossier.parties:
        yield urls.party_feed(party), partial(_party_feed, link, party)
    yield from _former_feeds(link)


def _former_feeds(link: Linker) -> Iterator[Output]:
    """The feeds of themes and parties at the addresses that they had before, for subscribers.

    Such a feed has what the feed of the successors has, and says where that is. If there is no
    single successor, it has the events of the old name.
    """
    for name, page in page_owners.former_pages(link.dossier):
        path = urls.feed_beside(page)
        yield path, partial(_former_feed, link, name, path)


def _former_feed(link: Linker, name: str, path: str) -> str:
    owner = page_owners.successor(link.dossier, name)
    if isinstance(owner, Theme):
        return _theme_feed(link, owner, path)
    if isinstance(owner, Party):
        return _party_feed(link, owner, path)
    return _feed(link, path, f": {name}", link.dossier.register.changes_of(name))


def _dossier_feed(link: Linker) -> str:
    return _feed(link, urls.FEED, "", link.dossier.register.changes)


def _theme_feed(link: Linker, theme: Theme, former_path: str = "") -> str:
    register = link.dossier.register
    names = (theme.slug, *register.predecessors.get(theme.slug, ()))
    pages = dict.fromkeys(event.place for name in names for event in register.history.get(name, ()))
    changes = (each for page in pages for each in register.changes_on(page))
    return _feed(link, urls.theme_feed(theme), f": {theme.title}", changes, former_path)


def _party_feed(link: Linker, party: Party, former_path: str = "") -> str:
    names = dict.fromkeys(_related_names(link.dossier, party))
    changes = (each for name in names for each in link.dossier.register.changes_of(name))
    return _feed(link, urls.party_feed(party), f": {party.display_name}", changes, former_path)


def _related_names(dossier: Dossier, party: Party) -> Iterator[str]:
    """The names under which changes concern a party.

    These are the party, the statements that name it with their progress and deadlines, and the
    progress that the party reported.
    """
    yield party.slug
    yield from dossier.register.predecessors.get(party.slug, ())
    for statement in dossier.backlinks.naming(party):
        yield statement.id
        yield from (item.slug for item in dossier.backlinks.progress_of(statement))
        yield from (each.slug for each in dossier.backlinks.deadlines_of(statement))
    yield from (item.slug for item in dossier.progress.items if party.slug in item.reported_by)


def _feed(
    link: Linker, path: str, suffix: str, changes: Iterable[Change], former_path: str = ""
) -> str:
    """A feed at a path, or the same feed at a former path, where it keeps the identity it had."""
    ordered = sorted(changes, key=lambda each: (each.event.date, each.at), reverse=True)
    newest = ordered[:NEWEST]
    settings = link.dossier.settings
    feed = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "nl"})
    _add(feed, "title", f"Wijzigingen: {settings.title}{suffix}")
    _add(feed, "id", link.absolute_url(former_path or path))
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
    _add(entry, "title", f"{history.label(event)}: {_named(event)}")
    _add(entry, "id", f"{address}#gebeurtenis-{change.nth}")
    _add(entry, "updated", _midnight(event))
    ET.SubElement(entry, "link", {"rel": "alternate", "href": address})
    _add(entry, "summary", f"{_sentence(event.note)} {event.text}" if event.note else event.text)


def _named(event: Event) -> str:
    """What readers know a name by: the first words of its text, and the number of a statement."""
    words = textwrap.shorten(event.text, _TITLE_LENGTH, placeholder=" …")
    return f"{event.id} ‘{words}’" if event.is_statement else words


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!", "…", ":")) else f"{text}."


def _midnight(event: Event) -> str:
    return f"{event.date.isoformat()}T00:00:00Z"


def _add(parent: ET.Element, tag: str, value: str) -> None:
    ET.SubElement(parent, tag).text = value
