"""What an editor may write: every kind of record and its fields.

The text under a field is Dutch, because the editor's editor shows it while typing.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool
from pydantic.json_schema import SkipJsonSchema

from generator.scalars import (
    BodyName,
    Day,
    GroupName,
    InstrumentName,
    KindName,
    LineNumber,
    PartialDate,
    PartyName,
    PointKindName,
    Prefix,
    Rich,
    Slug,
    SourceName,
    StatementId,
    StatementName,
    Text,
    ThemeName,
    WebAddress,
)

FILE_NAME = "(file name)"
"""Under this key a file is given its slug: no editor can write it by accident."""


class Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class File(Record):
    """A file in ``content/``, which is a page of the site."""

    slug: SkipJsonSchema[Slug] = Field(validation_alias=FILE_NAME)
    """De naam van het bestand zonder extensie. Niet in het bestand zelf te schrijven."""
    changed: Day
    """Dag waarop deze inhoud voor het laatst is gewijzigd, als jjjj-mm-dd."""


# Statements ---------------------------------------------------------------------------------------


class Relation(Record):
    """A tie between two statements that their own words carry."""

    to: StatementName
    """De andere uitspraak."""
    here: Text
    """De woorden in deze uitspraak die het verband dragen, letterlijk."""
    there: Text
    """De woorden in de andere uitspraak die het verband dragen, letterlijk."""


class OutsideRelation(Record):
    """A tie between two statements that is known only from another source."""

    to: StatementName
    """De andere uitspraak."""
    because: Rich
    """Waaruit het verband blijkt, in eigen woorden."""
    sources: Annotated[tuple[SourceName, ...], Field(min_length=1)]
    """De bronnen waaruit het verband blijkt."""


class Statement(Record):
    """One addressable sentence of a source, verbatim."""

    id: StatementId
    """Vast nummer. Verandert nooit en wordt nooit opnieuw gebruikt."""
    line: LineNumber
    """Regel van de brontekst waarop deze uitspraak staat."""
    text: Text
    """De woorden van de bron, letterlijk, met verschrijvingen en al."""
    kind: KindName
    """Soort uitspraak: een van de soorten in dossier.yml."""
    commitment: StrictBool = False
    """true als iemand zich hiermee tot iets verbindt: dan is het een afspraak."""
    under: StatementName | None = None
    """De uitspraak waar deze een onderdeel van is."""
    parties: tuple[PartyName, ...] = ()
    """Partijen die de uitspraak met zoveel woorden noemt."""
    bodies: tuple[BodyName, ...] = ()
    """Overleggen die de uitspraak met zoveel woorden noemt."""
    instruments: tuple[InstrumentName, ...] = ()
    """Instrumenten die de uitspraak met zoveel woorden noemt."""
    documents: tuple[SourceName, ...] = ()
    """Documenten (bronnen) die de uitspraak met zoveel woorden noemt."""
    themes: tuple[ThemeName, ...] = ()
    """Andere thema's dan het eigen thema die de uitspraak met zoveel woorden noemt."""
    related: tuple[Relation, ...] = ()
    """Verbanden met andere uitspraken die uit de woorden zelf blijken."""
    related_elsewhere: tuple[OutsideRelation, ...] = ()
    """Verbanden met andere uitspraken die alleen uit andere bronnen blijken."""
    note: Rich | None = None
    """Toelichting van de redactie, bijvoorbeeld de juiste term bij een verschrijving."""


class Chapter(File):
    """A part of a source: a page with its statements in the order of the source."""

    title: Text
    """Titel van de pagina."""
    source: SourceName
    """De bron waaruit dit hoofdstuk citeert."""
    part: Text | None = None
    """Vindplaats in de bron zoals de lezer die ziet, bijvoorbeeld 'dia 5'."""
    intro: Rich | None = None
    """Inleiding van de redactie, in eigen woorden."""
    statements: tuple[Statement, ...] = ()
    """De uitspraken, in de volgorde van de bron."""


class Theme(Chapter):
    """One of the themes of the agreements, with the chapter that works it out."""

    number: LineNumber
    """Volgnummer van het thema op de site."""
    numbering: Rich
    """Hoe de bron dit thema nummert."""
    names: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Namen waarmee de bron het thema noemt, letterlijk."""
    missing: Rich | None = None
    """Wat de bron over dit thema niet geeft."""


class Arrangement(Record):
    """One part of the follow-up process: what is done, by which body, how often."""

    what: Text
    """Wat er gebeurt, in eigen woorden."""
    statements: Annotated[tuple[StatementName, ...], Field(min_length=1)]
    """De uitspraken waaruit dit blijkt."""
    body: BodyName | None = None
    """Het overleg waarin het gebeurt. Weglaten als de bron geen overleg noemt."""
    level: Text | None = None
    """Het niveau, in de woorden van de bron."""
    frequency: Text | None = None
    """Hoe vaak, in de woorden van de bron."""
    temporary: Text | None = None
    """Dat het tijdelijk was, in de woorden van de bron."""


class FollowUp(Chapter):
    """The follow-up process: its statements and how it is arranged."""

    arrangements: Annotated[tuple[Arrangement, ...], Field(min_length=1)]
    """De onderdelen van het vervolgproces."""
    not_said: tuple[Rich, ...] = ()
    """Wat een lezer zou willen weten en de bron niet zegt."""


# What statements name -----------------------------------------------------------------------------


class Named(File):
    """Something that statements name: a party, a consultation body, an instrument."""

    name: Text
    """Volledige naam."""
    label: Text | None = None
    """Korte naam om te tonen. Weglaten als die gelijk is aan de volledige naam."""
    names: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Namen waarmee de bron dit noemt, letterlijk, hoofdletters en al."""
    abbreviation: Text | None = None
    """De afkorting, als de naam er een heeft."""
    what: Rich | None = None
    """Wat het is, in eigen woorden, voor zover vaststaat."""
    sources: tuple[SourceName, ...] = ()
    """Bronnen waaruit dat blijkt."""
    uncertain: Rich | None = None
    """Wat niet vaststaat, en waarom."""

    @property
    def shown(self) -> str:
        return self.label or self.name


class Party(Named):
    """Who."""

    group: GroupName
    """Groep waaronder de partij in de lijst staat: een van de groepen in dossier.yml."""
    part_of: PartyName | None = None
    """De partij waar deze een onderdeel van is."""


class Instrument(Named):
    """With what."""


class Body(Named):
    """A consultation body: where parties meet."""

    members: tuple[PartyName, ...] = ()
    """Partijen die volgens de bron deelnemen."""
    level: Text | None = None
    """Het niveau, in de woorden van de bron."""
    temporary: Text | None = None
    """Dat het overleg tijdelijk was, in de woorden van de bron."""


class Term(Record):
    """What a word or an abbreviation means."""

    slug: Slug
    """Vaste naam, voor het adres op de begrippenpagina."""
    term: Text
    """Het woord of de afkorting."""
    names: tuple[Text, ...] = ()
    """Andere schrijfwijzen in de bron, letterlijk."""
    meaning: Rich
    """De betekenis, in eigen woorden."""
    ordinary: StrictBool = False
    """true als het een gewoon Nederlands woord is waarvoor geen bron nodig is."""
    sources: tuple[SourceName, ...] = ()
    """Bronnen waaruit de betekenis blijkt."""
    uncertain: Rich | None = None
    """Wat niet vaststaat, en waarom."""


class Terms(File):
    intro: Rich | None = None
    """Inleiding van de redactie."""
    terms: tuple[Term, ...]
    """De begrippen en afkortingen."""


# Sources ------------------------------------------------------------------------------------------


class SkippedLine(Record):
    """A line of a source text that becomes no statement."""

    line: LineNumber
    """De regel van de brontekst."""
    text: Text
    """Wat er staat, letterlijk."""
    reason: Rich
    """Waarom het geen uitspraak is."""


class Source(File):
    """A document that we quote, if its text lies beside it, or else that we cite."""

    title: Text
    """Titel van het document of de pagina."""
    label: Text | None = None
    """Korte titel om te tonen."""
    names: tuple[Text, ...] = ()
    """Namen waarmee een geciteerde bron dit document noemt, letterlijk."""
    publisher: Text | None = None
    """Wie het heeft uitgegeven. Weglaten als dat niet vaststaat."""
    date: PartialDate | None = None
    """Datum van uitgave: jjjj, jjjj-mm of jjjj-mm-dd. Weglaten als die niet vaststaat."""
    url: WebAddress | None = None
    """Webadres. Weglaten als er geen vindplaats bekend is."""
    consulted: Day | None = None
    """Dag waarop de bron is geraadpleegd, als jjjj-mm-dd."""
    consulted_how: Text | None = None
    """Hoe de bron is geraadpleegd, bijvoorbeeld in een archiefkopie."""
    what: Rich | None = None
    """Wat de bron laat zien, in eigen woorden."""
    uncertain: Rich | None = None
    """Wat niet vaststaat, bijvoorbeeld het nummer of de vindplaats."""
    skipped: tuple[SkippedLine, ...] = ()
    """Regels van de brontekst die geen uitspraak worden, met de reden."""

    @property
    def shown(self) -> str:
        return self.label or self.title


# Around the statements ----------------------------------------------------------------------------


class Milestone(Record):
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


class Timeline(File):
    intro: Rich | None = None
    """Inleiding van de redactie."""
    milestones: tuple[Milestone, ...]
    """De gebeurtenissen."""


class OpenPoint(Record):
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


class OpenPoints(File):
    intro: Rich | None = None
    """Inleiding van de redactie."""
    points: tuple[OpenPoint, ...]
    """De punten."""


class Section(Record):
    heading: Text
    """Tussenkop."""
    text: Rich
    """Tekst. Een lege regel begint een nieuwe alinea."""


class About(File):
    title: Text
    """Titel van de pagina."""
    sections: tuple[Section, ...]
    """De stukken tekst."""


class StatementKind(Record):
    label: Text
    """Naam van de soort, zoals de lezer die ziet."""
    role: Literal["title", "heading", "text"] = "text"
    """title voor de kop van een hoofdstuk, heading voor een tussenkop, text voor de rest."""


class Settings(File):
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
    edit_address: WebAddress | None = None
    """Begin van het webadres waar bestanden te bewerken zijn; het pad komt erachter."""
    colophon: Rich
    """Wiens woorden er op de site staan en wat ermee mag."""


Mentionable = Party | Body | Instrument | Source | Theme
"""What a statement may name: each has ``names``, the words by which a source names it."""
