"""Statements as readers see them."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.dossier import line_ids, urls
from generator.dossier.kinds import MENTIONABLE, kind_of
from generator.model import Chapter, Mentionable, SkippedLine, Source, Statement
from generator.site.views import comparisons, deadlines, progress
from generator.site.views.comparisons import ComparedView
from generator.site.views.linker import Linker
from generator.site.views.page import Link, Piece, Prose
from generator.text.name_matcher import NameMatcher


@dataclass(frozen=True)
class Mention:
    """The records of one kind that a statement mentions."""

    label: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Relative:
    """A statement that is related to another one, and why."""

    link: Link
    """Its text has the whole statement."""
    words: tuple[str, str] | None
    """The words in this statement and in the related one that show the relation.

    None if the relation is known only from another source.
    """
    because: Prose = ()
    """Why they are related, if the relation is known only from another source."""


@dataclass(frozen=True)
class ReportView:
    """How to report a mistake in a statement."""

    by: str
    """``mail`` for an e-mail, otherwise an issue."""
    address: str
    subject: str
    body: str


@dataclass(frozen=True)
class StatementView:
    id: str
    anchor: str
    text: Prose
    plain: str
    kind: str
    role: str
    commitment: Link | None
    """The page of the commitment; None if the statement is not a commitment."""
    status: progress.StatusView | None
    """The status of the commitment; None if the statement is not a commitment."""
    facts: progress.FactSummary | None
    """What came of it; None if nothing is known."""
    place: Link
    """The place of the statement in its chapter."""
    line: Link
    """The line of the source text that it quotes."""
    mentions: tuple[Mention, ...]
    relatives: tuple[Link, ...]
    """Statements with a relation that the words of the source show, in either direction."""
    relatives_elsewhere: tuple[Link, ...]
    """Statements with a relation that is known only from another source."""
    document: Link | None
    """The document that it quotes; None if there is only one."""
    compared: tuple[ComparedView, ...]
    """What other documents do with it."""
    note: Prose
    points: tuple[Link, ...]
    """The open points about the statement."""
    permalink: Link
    """The permalink, with the absolute URL as its text."""
    parent: Link | None
    """The statement that it is part of."""
    report: ReportView
    version: Link | None
    history: Link
    since: dt.date | None
    """The date of the current version."""


def view(link: Linker, statement: Statement) -> StatementView:
    dossier = link.dossier
    kind, home = dossier.settings.kinds[statement.kind], dossier.home(statement)
    versions = dossier.register.versions(statement.id)
    document = link.document(statement)
    related = tuple(relatives(link, statement))
    return StatementView(
        id=statement.id,
        anchor=urls.anchor(statement),
        text=link.quote(statement),
        plain=statement.text,
        kind=kind.label,
        role=kind.role,
        commitment=link.commitment(statement) if statement.commitment else None,
        status=progress.status(link, statement) if statement.commitment else None,
        facts=progress.summary(link, statement),
        place=link.statement(statement, place_in(document, home.title)),
        line=link.line(dossier.source_of(statement), statement.line),
        mentions=tuple(mentions(link, statement)),
        relatives=tuple(each.link for each in related if each.words),
        relatives_elsewhere=tuple(each.link for each in related if not each.words),
        document=document,
        compared=tuple(comparisons.of_statement(link, statement)),
        note=link.prose(statement.note),
        points=tuple(map(link.entry, dossier.backlinks.points_about(statement))),
        permalink=link.full_permalink(statement.id),
        parent=link.statement(dossier.statement[statement.under]) if statement.under else None,
        report=_report(link, statement),
        version=link.version(versions[-1]) if versions else None,
        history=link.history(statement.id, statement.id),
        since=versions[-1].event.date if versions else None,
    )


def place_in(document: Link | None, title: str) -> str:
    """The title of a chapter, with its document if readers have to be told."""
    return f"{title} ({document.text})" if document else title


def _report(link: Linker, statement: Statement) -> ReportView:
    report = link.dossier.settings.report
    number = len(link.dossier.register.versions(statement.id))
    about = f"{statement.id}, versie {number}"
    body = f"{about}\n{link.absolute_url(urls.permalink(statement.id))}\n\nWat er niet klopt:\n"
    return ReportView(report.by, report.address, f"Fout in {about}", body)


def views(link: Linker, statements: Iterable[Statement]) -> list[StatementView]:
    """Views of statements that are below one another on a page."""
    return [view(link, statement) for statement in statements]


def mentions(link: Linker, statement: Statement) -> Iterator[Mention]:
    """What a statement mentions, by kind."""
    mentioned = tuple(link.dossier.mentions(statement))
    for kind in MENTIONABLE:
        if found := tuple(link.record(each) for each in mentioned if kind_of(each) is kind):
            yield Mention(kind.mention_label, found)


def combined_mentions(link: Linker, statements: Iterable[Statement]) -> tuple[Mention, ...]:
    """What some statements mention together, by kind; each record is listed once."""
    links_by_label: dict[str, dict[Link, None]] = {kind.mention_label: {} for kind in MENTIONABLE}
    for statement in statements:
        for mention in mentions(link, statement):
            links_by_label[mention.label].update(dict.fromkeys(mention.links))
    return tuple(Mention(label, tuple(found)) for label, found in links_by_label.items() if found)


def relatives(link: Linker, statement: Statement) -> Iterator[Relative]:
    """The statements that are related to this one, in either direction."""
    yield from _relations(link, statement, statement, incoming=False)
    for other in link.dossier.backlinks.related_from(statement):
        yield from _relations(link, other, statement, incoming=True)


def _relations(
    link: Linker, owner: Statement, statement: Statement, *, incoming: bool
) -> Iterator[Relative]:
    """The relations recorded with ``owner``: all, or only those to ``statement`` if incoming."""
    for relation in owner.related:
        if not incoming:
            yield _relative(link, relation.to, (relation.here, relation.there))
        elif relation.to == statement.id:
            yield _relative(link, owner.id, (relation.there, relation.here))
    for elsewhere in owner.related_elsewhere:
        if not incoming or elsewhere.to == statement.id:
            other = owner.id if incoming else elsewhere.to
            yield _relative(link, other, None, link.prose(elsewhere.because))


def _relative(
    link: Linker, statement_id: str, words: tuple[str, str] | None, because: Prose = ()
) -> Relative:
    other = link.dossier.statement[statement_id]
    return Relative(link.statement(other, f"{other.id} ‘{other.text}’"), words, because)


def commitments_of(chapter: Chapter) -> tuple[Statement, ...]:
    return tuple(statement for statement in chapter.statements if statement.commitment)


@dataclass(frozen=True)
class CommitmentRow:
    """A commitment as a row of a table."""

    link: Link
    text: str
    part: Link
    """The chapter that contains it."""
    parties: tuple[Link, ...]
    instruments: tuple[Link, ...]
    deadlines: Sequence[deadlines.DeadlineView]
    deadline_state: str
    all_deadlines: Link
    status: progress.StatusView
    facts: progress.FactSummary | None
    """What came of it; None if nothing is known."""
    named_as: Sequence[str] = ()
    """The words with which it mentions the party of the page, on the page of a party."""


def commitment_rows(link: Linker, statements: Iterable[Statement]) -> list[CommitmentRow]:
    return [commitment_row(link, each) for each in statements]


def commitment_row(link: Linker, statement: Statement) -> CommitmentRow:
    return CommitmentRow(
        link=link.commitment(statement),
        text=statement.text,
        part=link.record(link.dossier.home(statement)),
        parties=link.slugs(statement.parties),
        instruments=link.slugs(statement.instruments),
        deadlines=deadlines.of(link, statement),
        deadline_state=deadlines.state_of(link, statement),
        all_deadlines=link.record(link.dossier.deadlines),
        status=progress.status(link, statement),
        facts=progress.summary(link, statement),
    )


def named_as(record: Mentionable, statement: Statement) -> list[str]:
    """The words with which a statement mentions a record."""
    return list(NameMatcher(dict.fromkeys(record.names, record)).found(statement.text))


@dataclass(frozen=True)
class SourceLine:
    """A line of a source text, with the statements that it became."""

    number: int
    anchor: str
    gone: Sequence[str]
    """The fragments of lines that were here and are gone."""
    text: str
    """Empty beyond the last line."""
    statements: Sequence[Link]
    skipped: Sequence[Prose]
    """Why the line or a part of it is skipped; of a part also which words."""
    here: bool = False
    """Whether it is the line that a passage is about."""


def source_line(link: Linker, source: Source, number: int) -> SourceLine:
    lines, moves = link.dossier.texts[source.slug], link.dossier.line_moves(source)
    text = lines[number - 1] if number <= len(lines) else ""
    skipped = (skip for skip in source.skipped if skip.line == number)
    return SourceLine(
        number=number,
        anchor=line_ids.line_id(number, moves),
        gone=[anchor for at, anchor in line_ids.gone_ids(moves) if at == number],
        text=text,
        statements=[link.statement(each, each.id) for each in link.dossier.on_line(source, number)],
        skipped=[_skipped(link, skip, text) for skip in skipped],
    )


def _skipped(link: Linker, skip: SkippedLine, line: str) -> Prose:
    """Why something is skipped, after its words unless they are the whole line."""
    words = () if skip.text == line.strip() else (Piece(f"‘{skip.text}’: "),)
    return (*words, *link.prose(skip.reason))
