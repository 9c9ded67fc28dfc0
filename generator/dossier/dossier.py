"""The loaded content: all records, with look-up by name and reverse references."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.dossier.backlinks import Backlinks
from generator.dossier.references import mentioned_slugs
from generator.dossier.register import Register
from generator.grouping import gather
from generator.model import (
    Article,
    Body,
    Chapter,
    Deadlines,
    Entry,
    File,
    FollowUp,
    Instrument,
    Mentionable,
    OpenPoints,
    Party,
    ProgressLog,
    Record,
    Search,
    Settings,
    Source,
    Statement,
    Term,
    Terms,
    Theme,
    Timeline,
)
from generator.model.scalars import Reference, RichText
from generator.model.traversal import KeyPath, marked_texts, records
from generator.parsing.locations import Location, Unread
from generator.text.name_matcher import NameMatcher


@dataclass(frozen=True, eq=False)  # a dossier that was loaded again is a different one
class Dossier:
    """All content of one dossier: one field for each content file or folder of files."""

    settings: Settings
    follow_up: FollowUp
    timeline: Timeline
    open_points: OpenPoints
    terms: Terms
    progress: ProgressLog
    deadlines: Deadlines
    search: Search
    themes: tuple[Theme, ...]
    chapters: tuple[Chapter, ...]
    parties: tuple[Party, ...]
    bodies: tuple[Body, ...]
    instruments: tuple[Instrument, ...]
    sources: tuple[Source, ...]
    articles: tuple[Article, ...]
    texts: Mapping[str, tuple[str, ...]]
    """The lines of each quoted source, by its slug."""
    places: Mapping[int, Location]
    """Where each record was written, by ``id(record)``: equal records can be in two places."""
    register: Register = field(default_factory=Register)
    lost: Unread = field(default_factory=Unread)

    def place(self, record: Record) -> Location:
        """Where a record was written: its file and its key path."""
        return self.places[id(record)]

    # In order -------------------------------------------------------------------------------------

    @cached_property
    def parts(self) -> tuple[Chapter, ...]:
        """All chapters, including themes and follow-up, in the order of their source."""
        return tuple(sorted((*self.chapters, *self.themes, self.follow_up), key=_source_order))

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        return tuple(statement for part in self.parts for statement in part.statements)

    @cached_property
    def commitments(self) -> tuple[Statement, ...]:
        return tuple(statement for statement in self.statements if statement.commitment)

    @property
    def mentionables(self) -> tuple[Mentionable, ...]:
        return (*self.parties, *self.bodies, *self.instruments, *self.sources, *self.themes)

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """Every record, including records nested in others."""
        return tuple(record for file in self.files for _, record in records(file))

    @cached_property
    def references(self) -> tuple[tuple[Record, KeyPath, Reference, str], ...]:
        """Every reference: the record that contains it, its key path, its kind and the name."""
        return tuple(
            (record, *found) for record in self.records for found in marked_texts(record, Reference)
        )

    @cached_property
    def texts_of_ours(self) -> tuple[tuple[Record, KeyPath, str], ...]:
        """Every rich-text value with its record and key path."""
        return tuple(
            (record, keys, text)
            for record in self.records
            for keys, _, text in marked_texts(record, RichText)
        )

    def entries(self) -> Iterator[tuple[Entry, File]]:
        """Every record that shares a page with others of its kind, with the file of that page."""
        yield from ((term, self.terms) for term in self.terms.terms)
        yield from ((point, self.open_points) for point in self.open_points.points)
        yield from ((item, self.progress) for item in self.progress.items)
        yield from ((item, self.deadlines) for item in self.deadlines.items)

    # By name --------------------------------------------------------------------------------------

    @cached_property
    def statement(self) -> Mapping[str, Statement]:
        """Statements by ID; the first one if an ID is used twice."""
        return {statement.id: statement for statement in reversed(self.statements)}

    @cached_property
    def referable(self) -> Mapping[str, Mapping[str, None]]:
        """The names that a reference can give, in order, by the kind of reference."""
        found = {
            "statement": sorted(self.statement),
            "party": _slugs(self.parties),
            "body": _slugs(self.bodies),
            "instrument": _slugs(self.instruments),
            "source": _slugs(self.sources),
            "theme": _slugs(self.themes),
            "kind": self.settings.kinds,
            "group": self.settings.party_groups,
            "point_kind": self.settings.point_kinds,
        }
        return {kind: dict.fromkeys(names) for kind, names in found.items()}

    def is_single(self, name: str) -> bool:
        """Whether a name is used only once, so that it can be compared with the register."""
        return self._uses[name] == 1

    @cached_property
    def _uses(self) -> Counter[str]:
        return Counter(
            (
                *(statement.id for statement in self.statements),
                *(file.slug for file in self.files),
                *(entry.slug for entry, _ in self.entries()),
            )
        )

    @cached_property
    def record(self) -> Mapping[str, File]:
        """Every content file by its slug."""
        return {record.slug: record for record in self.files}

    @cached_property
    def names(self) -> NameMatcher[Mentionable]:
        """The names that statements use for the records of this dossier."""
        return NameMatcher({name: record for record in self.mentionables for name in record.names})

    @cached_property
    def glossary(self) -> NameMatcher[Mentionable | Term]:
        """Every name that can be explained: of records and of terms. Records take precedence."""
        terms = {name: term for term in self.terms.terms for name in (term.term, *term.names)}
        return NameMatcher({**terms, **self.names.meanings})

    @cached_property
    def backlinks(self) -> Backlinks:
        """The reverse references of all records."""
        return Backlinks(
            self.statements,
            self.open_points.points,
            self.timeline.milestones,
            self.progress.items,
            self.deadlines.items,
            self.files,
        )

    # Places of statements -------------------------------------------------------------------------

    @cached_property
    def _home(self) -> Mapping[str, Chapter]:
        return {statement.id: part for part in self.parts for statement in part.statements}

    def home(self, statement: Statement) -> Chapter:
        """The chapter that contains a statement."""
        return self._home[statement.id]

    def source_of(self, statement: Statement) -> Source:
        """The source that a statement quotes."""
        return self.source(self.home(statement).source)

    def source(self, slug: str) -> Source:
        return self._sources[slug]

    @cached_property
    def _sources(self) -> Mapping[str, Source]:
        return {source.slug: source for source in self.sources}

    def is_verbatim(self, statement: Statement) -> bool:
        """Whether the text of a statement is on its line of the source."""
        lines = self.texts.get(self.home(statement).source, ())
        return statement.line <= len(lines) and statement.text in lines[statement.line - 1]

    def depth(self, statement: Statement) -> int:
        """The nesting level of a statement: 0 if it is not part of another statement."""
        return 1 + self.depth(self.statement[statement.under]) if statement.under else 0

    @cached_property
    def _on_line(self) -> Mapping[tuple[str, int], tuple[Statement, ...]]:
        return gather(
            ((self.home(statement).source, statement.line), statement)
            for statement in self.statements
        )

    def on_line(self, source: Source, number: int) -> tuple[Statement, ...]:
        """The statements that a line of a source became."""
        return self._on_line.get((source.slug, number), ())

    def theme(self, statement: Statement) -> Theme | None:
        """The theme whose chapter contains a statement."""
        home = self.home(statement)
        return home if isinstance(home, Theme) else None

    def mentions(self, statement: Statement) -> Iterator[Mentionable]:
        """The records that a statement names, without the theme that contains it."""
        for slug in mentioned_slugs(statement):
            yield self.record[slug]  # type: ignore[misc]  # checked to be mentionables

    @property
    def files(self) -> tuple[File, ...]:
        """Every content file. Each one is a page."""
        singles = (
            self.settings,
            self.timeline,
            self.terms,
            self.open_points,
            self.progress,
            self.deadlines,
            self.search,
        )
        named = (*self.parties, *self.bodies, *self.instruments, *self.sources, *self.articles)
        return (*singles, *self.parts, *named)


def _source_order(part: Chapter) -> tuple[str, int, str]:
    """Sort key: source, then first line. A chapter without statements comes last."""
    first = part.statements[0].line if part.statements else 10**9
    return part.source, first, part.slug


def _slugs(found: Iterable[Mentionable]) -> list[str]:
    return sorted(record.slug for record in found)
