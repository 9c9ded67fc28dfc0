"""The pages of the sources: the quoted ones with their full text, and the cited ones."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from generator.dossier import page_numbers, urls
from generator.dossier.page_numbers import split_into_pages
from generator.grouping import gather
from generator.model import File, Source
from generator.site.views import history
from generator.site.views.linker import Linker
from generator.site.views.page import Link, Page
from generator.site.views.pagination import (
    PaginatedList,
    neighbour_links,
    paginate,
    with_neighbours,
)
from generator.site.views.statements import SourceLine, source_line, views


def pages(link: Linker) -> Iterator[Page]:
    several = link.dossier.has_several_documents
    cited = [each for each in _sorted_sources(link) if each.slug not in link.dossier.texts]
    groups: list[tuple[str, list[Source]]] = [
        ("De documenten" if several else "Het document", list(link.dossier.documents)),
        (
            f"Stukken die {'de documenten noemen' if several else 'het document noemt'}",
            [each for each in cited if each.names],
        ),
        ("Andere bronnen", [each for each in cited if not each.names]),
    ]
    labelled = [(label, source) for label, sources in groups for source in sources]
    listed = PaginatedList(
        "groups", "sources", split_into_pages(labelled, page_numbers.ROWS), partial(_groups, link)
    )
    yield from paginate(link.list_page(urls.SOURCES, "sources"), listed)
    back = link.list(urls.SOURCES)
    for before, source, after in with_neighbours([source for _, source in labelled]):
        view = partial(_view, link, source, neighbour_links(before, after, link.record))
        page = link.page(source, "source", view, title=source.title, list=back)
        yield from paginate(page, *_lists(link, source))


def _groups(link: Linker, labelled: Iterable[tuple[str, Source]]) -> list[dict[str, object]]:
    groups = gather(labelled).items()
    return [{"label": label, "rows": _rows(link, sources)} for label, sources in groups]


def _lists(link: Linker, source: Source) -> Iterator[PaginatedList[Any]]:
    """The lines of a source, the files that cite it, and the statements that name it."""
    backlinks = link.dossier.backlinks
    lines = range(1, len(link.dossier.texts.get(source.slug, ())) + 1)
    citing = [file for file in backlinks.pointing_to(source.slug) if file is not source]
    yield PaginatedList(
        "lines", "lines", split_into_pages(lines, page_numbers.LINES), partial(_lines, link, source)
    )
    yield PaginatedList(
        key="citing",
        layout="links",
        pages=split_into_pages(citing, page_numbers.LINKS),
        rows=partial(_file_links, link),
        part="gebruikt",
        title="waar wij deze bron gebruiken",
        anchor="gebruikt",
    )
    yield PaginatedList(
        key="named",
        layout="statements",
        pages=split_into_pages(backlinks.naming(source), page_numbers.BLOCKS),
        rows=partial(views, link),
        part="genoemd",
        title=_named_title(link),
        anchor="genoemd",
    )


def _named_title(link: Linker) -> str:
    several = link.dossier.has_several_documents
    return f"waar {'de documenten dit noemen' if several else 'het document dit noemt'}"


def _lines(link: Linker, source: Source, numbers: Iterable[int]) -> list[SourceLine]:
    return [source_line(link, source, number) for number in numbers]


def _file_links(link: Linker, files: Iterable[File]) -> list[Link]:
    return [link.record(file) for file in files]


def _sorted_sources(link: Linker) -> list[Source]:
    return sorted(link.dossier.sources, key=lambda source: source.display_name.lower())


def _rows(link: Linker, sources: Sequence[Source]) -> list[dict[str, object]]:
    return [
        {"link": link.record(source), "publisher": source.publisher, "date": source.date}
        for source in sources
    ]


def _view(link: Linker, source: Source, neighbours: Mapping[str, object]) -> dict[str, object]:
    return {
        "publisher": source.publisher,
        "date": source.date,
        "address": Link(source.url, address=source.url) if source.url else None,
        "consulted": source.consulted,
        "consulted_how": source.consulted_how,
        "kept": source.kept,
        "kept_text": link.kept_copy(source) if source.kept else None,
        "what": link.paragraphs(source.what),
        "uncertain": link.paragraphs(source.uncertain),
        "pairs": [
            link.pair(each) for each in link.dossier.document_pairs if source.slug in each.slugs
        ],
        "history": history.rows(link, source.slug),
        "permalink": link.full_permalink(source.slug),
        **neighbours,
    }
