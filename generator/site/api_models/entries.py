"""Records that share a page: terms, facts, deadlines, milestones, open points, texts of our own."""

import datetime as dt

from generator.site.api_models.items import Item
from generator.site.api_models.values import (
    Passage,
    Published,
    Tijdstip,
    Verwijzing,
    VerwijzingMetNaam,
    WebAddress,
)


class Begrip(Item):
    """De betekenis van een woord of een afkorting."""

    naam: str
    """Het woord of de afkorting."""
    namen: tuple[str, ...]
    """Andere schrijfwijzen in een document, letterlijk."""
    betekenis: str
    """De betekenis."""
    onzeker: str | None
    """Wat niet vaststaat, en waarom; null als daar niets over staat."""
    bronnen: tuple[VerwijzingMetNaam, ...]
    """De bronnen waaruit de betekenis blijkt."""
    uitspraken: tuple[Verwijzing, ...]
    """De uitspraken waarin het begrip staat."""


class Kanttekening(Item):
    """Iets dat in een document ontbreekt, niet klopt of verschilt."""

    naam: str
    """Het punt in een paar woorden."""
    soort: str
    """De soort kanttekening."""
    bevinding: str
    """Wat er in het document staat of ontbreekt."""
    werkwijze: str
    """Hoe de redactie daarmee omgaat."""
    is_klein: bool
    """Of het een kleinigheid is."""
    uitspraken: tuple[Verwijzing, ...]
    """De uitspraken waar het over gaat."""


class Feit(Item):
    """Wat ervan kwam: een feit over uitspraken, met bewijs uit een andere bron."""

    tijdstip: Tijdstip
    """Wanneer het gebeurde."""
    wat: str
    """Wat er gebeurde."""
    uitspraken: tuple[Verwijzing, ...]
    """De uitspraken waar het over gaat."""
    bronnen: tuple[VerwijzingMetNaam, ...]
    """De bronnen die het bewijzen."""
    passages: tuple[Passage, ...]
    """De woorden in die bronnen die het bewijzen."""
    gemeld_door: tuple[VerwijzingMetNaam, ...]
    """De partijen die het zelf melden."""
    status_code: str | None
    """De status die afspraken hierdoor krijgen, als code; null als die niet verandert."""
    status: str | None
    """Diezelfde status in woorden; null als die niet verandert."""
    status_toelichting: str | None
    """Uitleg bij de status; null als die er niet is."""


class Verschuiving(Published):
    """Een later besluit dat het einde van een termijn verschuift."""

    tijdstip: Tijdstip
    """Wanneer het besluit bekend werd."""
    einde: Tijdstip
    """Het nieuwe einde van de termijn."""
    besluit: str
    """Wat er werd besloten."""
    bronnen: tuple[VerwijzingMetNaam, ...]
    """De bronnen waaruit dat blijkt."""
    passages: tuple[Passage, ...]
    """De woorden in die bronnen waaruit dat blijkt."""


class Uitkomst(Published):
    """De gebeurtenis waarmee aan een termijn is voldaan."""

    tijdstip: Tijdstip
    """Wanneer het gebeurde."""
    wat: str
    """Wat er gebeurde."""
    bronnen: tuple[VerwijzingMetNaam, ...]
    """De bronnen die het bewijzen."""
    passages: tuple[Passage, ...]
    """De woorden in die bronnen die het bewijzen."""


class Termijn(Item):
    """Wanneer iets gedaan moet zijn, volgens een document."""

    naam: str
    """Wat er gedaan moet zijn."""
    woorden: str
    """De woorden van het document voor de termijn, letterlijk."""
    begin: Tijdstip | None
    """Het begin van de periode; null als het document er geen noemt."""
    einde: Tijdstip
    """Het einde van de periode, volgens het document."""
    laatste_dag: dt.date
    """De laatste dag, met de verschuivingen erbij."""
    stand: str
    """Hoe het met de termijn staat op de peildatum."""
    overschrijding: str | None
    """Hoeveel later het werd; null als de termijn is gehaald of nog loopt."""
    afleiding: str
    """Hoe de periode uit de woorden is afgeleid."""
    bronnen: tuple[VerwijzingMetNaam, ...]
    """De andere bronnen die daarbij zijn gebruikt."""
    verschuivingen: tuple[Verschuiving, ...]
    """De verschuivingen, de oudste eerst."""
    uitkomst: Uitkomst | None
    """Wat ervan kwam; null zolang dat niet is gebleken."""
    uitspraken: tuple[Verwijzing, ...]
    """De uitspraken waaruit de termijn blijkt."""


class Gebeurtenis(Published):
    """Een gebeurtenis op de tijdlijn. Zij heeft geen vaste link van zichzelf."""

    id: str
    """De naam in de gegevens."""
    naam: str
    """Wat er gebeurde of zou gebeuren."""
    tijdstip: Tijdstip | None
    """Wanneer; null als het document geen tijdstip geeft."""
    einde: Tijdstip | None
    """Het einde; null als het geen periode is."""
    woorden: str
    """De woorden van het document voor het tijdstip, letterlijk."""
    toelichting: str | None
    """Toelichting van de redactie; null als die er niet is."""
    uitspraken: tuple[Verwijzing, ...]
    """De uitspraken waaruit het blijkt."""
    pagina: WebAddress
    """De tijdlijn op de site."""


class Tussenkop(Item):
    """Een stuk tekst van de redactie, met een kop."""

    naam: str
    """De kop."""
    tekst: str
    """De tekst. Een lege regel begint een nieuwe alinea."""
    staat_op: WebAddress
    """De pagina waarop het staat."""


class Pagina(Item):
    """Een pagina met tekst van de redactie."""

    naam: str
    """De titel."""
    tussenkoppen: tuple[VerwijzingMetNaam, ...]
    """De stukken tekst, in hun volgorde."""
