"""The pages about progress: the facts, and the deadlines."""

from collections.abc import Iterator
from functools import partial

from generator.dossier import fact_pages, urls
from generator.site.charts import status_bars
from generator.site.views import deadlines, progress
from generator.site.views.linker import Linker
from generator.site.views.page import Link, Page
from generator.site.views.pagination import PaginatedList, paginate


def pages(link: Linker) -> Iterator[Page]:
    dossier = link.dossier
    facts = PaginatedList(
        "found",
        "facts",
        fact_pages.by_page(dossier.progress, dossier.register),
        partial(progress.views, link),
    )
    yield from paginate(link.page(dossier.progress, "progress", partial(_progress, link)), facts)
    yield link.page(dossier.deadlines, "deadlines", partial(_deadlines, link))


def _progress(link: Linker) -> dict[str, object]:
    log = link.dossier.progress
    return {
        "intro": link.prose(log.intro),
        "counts": progress.counts(link, link.dossier.commitments),
        "picture": status_bars.chart(link),
    }


def _deadlines(link: Linker) -> dict[str, object]:
    dossier = link.dossier
    without_deadline = [
        each for each in dossier.commitments if not dossier.backlinks.deadlines_of(each)
    ]
    return {
        "intro": link.prose(dossier.deadlines.intro),
        "today": link.today,
        "lists": deadlines.lists(link),
        "without": len(without_deadline),
        "none": deadlines.NO_DEADLINE,
        "commitments": link.list(urls.COMMITMENTS),
        "calendar": Link("agenda.ics", file=urls.CALENDAR) if dossier.deadlines.items else None,
    }
