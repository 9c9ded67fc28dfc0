"""What statements name: parties, consultation bodies, instruments and sources."""

import datetime as dt
from typing import Literal

from generator.site.api_models.items import Item
from generator.site.api_models.values import (
    Periode,
    Published,
    Sha256,
    Tijdstip,
    Verwijzing,
    VerwijzingMetNaam,
    WebAddress,
)


class Genoemd(Item):
    """Iets dat uitspraken noemen."""

    naam: str
    """De volledige naam."""
    korte_naam: str
    """De naam zoals die op de site staat."""
    namen: tuple[str, ...]
    """De namen die een document gebruikt, letterlijk."""
    afkorting: str | None
    """De afkorting; null als die er niet is."""
    beschrijving: str | None
    """Wat het is, voor zover dat vaststaat; null als daar niets over staat."""
    onzeker: str | None
    """Wat niet vaststaat, en waarom; null als daar niets over staat."""
    bronnen: tuple[VerwijzingMetNaam, ...]
    """De bronnen bij de beschrijving."""
    nagekeken_op: dt.date | None
    """De dag waarop is nagekeken of dit nog klopt; null als dat niet is bijgehouden."""
    uitspraken: tuple[Verwijzing, ...]
    """De uitspraken die dit noemen."""


class Partij(Genoemd):
    """Een partij bij de afspraken."""

    tooi: WebAddress | None
    """De identificatie in TOOI, de lijst van overheidsorganisaties; null als die niet vaststaat."""
    groep: str
    """De groep waaronder de partij op de site staat."""
    onderdeel_van: VerwijzingMetNaam | None
    """De partij waar deze een onderdeel van is; null als die er niet is."""
    onderdelen: tuple[VerwijzingMetNaam, ...]
    """De partijen die een onderdeel van deze zijn."""
    overleggen: tuple[VerwijzingMetNaam, ...]
    """De overleggen waaraan de partij volgens een document deelneemt."""
    gemelde_feiten: tuple[Verwijzing, ...]
    """De feiten die de partij zelf meldt."""


class Overleg(Genoemd):
    """Een overleg waarin partijen elkaar spreken."""

    deelnemers: tuple[VerwijzingMetNaam, ...]
    """De partijen die volgens een document deelnemen."""
    niveau: str | None
    """Het niveau, in de woorden van het document; null als het dat niet noemt."""
    tijdelijk: str | None
    """Dat het tijdelijk was, in de woorden van het document; null als het dat niet zegt."""
    opgevolgd_door: VerwijzingMetNaam | None
    """Het overleg dat dit later deed; null als het document er geen noemt."""
    toelichting_opvolging: str | None
    """Waaruit dat blijkt; null als daar niets over staat."""


class Instrument(Genoemd):
    """Een regeling, programma of ander middel."""


class BewaardeKopie(Published):
    """Een kopie van een bron, die als bewijs is bewaard."""

    opgeslagen_op: dt.date
    """De dag waarop de kopie is opgeslagen."""
    vorm: Literal["html", "pdf", "text", "warc"]
    """Wat er is opgeslagen."""
    is_volledig: bool
    """Of de hele tekst is bewaard."""
    sha256: Sha256
    """De SHA-256 van het opgeslagen bestand."""
    tekst_sha256: Sha256
    """De SHA-256 van de tekst die ervan is bewaard."""
    tekst: WebAddress
    """Het webadres van de bewaarde tekst."""


class Bron(Item):
    """Een document: geciteerd, of genoemd als bewijs."""

    naam: str
    """De titel."""
    korte_naam: str
    """De titel zoals die op de site staat."""
    taal: Literal["nl", "de", "en", "fr"]
    """De taal van de titel."""
    namen: tuple[str, ...]
    """De namen die een geciteerd document voor deze bron gebruikt, letterlijk."""
    is_geciteerd: bool
    """Of de uitspraken uit deze bron komen."""
    uitgever: str | None
    """Wie het heeft uitgegeven; null als dat niet vaststaat."""
    tijdstip: Tijdstip | None
    """Wanneer het is uitgegeven; null als dat niet vaststaat."""
    geschreven: Periode | None
    """Wanneer het volgens de inhoud is geschreven; null als dat niet apart is bepaald."""
    webadres: WebAddress | None
    """De vindplaats op internet; null als die niet bekend is."""
    geraadpleegd_op: dt.date | None
    """De dag waarop de bron is geraadpleegd; null als dat niet is bijgehouden."""
    hoe_geraadpleegd: str | None
    """Hoe de bron is geraadpleegd; null als daar niets over staat."""
    bewaarde_kopie: BewaardeKopie | None
    """De kopie die is bewaard; null als die er niet is."""
    beschrijving: str | None
    """Wat de bron laat zien; null als daar niets over staat."""
    onzeker: str | None
    """Wat niet vaststaat; null als daar niets over staat."""
    hoofdstukken: tuple[VerwijzingMetNaam, ...]
    """De hoofdstukken en thema’s die uit deze bron citeren."""
    uitspraken: tuple[Verwijzing, ...]
    """De uitspraken die deze bron noemen."""
    feiten: tuple[Verwijzing, ...]
    """De feiten die deze bron bewijst."""
    termijnen: tuple[VerwijzingMetNaam, ...]
    """De termijnen waarbij deze bron is gebruikt."""
