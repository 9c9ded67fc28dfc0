"""All pages of the site, and what each of them shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from generator.dossier import urls
from generator.site.pages import (
    changes,
    chapters,
    commitments,
    comparisons,
    data,
    entities,
    home,
    progress,
    reference,
    sources,
)
from generator.site.views import former_addresses
from generator.site.views.linker import Linker
from generator.site.views.page import Output, Page

if TYPE_CHECKING:
    from generator.site.views.templates import Environment


def outputs(link: Linker, environment: Environment) -> Iterator[Output]:
    """Every page as Markdown."""
    from generator.site.views import templates  # noqa: PLC0415  (slow to import)

    return ((page.path, partial(templates.render, environment, page)) for page in all_pages(link))


def all_pages(link: Linker) -> Iterator[Page]:
    """Every page of the site, with the items that were at its address before."""
    former_items = former_addresses.names_by_address(link)
    modules = (home, chapters, comparisons, commitments, entities, sources, reference, progress)
    for module in (*modules, changes, data):
        for page in module.pages(link):
            items = former_items.get(urls.address(page.path), ())
            yield (
                replace(page, former=partial(former_addresses.views, link, items))
                if items
                else page
            )
