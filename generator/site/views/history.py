"""What became of everything that can be cited, as readers see it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice, pairwise
from typing import Any

from generator.dossier import urls
from generator.dossier.register import Event, EventKind, Version
from generator.site.views import citation
from generator.site.views.linker import Linker
from generator.site.views.page import Link
from generator.text import word_diff
from generator.text.dates import dutch_date

LABELS: dict[EventKind, str] = {
    "nieuw": "Opgenomen",
    "inhoudelijk": "Inhoudelijk gewijzigd",
    "redactioneel": "Redactioneel gewijzigd",
    "verplaatst": "Verplaatst",
    "vervallen": "Vervallen",
    "gesplitst": "Gesplitst",
    "samengevoegd": "Samengevoegd",
}


@dataclass(frozen=True)
class Row:
    """A line of the history of one name."""

    date: date
    label: str
    note: str | None
    version: Link | None
    into: tuple[Link, ...]


def rows(link: Linker, name: str) -> list[Row]:
    """The history of a name, newest first."""
    register = link.dossier.register
    numbers = {id(version.event): version for version in register.versions(name)}
    return [
        Row(
            event.date,
            label(event),
            event.note,
            link.version(numbers[id(event)]) if id(event) in numbers else None,
            tuple(map(link.permalink, event.into)),
        )
        for event in reversed(register.history.get(name, ()))
    ]


def label(event: Event) -> str:
    """What happened, in words; a name that changed is not a text that moved."""
    return "Hernoemd" if event.event == "verplaatst" and event.into else LABELS[event.event]


def latest(link: Linker, name: str) -> Version | None:
    versions = link.dossier.register.versions(name)
    return versions[-1] if versions else None


def differences(versions: tuple[Version, ...]) -> dict[int, list[word_diff.Part]]:
    """Of each version after the first, what changed since the one before."""
    return {
        after.number: word_diff.between(before.event.text, after.event.text)
        for before, after in pairwise(versions)
    }


def citations(link: Linker, version: Version) -> dict[str, str]:
    """How to cite a version, by format."""
    event = version.event
    cited = citation.Cited(
        document=_source_title(link, event) if event.is_statement else event.text,
        part=f"uitspraak {event.id}" if event.is_statement else "",
        site=link.dossier.settings.title,
        version=version,
        address=link.full(urls.version(event.id, version.number)),
        date=dutch_date(event.date),
    )
    return dict(citation.formats(cited))


def _source_title(link: Linker, event: Event) -> str:
    """The source that a statement quotes, or quoted: a citation outlives what it cites."""
    dossier = link.dossier
    slug = link.quoted_at(event.place) or next(iter(dossier.texts), None)
    return dossier.source(slug).title if slug else dossier.settings.title


@dataclass(frozen=True)
class Entry:
    """Events of one day that are alike."""

    label: str
    note: str | None
    items: tuple[Link, ...]


@dataclass(frozen=True)
class Day:
    date: date
    entries: tuple[Entry, ...]

    @property
    def anchor(self) -> str:
        return f"dag-{self.date.isoformat()}"


def days(link: Linker, events: Iterable[Event]) -> Iterator[Day]:
    """Changes by day, the newest first."""
    ordered = sorted(events, key=lambda event: event.date, reverse=True)
    for day, found in groupby(ordered, key=lambda event: event.date):
        yield Day(day, tuple(_entries(link, list(found))))


def _entries(link: Linker, events: list[Event]) -> Iterable[Entry]:
    alike: dict[tuple[str, str | None], list[Link]] = {}
    for event in events:
        alike.setdefault((label(event), event.note), []).append(_cited(link, event))
    return (Entry(label, note, tuple(items)) for (label, note), items in alike.items())


def _cited(link: Linker, event: Event) -> Link:
    """A statement goes by its number, all else by what it is called."""
    return link.permalink(event.id, event.id if event.is_statement else event.text)


def newest(link: Linker, count: int) -> list[dict[str, Any]]:
    """The latest changes, one for each kind of change on a day."""
    changed = days(link, link.dossier.register.events)
    found = ((day.date, entry) for day in changed for entry in day.entries)
    return [
        {"date": day, "label": each.label, "count": len(each.items)}
        for day, each in islice(found, count)
    ]
