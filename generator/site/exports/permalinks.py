"""Small static pages that keep every published address working, each complete by itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.dossier import urls
from generator.dossier.citable import Citable
from generator.dossier.register import COMMITMENT, Event, Version
from generator.site import security_policy
from generator.site.views import citation, former_addresses, history, templates
from generator.site.views.linker import Linker
from generator.site.views.page import Link, Output, View


@dataclass(frozen=True)
class StaticPage:
    """A static page that has not been rendered yet."""

    path: str
    template: str
    title: str
    canonical: str
    """The path of the page that search engines should show: another page, or this one."""
    view: View


def outputs(link: Linker, environment: templates.Environment) -> Iterator[Output]:
    """Every static page as HTML."""
    return ((page.path, partial(_render, link, environment, page)) for page in pages(link))


def _render(link: Linker, environment: templates.Environment, page: StaticPage) -> str:
    here = urls.address(page.path)
    values = {
        "page": page,
        "view": page.view(),
        "policy": security_policy.policy(),
        "canonical": link.absolute_url(page.canonical),
        "site": link.dossier.settings,
        "root": urls.relative_address(here, "/"),
        "href": _href(here),
    }
    return environment.get_template(f"static/{page.template}").render(values)


def _href(here: str) -> Any:  # noqa: ANN401  (a function for templates)
    def href(link: Link) -> str:
        target = urls.address(link.file or link.page)
        return urls.relative_address(here, target + (f"#{link.fragment}" if link.fragment else ""))

    return href


def pages(link: Linker) -> Iterator[StaticPage]:
    """The permalinks, the versions, and the pages at former addresses."""
    current = {item.name: item for item in link.dossier.citables}
    for name in link.dossier.register.history:
        yield _permalink(link, name, current.get(name))
        for version in link.dossier.register.versions(name):
            yield _version(link, name, version)
    yield from _former_address_pages(link)
    yield from _no_commitment_pages(link)


# Permalinks ---------------------------------------------------------------------------------------


def _permalink(link: Linker, name: str, item: Citable | None) -> StaticPage:
    file = urls.permalink(name)
    view = partial(_permalink_view, link, name, item)
    return StaticPage(file, "permalink.html.j2", name, item.page if item else file, view)


def _permalink_view(link: Linker, name: str, item: Citable | None) -> dict[str, object]:
    register = link.dossier.register
    versions = register.versions(name)
    place = Link(link.title_of_page(item.page), item.page, item.anchor) if item else None
    return {
        "name": name,
        "kind": item.label if item else "",
        "text": versions[-1].event.text,
        "end": _tombstone(link, register.tombstone(name)),
        "place": place,
        "address": link.absolute_url(urls.permalink(name)),
        "history": history.rows(link, name),
        "citations": _citations(link, versions[-1]),
        "version": versions[-1].number,
        "date": versions[-1].event.date,
    }


def _tombstone(link: Linker, event: Event | None) -> dict[str, object] | None:
    if not event:
        return None
    into = [link.permalink(name) for name in event.into]
    return {"label": history.label(event), "date": event.date, "note": event.note, "into": into}


def _citations(link: Linker, version: Version) -> list[dict[str, object]]:
    """The citations, split where the date on which the reader consulted the page is filled in."""
    return [
        {"format": name, "pieces": _split_at_date(cited)}
        for name, cited in history.citations(link, version).items()
    ]


def _split_at_date(cited: str) -> list[tuple[str, str]]:
    """Pieces of text, each with the date placeholder that follows it, or an empty string."""
    placeholder = (
        citation.RIS_ACCESS_DATE if citation.RIS_ACCESS_DATE in cited else citation.ACCESS_DATE
    )
    pieces = cited.split(placeholder)
    return [
        (piece, placeholder if number < len(pieces) else "")
        for number, piece in enumerate(pieces, start=1)
    ]


# Versions -----------------------------------------------------------------------------------------


def _version(link: Linker, name: str, version: Version) -> StaticPage:
    file = urls.version(name, version.number)
    title = f"{name}, versie {version.number}"
    view = partial(_version_view, link, name, version)
    return StaticPage(file, "version.html.j2", title, file, view)


def _version_view(link: Linker, name: str, version: Version) -> dict[str, object]:
    event, versions = version.event, link.dossier.register.versions(name)
    return {
        "name": name,
        "number": version.number,
        "date": event.date,
        "note": event.note,
        "label": history.label(event),
        "text": event.text,
        "fingerprint": event.fingerprint,
        "place": event.place,
        "difference": history.differences(versions).get(version.number, []),
        "newest": link.version(versions[-1]) if version.number < len(versions) else None,
        "end": _tombstone(link, link.dossier.register.tombstone(name)),
        "permalink": link.permalink(name),
        "address": link.absolute_url(urls.version(name, version.number)),
        "citations": _citations(link, version),
    }


# Former addresses ---------------------------------------------------------------------------------


def _former_address_pages(link: Linker) -> Iterator[StaticPage]:
    current = link.addresses
    for address, former_items in former_addresses.names_by_address(link).items():
        if address not in current:
            path = urls.static_file_at(address)
            title = "Deze pagina is verplaatst of vervallen"
            view = partial(_former_address_view, link, former_items)
            yield StaticPage(path, "left.html.j2", title, path, view)


def _former_address_view(
    link: Linker, former_items: Sequence[former_addresses.NameAndAnchor]
) -> dict[str, object]:
    items = former_addresses.views(link, former_items)
    return {
        "whole": [item for item in items if not item.anchor],
        "parts": [item for item in items if item.anchor],
        "forward": _forward(link, [name for name, anchor in former_items if not anchor]),
    }


def _forward(link: Linker, names: Sequence[str]) -> Link | None:
    """Where the last thing at a former address is now; its permalink if it is nowhere."""
    if not names:
        return None
    places = {item.name: item for item in link.dossier.citables}
    successors = link.dossier.register.successors(names[-1])
    found = places.get(successors[0]) if len(successors) == 1 else None
    if not found:
        return link.permalink(names[-1])
    return Link(link.title_of_page(found.page), found.page, found.anchor)


# Pages of commitments -----------------------------------------------------------------------------


def _no_commitment_pages(link: Linker) -> Iterator[StaticPage]:
    """A page for each statement that is not a commitment, at the address of a commitment page.

    The statement may have been a commitment before, or have ended.
    """
    former = former_addresses.names_by_address(link)
    for name in link.dossier.register.history:
        address = urls.commitment_address(name)
        if name[0].isupper() and address not in link.addresses and address not in former:
            view = partial(_no_commitment_view, link, name)
            path = urls.static_file_at(address)
            yield StaticPage(
                path, "no-commitment.html.j2", _no_commitment_title(link, name), path, view
            )


def _no_commitment_title(link: Linker, name: str) -> str:
    if end := link.dossier.register.tombstone(name):
        return f"{name}: {history.label(end).lower()}"
    was_one = _last_mark(link, name)
    return f"{name} is geen afspraak meer" if was_one else f"{name} is geen afspraak"


def _last_mark(link: Linker, name: str) -> Event | None:
    """The last event that says whether a statement is a commitment."""
    events = link.dossier.register.history[name]
    return next((each for each in reversed(events) if each.event in COMMITMENT), None)


def _no_commitment_view(link: Linker, name: str) -> dict[str, object]:
    register, mark = link.dossier.register, _last_mark(link, name)
    return {
        "name": name,
        "text": register.versions(name)[-1].event.text,
        "end": _tombstone(link, register.tombstone(name)),
        "mark": {"label": history.label(mark), "date": mark.date, "note": mark.note}
        if mark
        else None,
        "permalink": link.permalink(name),
        "history": history.rows(link, name),
    }
