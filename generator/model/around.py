"""What stands around the statements: time, open points, the dossier as a whole."""

from typing import Annotated, Literal

from pydantic import Field

from generator.model.record import File, Record
from generator.scalars import (
    PartialDate,
    PointKindName,
    Prefix,
    Rich,
    Slug,
    StatementName,
    Text,
    WebAddress,
)


class Milestone(Record, title="Gebeurtenis"):
    """A dated event, as far as a source gives the date."""

    title: Text
    """Wat er gebeurde of zou gebeuren, in eigen woorden."""
    date: PartialDate | None = None
    """Het tijdstip: jjjj, jjjj-mm of jjjj-mm-dd. Weglaten als de bron geen datum geeft."""
    end: PartialDate | None = None
    """Het einde, als het een periode is."""
    words: Text
    """De woorden van de bron voor het tijdstip, letterlijk."""
    statements: Annotated[tuple[StatementName, ...], Field(min_length=1)]
    """De uitspraken waaruit het blijkt."""
    note: Rich | None = None
    """Toelichting, bijvoorbeeld hoe de datum is afgeleid."""


class Timeline(File, title="Tijdlijn"):
    intro: Rich | None = None
    """Inleiding van de redactie."""
    milestones: tuple[Milestone, ...]
    """De gebeurtenissen."""


class OpenPoint(Record, title="Aandachtspunt"):
    """A gap, slip or contradiction in the source, and how the site deals with it."""

    slug: Slug
    """Vaste naam, voor het adres."""
    kind: PointKindName
    """Soort punt: een van de soorten in dossier.yml."""
    title: Text
    """Het punt in een paar woorden."""
    found: Rich
    """Wat er in de bron staat of ontbreekt."""
    handled: Rich
    """Hoe deze site ermee omgaat."""
    statements: tuple[StatementName, ...] = ()
    """De uitspraken waar het over gaat."""


class OpenPoints(File, title="Aandachtspunten bij de bron"):
    intro: Rich | None = None
    """Inleiding van de redactie."""
    points: tuple[OpenPoint, ...]
    """De punten."""


class Section(Record, title="Stuk tekst"):
    heading: Text
    """Tussenkop."""
    text: Rich
    """Tekst. Een lege regel begint een nieuwe alinea."""


class Article(File, title="Pagina met eigen tekst"):
    """A page of text of our own, at the top of the site."""

    title: Text
    """Titel van de pagina."""
    sections: tuple[Section, ...]
    """De stukken tekst."""


class StatementKind(Record, title="Soort uitspraak"):
    label: Text
    """Naam van de soort, zoals de lezer die ziet."""
    role: Literal["title", "heading", "text"] = "text"
    """title voor de kop van een hoofdstuk, heading voor een tussenkop, text voor de rest."""


class Report(Record, title="Waar lezers een onjuistheid melden"):
    """How readers report that something is not right."""

    by: Literal["mail", "issue"]
    """mail voor een e-mail, issue voor een melding bij de broncode."""
    address: Text
    """Het e-mailadres, of het webadres waar een nieuwe melding begint."""


class Settings(File, title="Het dossier als geheel"):
    """What is particular to this dossier as a whole."""

    title: Text
    """Naam van de site."""
    summary: Text
    """Waar de site over gaat, in één zin."""
    prefix: Prefix
    """Hoofdletters waarmee elk nummer begint."""
    home: Annotated[tuple[Section, ...], Field(min_length=1)]
    """De inleiding op de voorpagina."""
    kinds: dict[Slug, StatementKind]
    """De soorten uitspraken, elk met een naam en een rol."""
    party_groups: dict[Slug, Text]
    """De groepen partijen, in de volgorde waarin de lezer ze ziet."""
    point_kinds: dict[Slug, Text]
    """De soorten aandachtspunten bij de bron, in de volgorde waarin de lezer ze ziet."""
    address: WebAddress
    """Het webadres van de site. Staat ook in mkdocs.yml, als site_url."""
    edit_address: WebAddress | None = None
    """Begin van het webadres waar bestanden te bewerken zijn; het pad komt erachter."""
    report: Report
    """Waar lezers een onjuistheid melden."""
    colophon: Rich
    """Wiens woorden er op de site staan en wat ermee mag."""
