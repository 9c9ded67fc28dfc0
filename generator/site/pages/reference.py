"""Pages to look things up: timeline, terms, open points, search, index of contents, articles."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from string import ascii_uppercase

from generator.dossier import page_numbers, urls
from generator.dossier.page_numbers import split_into_pages
from generator.grouping import gather
from generator.model import Article, Body, Instrument, OpenPoint, Party, Term
from generator.site.views import timeline
from generator.site.views.linker import Linker
from generator.site.views.page import Link, Page, Piece
from generator.site.views.pagination import PaginatedList, paginate

Abbreviated = Party | Body | Instrument

OTHER = "Overige"
"""The group of all that does not begin with a letter from A to Z."""
WHOLE = Link("Alles in één bestand", file=urls.ONE_FILE)


def pages(link: Linker) -> Iterator[Page]:
    dossier = link.dossier
    yield link.page(dossier.timeline, "timeline", partial(_timeline, link))
    yield from paginate(link.page(dossier.terms, "terms", partial(_terms, link)), _term_list(link))
    yield link.page(dossier.open_points, "open-points", partial(_open_points, link))
    yield link.page(dossier.search, "search", partial(_search, link), wide=True, has_search=True)
    yield from _contents(link)
    for article in dossier.articles:
        yield link.page(article, "article", partial(_article, link, article))


def _article(link: Linker, article: Article) -> dict[str, object]:
    owner = link.dossier.settings.owner
    about = {
        "method": link.paragraphs(owner.method),
        "licence": link.paragraphs(owner.licence),
        "whole": WHOLE,
        "data": link.list(urls.DATA),
    }
    return {
        "sections": link.sections(article.sections),
        "about": about if article.about else None,
        "owner": owner,
        "contact": link.contact,
    }


def _search(link: Linker) -> dict[str, object]:
    # In HTML: Zensical leaves a Markdown link in <noscript> as it is.
    contents = Link("inhoud van A tot Z", file=urls.CONTENTS)
    return {"intro": link.prose(link.dossier.search.intro), "contents": contents}


def _contents(link: Linker) -> Iterator[Page]:
    """Everything with its own page or anchor, except statements: these are in the chapters."""
    page = link.list_page(urls.CONTENTS, "contents")
    links = sorted(_index_links(link), key=lambda each: _order(each.text))
    letters = gather((_letter(each.text), each) for each in links)
    if len(links) <= page_numbers.LINKS:
        absent = [each for each in ascii_uppercase if each not in letters]
        view = {"letters": letters, "absent": absent, "pages": (), "whole": WHOLE}
        yield replace(page, view=lambda: view)
    else:
        yield from _by_letter(link, page, letters)


def _by_letter(link: Linker, page: Page, letters: Mapping[str, Sequence[Link]]) -> Iterator[Page]:
    """The page with all letters, and a page for each letter."""
    pages = [
        Link(f"{letter} ({len(links)})", urls.letter_page(letter))
        for letter, links in sorted(letters.items(), key=lambda each: (each[0] == OTHER, each[0]))
    ]
    view = {"letters": {}, "absent": ascii_uppercase, "pages": pages, "whole": WHOLE}
    yield replace(page, view=lambda: view)
    for letter in (*ascii_uppercase, OTHER):
        letter_page = replace(
            page,
            path=urls.letter_page(letter),
            template="letter",
            title=f"{page.title}: {letter}",
            list=link.list(urls.CONTENTS),
        )
        yield from paginate(
            letter_page,
            PaginatedList(
                "found",
                "links",
                split_into_pages(letters.get(letter, ()), page_numbers.LINKS),
                tuple,
            ),
        )


def _order(text: str) -> str:
    """The text as it is sorted: without accents, capitals and a first quotation mark or bracket."""
    letters = unicodedata.normalize("NFD", text.lower())
    plain = "".join(each for each in letters if not unicodedata.combining(each))
    return plain.lstrip("‘“'(") or text


def _letter(text: str) -> str:
    """The letter from A to Z with which a text begins when sorted; otherwise OTHER."""
    first = _order(text)[0].upper()
    return first if first in ascii_uppercase else OTHER


def _index_links(link: Linker) -> Iterator[Link]:
    dossier = link.dossier
    yield from (link.record(each) for each in dossier.files if each is not dossier.settings)
    yield from (link.list(path) for path in urls.LISTS)
    yield from (link.pair(pair) for pair in dossier.document_pairs)
    yield from (link.entry(term) for term in dossier.terms.terms)
    yield from (link.entry(point) for point in dossier.open_points.points)


def _timeline(link: Linker) -> dict[str, object]:
    years = timeline.years(link)
    return {
        "intro": link.prose(link.dossier.timeline.intro),
        "years": years,
        "absent": timeline.absent_years(years, link.today),
        "undated": timeline.undated(link),
        "left_out": timeline.facts_left_out(link),
        "progress": link.record(link.dossier.progress),
    }


def _terms(link: Linker) -> dict[str, object]:
    return {"intro": link.prose(link.dossier.terms.intro)}


def _term_list(link: Linker) -> PaginatedList[Term | Abbreviated]:
    """All terms on the first page, as they are one file; abbreviations may need more pages."""
    dossier = link.dossier
    named: tuple[Abbreviated, ...] = (*dossier.parties, *dossier.bodies, *dossier.instruments)
    first, *further = split_into_pages(
        [each for each in named if each.abbreviation], page_numbers.ROWS
    )
    pages: list[Sequence[Term | Abbreviated]] = [(*dossier.terms.terms, *first), *further]
    return PaginatedList("entries", "terms", pages, partial(_term_rows, link), title="afkortingen")


def _term_rows(link: Linker, records: Iterable[Term | Abbreviated]) -> list[dict[str, object]]:
    rows = [
        _term(link, each) if isinstance(each, Term) else _abbreviation(link, each)
        for each in records
    ]
    return sorted(rows, key=lambda entry: (str(entry["term"]).lower(), str(entry["anchor"])))


def _term(link: Linker, term: Term) -> dict[str, object]:
    return {
        "anchor": urls.anchor(term),
        "term": term.term,
        "meaning": link.prose(term.meaning),
        "uncertain": link.prose(term.uncertain),
        "sources": link.slugs(term.sources),
        "permalink": link.history(term.slug, term.term),
    }


def _abbreviation(link: Linker, record: Abbreviated) -> dict[str, object]:
    """An abbreviation has no anchor or permalink here: its record has its own page."""
    return {
        "anchor": "",
        "term": record.abbreviation,
        "meaning": (Piece(record.name, link.record(record, record.name)),),
        "uncertain": (),
        "permalink": None,
        "sources": link.slugs(record.sources),
    }


def _open_points(link: Linker) -> dict[str, object]:
    points, kinds = link.dossier.open_points, link.dossier.settings.point_kinds
    ordered = sorted(points.points, key=lambda each: min(each.statements, default=""))
    groups = [
        {
            "label": label,
            "anchor": link.group_id(kind, label),
            "points": [
                _point(link, each) for each in ordered if each.kind == kind and not each.minor
            ],
        }
        for kind, label in kinds.items()
    ]
    return {
        "minor": [_point(link, each) for each in ordered if each.minor],
        "intro": link.prose(points.intro),
        "groups": [each for each in groups if each["points"]],
        "empty": [each["anchor"] for each in groups if not each["points"]],
    }


def _point(link: Linker, point: OpenPoint) -> dict[str, object]:
    return {
        "anchor": urls.anchor(point),
        "title": point.title,
        "found": link.prose(point.found),
        "handled": link.prose(point.handled),
        "statements": link.statements(point.statements),
        "permalink": link.history(point.slug, point.title),
    }
