"""The complete data in memory: what the API publishes, for whoever makes another format of it.

A document of the whole needs nothing else: the data of a theme has its statements by number, those
have their facts and deadlines by name, and every record is here under its list and its name.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.dossier.citable import name_of
from generator.site.api import answers, items
from generator.site.api.collections import Collection, collections
from generator.site.api_models.answers import Dossier
from generator.site.api_models.values import Published
from generator.site.views.linker import Linker


@dataclass(frozen=True)
class WholeDossier:
    """All data of one dossier on one day."""

    about: Dossier
    """The dossier as a whole: its name, its maker, its register."""
    lists: Mapping[str, Mapping[str, Published]]
    """Everything that is in use, in the order of its list: by the list, then by its name."""


def whole(link: Linker) -> WholeDossier:
    found = collections(link.dossier)
    made = {each.name: _records(link, each) for each in found if each.is_whole_kind}
    parts = {
        each.name: {name: made[each.kind.collection][name] for name in _names(each)}
        for each in found
        if not each.is_whole_kind
    }
    return WholeDossier(answers.entry_point(link, found), {**made, **parts})


def _records(link: Linker, found: Collection) -> Mapping[str, Published]:
    return {name_of(each): items.whole(link, each) for each in found.records}


def _names(found: Collection) -> list[str]:
    return [name_of(each) for each in found.records]
