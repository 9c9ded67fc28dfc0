"""Changes as Atom (RFC 4287): of the whole dossier, of each theme and of each party."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from generator import history, urls
from generator.dossier import Dossier
from generator.grouping import gather
from generator.linking import Linker
from generator.model import Party
from generator.register import Event

NEWEST = 100
"""How many changes a feed tells of: readers of feeds come by often."""


def render(link: Linker) -> dict[str, str]:
    """Every feed, by its path under the docs folder."""
    changes = _changes(link.dossier.register.events)
    on_page = gather((each.event.place.partition("#")[0], each) for each in changes)
    feeds = {urls.FEED: _feed(link, urls.FEED, "", changes)}
    for theme in link.dossier.themes:
        path, about = urls.theme_feed(theme), on_page.get(urls.address(urls.page(theme)), ())
        feeds[path] = _feed(link, path, f": {theme.title}", about)
    for party in link.dossier.parties:
        path, names = urls.party_feed(party), set(_touching(link.dossier, party))
        touching = [each for each in changes if each.event.id in names]
        feeds[path] = _feed(link, path, f": {party.shown}", touching)
    return feeds


def _touching(dossier: Dossier, party: Party) -> Iterator[str]:
    """The names of a party, of the statements that name it, and of what came of those."""
    yield party.slug
    for statement in dossier.backlinks.naming(party):
        yield statement.id
        yield from (item.slug for item in dossier.backlinks.progress_of(statement))
        yield from (each.slug for each in dossier.backlinks.deadlines_of(statement))
    yield from (item.slug for item in dossier.progress.items if item.reported_by == party.slug)


@dataclass(frozen=True)
class Change:
    event: Event
    at: int
    """Its place among all events."""
    nth: int
    """Its place among the events of its name."""


def _changes(events: Iterable[Event]) -> list[Change]:
    count: Counter[str] = Counter()
    found = []
    for at, event in enumerate(events):
        count[event.id] += 1
        found.append(Change(event, at, count[event.id]))
    return found


def _feed(link: Linker, path: str, suffix: str, changes: Iterable[Change]) -> str:
    ordered = sorted(changes, key=lambda each: (each.event.date, each.at), reverse=True)
    newest = ordered[:NEWEST]
    settings = link.dossier.settings
    feed = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "nl"})
    _add(feed, "title", f"Wijzigingen: {settings.title}{suffix}")
    _add(feed, "id", link.full(path))
    _add(feed, "updated", _moment(newest[0].event) if newest else f"{settings.changed}T00:00:00Z")
    _add(ET.SubElement(feed, "author"), "name", settings.title)
    ET.SubElement(feed, "link", {"rel": "self", "href": link.full(path)})
    ET.SubElement(feed, "link", {"rel": "alternate", "href": link.full(urls.CHANGES)})
    for change in newest:
        _entry(link, feed, change)
    ET.indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, "unicode") + "\n"


def _entry(link: Linker, feed: ET.Element, change: Change) -> None:
    event = change.event
    address = link.full(urls.permalink(event.id))
    entry = ET.SubElement(feed, "entry")
    _add(entry, "title", f"{event.id}: {history.label(event).lower()}")
    _add(entry, "id", f"{address}#gebeurtenis-{change.nth}")
    _add(entry, "updated", _moment(event))
    ET.SubElement(entry, "link", {"rel": "alternate", "href": address})
    _add(entry, "summary", f"{event.note} {event.text}" if event.note else event.text)


def _moment(event: Event) -> str:
    return f"{event.date.isoformat()}T00:00:00Z"


def _add(parent: ET.Element, tag: str, value: str) -> None:
    ET.SubElement(parent, tag).text = value
