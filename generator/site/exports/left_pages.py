"""Small static pages at addresses that have no page any more, or never had one."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from generator.dossier import urls
from generator.dossier.register import COMMITMENT, Event
from generator.site.exports.static_page import Preview, StaticPage
from generator.site.exports.tombstones import tombstone
from generator.site.views import former_addresses, history
from generator.site.views.linker import Linker
from generator.site.views.page import Link


def pages(link: Linker) -> Iterator[StaticPage]:
    """The pages at former addresses, and those of statements that are no commitment."""
    yield from _former_address_pages(link)
    yield from _no_commitment_pages(link)


# Former addresses ---------------------------------------------------------------------------------

_LEFT = Preview(
    "Deze pagina is verplaatst of vervallen",
    "Op deze pagina staat wat hier eerder stond, en waar u verder kunt lezen.",
)


def _former_address_pages(link: Linker) -> Iterator[StaticPage]:
    current = link.addresses
    for address, former_items in former_addresses.names_by_address(link).items():
        if address not in current:
            path = urls.static_file_at(address)
            view = partial(_former_address_view, link, former_items)
            yield StaticPage(path, "left.html.j2", path, lambda: _LEFT, view)


def redirects(link: Linker) -> Mapping[str, str]:
    """The new address of each former one whose contents, all of it, is on one other page now.

    Browsers keep the fragment of the old address. So what was a part of the old page has to be a
    part of the new one, under the same anchor.
    """
    former = former_addresses.names_by_address(link)
    gone = sorted(former.keys() - link.addresses)
    goals = ((address, _new_address(link, former[address])) for address in gone)
    return {address: goal for address, goal in goals if goal}


def _new_address(link: Linker, items: Sequence[former_addresses.NameAndAnchor]) -> str:
    """Where everything at a former address is now; empty if it is not on one page."""
    forward = _forward(link, [name for name, anchor in items if not anchor])
    if not forward or not forward.page:
        return ""
    places = {each.name: (each.page, each.anchor) for each in link.dossier.citables}
    parts = [(name, anchor) for name, anchor in items if anchor]
    moved_along = all(places.get(name) == (forward.page, anchor) for name, anchor in parts)
    if not moved_along or (parts and forward.fragment):
        return ""
    return urls.address(forward.page) + (f"#{forward.fragment}" if forward.fragment else "")


def _former_address_view(
    link: Linker, former_items: Sequence[former_addresses.NameAndAnchor]
) -> dict[str, object]:
    items = [_former_item(link, name, anchor) for name, anchor in former_items]
    return {
        "whole": [item for item in items if not item["anchor"]],
        "parts": [item for item in items if item["anchor"]],
        "forward": _forward(link, [name for name, anchor in former_items if not anchor]),
    }


def _former_item(link: Linker, name: str, anchor: str) -> dict[str, object]:
    (item,) = former_addresses.views(link, [(name, anchor)])
    permalink = history.named_permalink(link, name)
    return {"name": name, "anchor": anchor, "link": permalink, "happened": item.happened}


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
            yield _no_commitment_page(link, name, urls.static_file_at(address))


def _no_commitment_page(link: Linker, name: str, path: str) -> StaticPage:
    return StaticPage(
        path=path,
        template="no-commitment.html.j2",
        canonical=path,
        preview=partial(_no_commitment_preview, link, name),
        view=partial(_no_commitment_view, link, name),
    )


def _no_commitment_preview(link: Linker, name: str) -> Preview:
    title = _title(link, name)
    return Preview(title, f"{title}. ‘{history.first_words_of(link, name)}’")


def _title(link: Linker, name: str) -> str:
    if end := link.dossier.register.tombstone(name):
        return f"{name}: {history.label(end).lower()}"
    return f"{name} is geen afspraak{' meer' if _last_mark(link, name) else ''}"


def _last_mark(link: Linker, name: str) -> Event | None:
    """The last event that says whether a statement is a commitment."""
    events = link.dossier.register.history[name]
    return next((each for each in reversed(events) if each.event in COMMITMENT), None)


def _no_commitment_view(link: Linker, name: str) -> dict[str, object]:
    register, mark = link.dossier.register, _last_mark(link, name)
    return {
        "name": name,
        "text": register.versions(name)[-1].event.text,
        "end": tombstone(link, name),
        "mark": {"label": history.label(mark), "date": mark.date, "note": mark.note}
        if mark
        else None,
        "permalink": history.named_permalink(link, name),
        "history": history.rows(link, name),
    }
