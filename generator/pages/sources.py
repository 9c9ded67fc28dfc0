"""The sources: the quoted ones with their whole text, and those cited."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from generator import history, urls
from generator.linking import Linker
from generator.model import Source
from generator.neighbours import sequence, with_neighbours
from generator.page import Link, Page
from generator.statements import source_line, views


def pages(link: Linker) -> Iterator[Page]:
    groups = [
        ("De bron van deze site", [each for each in _ordered(link) if _is_quoted(link, each)]),
        ("Documenten die de bron noemt", [each for each in _ordered(link) if each.names]),
        ("Andere bronnen", [each for each in _ordered(link) if _is_only_cited(link, each)]),
    ]
    yield link.list_page(urls.SOURCES, "sources", partial(_groups, link, groups))
    ordered = [source for _, found in groups for source in found]
    back = link.list(urls.SOURCES)
    for before, source, after in with_neighbours(ordered):
        view = partial(_view, link, source, sequence(before, after, link.record))
        yield link.page(source, "source", view, title=source.title, list=back)


def _groups(link: Linker, groups: Iterable[tuple[str, list[Source]]]) -> dict[str, Any]:
    filled = [{"label": label, "rows": _rows(link, found)} for label, found in groups if found]
    return {"groups": filled}


def _ordered(link: Linker) -> list[Source]:
    return sorted(link.dossier.sources, key=lambda source: source.shown.lower())


def _is_quoted(link: Linker, source: Source) -> bool:
    return source.slug in link.dossier.texts and not source.names


def _is_only_cited(link: Linker, source: Source) -> bool:
    return not source.names and not _is_quoted(link, source)


def _rows(link: Linker, sources: list[Source]) -> list[dict[str, Any]]:
    return [
        {"link": link.record(source), "publisher": source.publisher, "date": source.date}
        for source in sources
    ]


def _view(link: Linker, source: Source, beside: dict[str, Any]) -> dict[str, Any]:
    dossier = link.dossier
    citing = [file for file in dossier.backlinks.pointing_to(source.slug) if file is not source]
    count = len(dossier.texts.get(source.slug, ()))
    return {
        "publisher": source.publisher,
        "date": source.date,
        "address": Link(source.url, address=source.url) if source.url else None,
        "consulted": source.consulted,
        "consulted_how": source.consulted_how,
        "what": link.paragraphs(source.what),
        "uncertain": link.paragraphs(source.uncertain),
        "citing": [link.record(file) for file in citing],
        "named": views(link, dossier.backlinks.naming(source)),
        "history": history.rows(link, source.slug),
        "permalink": link.full_permalink(source.slug),
        "lines": [source_line(link, source, number) for number in range(1, count + 1)],
        **beside,
    }
