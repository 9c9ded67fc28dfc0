"""The files of the API."""

from collections.abc import Iterator
from functools import partial

from generator.dossier import urls
from generator.dossier.citable import name_of
from generator.model import Record
from generator.site.api import answers, items, openapi, versions
from generator.site.api.collections import Collection, collections
from generator.site.api_models.values import Published
from generator.site.views.linker import Linker
from generator.site.views.page import Output


def outputs(link: Linker) -> Iterator[Output]:
    """Every file, as JSON."""
    lists = collections(link.dossier)
    yield urls.API, lambda: as_json(answers.entry_point(link, lists))
    yield urls.OPENAPI, lambda: openapi.text(link, lists)
    for found in lists:
        for number in range(1, len(found.pages) + 1):
            yield urls.api_list(found.name, number), partial(_list_page, link, found, number)
        yield from _items(link, found)


def _items(link: Linker, found: Collection) -> Iterator[Output]:
    """The file of each item that is or was on a list."""
    for record in found.records if found.has_items else ():
        yield urls.api_item(found.name, name_of(record)), partial(_item, link, record)
    for name in found.ended:
        yield urls.api_item(found.name, name), partial(_ended, link, found.name, name)


def _list_page(link: Linker, found: Collection, number: int) -> str:
    return as_json(answers.list_page(link, found, number))


def _item(link: Linker, record: Record) -> str:
    return as_json(items.whole(link, record))


def _ended(link: Linker, collection: str, name: str) -> str:
    return as_json(versions.ended(link, collection, name))


def as_json(answer: Published) -> str:
    """An answer as JSON without white space between values, in the order of its model."""
    return f"{answer.model_dump_json(by_alias=True)}\n"
