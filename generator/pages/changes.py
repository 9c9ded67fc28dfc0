"""What changed, and how to cite what stands."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from generator import history, paging, urls
from generator.linking import Linker
from generator.neighbours import sequence, with_neighbours
from generator.page import Link, Page
from generator.paging import Long, cut, spread
from generator.register import Event


def pages(link: Linker) -> Iterator[Page]:
    page = link.list_page(urls.CHANGES, "changes", partial(_changes, link))
    yield from spread(page, _feeds(link))
    yield from _older(link, page)
    yield link.list_page(urls.CITING, "citing", partial(_citing, link))


def _changes(link: Linker) -> dict[str, object]:
    """The last changes, and the way to those that have a page that is full."""
    last = link.dossier.register.events[-paging.EVENTS :]
    older = [_part(number) for number in range(len(_full(link)), 0, -1)]
    return {"days": list(history.days(link, last)), "count": len(last), "older": older}


def _feeds(link: Linker) -> Long[Link]:
    feeds = [Link("Alle wijzigingen", file=urls.FEED)]
    feeds += [Link(each.title, file=urls.theme_feed(each)) for each in link.dossier.themes]
    pages = cut(feeds, paging.LINKS)
    return Long("feeds", "links", pages, tuple, part="volgen", title="volgen", anchor="volgen")


def _full(link: Linker) -> Sequence[Sequence[Event]]:
    """The changes by the page, counted from the oldest: only what no more is added to."""
    events = link.dossier.register.events
    pages = cut(events, paging.EVENTS) if len(events) > paging.EVENTS else ()
    return [page for page in pages if len(page) == paging.EVENTS]


def _older(link: Linker, page: Page) -> Iterator[Page]:
    """A page of changes that is full stays as it is: nothing on it moves or changes."""
    numbered = list(enumerate(_full(link), 1))
    for before, (number, events), after in with_neighbours(numbered):
        beside = sequence(before, after, lambda each: _part(each[0]))
        yield replace(
            page,
            path=urls.older_changes(number),
            template="older-changes",
            title=f"{page.title}, {_part(number).text.lower()}",
            description=f"{page.title}, {_part(number).text.lower()}.",
            changed=max(event.date for event in events),
            view=partial(_part_view, link, events, beside),
            list=link.list(urls.CHANGES),
        )


def _part(number: int) -> Link:
    return Link(f"Deel {number}", urls.older_changes(number))


def _part_view(
    link: Linker, events: Sequence[Event], beside: dict[str, Link | None]
) -> dict[str, object]:
    return {"days": list(history.days(link, events)), **beside}


def _citing(link: Linker) -> dict[str, object]:
    """The first statement serves as the example."""
    example = link.dossier.statements[0]
    version = history.latest(link, example.id)
    return {
        "name": example.id,
        "permalink": link.full_permalink(example.id),
        "version": link.version(version) if version else None,
        "citations": history.citations(link, version) if version else {},
        "changes": link.list(urls.CHANGES),
        "fingerprint": version.event.fingerprint if version else "",
    }
