"""The values of which answers consist."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

WebAddress = Annotated[str, Field(json_schema_extra={"format": "uri"})]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Published(BaseModel):
    """Base class of the published models: every field is always there, if only as null."""

    model_config = ConfigDict(
        frozen=True,
        alias_generator=to_camel,
        validate_by_name=True,
        use_attribute_docstrings=True,
        defer_build=True,  # a command needs few of the models, and most commands none
    )


class Tijdstip(Published):
    """Een datum voor zover die bekend is: een jaar, een maand of een dag."""

    waarde: Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
    """Het tijdstip: jjjj, jjjj-mm of jjjj-mm-dd."""
    precisie: Literal["jaar", "maand", "dag"]
    """Hoe precies het tijdstip bekend is."""


class Periode(Published):
    """Een periode, van begin tot en met einde."""

    begin: Tijdstip
    """Het begin, op zijn vroegst."""
    einde: Tijdstip
    """Het einde, op zijn laatst."""


class Verwijzing(Published):
    """Een verwijzing naar iets anders in de gegevens."""

    id: str
    """Het nummer of de naam."""
    href: WebAddress
    """Het webadres van de gegevens."""


class VerwijzingMetNaam(Verwijzing):
    """Een verwijzing naar iets anders in de gegevens, met hoe dat heet."""

    naam: str
    """Hoe het heet."""


class Opvolger(Published):
    """Waar iets in is opgegaan, of hoe het nu heet."""

    id: str
    """Het nummer of de naam."""
    vaste_link: WebAddress
    """De vaste link, die blijft werken."""


class Versie(Published):
    """Een versie van een tekst. Een versie verandert nooit meer."""

    nummer: Annotated[int, Field(ge=1)]
    """Het nummer van de versie, vanaf 1."""
    datum: dt.date
    """De dag waarop deze versie is vastgelegd."""
    tekst: str
    """De tekst van deze versie."""
    toelichting: str | None
    """Waarom de tekst veranderde; null als dat er niet bij staat."""
    vingerafdruk: Sha256
    """De SHA-256 van de tekst, in UTF-8 en zonder regeleinde."""
    vaste_link: WebAddress
    """De vaste link van deze versie."""
    citatie: str
    """Hoe u deze versie citeert. Vul zelf de dag van raadplegen in."""


class Passage(Published):
    """Woorden van een bron die iets bewijzen."""

    tekst: str
    """De woorden, letterlijk."""
    bron: VerwijzingMetNaam
    """De bron waar ze in staan."""


class Status(Published):
    """Hoe het met een afspraak staat, en waaruit dat blijkt."""

    code: str
    """De status als code, zoals ‘in-uitvoering’."""
    omschrijving: str
    """De status in woorden."""
    toelichting: str | None
    """Uitleg bij de status; null als die er niet is."""
    tijdstip: Tijdstip | None
    """Wanneer het feit gebeurde dat de status bepaalt; null als geen feit die bepaalt."""
    feit: Verwijzing | None
    """Het feit dat de status bewijst; null als geen feit die bepaalt."""
    reden: str | None
    """Waarom niet te toetsen is of de afspraak is nagekomen; null als dat wel kan."""


class Statustelling(Published):
    """Hoeveel afspraken een status hebben."""

    code: str
    """De status als code."""
    omschrijving: str
    """De status in woorden."""
    aantal: Annotated[int, Field(ge=1)]
    """Hoeveel afspraken deze status hebben."""
