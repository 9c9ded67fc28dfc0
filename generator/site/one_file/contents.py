"""What is in a file with the whole dossier, in the order in which it is read.

Its large parts are rendered apart, so that an edit changes few of them.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator.dossier import register_chain, urls
from generator.dossier.citable import register_name
from generator.dossier.kind import Kind
from generator.dossier.kinds import KINDS
from generator.dossier.register import Event
from generator.grouping import gather
from generator.model import Chapter, File, Named, Source, Statement, Theme
from generator.site.one_file import items
from generator.site.one_file.items import Item, Row
from generator.site.views import (
    day_changes,
    deadlines,
    former_addresses,
    progress,
    statements,
    timeline,
)
from generator.site.views.linker import Linker
from generator.site.views.outline import outline
from generator.site.views.statements import commitments_of

OUTSIDE = "Buiten de thema’s"


Piece = Callable[[str, str, Callable[[], object]], Markup]
"""Renders a part of the file with the template of some name, its name in the file, and a view."""


@dataclass(frozen=True)
class Part:
    """A part of the file under a heading."""

    name: str
    """Its fragment: a name in the register, or made from one."""
    title: str
    text: Markup


def view(link: Linker, piece: Piece) -> dict[str, object]:
    """The values of the template; what all of it shows comes after the parts that are pieces."""
    return {**_pieces(link, piece), **_rest(link)}


def _pieces(link: Linker, piece: Piece) -> dict[str, object]:
    return {
        "documents": [_document(link, piece, each) for each in _documents(link)],
        "groups": [*_groups(link, piece)],
        "sections": [
            Part(name, title, piece("section", name, make))
            for name, title, make in (*_progress(link), *_named(link), *_lookup(link))
        ],
    }


def changes(link: Linker, piece: Piece) -> Markup:
    """The list of changes, by day."""
    return piece("changes", "", lambda: [*day_changes.days(link, link.dossier.register.events)])


def _rest(link: Linker) -> dict[str, object]:
    settings, register = link.dossier.settings, link.dossier.register
    return {
        "title": settings.title,
        "summary": settings.summary,
        "today": link.today,
        "home": link.absolute_url("index.md"),
        "owner": link.owner,
        "licence": link.paragraphs(settings.owner.licence),
        "colophon": link.prose(settings.colophon),
        "head": register_chain.head(register),
        "moments": _moments(link),
        "timeline": _page_name(link.dossier.timeline),
        "former": [*_former(link)],
    }


def _page_name(file: File) -> str:
    return register_name(file)


# The documents ------------------------------------------------------------------------------------


def _documents(link: Linker) -> Iterator[tuple[Source, list[Chapter]]]:
    for slug, parts in gather((part.source, part) for part in link.dossier.parts).items():
        yield link.dossier.source(slug), list(parts)


def _document(link: Linker, piece: Piece, found: tuple[Source, list[Chapter]]) -> dict[str, object]:
    source, parts = found
    return {
        "name": f"{_OF_DOCUMENT}{source.slug}",
        "title": source.title,
        "language": source.language or "",
        "parts": [_part(link, piece, part) for part in parts],
    }


def _part(link: Linker, piece: Piece, part: Chapter) -> Part:
    name = register_name(part)
    return Part(name, part.title, piece("part", name, partial(_part_view, link, part)))


def _part_view(link: Linker, part: Chapter) -> dict[str, object]:
    return {
        "place": part.part,
        "intro": link.paragraphs(part.intro),
        "outline": outline(link, part.statements),
        "cited": _cited(link, register_name(part)),
    }


def _cited(link: Linker, name: str) -> list[Row]:
    return [Row(label, value) for label, value in items.cited(link, name)]


# What was agreed ----------------------------------------------------------------------------------


def _groups(link: Linker, piece: Piece) -> Iterator[Part]:
    """The commitments of each theme, and those outside the themes."""
    dossier = link.dossier
    outside = [each for each in dossier.commitments if not dossier.theme(each)]
    for slug, title, commitments in (
        *((theme.slug, theme.title, commitments_of(theme)) for theme in dossier.themes),
        *([("buiten", OUTSIDE, outside)] if outside else ()),
    ):
        name = f"{_OF_COMMITMENTS}{slug}"
        yield Part(name, title, piece("group", name, partial(_group_view, link, commitments)))


def _group_view(link: Linker, commitments: Sequence[Statement]) -> dict[str, object]:
    rows = statements.commitment_rows(link, commitments)
    return {
        "counts": progress.counts(link, commitments),
        "rows": [
            {"row": row, "place": link.statement(each, each.id)}
            for row, each in zip(rows, commitments, strict=True)
        ],
    }


# Other records ------------------------------------------------------------------------------------


_Section = tuple[str, str, Callable[[], Sequence[Item]]]
"""A section with records of one kind: its name, its title, and what makes its items."""


def _progress(link: Linker) -> Iterator[_Section]:
    log, terms = link.dossier.progress, link.dossier.deadlines
    yield _page_name(log), link.title(log), partial(_facts, link)
    yield _page_name(terms), link.title(terms), partial(_deadlines, link)


def _facts(link: Linker) -> Sequence[Item]:
    return [items.fact(link, each) for each in progress.views(link, link.dossier.progress.items)]


def _deadlines(link: Linker) -> Sequence[Item]:
    lists = deadlines.lists(link).values()
    return [items.deadline(link, each) for group in lists for each in group]


def _named(link: Linker) -> Iterator[_Section]:
    for kind in KINDS:
        if issubclass(kind.model, Named):
            yield urls.page_name(kind.list_page), kind.list_title, partial(_of_kind, link, kind)


def _of_kind(link: Linker, kind: Kind) -> Sequence[Item]:
    named = [each for each in link.dossier.of_kind(kind) if isinstance(each, Named)]
    return [items.named(link, each) for each in sorted(named, key=lambda each: each.name.lower())]


def _lookup(link: Linker) -> Iterator[_Section]:
    points, terms = link.dossier.open_points, link.dossier.terms
    yield _page_name(points), link.title(points), partial(_points, link)
    yield _page_name(terms), link.title(terms), partial(_terms, link)
    sources = urls.page_name(urls.SOURCES)
    yield sources, link.list(urls.SOURCES).text, partial(_sources, link)


def _points(link: Linker) -> Sequence[Item]:
    found = link.dossier.open_points.points
    in_order = sorted(found, key=lambda each: (each.minor, min(each.statements, default="")))
    return [items.point(link, each) for each in in_order]


def _terms(link: Linker) -> Sequence[Item]:
    found = sorted(link.dossier.terms.terms, key=lambda each: each.term.lower())
    return [items.term(link, each) for each in found]


def _sources(link: Linker) -> Sequence[Item]:
    found = sorted(link.dossier.sources, key=lambda each: each.title.lower())
    return [items.source(link, each) for each in found]


def _moments(link: Linker) -> list[timeline.Moment]:
    """What the documents name, oldest first; what has no date comes last."""
    dated = (each for year in timeline.years(link) for each in year.moments if each.words)
    return [*dated, *timeline.undated(link)]


# What is not there any more -----------------------------------------------------------------------


_OF_COMMITMENTS, _OF_DOCUMENT = "afspraken--", "document--"
"""How the fragments begin of the commitments of a theme, and of a document: each has two parts."""


def _former(link: Linker) -> Iterator[dict[str, object]]:
    """What ended or has another name, so that links to an earlier file still lead somewhere."""
    register, current = link.dossier.register, {each.name for each in link.dossier.citables}
    for name in register.history:
        if name not in current:
            (content,) = former_addresses.views(link, [(name, name)])
            yield {"content": content, "second": _second_fragment(register.history[name][-1])}


def _second_fragment(last: Event) -> str:
    """The fragment of the second part about something, given its last event; empty without one."""
    beginnings = {Theme: _OF_COMMITMENTS, Source: _OF_DOCUMENT}
    beginning = beginnings.get(day_changes.kind_of_event(last).model)
    return f"{beginning}{last.id}" if beginning else ""
