"""Statements, and the chapters and themes that contain them."""

from typing import Annotated, Literal

from pydantic import Field

from generator.site.api_models.items import Item
from generator.site.api_models.values import (
    Published,
    Status,
    Statustelling,
    Verwijzing,
    VerwijzingMetNaam,
    WebAddress,
)


class Vindplaats(Published):
    """Waar een uitspraak in het document staat."""

    document: VerwijzingMetNaam
    """Het document waarvan dit de woorden zijn."""
    regel: Annotated[int, Field(ge=1)]
    """De regel in de tekst van het document."""
    regel_op_de_site: WebAddress
    """Diezelfde regel op de site."""
    hoofdstuk: VerwijzingMetNaam
    """Het hoofdstuk of thema."""
    onderdeel: str | None
    """De vindplaats zoals een lezer van het document die ziet; null als die niet bekend is."""


class Verband(Published):
    """Een verband met een andere uitspraak."""

    uitspraak: Verwijzing
    """De andere uitspraak."""
    hier: str | None
    """De woorden hier die het verband dragen; null als het uit een andere bron blijkt."""
    daar: str | None
    """De woorden daar die het verband dragen; null als het uit een andere bron blijkt."""
    reden: str | None
    """Waaruit het verband blijkt; null als het uit de woorden zelf blijkt."""
    bronnen: tuple[VerwijzingMetNaam, ...]
    """De bronnen waaruit het verband blijkt, als de woorden dat niet zeggen."""


class Vergelijking(Published):
    """Wat een ander document met een uitspraak doet."""

    document: VerwijzingMetNaam
    """Het andere document."""
    uitkomst: Literal["zelfde", "gewijzigd", "weggelaten", "nieuw"]
    """Wat het andere document ermee doet."""
    uitspraak: Verwijzing | None
    """De uitspraak in het andere document; null als die er niet is."""
    hier: str | None
    """De woorden hier die anders zijn; null als dat niet apart staat."""
    daar: str | None
    """De woorden daar die anders zijn; null als dat niet apart staat."""


class Uitspraak(Item):
    """Eén zin van een document, letterlijk, met een vast nummer."""

    tekst: str
    """De woorden van het document, letterlijk."""
    soort: str
    """De soort uitspraak."""
    is_afspraak: bool
    """Of iemand zich hiermee tot iets verbindt."""
    status: Status | None
    """Hoe het met de afspraak staat; null als het geen afspraak is."""
    vindplaats: Vindplaats
    """Waar de uitspraak in het document staat."""
    thema: VerwijzingMetNaam | None
    """Het thema waar de uitspraak onder valt; null als dat er niet is."""
    onderdeel_van: Verwijzing | None
    """De uitspraak waar deze een onderdeel van is; null als die er niet is."""
    onderdelen: tuple[Verwijzing, ...]
    """De uitspraken die een onderdeel van deze zijn."""
    genoemde_partijen: tuple[VerwijzingMetNaam, ...]
    """De partijen die de uitspraak noemt."""
    genoemde_overleggen: tuple[VerwijzingMetNaam, ...]
    """De overleggen die de uitspraak noemt."""
    genoemde_instrumenten: tuple[VerwijzingMetNaam, ...]
    """De instrumenten die de uitspraak noemt."""
    genoemde_bronnen: tuple[VerwijzingMetNaam, ...]
    """De bronnen die de uitspraak noemt."""
    genoemde_themas: tuple[VerwijzingMetNaam, ...]
    """De andere thema’s die de uitspraak noemt."""
    begrippen: tuple[VerwijzingMetNaam, ...]
    """De begrippen die in de uitspraak staan."""
    feiten: tuple[Verwijzing, ...]
    """Wat ervan kwam, het oudste feit eerst."""
    termijnen: tuple[VerwijzingMetNaam, ...]
    """De termijnen die uit de uitspraak blijken."""
    kanttekeningen: tuple[VerwijzingMetNaam, ...]
    """De kanttekeningen bij de uitspraak."""
    gebeurtenissen: tuple[str, ...]
    """De gebeurtenissen op de tijdlijn die uit de uitspraak blijken, met hun naam."""
    verbanden: tuple[Verband, ...]
    """De verbanden met andere uitspraken, in beide richtingen."""
    vergelijkingen: tuple[Vergelijking, ...]
    """Wat andere documenten met de uitspraak doen."""
    toelichting: str | None
    """Toelichting van de redactie; null als die er niet is."""


class VervolgOnderdeel(Published):
    """Een onderdeel van het vervolgproces."""

    wat: str
    """Wat er gebeurt."""
    uitspraken: tuple[Verwijzing, ...]
    """De uitspraken waaruit dit blijkt."""
    overleg: VerwijzingMetNaam | None
    """Het overleg waarin het gebeurt; null als het document er geen noemt."""
    niveau: str | None
    """Het niveau, in de woorden van het document; null als het dat niet noemt."""
    frequentie: str | None
    """Hoe vaak, in de woorden van het document; null als het dat niet noemt."""
    tijdelijk: str | None
    """Dat het tijdelijk was, in de woorden van het document; null als het dat niet zegt."""


class Hoofdstuk(Item):
    """Een deel van een document, met zijn uitspraken."""

    naam: str
    """De titel."""
    document: VerwijzingMetNaam
    """Het document."""
    onderdeel: str | None
    """De vindplaats zoals een lezer van het document die ziet; null als die niet bekend is."""
    inleiding: str | None
    """Inleiding van de redactie; null als die er niet is."""
    uitspraken: tuple[Verwijzing, ...]
    """De uitspraken, in de volgorde van het document."""
    vervolg: tuple[VervolgOnderdeel, ...]
    """De onderdelen van het vervolgproces, als dit hoofdstuk daarover gaat."""
    niet_gezegd: tuple[str, ...]
    """Wat het document niet zegt over het vervolg."""


class Thema(Item):
    """Een thema van de afspraken, met zijn uitspraken."""

    naam: str
    """De titel."""
    nummer: Annotated[int, Field(ge=1)]
    """Het volgnummer op de site."""
    nummering: str
    """Hoe het document dit thema nummert."""
    namen: tuple[str, ...]
    """De namen die het document gebruikt, letterlijk."""
    document: VerwijzingMetNaam
    """Het document."""
    onderdeel: str | None
    """De vindplaats zoals een lezer van het document die ziet; null als die niet bekend is."""
    inleiding: str | None
    """Inleiding van de redactie; null als die er niet is."""
    ontbreekt: str | None
    """Wat het document over dit thema niet geeft; null als daar niets over staat."""
    statustelling: tuple[Statustelling, ...]
    """Hoe het met de afspraken van dit thema staat."""
    uitspraken: tuple[Verwijzing, ...]
    """De uitspraken, in de volgorde van het document."""
    genoemd_in: tuple[Verwijzing, ...]
    """De uitspraken onder een ander thema of hoofdstuk die dit thema noemen."""
