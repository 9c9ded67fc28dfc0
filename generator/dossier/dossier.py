"""The loaded content: all records, with look-up by name and reverse references."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from generator.dossier import (
    citable,
    comparisons,
    documents,
    fact_pages,
    fixed_addresses,
    line_ids,
)
from generator.dossier.backlinks import Backlinks
from generator.dossier.citable import Citable
from generator.dossier.comparisons import DocumentPair, Tie
from generator.dossier.kind import Kind
from generator.dossier.kinds import ENTRIES, KINDS, MENTIONABLE, SINGLE_FILES, kind_of
from generator.dossier.line_ids import LineMoves
from generator.dossier.references import mentioned_slugs
from generator.dossier.register import Register
from generator.dossier.source_lines import Quoting, SourceLines
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
    Section,
    Settings,
    Source,
    Statement,
    Stored,
    Term,
    Terms,
    Theme,
    Timeline,
)
from generator.model.record import RecordIdentity, identity
from generator.model.scalars import Reference, RichText
from generator.model.traversal import KeyPath, marked_texts, records
from generator.parsing.locations import Location, Unread
from generator.text.name_matcher import NameMatcher

AnyFile = TypeVar("AnyFile", bound=File)


@dataclass(frozen=True, eq=False)  # a dossier that was loaded again is a different one
class Dossier:
    """All content of one dossier, with lookups."""

    records_by_model: Mapping[type[File], tuple[File, ...]]
    """The content files of each kind, in the order of their paths."""
    texts: Mapping[str, tuple[str, ...]]
    """The lines of each quoted source, by its slug."""
    evidence: Mapping[str, str]
    """The text that was kept of a source as evidence, by the slug of the source."""
    places: Mapping[RecordIdentity, Location]
    """Where each record was written, by its identity."""
    register: Register = field(default_factory=Register)
    unread: Unread = field(default_factory=Unread)

    def place(self, record: Record) -> Location:
        """Where a record was written: its file and its key path."""
        return self.places[identity(record)]

    # By kind --------------------------------------------------------------------------------------

    def all(self, model: type[AnyFile]) -> tuple[AnyFile, ...]:
        """The content files of one kind."""
        return self.records_by_model.get(model, ())  # type: ignore[return-value]  # by its key

    def only(self, model: type[AnyFile]) -> AnyFile:
        """The content file of a kind that exists once: loading made sure that it does."""
        return self.all(model)[0]

    @property
    def settings(self) -> Settings:
        return self.only(Settings)

    @property
    def follow_up(self) -> FollowUp:
        return self.only(FollowUp)

    @property
    def timeline(self) -> Timeline:
        return self.only(Timeline)

    @property
    def open_points(self) -> OpenPoints:
        return self.only(OpenPoints)

    @property
    def terms(self) -> Terms:
        return self.only(Terms)

    @property
    def progress(self) -> ProgressLog:
        return self.only(ProgressLog)

    @property
    def deadlines(self) -> Deadlines:
        return self.only(Deadlines)

    @property
    def search(self) -> Search:
        return self.only(Search)

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        """The themes in the order of their numbers."""
        return tuple(sorted(self.all(Theme), key=lambda theme: (theme.number, theme.slug)))

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """The chapters that are no theme."""
        return self.all(Chapter)

    @property
    def parties(self) -> tuple[Party, ...]:
        return self.all(Party)

    @property
    def bodies(self) -> tuple[Body, ...]:
        return self.all(Body)

    @property
    def instruments(self) -> tuple[Instrument, ...]:
        return self.all(Instrument)

    @property
    def sources(self) -> tuple[Source, ...]:
        return self.all(Source)

    @property
    def articles(self) -> tuple[Article, ...]:
        return self.all(Article)

    # In order -------------------------------------------------------------------------------------

    @cached_property
    def parts(self) -> tuple[Chapter, ...]:
        """All chapters, including themes and follow-up, in the order of their source."""
        rank = {source.slug: number for number, source in enumerate(self.documents)}

        def order(part: Chapter) -> tuple[int, str, int, str]:
            return rank.get(part.source, len(rank)), *_source_order(part)

        return tuple(sorted((*self.chapters, *self.themes, self.follow_up), key=order))

    @cached_property
    def documents(self) -> tuple[Source, ...]:
        """The quoted sources, of which the texts are in the content: the earlier ones first."""
        quoted = (source for source in self.sources if source.slug in self.texts)
        return tuple(sorted(quoted, key=documents.order))

    @property
    def has_several_documents(self) -> bool:
        """Whether readers have to be told from which document something is."""
        return len(self.documents) > 1

    @cached_property
    def document_pairs(self) -> tuple[DocumentPair, ...]:
        """Every two documents of which sentences are compared."""
        quoted = {source.slug: source for source in self.documents}
        known = ((each, self.home(each).source) for each in self.statements)
        homes = ((each, quoted[slug]) for each, slug in known if slug in quoted)
        return comparisons.pairs(homes, quoted)

    @cached_property
    def _ties(self) -> Mapping[str, tuple[tuple[DocumentPair, Tie], ...]]:
        return gather(
            (statement.id, (pair, tie))
            for pair in self.document_pairs
            for tie in pair.ties
            for statement in (tie.before, tie.after)
            if statement
        )

    def ties_of(self, statement: Statement) -> tuple[tuple[DocumentPair, Tie], ...]:
        """What is said of a statement in comparison with other documents."""
        return self._ties.get(statement.id, ())

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        return tuple(statement for part in self.parts for statement in part.statements)

    @cached_property
    def commitments(self) -> tuple[Statement, ...]:
        return tuple(statement for statement in self.statements if statement.commitment)

    @property
    def mentionables(self) -> tuple[Mentionable, ...]:
        """Every record that statements can mention."""
        return tuple(each for kind in MENTIONABLE for each in self.of_kind(kind))  # type: ignore[misc]  # these kinds have names

    @cached_property
    def claimants(self) -> tuple[Mentionable, ...]:
        """The same, in the order in which they may claim a name: recorded ones before new ones."""
        return tuple(
            sorted(self.mentionables, key=lambda each: each.slug not in self.register.history)
        )

    def of_kind(self, kind: Kind) -> tuple[File, ...]:
        """The content files of a kind, in the order in which readers see them."""
        return (
            self.themes if kind.model is Theme else self.records_by_model.get(kind.file_model, ())
        )

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """Every record, including records nested in others."""
        return tuple(record for file in self.files for _, record in records(file))

    @cached_property
    def stored(self) -> tuple[Stored, ...]:
        """Every record with a file of its own, also those that share a page."""
        return tuple(record for record in self.records if isinstance(record, Stored))

    @cached_property
    def references(self) -> tuple[tuple[Record, KeyPath, Reference, str], ...]:
        """Every reference: the record that contains it, its key path, its kind and the name."""
        return tuple(
            (record, *found) for record in self.records for found in marked_texts(record, Reference)
        )

    @cached_property
    def rich_texts(self) -> tuple[tuple[Record, KeyPath, str], ...]:
        """Every rich-text value with its record and key path."""
        return tuple(
            (record, keys, text)
            for record in self.records
            for keys, _, text in marked_texts(record, RichText)
        )

    def entries(self) -> Iterator[tuple[Entry, File]]:
        """Every entry that can be cited, with the file whose page shows it."""
        for kind in (each for each in ENTRIES if each.cited_text):
            file = self.only(SINGLE_FILES[kind.file])
            yield from ((entry, file) for entry in getattr(file, kind.items))

    def sections(self) -> Iterator[tuple[Section, Article | Settings]]:
        """Every piece of text of our own with a heading, with the file in which it is written."""
        yield from ((section, self.settings) for section in self.settings.home)
        yield from ((each, article) for article in self.articles for each in article.sections)

    @cached_property
    def citables(self) -> tuple[Citable, ...]:
        """Everything that has a permalink, statements first."""
        files = [kind for kind in KINDS if kind.is_file and kind.cited_text]
        return (
            *(
                citable.of_statement(each, part, self.backlinks.decided_status(each))
                for part in self.parts
                for each in part.statements
            ),
            *(citable.of_file(file) for file in self._files_of(files)),
            *citable.of_entries(self.entries(), self.fact_pages),
            *citable.of_sections(self.sections()),
            *citable.of_fixed(fixed_addresses.all_addresses(), self.settings),
            *citable.of_groups(self.settings, self.register),
            *citable.of_pairs(self.document_pairs),
        )

    @cached_property
    def fact_pages(self) -> Mapping[str, str]:
        """The page of each progress fact, by slug."""
        return fact_pages.pages(self.progress, self.register)

    # By name --------------------------------------------------------------------------------------

    @cached_property
    def statement(self) -> Mapping[str, Statement]:
        """Statements by ID; the first one if an ID is used twice."""
        return {statement.id: statement for statement in reversed(self.statements)}

    @cached_property
    def referable(self) -> Mapping[str, Mapping[str, None]]:
        """The names that a reference can give, in order, by the kind of reference."""
        files = [kind for kind in KINDS if kind.is_referable and kind.is_file]
        found = {
            "statement": sorted(self.statement),
            **{kind.key: _slugs(self.of_kind(kind)) for kind in files},
            "kind": self.settings.kinds,
            "group": self.settings.party_groups,
            "point_kind": self.settings.point_kinds,
        }
        return {kind: dict.fromkeys(names) for kind, names in found.items()}

    def is_unique(self, name: str) -> bool:
        """Whether a name is used only once, so that it can be compared with the register."""
        return self._uses[name] == 1

    @cached_property
    def _uses(self) -> Counter[str]:
        return Counter(
            (
                *(item.name for item in self.citables),
                *(file.slug for file in self.files if not kind_of(file).cited_text),
            )
        )

    @cached_property
    def record(self) -> Mapping[str, File]:
        """Every content file by its slug."""
        return {record.slug: record for record in self.files}

    @cached_property
    def names(self) -> NameMatcher[Mentionable]:
        """The names that statements use for the records of this dossier."""
        claims = [(name, record) for record in self.claimants for name in record.names]
        return NameMatcher(dict(reversed(claims)))  # a name that two claim is that of the first

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

    def next_number(self, *others: Register) -> str:
        """The statement ID after the highest that is or was in use, here or in other registers."""
        prefix = f"{self.settings.prefix}-"
        registers = (self.register, *others)
        known = {*self.statement, *(name for each in registers for name in each.history)}
        numbers = (name.removeprefix(prefix) for name in known if name.startswith(prefix))
        return f"{prefix}{max(map(int, numbers), default=0) + 1:03d}"

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

    @cached_property
    def source_lines(self) -> Mapping[str, SourceLines]:
        """The lines of each quoted source and what is quoted from them, by its slug."""
        statements = gather((self.home(each).source, each) for each in self.statements)
        return {
            slug: SourceLines(
                lines,
                statements.get(slug, ()),
                self._sources[slug].skipped if slug in self._sources else (),
            )
            for slug, lines in self.texts.items()
        }

    def line_moves(self, source: Source) -> LineMoves:
        """How the lines of a source moved since they were published, as recorded."""
        return line_ids.moves(self.register, source.slug)

    def is_verbatim(self, statement: Statement) -> bool:
        """Whether the text of a statement is on its line of the source, where that is now."""
        text = self.source_lines.get(self.home(statement).source)
        return bool(text and text.has(statement))

    @cached_property
    def misquoted(self) -> tuple[tuple[int, Quoting], ...]:
        """What is not on its line of a source, or quotes a source without a text; with its line."""
        texts = self.source_lines.values()
        known = {identity(each) for text in texts for each in text.quoting}
        unknown = (each for each in self.statements if identity(each) not in known)
        found = ((text.number(each), each) for text in texts for each in text.misquoted)
        return (*found, *((each.line, each) for each in unknown))

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
        files = [kind for kind in KINDS if kind.is_file and not issubclass(kind.model, Chapter)]
        singles = [kind for kind in files if kind.is_single_file]
        others = [kind for kind in files if not kind.is_single_file]
        return (*self._files_of(singles), *self.parts, *self._files_of(others))

    def _files_of(self, kinds: Iterable[Kind]) -> Iterator[File]:
        for kind in kinds:
            yield from self.of_kind(kind)


def _source_order(part: Chapter) -> tuple[str, int, str]:
    """Sort key: source, then first line. A chapter without statements comes last."""
    first = part.statements[0].line if part.statements else 10**9
    return part.source, first, part.slug


def _slugs(found: Iterable[File]) -> list[str]:
    return sorted(record.slug for record in found)
