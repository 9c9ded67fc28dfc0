"""What the register says of something: its versions, and what became of it."""

from typing import Any

from generator.dossier import urls
from generator.dossier.citable import name_of
from generator.dossier.register import Version
from generator.model import Record
from generator.site.api import references
from generator.site.api_models.items import Beeindigd
from generator.site.api_models.values import Opvolger, Versie
from generator.site.views import history
from generator.site.views.linker import Linker

_FORMAT = "Tekst"
"""The format of a citation in words."""


def common(link: Linker, record: Record) -> dict[str, Any]:
    """The fields that every item has."""
    name = name_of(record)
    *earlier, current = _versions(link, name)
    return {
        "id": name,
        "in_gebruik": True,
        "href": references.address(link, record),
        "pagina": references.page(link, record),
        "vaste_link": permalink(link, name),
        "versie": current,
        "eerdere_versies": tuple(earlier),
    }


def permalink(link: Linker, name: str) -> str:
    return link.absolute_url(urls.permalink(name))


def _versions(link: Linker, name: str) -> tuple[Versie, ...]:
    return tuple(_version(link, each) for each in link.dossier.register.versions(name))


def _version(link: Linker, version: Version) -> Versie:
    event = version.event
    return Versie(
        nummer=version.number,
        datum=event.date,
        tekst=event.text,
        toelichting=event.note,
        vingerafdruk=event.fingerprint,
        vaste_link=link.absolute_url(urls.version(event.id, version.number)),
        citatie=history.citations(link, version)[_FORMAT].text,
    )


def ended(link: Linker, collection: str, name: str) -> Beeindigd:
    """What is left of something that was on a list and is not on it any more."""
    last = link.dossier.register.history[name][-1]
    return Beeindigd(
        id=name,
        in_gebruik=False,
        href=link.absolute_url(urls.api_item(collection, name)),
        vaste_link=permalink(link, name),
        wat_er_gebeurde=history.label(last),
        datum=last.date,
        toelichting=last.note,
        opvolgers=tuple(Opvolger(id=each, vaste_link=permalink(link, each)) for each in last.into),
        versies=_versions(link, name),
    )
