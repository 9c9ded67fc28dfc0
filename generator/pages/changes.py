"""What changed, and how to cite what stands."""

from collections.abc import Iterator
from functools import partial

from generator import history, urls
from generator.linking import Linker
from generator.page import Link, Page


def pages(link: Linker) -> Iterator[Page]:
    yield link.list_page(urls.CHANGES, "changes", partial(_changes, link))
    yield link.list_page(urls.CITING, "citing", partial(_citing, link))


def _changes(link: Linker) -> dict[str, object]:
    feeds = [Link("Alle wijzigingen", file=urls.FEED)]
    feeds += [Link(each.title, file=urls.theme_feed(each)) for each in link.dossier.themes]
    return {"days": history.days(link), "feeds": feeds}


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
