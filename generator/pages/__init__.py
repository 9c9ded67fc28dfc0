"""Which pages there are, and what each of them shows."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from generator import former_addresses, templates
from generator.dossier import urls
from generator.linking import Linker
from generator.page import Output, Page
from generator.pages import changes, chapters, commitments, named, reference, sequel, sources


def outputs(link: Linker, environment: templates.Environment) -> Iterator[Output]:
    """Every page as Markdown."""
    return ((page.path, partial(templates.render, environment, page)) for page in all_pages(link))


def all_pages(link: Linker) -> Iterator[Page]:
    """Every page of the site, with what stood on it before."""
    left = former_addresses.left(link)
    for room in (chapters, commitments, named, sources, reference, sequel, changes):
        for page in room.pages(link):
            names = left.get(urls.address(page.path), ())
            yield (
                replace(page, former=partial(former_addresses.former, link, names))
                if names
                else page
            )
