"""Statements as readers meet them."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.dossier import urls
from generator.model import Body, Chapter, Instrument, Mentionable, Party, Source, Statement, Theme
from generator.site.views import deadlines, progress
from generator.site.views.linker import Linker
from generator.site.views.page import Link, Prose
from generator.text.name_matcher import Names


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
class ReportView:
    """How to report that a statement is not right; ``by`` mail or as an issue."""

    by: str
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
    """The page of its own that a commitment has."""
    status: progress.StatusView | None
    """What became of it, if it is a commitment."""
    stands: Link
    """Where the statement stands among the others."""
    line: Link
    """The line of the source."""
    mentions: tuple[Mention, ...]
    relatives: tuple[Link, ...]
    """Statements to which its own words tie this one, from either side."""
    relatives_elsewhere: tuple[Link, ...]
    """Statements to which only another source ties this one."""
    note: Prose
    points: tuple[Link, ...]
    permalink: Link
    """The address to share, in full."""
    report: ReportView
    version: Link | None
    history: Link
    since: dt.date | None
    """The day from which this version is."""
    depth: int
    """How many statements this one is part of."""
    continues: bool
    """Whether it stands on the same line of the source as the statement above it."""


MENTION_LABELS: tuple[tuple[type[Mentionable], str], ...] = (
    (Party, "Partijen"),
    (Body, "Overleggen"),
    (Instrument, "Instrumenten"),
    (Source, "Documenten"),
    (Theme, "Thema’s"),
)


def view(link: Linker, statement: Statement, above: Statement | None = None) -> StatementView:
    """A statement; ``above`` is the one that stands above it on the page."""
    dossier = link.dossier
    kind, home = dossier.settings.kinds[statement.kind], dossier.home(statement)
    versions = dossier.register.versions(statement.id)
    ties = tuple(relatives(link, statement))
    return StatementView(
        id=statement.id,
        anchor=urls.anchor(statement),
        text=link.quote(statement),
        plain=statement.text,
        kind=kind.label,
        role=kind.role,
        commitment=link.commitment(statement) if statement.commitment else None,
        status=progress.status(link, statement) if statement.commitment else None,
        stands=link.statement(statement, home.title),
        line=link.line(dossier.source_of(statement), statement.line),
        mentions=tuple(mentions(link, statement)),
        relatives=tuple(each.link for each in ties if each.words),
        relatives_elsewhere=tuple(each.link for each in ties if not each.words),
        note=link.prose(statement.note),
        points=tuple(map(link.point, dossier.backlinks.points_about(statement))),
        permalink=link.full_permalink(statement.id),
        report=_report(link, statement),
        version=link.version(versions[-1]) if versions else None,
        history=link.history(statement.id),
        since=versions[-1].event.date if versions else None,
        depth=dossier.depth(statement),
        continues=above is not None and above.line == statement.line,
    )


def _report(link: Linker, statement: Statement) -> ReportView:
    report = link.dossier.settings.report
    number = len(link.dossier.register.versions(statement.id))
    about = f"{statement.id}, versie {number}"
    body = f"{about}\n{link.full(urls.permalink(statement.id))}\n\nWat er niet klopt:\n"
    return ReportView(report.by, report.address, f"Onjuistheid in {about}", body)


def views(link: Linker, statements: Iterable[Statement]) -> list[StatementView]:
    """Statements that stand below one another on a page."""
    found: list[StatementView] = []
    above = None
    for statement in statements:
        found.append(view(link, statement, above))
        above = statement
    return found


def mentions(link: Linker, statement: Statement) -> Iterator[Mention]:
    """What a statement names, by kind."""
    named = tuple(link.dossier.mentions(statement))
    for kind, label in MENTION_LABELS:
        if found := tuple(link.record(record) for record in named if type(record) is kind):
            yield Mention(label, found)


def named_in(link: Linker, statements: Iterable[Statement]) -> tuple[Mention, ...]:
    """What some statements name between them, each record once, by kind."""
    gathered: dict[str, dict[Link, None]] = {label: {} for _, label in MENTION_LABELS}
    for statement in statements:
        for mention in mentions(link, statement):
            gathered[mention.label].update(dict.fromkeys(mention.links))
    return tuple(Mention(label, tuple(found)) for label, found in gathered.items() if found)


def relatives(link: Linker, statement: Statement) -> Iterator[Relative]:
    """The statements tied to this one, from either side."""
    yield from _ties(link, statement, statement, back=False)
    for other in link.dossier.backlinks.related_from(statement):
        yield from _ties(link, other, statement, back=True)


def _ties(
    link: Linker, holder: Statement, statement: Statement, *, back: bool
) -> Iterator[Relative]:
    """The ties written with ``holder``: all, or those back to ``statement``."""
    for tie in holder.related:
        if not back:
            yield _relative(link, tie.to, (tie.here, tie.there))
        elif tie.to == statement.id:
            yield _relative(link, holder.id, (tie.there, tie.here))
    for outside in holder.related_elsewhere:
        if not back or outside.to == statement.id:
            other = holder.id if back else outside.to
            yield _relative(link, other, None, link.prose(outside.because))


def _relative(
    link: Linker, name: str, words: tuple[str, str] | None, because: Prose = ()
) -> Relative:
    other = link.dossier.statement[name]
    return Relative(link.statement(other), other.text, words, because)


def commitments_of(part: Chapter) -> tuple[Statement, ...]:
    return tuple(statement for statement in part.statements if statement.commitment)


def commitment_rows(link: Linker, statements: Iterable[Statement]) -> list[dict[str, Any]]:
    """Commitments as rows of a table."""
    return [commitment_row(link, each) for each in statements]


def commitment_row(link: Linker, statement: Statement) -> dict[str, Any]:
    return {
        "link": link.commitment(statement),
        "text": statement.text,
        "part": link.record(link.dossier.home(statement)),
        "parties": link.slugs(statement.parties),
        "instruments": link.slugs(statement.instruments),
        "deadlines": deadlines.of(link, statement),
        "deadline_state": deadlines.state_of(link, statement),
        "status": progress.status(link, statement),
    }


def named_as(record: Mentionable, statement: Statement) -> list[str]:
    """The words by which a statement names a record."""
    return list(Names(dict.fromkeys(record.names, record)).found(statement.text))


def source_line(link: Linker, source: Source, number: int) -> dict[str, Any]:
    """A line of a source text, tied to what it became; empty beyond the last line."""
    lines = link.dossier.texts[source.slug]
    reasons = [skip.reason for skip in source.skipped if skip.line == number]
    return {
        "number": number,
        "anchor": urls.line_anchor(number),
        "text": lines[number - 1] if number <= len(lines) else "",
        "statements": [link.statement(each) for each in link.dossier.on_line(source, number)],
        "reason": link.prose(" ".join(reasons)),
    }
