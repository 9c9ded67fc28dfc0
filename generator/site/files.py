"""Renders all text files of the site, before MkDocs runs: pages, permalinks, feeds, tables."""

import datetime as dt
from collections.abc import Iterator, Mapping

from generator.dossier.dossier import Dossier
from generator.site import one_file, pages
from generator.site.api import files as api_files
from generator.site.discovery import dcat, llms, robots, security_txt
from generator.site.exports import (
    calendar,
    csv_tables,
    embeds,
    feeds,
    kept_copies,
    latest_changes,
    left_pages,
    permalinks,
    register_file,
    static_page,
)
from generator.site.hosting import redirects
from generator.site.pieces import Pieces, without_cache
from generator.site.views.linker import Linker
from generator.site.views.page import Output
from generator.site.views.templates import Environment, html_environment, markdown_environment


def static_outputs(
    link: Linker, environment: Environment, pieces: Pieces = without_cache
) -> Iterator[Output]:
    """The files that are published without going through MkDocs."""
    yield from static_page.outputs(link, environment, permalinks.pages(link))
    yield from static_page.outputs(link, environment, embeds.pages(link))
    yield from static_page.outputs(link, environment, left_pages.pages(link))
    yield redirects.REDIRECTS, lambda: redirects.file(left_pages.redirects(link))
    yield from one_file.outputs(link, environment, pieces)
    yield from feeds.outputs(link)
    yield from latest_changes.outputs(link)
    yield from calendar.outputs(link)
    yield from csv_tables.outputs(link, pieces)
    yield from register_file.outputs(link)
    yield from kept_copies.outputs(link)
    yield from api_files.outputs(link)
    yield from dcat.outputs(link)
    yield from llms.outputs(link)
    yield from robots.outputs(link)
    yield from security_txt.outputs(link)


def render(dossier: Dossier, templates: Mapping[str, str], today: dt.date) -> dict[str, str]:
    """Every text by its path, as the site is on the day ``today``."""
    link = Linker(dossier, today)
    static = static_outputs(link, html_environment(templates))
    markdown = pages.outputs(link, markdown_environment(templates))
    return {path: make() for path, make in (*static, *markdown)}
