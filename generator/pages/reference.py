"""What readers look things up in: timeline, terms, open points, contents, and our own articles."""

from collections.abc import Iterator
from typing import Any

from generator import urls
from generator.grouping import gather
from generator.linking import Linker
from generator.model import Milestone, OpenPoint, Term
from generator.page import Link, Page, Piece
from generator.pictures import timeline


def pages(link: Linker) -> Iterator[Page]:
    yield _timeline(link)
    yield _terms(link)
    yield _open_points(link)
    yield _search(link)
    yield _contents(link)
    for article in link.dossier.articles:
        yield link.page(article, "article", {"sections": link.sections(article.sections)})


def _search(link: Linker) -> Page:
    record = link.dossier.search
    view = {"intro": link.prose(record.intro), "contents": link.list(urls.CONTENTS)}
    return link.page(record, "search", view, wide=True)


def _contents(link: Linker) -> Page:
    """Everything that has a page or a place of its own, statements apart: those are in chapters."""
    named = sorted(_titled(link), key=lambda entry: entry.text.lower())
    letters = gather((each.text[0].upper(), each) for each in named)
    return link.list_page(urls.CONTENTS, "contents", {"letters": letters})


def _titled(link: Linker) -> Iterator[Link]:
    dossier = link.dossier
    yield from (link.record(each) for each in dossier.files if each is not dossier.settings)
    yield from (link.list(path) for path in urls.LISTS)
    yield from (link.term(term) for term in dossier.terms.terms)
    yield from (link.point(point) for point in dossier.open_points.points)


def _timeline(link: Linker) -> Page:
    record = link.dossier.timeline
    ordered = sorted(record.milestones, key=lambda each: (each.date or "", each.end or ""))
    view = {
        "intro": link.prose(record.intro),
        "dated": [_milestone(link, each) for each in ordered if each.date],
        "undated": [_milestone(link, each) for each in ordered if not each.date],
        "picture": timeline.picture(link),
        "progress": link.record(link.dossier.progress),
    }
    return link.page(record, "timeline", view)


def _milestone(link: Linker, milestone: Milestone) -> dict[str, Any]:
    return {
        "title": milestone.title,
        "date": milestone.date,
        "end": milestone.end,
        "words": milestone.words,
        "note": link.prose(milestone.note),
        "statements": link.statements(milestone.statements),
    }


def _terms(link: Linker) -> Page:
    terms = link.dossier.terms
    entries = [*(_term(link, term) for term in terms.terms), *_abbreviations(link)]
    view = {
        "intro": link.prose(terms.intro),
        "entries": sorted(entries, key=lambda entry: (entry["term"].lower(), entry["anchor"])),
    }
    return link.page(terms, "terms", view)


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


def _open_points(link: Linker) -> Page:
    points, kinds = link.dossier.open_points, link.dossier.settings.point_kinds
    groups = [
        {
            "label": label,
            "points": [_point(link, each) for each in points.points if each.kind == kind],
        }
        for kind, label in kinds.items()
    ]
    view = {
        "intro": link.prose(points.intro),
        "groups": [each for each in groups if each["points"]],
    }
    return link.page(points, "open-points", view)


def _point(link: Linker, point: OpenPoint) -> dict[str, Any]:
    return {
        "anchor": urls.anchor(point),
        "title": point.title,
        "found": link.prose(point.found),
        "handled": link.prose(point.handled),
        "statements": link.statements(point.statements),
        "permalink": link.history(point.slug, "Vast adres en geschiedenis"),
    }
