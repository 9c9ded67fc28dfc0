"""The pages about progress: the facts, and the deadlines."""

from collections.abc import Iterator, Sequence
from functools import partial

from generator.dossier import fact_pages, urls
from generator.model import Progress
from generator.site.charts import status_bars
from generator.site.views import deadlines, facts_by_theme, progress, timeline
from generator.site.views.linker import Linker
from generator.site.views.page import Link, Page
from generator.site.views.pagination import PaginatedList, paginate


def pages(link: Linker) -> Iterator[Page]:
    dossier = link.dossier
    fact_lists = fact_pages.by_page(dossier.progress, dossier.register)
    facts = PaginatedList("found", "facts", fact_lists, partial(facts_by_theme.groups, link))
    page = link.page(dossier.progress, "progress", partial(_progress, link, fact_lists[0]))
    yield from paginate(page, facts)
    yield link.page(dossier.deadlines, "deadlines", partial(_deadlines, link))


def _progress(link: Linker, first: Sequence[Progress]) -> dict[str, object]:
    """``first`` has the facts on the first page."""
    log = link.dossier.progress
    return {
        "absent": facts_by_theme.absent(link, facts_by_theme.groups(link, first)),
        "intro": link.prose(log.intro),
        "counts": progress.counts(link, link.dossier.commitments),
        "picture": status_bars.chart(link),
        "years": timeline.year_links(link),
        "proven": sum(bool(fact.passages) for fact in log.items),
        "facts": len(log.items),
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
        "calendar": Link("Zet in uw agenda", file=urls.CALENDAR) if _is_ahead(link) else None,
    }


def _is_ahead(link: Linker) -> bool:
    """Whether some deadline has not ended yet."""
    found = link.dossier.deadlines.items
    return any(deadlines.last_day(each, link.today) >= link.today for each in found)
