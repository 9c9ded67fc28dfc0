"""The answers of the API: its entry point, the pages of its lists, and every item."""

from collections.abc import Iterable, Mapping

from generator.dossier import register_chain, urls
from generator.model import Deadline, Milestone, Progress, Record, Statement
from generator.site.api import items
from generator.site.api.collections import Collection
from generator.site.api_models.answers import (
    Dossier,
    Feitenlijst,
    Gebeurtenissenlijst,
    Lijst,
    LijstInHetKort,
    Lijstpagina,
    Maker,
    RegisterInHetKort,
    Termijnenlijst,
    Uitsprakenlijst,
)
from generator.site.views.linker import Linker
from generator.text.inline_links import plain_text

VERSION = "1.0.0"
"""The version of the API: the first number changes if something that was there is gone."""


def entry_point(link: Linker, lists: Iterable[Collection]) -> Dossier:
    settings = link.dossier.settings
    return Dossier(
        versie=VERSION,
        naam=settings.title,
        samenvatting=settings.summary,
        site=settings.address,
        maker=Maker(
            naam=settings.owner.name, contact=settings.owner.contact, sinds=settings.owner.since
        ),
        licentie=plain_text(settings.owner.licence),
        colofon=plain_text(settings.colophon),
        peildatum=link.today,
        recorded=_register(link),
        beschrijving=link.absolute_url(urls.OPENAPI),
        uitleg=link.absolute_url(urls.DATA),
        lijsten=tuple(_list_in_short(link, each) for each in lists),
    )


def _register(link: Linker) -> RegisterInHetKort:
    register = link.dossier.register
    return RegisterInHetKort(
        bestand=link.absolute_url(urls.REGISTER),
        sha256=register_chain.head(register),
        aantal_regels=len(register.events),
        laatste_wijziging=register.events[-1].date if register.events else None,
    )


def _list_in_short(link: Linker, found: Collection) -> LijstInHetKort:
    return LijstInHetKort(
        naam=found.name,
        titel=found.title,
        aantal=len(found.records),
        href=link.absolute_url(urls.api_list(found.name)),
    )


def list_model(found: Collection) -> type[Lijstpagina]:
    """The model of the pages of a list."""
    return LIST_MODELS.get(found.kind.model, Lijst)


LIST_MODELS: Mapping[type[Record], type[Lijstpagina]] = {
    Statement: Uitsprakenlijst,
    Progress: Feitenlijst,
    Deadline: Termijnenlijst,
    Milestone: Gebeurtenissenlijst,
}
"""The models of the lists whose items have more than a name."""


def list_page(link: Linker, found: Collection, number: int, most: int | None = None) -> Lijstpagina:
    """A page of a list, counted from 1; with ``most``, at most as many items as an example."""
    pages = found.pages

    def address(number: int) -> str:
        return link.absolute_url(urls.api_list(found.name, number))

    return list_model(found).model_validate(
        {
            "naam": found.name,
            "titel": found.title,
            "href": address(number),
            "aantal": len(found.records),
            "paginanummer": number,
            "aantal_paginas": len(pages),
            "vorige": address(number - 1) if number > 1 else None,
            "volgende": address(number + 1) if number < len(pages) else None,
            "items": [items.in_short(link, each) for each in pages[number - 1][:most]],
        }
    )
