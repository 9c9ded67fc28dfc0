"""The entry point and the lists."""

import datetime as dt
from typing import Annotated

from pydantic import Field

from generator.site.api_models.entries import Gebeurtenis
from generator.site.api_models.values import Published, Sha256, Tijdstip, Verwijzing, WebAddress

Count = Annotated[int, Field(ge=0)]


class Maker(Published):
    """Wie de site maakt."""

    naam: str
    """De naam van de persoon of organisatie."""
    contact: str
    """Het e-mailadres, of het webadres van een pagina met contactgegevens."""
    sinds: dt.date
    """De dag sinds wanneer zij de site maken."""


class RegisterInHetKort(Published):
    """Het register: alles wat is toegevoegd, gewijzigd of vervallen."""

    bestand: WebAddress
    """Het webadres van het register als bestand."""
    sha256: Sha256
    """De SHA-256 van dat bestand."""
    aantal_regels: Count
    """Hoeveel regels het register heeft."""
    laatste_wijziging: dt.date | None
    """De dag van de laatste regel; null als er nog geen regel is."""


class LijstInHetKort(Published):
    """Een lijst, en waar die te vinden is."""

    naam: str
    """De naam in het webadres."""
    titel: str
    """De naam voor lezers."""
    aantal: Count
    """Hoeveel er op de lijst staan."""
    href: WebAddress
    """Het webadres van de lijst."""


class Dossier(Published):
    """Het begin van de API: het dossier als geheel, met alle lijsten."""

    versie: str
    """De versie van de API."""
    naam: str
    """De naam van het dossier."""
    samenvatting: str
    """Waar het dossier over gaat, in één zin."""
    site: WebAddress
    """Het webadres van de site."""
    maker: Maker
    """Degene die de site maakt."""
    licentie: str
    """Wat anderen met de teksten mogen doen."""
    colofon: str
    """Wiens woorden het zijn."""
    peildatum: dt.date
    """De dag waarop de stand van de termijnen is bepaald."""
    recorded: RegisterInHetKort = Field(alias="register")
    """Het register."""
    beschrijving: WebAddress
    """Het webadres van de beschrijving van de API (OpenAPI)."""
    uitleg: WebAddress
    """Het webadres van de uitleg, met voorbeelden."""
    lijsten: tuple[LijstInHetKort, ...]
    """Alle lijsten."""


class Lijstpagina(Published):
    """Een pagina van een lijst."""

    naam: str
    """De naam van de lijst in het webadres."""
    titel: str
    """De naam van de lijst voor lezers."""
    href: WebAddress
    """Het webadres van deze pagina."""
    aantal: Count
    """Hoeveel er op de hele lijst staan."""
    paginanummer: Annotated[int, Field(ge=1)]
    """Het nummer van deze pagina, vanaf 1."""
    aantal_paginas: Annotated[int, Field(ge=1)]
    """Hoeveel pagina’s de lijst heeft."""
    vorige: WebAddress | None
    """Het webadres van de vorige pagina; null op de eerste."""
    volgende: WebAddress | None
    """Het webadres van de volgende pagina; null op de laatste."""


class InHetKort(Verwijzing):
    """Iets op een lijst, in het kort. De rest staat op het webadres in href."""

    naam: str
    """Hoe het heet, of de eerste woorden ervan."""
    pagina: WebAddress
    """De plaats op de site."""
    vaste_link: WebAddress
    """De vaste link, die blijft werken."""


class FeitInHetKort(InHetKort):
    """Een feit op een lijst, in het kort. De rest staat op het webadres in href."""

    tijdstip: Tijdstip
    """Wanneer het gebeurde."""
    status_code: str | None
    """De status die afspraken hierdoor krijgen, als code; null als die niet verandert."""
    status: str | None
    """Diezelfde status in woorden; null als die niet verandert."""


class TermijnInHetKort(InHetKort):
    """Een termijn op een lijst, in het kort. De rest staat op het webadres in href."""

    einde: Tijdstip
    """Het einde van de periode, volgens het document."""
    laatste_dag: dt.date
    """De laatste dag, met de verschuivingen erbij."""
    stand: str
    """Hoe het met de termijn staat op de peildatum."""


class UitspraakInHetKort(Verwijzing):
    """Een uitspraak op een lijst, in het kort. De rest staat op het webadres in href."""

    tekst: str
    """De woorden van het document, letterlijk."""
    is_afspraak: bool
    """Of iemand zich hiermee tot iets verbindt."""
    status_code: str | None
    """Hoe het met de afspraak staat, als code; null als het geen afspraak is."""
    status: str | None
    """Diezelfde status in woorden; null als het geen afspraak is."""
    hoofdstuk: str
    """De titel van het hoofdstuk of thema."""
    pagina: WebAddress
    """De plaats op de site."""
    vaste_link: WebAddress
    """De vaste link, die blijft werken."""


class Lijst(Lijstpagina):
    """Een lijst."""

    items: tuple[InHetKort, ...]
    """Wat er op deze pagina van de lijst staat."""


class Feitenlijst(Lijstpagina):
    """Een lijst van feiten."""

    items: tuple[FeitInHetKort, ...]
    """De feiten op deze pagina van de lijst."""


class Termijnenlijst(Lijstpagina):
    """Een lijst van termijnen."""

    items: tuple[TermijnInHetKort, ...]
    """De termijnen op deze pagina van de lijst."""


class Uitsprakenlijst(Lijstpagina):
    """Een lijst van uitspraken."""

    items: tuple[UitspraakInHetKort, ...]
    """De uitspraken op deze pagina van de lijst."""


class Gebeurtenissenlijst(Lijstpagina):
    """De gebeurtenissen op de tijdlijn, elk als geheel."""

    items: tuple[Gebeurtenis, ...]
    """De gebeurtenissen op deze pagina van de lijst."""
