"""Statements of a source, the chapters that contain them, and the relations between them."""

from typing import Annotated, Literal

from pydantic import Field, StrictBool

from generator.model.record import File, Record
from generator.model.scalars import (
    BodyName,
    DisplayOnlyQuote,
    InstrumentName,
    KindName,
    Line,
    LineNumber,
    PartyName,
    Quote,
    Rich,
    SourceName,
    StatementId,
    StatementName,
    ThemeName,
)


class Relation(Record, title="Verband dat uit de woorden blijkt"):
    """A relation between two statements that follows from their own words."""

    to: StatementName
    """De andere uitspraak."""
    here: Quote
    """De woorden in deze uitspraak die het verband dragen, letterlijk."""
    there: Quote
    """De woorden in de andere uitspraak die het verband dragen, letterlijk."""


class OutsideRelation(Record, title="Verband uit een andere bron"):
    """A relation between two statements that is known only from another source."""

    to: StatementName
    """De andere uitspraak."""
    because: Rich
    """Waaruit het verband blijkt, in eigen woorden."""
    sources: Annotated[tuple[SourceName, ...], Field(min_length=1)]
    """De bronnen waaruit het verband blijkt."""


class Comparison(Record, title="Vergelijking met een ander document"):
    """How a statement returns in another quoted document, or that it does not."""

    document: SourceName
    """Het andere document: een bron waarvan de tekst er is."""
    how: Literal["zelfde", "gewijzigd", "weggelaten", "nieuw"]
    """Wat het andere document ermee doet: zelfde, gewijzigd, weggelaten (het latere document heeft
    de zin niet meer) of nieuw (het eerdere document heeft de zin nog niet)."""
    to: StatementName | None = None
    """De uitspraak van het andere document, bij zelfde en gewijzigd."""
    here: Quote | None = None
    """Bij gewijzigd: de woorden van deze uitspraak waar het om gaat, letterlijk."""
    there: Quote | None = None
    """Bij gewijzigd: de woorden van de andere uitspraak waar het om gaat, letterlijk."""


class Statement(Record, title="Uitspraak"):
    """One sentence of a source, verbatim, with an ID and an address of its own."""

    id: StatementId
    """Vast nummer. Verandert nooit en wordt nooit opnieuw gebruikt."""
    line: LineNumber
    """Regel van de brontekst waarop deze uitspraak staat."""
    text: DisplayOnlyQuote
    """De woorden van de bron, letterlijk, met verschrijvingen en al."""
    kind: KindName
    """Soort uitspraak: een van de soorten in dossier.yml."""
    commitment: StrictBool = False
    """true als iemand zich hiermee tot iets verbindt: dan is het een afspraak."""
    untestable: Line | None = None
    """Waarom bij deze afspraak niet te toetsen is of zij is nagekomen. Meestal weglaten."""
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
    compared: tuple[Comparison, ...] = ()
    """Hoe deze uitspraak terugkomt in een ander geciteerd document, of dat dat niet zo is."""
    note: Rich | None = None
    """Toelichting van de redactie, bijvoorbeeld de juiste term bij een verschrijving."""


class Chapter(File, title="Hoofdstuk"):
    """A part of a source: a page with its statements, in the order of the source."""

    title: Line
    """Titel van de pagina."""
    source: SourceName
    """De bron waaruit dit hoofdstuk citeert."""
    part: Line | None = None
    """Vindplaats in de bron zoals de lezer die ziet, bijvoorbeeld 'dia 5'."""
    intro: Rich | None = None
    """Inleiding van de redactie, in eigen woorden."""
    statements: tuple[Statement, ...] = ()
    """De uitspraken, in de volgorde van de bron."""


class Theme(Chapter, title="Thema"):
    """One of the themes of the agreements, which is also the chapter about that theme."""

    number: LineNumber
    """Volgnummer van het thema op de site."""
    numbering: Rich
    """Hoe de bron dit thema nummert."""
    names: Annotated[tuple[Quote, ...], Field(min_length=1)]
    """Namen waarmee de bron het thema noemt, letterlijk."""
    missing: Rich | None = None
    """Wat de bron over dit thema niet geeft."""


class Arrangement(Record, title="Onderdeel van het vervolgproces"):
    """One part of the follow-up process: what is done, by which body and how often."""

    what: Line
    """Wat er gebeurt, in eigen woorden."""
    statements: Annotated[tuple[StatementName, ...], Field(min_length=1)]
    """De uitspraken waaruit dit blijkt."""
    body: BodyName | None = None
    """Het overleg waarin het gebeurt. Weglaten als de bron geen overleg noemt."""
    level: Quote | None = None
    """Het niveau, in de woorden van de bron."""
    frequency: Quote | None = None
    """Hoe vaak, in de woorden van de bron."""
    temporary: Quote | None = None
    """Dat het tijdelijk was, in de woorden van de bron."""


class FollowUp(Chapter, title="Vervolgproces"):
    """The chapter on the follow-up process: its statements and its arrangements."""

    arrangements: Annotated[tuple[Arrangement, ...], Field(min_length=1)]
    """De onderdelen van het vervolgproces."""
    not_said: tuple[Rich, ...] = ()
    """Wat een lezer zou willen weten en de bron niet zegt."""
