"""What templates see: records as readers meet them, with every link in place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator import links, urls
from generator.dossier import Dossier
from generator.model import (
    Body,
    Chapter,
    File,
    Instrument,
    Mentionable,
    OpenPoint,
    Party,
    Source,
    Statement,
    Term,
    Theme,
)
from generator.page import Link, Paragraphs, Piece, Prose


@dataclass(frozen=True)
class Mention:
    """Records of one kind that a statement names."""

    label: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Relative:
    """Another statement, and what ties it to this one."""

    link: Link
    text: str
    words: tuple[str, str] | None
    """The words here and there that carry the tie; None if it is known only from elsewhere."""
    because: Prose = ()


@dataclass(frozen=True)
class StatementView:
    id: str
    anchor: str
    text: Prose
    plain: str
    kind: str
    role: str
    commitment: bool
    own_page: Link | None
    """The page of a commitment's own."""
    stands: Link
    """Where the statement stands among the others."""
    place: Link
    """The line of the source."""
    theme: Link | None
    mentions: tuple[Mention, ...]
    note: Prose
    points: tuple[Link, ...]
    depth: int
    """How many statements this one is part of."""
    continues: bool
    """Whether it goes on the line of the statement before it."""


_MENTION_LABELS: tuple[tuple[type[Mentionable], str], ...] = (
    (Party, "Partijen"),
    (Body, "Overleggen"),
    (Instrument, "Instrumenten"),
    (Source, "Documenten"),
    (Theme, "Thema’s"),
)


@dataclass(frozen=True)
class Views:
    """Makes views of the records of one dossier."""

    dossier: Dossier

    # Links ----------------------------------------------------------------------------------------

    def link(self, record: File, text: str = "") -> Link:
        return Link(text or self.title(record), urls.page(record))

    def title(self, record: File) -> str:
        """What a reader calls a record."""
        if isinstance(record, Party | Body | Instrument | Source):
            return record.shown
        return getattr(record, "title", "") or _SINGLE_TITLES[type(record).__name__]

    def statement_link(self, statement: Statement, text: str = "") -> Link:
        """To a statement where it stands among the others."""
        home = urls.page(self.dossier.home(statement))
        return Link(text or statement.id, home, urls.anchor(statement))

    def point_link(self, point: OpenPoint, text: str = "") -> Link:
        page = urls.page(self.dossier.open_points)
        return Link(text or point.title, page, urls.anchor(point))

    def term_link(self, term: Term, text: str = "") -> Link:
        page = urls.page(self.dossier.terms)
        return Link(text or term.term, page, urls.anchor(term))

    def place_link(self, statement: Statement) -> Link:
        """To the line of the source on which a statement stands."""
        source = self.dossier.record[self.dossier.home(statement).source]
        fragment = urls.line_anchor(statement.line)
        return Link(f"regel {statement.line}", urls.page(source), fragment)

    def name_link(self, name: str, text: str = "") -> Link:
        """To whatever bears a name: the target of a link that an editor wrote."""
        if links.is_web_address(name):
            return Link(text or name, address=name)
        if statement := self.dossier.statement.get(name):
            return self.statement_link(statement, text)
        return self._entry_links(text).get(name) or self.link(self.dossier.record[name], text)

    def _entry_links(self, text: str) -> dict[str, Link]:
        points = {point.slug: self.point_link(point, text) for point in self.dossier.open_points.points}
        return {term.slug: self.term_link(term, text) for term in self.dossier.terms.terms} | points

    # Text -----------------------------------------------------------------------------------------

    def prose(self, text: str | None) -> Prose:
        """A text of ours, its links in place."""
        return tuple(
            Piece(piece.text, self.name_link(piece.meaning, piece.text) if piece.meaning else None)
            for piece in links.segments(text or "")
            if piece.text
        )

    def paragraphs(self, text: str | None) -> Paragraphs:
        return tuple(self.prose(part.strip()) for part in (text or "").split("\n\n") if part.strip())

    def quote(self, statement: Statement) -> Prose:
        """The words of a statement, with a link where they name something that we explain."""
        return tuple(
            Piece(piece.text, self._meaning_link(piece.text, piece.meaning))
            if piece.meaning is not self.dossier.home(statement)
            else Piece(piece.text)
            for piece in self.dossier.glossary.segments(statement.text)
        )

    def _meaning_link(self, text: str, meaning: Mentionable | Term | None) -> Link | None:
        if meaning is None:
            return None
        if isinstance(meaning, Term):
            explained = "".join(piece.text for piece in self.prose(meaning.meaning))
            link = self.term_link(meaning)
            return Link(text, link.page, link.fragment, title=explained)
        full = getattr(meaning, "name", self.title(meaning))
        return Link(text, urls.page(meaning), title="" if full.lower() == text.lower() else full)

    # Statements -----------------------------------------------------------------------------------

    def statement(self, statement: Statement, before: Statement | None = None) -> StatementView:
        """A statement; ``before`` is the one that stands above it on the page."""
        kind = self.dossier.settings.kinds[statement.kind]
        theme = self.dossier.theme(statement)
        return StatementView(
            id=statement.id,
            anchor=urls.anchor(statement),
            text=self.quote(statement),
            plain=statement.text,
            kind=kind.label,
            role=kind.role,
            commitment=statement.commitment,
            own_page=self.commitment_link(statement) if statement.commitment else None,
            stands=self.statement_link(statement, self.dossier.home(statement).title),
            place=self.place_link(statement),
            theme=self.link(theme) if theme else None,
            mentions=tuple(self.mentions(statement)),
            note=self.prose(statement.note),
            points=tuple(map(self.point_link, self.dossier.points_about(statement))),
            depth=self._depth(statement),
            continues=before is not None and before.line == statement.line,
        )

    def _depth(self, statement: Statement) -> int:
        if not statement.under:
            return 0
        return 1 + self._depth(self.dossier.statement[statement.under])

    def commitment_link(self, statement: Statement, text: str = "") -> Link:
        return Link(text or statement.id, urls.commitment_page(statement))

    def statements(self, statements: Iterable[Statement]) -> tuple[StatementView, ...]:
        return tuple(self._in_sequence(statements))

    def _in_sequence(self, statements: Iterable[Statement]) -> Iterator[StatementView]:
        before = None
        for statement in statements:
            yield self.statement(statement, before)
            before = statement

    def mentions(self, statement: Statement) -> Iterator[Mention]:
        """What a statement names, by kind."""
        named = tuple(self.dossier.mentions(statement))
        for kind, label in _MENTION_LABELS:
            if found := tuple(self.link(record) for record in named if type(record) is kind):
                yield Mention(label, found)

    def relatives(self, statement: Statement) -> Iterator[Relative]:
        """The statements tied to this one, from either side."""
        for tie in statement.related:
            yield self._relative(tie.to, (tie.here, tie.there))
        for tie in statement.related_elsewhere:
            yield self._relative(tie.to, None, self.prose(tie.because))
        for other in self.dossier.related_from(statement):
            yield from self._ties_back(other, statement)

    def _ties_back(self, other: Statement, statement: Statement) -> Iterator[Relative]:
        for tie in other.related:
            if tie.to == statement.id:
                yield self._relative(other.id, (tie.there, tie.here))
        for tie in other.related_elsewhere:
            if tie.to == statement.id:
                yield self._relative(other.id, None, self.prose(tie.because))

    def _relative(
        self, name: str, words: tuple[str, str] | None, because: Prose = ()
    ) -> Relative:
        other = self.dossier.statement[name]
        return Relative(self.statement_link(other), other.text, words, because)

    # Gathered -------------------------------------------------------------------------------------

    def named_in(self, statements: Iterable[Statement]) -> tuple[Mention, ...]:
        """What some statements name between them, each record once, by kind."""
        gathered: dict[str, dict[str, Link]] = {label: {} for _, label in _MENTION_LABELS}
        for statement in statements:
            for mention in self.mentions(statement):
                gathered[mention.label].update({link.text: link for link in mention.links})
        return tuple(
            Mention(label, tuple(found.values())) for label, found in gathered.items() if found
        )

    def sources(self, slugs: Iterable[str]) -> tuple[Link, ...]:
        return tuple(self.link(self.dossier.record[slug]) for slug in slugs)

    def commitments_of(self, part: Chapter) -> tuple[Statement, ...]:
        return tuple(statement for statement in part.statements if statement.commitment)


_SINGLE_TITLES = {
    "Timeline": "Tijdlijn",
    "Terms": "Begrippen en afkortingen",
    "OpenPoints": "Aandachtspunten bij de bron",
}
