"""The lists of the API: of each kind in the table of kinds, and of commitments and documents."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.dossier import urls
from generator.dossier.citable import group_name, name_of
from generator.dossier.dossier import Dossier
from generator.dossier.fixed_addresses import COMMITMENTS, DOCUMENTS
from generator.dossier.kind import Kind
from generator.dossier.kinds import LISTED, SINGLE_FILES, kind_of_model
from generator.dossier.register import Event
from generator.grouping import gather
from generator.model import Chapter, Record, Section, Source, Statement, Theme
from generator.site.views.day_changes import kind_of_event

ITEMS = 100
"""Items on each page of a list. Published addresses depend on it, so it must never change."""


@dataclass(frozen=True)
class Collection:
    """A list, with what is and what was on it."""

    name: str
    """Its name in addresses."""
    title: str
    """Its name for readers."""
    kind: Kind
    """The kind of its records."""
    records: Sequence[Record]
    ended: Sequence[str] = ()
    """The names of what was on it and is not any more: each keeps its address."""
    most: int = 0
    """How many records were ever on it."""

    @property
    def is_whole_kind(self) -> bool:
        """Whether it has all records of its kind, and not a part of them."""
        return self.name == self.kind.collection

    @property
    def has_items(self) -> bool:
        """Whether its records have addresses of their own here."""
        return self.is_whole_kind and self.kind.cited_text is not None

    @property
    def pages(self) -> Sequence[Sequence[Record]]:
        """The records on each page. A page that was published stays, even if it is empty now.

        What has no permalink is on one page: nobody knows how many of those there ever were.
        """
        if not self.kind.cited_text:
            return [self.records]
        count = max(1, -(-max(self.most, len(self.records)) // ITEMS))
        return [self.records[at * ITEMS : (at + 1) * ITEMS] for at in range(count)]


def collections(dossier: Dossier) -> tuple[Collection, ...]:
    """Every list, those of all records of a kind first."""
    recorded = _recorded_names(dossier)
    return (*(_of_kind(dossier, kind, recorded) for kind in LISTED), *_parts(dossier))


def _of_kind(dossier: Dossier, kind: Kind, recorded: Mapping[str, Sequence[str]]) -> Collection:
    records = _recorded(dossier, kind, _records(dossier, kind))
    current = {name_of(each) for each in records}
    names = recorded.get(kind.collection, ())
    ended = tuple(name for name in names if name not in current)
    most = len(current) + len(ended)
    return Collection(kind.collection, kind.plural.capitalize(), kind, records, ended, most)


def _parts(dossier: Dossier) -> Iterator[Collection]:
    """The lists with a part of the records of a kind."""
    statement, source = kind_of_model(Statement), kind_of_model(Source)
    marked = {event.id for event in dossier.register.events if event.event == "afspraak"}
    commitments = _recorded(dossier, statement, dossier.commitments)
    most = len(marked | {name_of(each) for each in commitments})
    yield Collection(COMMITMENTS, "Afspraken", statement, commitments, most=most)
    documents = _recorded(dossier, source, dossier.documents)
    yield Collection(DOCUMENTS, "Documenten", source, documents)


def _records(dossier: Dossier, kind: Kind) -> Sequence[Record]:
    """The records of a kind, in the order in which readers see them."""
    if kind.model is Statement:
        return dossier.statements
    if kind.model is Section:
        return tuple(section for section, _ in dossier.sections())
    if kind.model is Chapter:
        return tuple(part for part in dossier.parts if not isinstance(part, Theme))
    if kind.is_entry:
        return tuple(getattr(dossier.only(SINGLE_FILES[kind.file]), kind.items))
    return dossier.of_kind(kind)


def _recorded(dossier: Dossier, kind: Kind, records: Sequence[Record]) -> Sequence[Record]:
    """The records that are in the register, if those of their kind are: others have no version."""
    known = dossier.register.history
    return [each for each in records if not kind.cited_text or name_of(each) in known]


def _recorded_names(dossier: Dossier) -> Mapping[str, Sequence[str]]:
    """The names that were ever on each list, from the places where they stood."""
    events = dossier.register.events
    found = gather(
        (kind_of_event(event).collection, event.id) for event in events if _is_item(event)
    )
    return {collection: tuple(dict.fromkeys(names)) for collection, names in found.items()}


def _is_item(event: Event) -> bool:
    """Whether an event is about a record, and not about a page that exists whatever the content."""
    page, _, anchor = event.place.partition("#")
    if event.is_statement:
        return True
    if anchor:
        return not event.id.startswith(group_name(""))
    return page.endswith("/") and not urls.is_built_in(page) and not urls.is_comparison(page)
