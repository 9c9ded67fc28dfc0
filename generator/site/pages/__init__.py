"""Which pages there are, and what each of them shows."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from generator.dossier import urls
from generator.site.pages import (
    changes,
    chapters,
    commitments,
    entities,
    progress,
    reference,
    sources,
)
from generator.site.views import former_addresses, templates
from generator.site.views.linker import Linker
from generator.site.views.page import Output, Page


def outputs(link: Linker, environment: templates.Environment) -> Iterator[Output]:
    """Every page as Markdown."""
    return ((page.path, partial(templates.render, environment, page)) for page in all_pages(link))


def all_pages(link: Linker) -> Iterator[Page]:
    """Every page of the site, with what stood on it before."""
    left = former_addresses.left(link)
    for room in (chapters, commitments, entities, sources, reference, progress, changes):
        for page in room.pages(link):
            names = left.get(urls.address(page.path), ())
            yield (
                replace(page, former=partial(former_addresses.former, link, names))
                if names
                else page
            )
