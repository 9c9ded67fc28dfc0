"""The pages with changes, and the page about citing."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from generator.dossier import page_numbers, register_chain, urls
from generator.dossier.page_numbers import split_into_pages
from generator.dossier.register import Event
from generator.site.views import day_changes, history
from generator.site.views.linker import Linker
from generator.site.views.page import Link, Page
from generator.site.views.pagination import (
    PaginatedList,
    neighbour_links,
    paginate,
    with_neighbours,
)


def pages(link: Linker) -> Iterator[Page]:
    page = link.list_page(urls.CHANGES, "changes", partial(_changes, link))
    yield from paginate(page, _feed_list(link))
    yield from _older_pages(link, page)
    yield link.list_page(urls.CITING, "citing", partial(_citing, link))


def _changes(link: Linker) -> dict[str, object]:
    """The last changes, and links to the older pages that are full."""
    last = link.dossier.register.events[-page_numbers.EVENTS :]
    older = [_part_link(number) for number in reversed(_full_page_numbers(link))]
    return {"days": list(day_changes.days(link, last)), "count": len(last), "older": older}


def _feed_list(link: Linker) -> PaginatedList[Link]:
    feeds = [Link("Alle wijzigingen", file=urls.FEED)]
    feeds += [Link(each.title, file=urls.theme_feed(each)) for each in link.dossier.themes]
    pages = split_into_pages(feeds, page_numbers.LINKS)
    return PaginatedList(
        "feeds", "links", pages, tuple, part="volgen", title="volgen", anchor="volgen"
    )


def _full_page_numbers(link: Linker) -> range:
    """The numbers of the full pages, to which no more changes are added."""
    count = len(link.dossier.register.events)
    return range(1, 1 + count // page_numbers.EVENTS) if count > page_numbers.EVENTS else range(0)


def _events_on_page(link: Linker, number: int) -> tuple[Event, ...]:
    """The changes on a full page. Pages are numbered from the oldest."""
    return link.dossier.register.between(
        (number - 1) * page_numbers.EVENTS, number * page_numbers.EVENTS
    )


def _older_pages(link: Linker, page: Page) -> Iterator[Page]:
    """A page for each full page of changes. Nothing on such a page moves or changes."""
    for before, number, after in with_neighbours(_full_page_numbers(link)):
        title = f"{page.title}, {_part_link(number).text.lower()}"
        yield replace(
            page,
            path=urls.older_changes(number),
            template="older-changes",
            title=title,
            description=partial("{}.".format, title),
            changed=partial(_last_change, link, number),
            view=partial(_part_view, link, number, neighbour_links(before, after, _part_link)),
            list=link.list(urls.CHANGES),
        )


def _last_change(link: Linker, number: int) -> dt.date:
    return max(event.date for event in _events_on_page(link, number))


def _part_link(number: int) -> Link:
    return Link(f"Deel {number}", urls.older_changes(number))


def _part_view(link: Linker, number: int, neighbours: dict[str, Link | None]) -> dict[str, object]:
    return {"days": list(day_changes.days(link, _events_on_page(link, number))), **neighbours}


def _citing(link: Linker) -> dict[str, object]:
    """How to cite, with the first commitment as the example, or else the first statement."""
    example = (*link.dossier.commitments, *link.dossier.statements)[0]
    version = history.latest(link, example.id)
    return {
        "name": example.id,
        "permalink": link.full_permalink(example.id),
        "version": link.version(version) if version else None,
        "citations": history.citations(link, version) if version else {},
        "changes": link.list(urls.CHANGES),
        "fingerprint": version.event.fingerprint if version else "",
        "register": Link("het register", file=urls.REGISTER),
        "head": register_chain.head(link.dossier.register),
    }
