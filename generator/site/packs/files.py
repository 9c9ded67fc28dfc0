"""The packs as texts, each by the path of the file that is printed from it.

A pack has no permalink of its own: a site that is built without the packages that print it has
none, and the permalink would lead nowhere. Its address is that of a page which has one, with the
name of the file after it, and it stays at every address that such a page has left.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import partial

from generator.dossier import page_owners, urls
from generator.model import Party, Theme
from generator.site.packs import packs
from generator.site.packs.models import Pack
from generator.site.views.linker import Linker
from generator.site.views.page import Output
from generator.text.printable import printable


def outputs(link: Linker) -> Iterator[Output]:
    """Every pack, as JSON for a template."""
    for path, make in _packs(link):
        yield path, partial(_as_json, make)


def _packs(link: Linker) -> Iterator[tuple[str, Callable[[], Pack]]]:
    dossier = link.dossier
    yield urls.pack_beside(urls.page(dossier.settings)), partial(packs.of_dossier, link)
    for owner in page_owners.owners(dossier):
        yield urls.pack_beside(urls.page(owner)), partial(_of_owner, link, owner)
    for name, page in page_owners.former_pages(dossier):
        yield urls.pack_beside(page), partial(_former, link, name, page)


def _of_owner(link: Linker, owner: Theme | Party) -> Pack:
    return packs.of_theme(link, owner) if isinstance(owner, Theme) else packs.of_party(link, owner)


def _former(link: Linker, name: str, page: str) -> Pack:
    """At a left address: the pack of the successor, or what is left if there is not just one."""
    owner = page_owners.successor(link.dossier, name)
    return _of_owner(link, owner) if owner else packs.of_ended(link, name, page)


def _as_json(make: Callable[[], Pack]) -> str:
    return f"{json.dumps(_printable(asdict(make())), ensure_ascii=False)}\n"


def _printable(value: object) -> object:
    """A value with only characters that can be printed."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {key: _printable(each) for key, each in value.items()}
    return [*map(_printable, value)] if isinstance(value, list | tuple) else value
