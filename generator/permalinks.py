"""The static pages that keep every published address alive: small, and readable by themselves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator import citation, history, text, urls
from generator.grouping import gather
from generator.linking import Linker
from generator.page import Former, Link
from generator.published import Published, published
from generator.register import Event, Version

KINDS = {
    "Statement": "Uitspraak",
    "Party": "Partij",
    "Body": "Overleg",
    "Instrument": "Instrument",
    "Source": "Bron",
    "Theme": "Thema",
    "Chapter": "Hoofdstuk",
    "Term": "Begrip",
    "OpenPoint": "Aandachtspunt bij de bron",
    "Progress": "Vervolg, uit een andere bron",
    "Deadline": "Termijn",
}


@dataclass(frozen=True)
class Static:
    """A static page to be made."""

    path: str
    template: str
    title: str
    canonical: str
    """The whole address of the page that this one stands for."""
    view: Mapping[str, Any]


def render(link: Linker, templates: Mapping[str, str]) -> dict[str, str]:
    """Every static page as HTML, by its path under the docs folder."""
    environment = text.html_environment(templates)
    made = {}
    for page in pages(link):
        here = urls.address(page.path)
        values = {
            "page": page,
            "view": page.view,
            "site": link.dossier.settings,
            "root": urls.relative_address(here, "/"),
            "href": _href(here),
        }
        made[page.path] = environment.get_template(f"static/{page.template}").render(values)
    return made


def _href(here: str) -> Any:  # noqa: ANN401  (a function for templates)
    def href(link: Link) -> str:
        goal = urls.address(link.file or link.page)
        return urls.relative_address(here, goal + (f"#{link.fragment}" if link.fragment else ""))

    return href


def pages(link: Linker) -> Iterator[Static]:
    """The permalinks, the versions, and the pages at addresses that were left."""
    current = {item.name: item for item in published(link.dossier)}
    for name in link.dossier.register.history:
        yield _permalink(link, name, current.get(name))
        yield from _versions(link, name)
    yield from _left_addresses(link)
    yield from _no_commitments(link)


# Permalinks ---------------------------------------------------------------------------------------


def _permalink(link: Linker, name: str, item: Published | None) -> Static:
    register = link.dossier.register
    versions = register.versions(name)
    file = urls.permalink(name)
    stands = Link(link.place_title(item.page), item.page, item.anchor) if item else None
    view = {
        "name": name,
        "kind": KINDS.get(type(item.record).__name__, "") if item else "",
        "text": versions[-1].event.text,
        "end": _end(link, register.tombstone(name)),
        "stands": stands,
        "address": link.full(file),
        "history": history.rows(link, name),
        "citations": _citations(link, versions[-1]),
        "version": versions[-1].number,
        "date": versions[-1].event.date,
    }
    canonical = link.full(item.page) if item else link.full(file)
    return Static(file, "permalink.html.j2", name, canonical, view)


def _end(link: Linker, event: Event | None) -> dict[str, Any] | None:
    if not event:
        return None
    into = [link.permalink(name) for name in event.into]
    return {"label": history.label(event), "date": event.date, "note": event.note, "into": into}


def _citations(link: Linker, version: Version) -> list[dict[str, Any]]:
    """The citations, cut where the reader's day belongs."""
    return [
        {"format": name, "pieces": _cut(cited)}
        for name, cited in history.citations(link, version).items()
    ]


def _cut(cited: str) -> list[tuple[str, str]]:
    """Pieces of text, each with the mark that follows it."""
    mark = citation.RIS_DAY if citation.RIS_DAY in cited else citation.DAY
    pieces = cited.split(mark)
    return [(piece, mark if at + 1 < len(pieces) else "") for at, piece in enumerate(pieces)]


# Versions -----------------------------------------------------------------------------------------


def _versions(link: Linker, name: str) -> Iterator[Static]:
    versions = link.dossier.register.versions(name)
    differences = history.differences(versions)
    for version in versions:
        file = urls.version(name, version.number)
        event = version.event
        view = {
            "name": name,
            "number": version.number,
            "date": event.date,
            "note": event.note,
            "label": history.label(event),
            "text": event.text,
            "fingerprint": event.fingerprint,
            "place": event.place,
            "difference": differences.get(version.number, []),
            "newest": link.version(versions[-1]) if version is not versions[-1] else None,
            "end": _end(link, link.dossier.register.tombstone(name)),
            "permalink": link.permalink(name),
            "address": link.full(file),
            "citations": _citations(link, version),
        }
        title = f"{name}, versie {version.number}"
        yield Static(file, "version.html.j2", title, link.full(file), view)


# Addresses that were left -------------------------------------------------------------------------


def former(link: Linker) -> Mapping[str, tuple[Former, ...]]:
    """By address of a page: what stood there before."""
    register = link.dossier.register
    return gather(
        (page, _former(link, name, anchor))
        for name in register.history
        for page, _, anchor in (place.partition("#") for place in register.former_places(name))
    )


def _former(link: Linker, name: str, anchor: str) -> Former:
    last = link.dossier.register.history[name][-1]
    happened = f"{history.label(last).lower()} op {text.dutch_date(last.date)}"
    return Former(anchor, link.permalink(name), happened)


def _left_addresses(link: Linker) -> Iterator[Static]:
    taken = link.addresses
    for address, items in former(link).items():
        if address not in taken:
            whole = [item for item in items if not item.anchor]
            parts = [item for item in items if item.anchor]
            view = {"whole": whole, "parts": parts}
            path = urls.page_at(address)
            title = "Deze pagina is verplaatst of vervallen"
            yield Static(path, "left.html.j2", title, link.full(path), view)


def _no_commitments(link: Linker) -> Iterator[Static]:
    """Where a commitment has its page, a statement that is none says so: it may have been one."""
    left = former(link)
    for name in link.dossier.register.history:
        address = urls.commitment_address(name)
        if name[0].isupper() and address not in link.addresses and address not in left:
            view = {"name": name, "permalink": link.permalink(name)}
            path = urls.page_at(address)
            title = f"{name} is geen afspraak"
            yield Static(path, "no-commitment.html.j2", title, link.full(path), view)
