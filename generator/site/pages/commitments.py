"""The list of commitments, and a page for each commitment."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from generator.dossier import heading_ids, page_numbers, urls
from generator.dossier.page_numbers import split_into_pages
from generator.model import Statement
from generator.site.views import deadlines, history, progress, register_rows, reviews, statements
from generator.site.views.linker import Linker, in_short
from generator.site.views.page import Link, Page
from generator.site.views.pagination import (
    PaginatedList,
    neighbour_links,
    paginate,
    with_neighbours,
)
from generator.site.views.statements import SourceLine


def pages(link: Linker) -> Iterator[Page]:
    commitments = link.dossier.commitments
    page = link.list_page(urls.COMMITMENTS, "commitments", partial(_list_view, link), wide=True)
    row_pages = split_into_pages(commitments, page_numbers.ROWS)
    yield from paginate(
        page,
        PaginatedList("commitments", "register", row_pages, partial(register_rows.rows, link)),
    )
    for before, statement, after in with_neighbours(commitments):
        yield _page(link, before, statement, after)


def _list_view(link: Linker) -> dict[str, object]:
    commitments = link.dossier.commitments
    every = f"alle {len(commitments)} afspraken" if len(commitments) > 1 else "de afspraak"
    return {
        "counts": progress.counts(link, commitments),
        "explanation": progress.explanation(link, "Hoe bepalen wij de status?"),
        "table": Link(f"Download {every} (CSV)", file=urls.table_for_excel(urls.COMMITMENTS_TABLE)),
    }


def _page(
    link: Linker, before: Statement | None, statement: Statement, after: Statement | None
) -> Page:
    neighbours = partial(neighbour_links, before, after, link.commitment_in_short)
    return link.page(
        link.dossier.home(statement),
        "commitment",
        lambda: {**_view(link, statement), **neighbours()},
        title=in_short(statement),
        anchor=heading_ids.of_words(f"Afspraak {statement.id}"),
        path=urls.commitment_page(statement),
        description=lambda: statement.text,
        list=link.list(urls.COMMITMENTS),
        card=urls.card(statement.id),
    )


def _view(link: Linker, statement: Statement) -> dict[str, object]:
    dossier, backlinks = link.dossier, link.dossier.backlinks
    theme = dossier.theme(statement)
    parent = dossier.statement[statement.under] if statement.under else None
    return {
        "statement": statements.view(link, statement),
        "theme": link.record(theme) if theme else None,
        "mentions": statements.combined_mentions(link, [statement]),
        "parties_named": bool(statement.parties),
        "source": link.record(dossier.source_of(statement)),
        "part": dossier.home(statement).part,
        "passage": _passage(link, statement),
        "whole": statements.view(link, parent) if parent else None,
        "parts": statements.views(link, backlinks.under(statement)),
        "relatives": list(statements.relatives(link, statement)),
        "deadlines": deadlines.of(link, statement),
        "milestones": [{"words": each.words} for each in backlinks.milestones_of(statement)],
        "status": progress.status(link, statement),
        "explanation": progress.explanation(link, "Hoe bepalen wij de status?"),
        "progress": progress.about(link, [statement]),
        "review": reviews.view(
            link, (*backlinks.progress_of(statement), *backlinks.deadlines_of(statement))
        ),
        "history": history.rows(link, statement.id),
        "permalink": link.full_permalink(statement.id),
        "timeline": link.record(dossier.timeline, "tijdlijn"),
    }


def _passage(link: Linker, statement: Statement) -> list[SourceLine]:
    """The source line with the statement, and the lines right before and after it."""
    source = link.dossier.source_of(statement)
    numbers = range(max(1, statement.line - 1), statement.line + 2)
    rows = [statements.source_line(link, source, number) for number in numbers]
    return [replace(row, here=row.number == statement.line) for row in rows if row.text.strip()]
