"""What is in a file with the whole dossier, in the order in which it is read."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.dossier import register_chain, urls
from generator.dossier.citable import register_name
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


@dataclass(frozen=True)
class Section:
    """A part of the file with records of one kind."""

    name: str
    """Its fragment: the name in the register of the page that lists the same."""
    title: str
    items: Sequence[Item]


def view(link: Linker) -> dict[str, object]:
    """The values of the template."""
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
        "documents": [_document(link, each) for each in _documents(link)],
        "groups": [*_groups(link)],
        "sections": [*_progress(link), *_named(link), *_lookup(link)],
        "moments": _moments(link),
        "timeline": _page_name(link.dossier.timeline),
        "days": [*day_changes.days(link, register.events)],
        "former": [*_former(link)],
    }


def _page_name(file: File) -> str:
    return register_name(file)


# The documents ------------------------------------------------------------------------------------


def _documents(link: Linker) -> Iterator[tuple[Source, list[Chapter]]]:
    for slug, parts in gather((part.source, part) for part in link.dossier.parts).items():
        yield link.dossier.source(slug), list(parts)


def _document(link: Linker, found: tuple[Source, list[Chapter]]) -> dict[str, object]:
    source, parts = found
    return {
        "name": f"{_OF_DOCUMENT}{source.slug}",
        "title": source.title,
        "language": source.language or "",
        "parts": [_part(link, part) for part in parts],
    }


def _part(link: Linker, part: Chapter) -> dict[str, object]:
    return {
        "name": register_name(part),
        "title": part.title,
        "place": part.part,
        "intro": link.paragraphs(part.intro),
        "outline": outline(link, part.statements),
        "cited": _cited(link, register_name(part)),
    }


def _cited(link: Linker, name: str) -> list[Row]:
    return [Row(label, value) for label, value in items.cited(link, name)]


# What was agreed ----------------------------------------------------------------------------------


def _groups(link: Linker) -> Iterator[dict[str, object]]:
    """The commitments of each theme, and those outside the themes."""
    dossier = link.dossier
    for theme in dossier.themes:
        yield _group(link, f"{_OF_COMMITMENTS}{theme.slug}", theme.title, commitments_of(theme))
    outside = [each for each in dossier.commitments if not dossier.theme(each)]
    if outside:
        yield _group(link, f"{_OF_COMMITMENTS}buiten", OUTSIDE, outside)


def _group(
    link: Linker, name: str, title: str, commitments: Sequence[Statement]
) -> dict[str, object]:
    rows = statements.commitment_rows(link, commitments)
    return {
        "name": name,
        "title": title,
        "counts": progress.counts(link, commitments),
        "rows": [
            {"row": row, "place": link.statement(each, each.id)}
            for row, each in zip(rows, commitments, strict=True)
        ],
    }


# Other records ------------------------------------------------------------------------------------


def _section(name: str, title: str, make: Callable[[Any], Item], found: Iterable[Any]) -> Section:
    return Section(name, title, [make(each) for each in found])


def _progress(link: Linker) -> Iterator[Section]:
    dossier = link.dossier
    facts, found = progress.views(link, dossier.progress.items), deadlines.lists(link)
    in_order = [each for group in found.values() for each in group]
    log, terms = dossier.progress, dossier.deadlines
    yield _section(_page_name(log), link.title(log), lambda each: items.fact(link, each), facts)
    yield _section(
        _page_name(terms), link.title(terms), lambda each: items.deadline(link, each), in_order
    )


def _named(link: Linker) -> Iterator[Section]:
    for kind in KINDS:
        if issubclass(kind.model, Named):
            found = sorted(
                (each for each in link.dossier.of_kind(kind) if isinstance(each, Named)),
                key=lambda each: each.name.lower(),
            )
            name = urls.page_name(kind.list_page)
            yield _section(name, kind.list_title, lambda each: items.named(link, each), found)


def _lookup(link: Linker) -> Iterator[Section]:
    dossier = link.dossier
    points, terms = dossier.open_points, dossier.terms
    yield _section(
        _page_name(points),
        link.title(points),
        lambda each: items.point(link, each),
        sorted(points.points, key=lambda each: (each.minor, min(each.statements, default=""))),
    )
    yield _section(
        _page_name(terms),
        link.title(terms),
        lambda each: items.term(link, each),
        sorted(terms.terms, key=lambda each: each.term.lower()),
    )
    yield _section(
        urls.page_name(urls.SOURCES),
        link.list(urls.SOURCES).text,
        lambda each: items.source(link, each),
        sorted(dossier.sources, key=lambda each: each.title.lower()),
    )


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
