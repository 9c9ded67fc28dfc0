"""The pages with two documents side by side."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from generator.dossier import days_of_change, page_numbers, urls
from generator.dossier.comparisons import DocumentPair, Tie
from generator.dossier.page_numbers import split_into_pages
from generator.site.views import comparisons
from generator.site.views.linker import Linker
from generator.site.views.page import Page
from generator.site.views.pagination import PaginatedList, paginate


def pages(link: Linker) -> Iterator[Page]:
    for pair in link.dossier.document_pairs:
        ties = comparisons.in_order(link, pair)
        page = link.page(
            pair.later,
            "comparison",
            partial(_view, link, pair, ties),
            path=pair.page,
            title=pair.title,
            anchor=link.heading_id(pair.name, pair.title),
            description=partial(_description, pair, ties),
            changed=partial(_changed, link, pair),
            list=link.list(urls.CHAPTERS),
        )
        yield from paginate(page, _rows(link, pair, ties))


def _rows(link: Linker, pair: DocumentPair, ties: Sequence[Tie]) -> PaginatedList[Tie]:
    def rows(some: Sequence[Tie]) -> Mapping[str, object]:
        return {
            "earlier": pair.earlier.display_name,
            "later": pair.later.display_name,
            "compared": comparisons.rows(link, some),
        }

    pages = split_into_pages(ties, page_numbers.ROWS)
    return PaginatedList("rows", "comparison", pages, rows)


def _view(link: Linker, pair: DocumentPair, ties: Sequence[Tie]) -> dict[str, object]:
    return {
        "earlier": link.record(pair.earlier),
        "later": link.record(pair.later),
        "is_order_known": pair.is_order_known,
        "counts": comparisons.counts(ties),
        "uncompared": comparisons.uncompared(ties),
        "is_changed": any(tie.how == "gewijzigd" for tie in ties),
        "permalink": link.full_permalink(pair.name),
    }


def _description(pair: DocumentPair, ties: Sequence[Tie]) -> str:
    return f"{pair.title}: {comparisons.counts(ties)}."


def _changed(link: Linker, pair: DocumentPair) -> dt.date:
    """The day on which a document, or a chapter with its sentences, was last changed."""
    parts = (part for part in link.dossier.parts if part.source in pair.slugs)
    return max(days_of_change.of_file(link.dossier, file) for file in (pair.later, *parts))
