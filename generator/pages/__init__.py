"""Which pages there are, and what each of them shows."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator import permalinks, text, urls
from generator.linking import Linker
from generator.page import Page
from generator.pages import changes, chapters, commitments, named, reference, sequel, sources


def render(link: Linker, templates: Mapping[str, str]) -> dict[str, str]:
    """Every page as Markdown, by its path under the docs folder."""
    environment = text.environment(templates)
    return {page.path: text.render(environment, page) for page in all_pages(link)}


def all_pages(link: Linker) -> Iterator[Page]:
    """Every page of the site, with what stood on it before."""
    former = permalinks.former(link)
    for room in (chapters, commitments, named, sources, reference, sequel, changes):
        for page in room.pages(link):
            yield replace(page, former=former.get(urls.address(page.path), ()))
