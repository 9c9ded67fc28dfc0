"""What readers look things up in: timeline, terms, open points, contents, and our own articles."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from generator import urls
from generator.grouping import gather
from generator.linking import Linker
from generator.model import Article, Milestone, OpenPoint, Term
from generator.page import Link, Page, Piece
from generator.pictures import timeline


def pages(link: Linker) -> Iterator[Page]:
    dossier = link.dossier
    yield link.page(dossier.timeline, "timeline", partial(_timeline, link))
    yield link.page(dossier.terms, "terms", partial(_terms, link))
    yield link.page(dossier.open_points, "open-points", partial(_open_points, link))
    yield link.page(dossier.search, "search", partial(_search, link), wide=True)
    yield link.list_page(urls.CONTENTS, "contents", partial(_contents, link))
    for article in dossier.articles:
        yield link.page(article, "article", partial(_article, link, article))


def _article(link: Linker, article: Article) -> dict[str, Any]:
    return {"sections": link.sections(article.sections)}


def _search(link: Linker) -> dict[str, Any]:
    return {"intro": link.prose(link.dossier.search.intro), "contents": link.list(urls.CONTENTS)}


def _contents(link: Linker) -> dict[str, Any]:
    """Everything that has a page or a place of its own, statements apart: those are in chapters."""
    named = sorted(_titled(link), key=lambda entry: entry.text.lower())
    letters = gather((each.text[0].upper(), each) for each in named)
    return {"letters": letters}


def _titled(link: Linker) -> Iterator[Link]:
    dossier = link.dossier
    yield from (link.record(each) for each in dossier.files if each is not dossier.settings)
    yield from (link.list(path) for path in urls.LISTS)
    yield from (link.term(term) for term in dossier.terms.terms)
    yield from (link.point(point) for point in dossier.open_points.points)


def _timeline(link: Linker) -> dict[str, Any]:
    record = link.dossier.timeline
    ordered = sorted(record.milestones, key=lambda each: (each.date or "", each.end or ""))
    return {
        "intro": link.prose(record.intro),
        "dated": [_milestone(link, each) for each in ordered if each.date],
        "undated": [_milestone(link, each) for each in ordered if not each.date],
        "picture": timeline.picture(link),
        "progress": link.record(link.dossier.progress),
    }


def _milestone(link: Linker, milestone: Milestone) -> dict[str, Any]:
    return {
        "title": milestone.title,
        "date": milestone.date,
        "end": milestone.end,
        "words": milestone.words,
        "note": link.prose(milestone.note),
        "statements": link.statements(milestone.statements),
    }


def _terms(link: Linker) -> dict[str, Any]:
    terms = link.dossier.terms
    entries = [*(_term(link, term) for term in terms.terms), *_abbreviations(link)]
    return {
        "intro": link.prose(terms.intro),
        "entries": sorted(entries, key=lambda entry: (entry["term"].lower(), entry["anchor"])),
    }


def _term(link: Linker, term: Term) -> dict[str, Any]:
    return {
        "anchor": urls.anchor(term),
        "term": term.term,
        "meaning": link.prose(term.meaning),
        "uncertain": link.prose(term.uncertain),
        "sources": link.slugs(term.sources),
        "permalink": link.history(term.slug, "Vast adres en geschiedenis"),
    }


def _abbreviations(link: Linker) -> Iterator[dict[str, Any]]:
    """The abbreviations of what has a page of its own: that is their address, not this list."""
    dossier = link.dossier
    for record in (*dossier.parties, *dossier.bodies, *dossier.instruments):
        if record.abbreviation:
            yield {
                "anchor": "",
                "term": record.abbreviation,
                "meaning": (Piece(record.name, link.record(record, record.name)),),
                "uncertain": (),
                "permalink": None,
                "sources": link.slugs(record.sources),
            }


def _open_points(link: Linker) -> dict[str, Any]:
    points, kinds = link.dossier.open_points, link.dossier.settings.point_kinds
    groups = [
        {
            "label": label,
            "points": [_point(link, each) for each in points.points if each.kind == kind],
        }
        for kind, label in kinds.items()
    ]
    return {
        "intro": link.prose(points.intro),
        "groups": [each for each in groups if each["points"]],
    }


def _point(link: Linker, point: OpenPoint) -> dict[str, Any]:
    return {
        "anchor": urls.anchor(point),
        "title": point.title,
        "found": link.prose(point.found),
        "handled": link.prose(point.handled),
        "statements": link.statements(point.statements),
        "permalink": link.history(point.slug, "Vast adres en geschiedenis"),
    }
