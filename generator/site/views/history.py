"""The history and the changes of everything that can be cited, as readers see them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice, pairwise

from generator.dossier import urls
from generator.dossier.register import Event, EventKind, Version
from generator.model.record import identity
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
    "hersteld": "Weer opgenomen",
    "afspraak": "Aangemerkt als afspraak",
    "geen afspraak": "Niet langer aangemerkt als afspraak",
    "regels": "Regels van de tekst verschoven",
}


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
            tuple(map(link.permalink, event.into)),
        )
        for event in reversed(register.history.get(name, ()))
    ]


def label(event: Event) -> str:
    """What happened, in words.

    The register records a rename as a move to a new name; readers see it as a rename.
    """
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


def citations(link: Linker, version: Version) -> dict[str, str]:
    """How to cite a version: the citation by the name of its format."""
    event = version.event
    cited = citation.Citation(
        document=_source_title(link, event) if event.is_statement else event.text,
        part=f"uitspraak {event.id}" if event.is_statement else "",
        site=link.dossier.settings.title,
        version=version,
        address=link.absolute_url(urls.version(event.id, version.number)),
        date=dutch_date(event.date),
    )
    return dict(citation.formats(cited))


def _source_title(link: Linker, event: Event) -> str:
    """The title of the source that a statement quotes, or quoted before it was withdrawn.

    If the source is not known any more: the title of the first quoted source, or of the site.
    """
    dossier = link.dossier
    slug = link.source_slug_at(event.place) or next(iter(dossier.texts), None)
    return dossier.source(slug).title if slug else dossier.settings.title


@dataclass(frozen=True)
class ChangeGroup:
    """Events of one day with the same label and note."""

    label: str
    note: str | None
    items: tuple[Link, ...]


@dataclass(frozen=True)
class Day:
    """The changes of one day."""

    date: date
    entries: tuple[ChangeGroup, ...]

    @property
    def anchor(self) -> str:
        return f"dag-{self.date.isoformat()}"


def days(link: Linker, events: Iterable[Event]) -> Iterator[Day]:
    """The changes per day, newest day first."""
    ordered = sorted(events, key=lambda event: event.date, reverse=True)
    for day, of_day in groupby(ordered, key=lambda event: event.date):
        yield Day(day, tuple(_change_groups(link, list(of_day))))


def _change_groups(link: Linker, events: list[Event]) -> Iterable[ChangeGroup]:
    groups: dict[tuple[str, str | None], list[Link]] = {}
    for event in events:
        groups.setdefault((label(event), event.note), []).append(_permalink(link, event))
    return (ChangeGroup(label, note, tuple(items)) for (label, note), items in groups.items())


def _permalink(link: Linker, event: Event) -> Link:
    """A link with the ID of a statement as its text; for other records, with their title."""
    return link.permalink(event.id, event.id if event.is_statement else event.text)


def newest(link: Linker, count: int) -> list[dict[str, object]]:
    """The latest ``count`` groups of changes, newest day first."""
    all_days = days(link, link.dossier.register.events)
    groups = ((day.date, group) for day in all_days for group in day.entries)
    return [
        {"date": day, "label": group.label, "count": len(group.items)}
        for day, group in islice(groups, count)
    ]
