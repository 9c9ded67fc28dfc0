"""The things that statements name (parties, bodies, instruments), and the meaning of terms."""

from typing import Annotated, Literal

from pydantic import Field, StrictBool
from pydantic.json_schema import SkipJsonSchema

from generator.model.record import Entry, File, Reviewable, from_folder
from generator.model.scalars import (
    BodyName,
    GroupName,
    Line,
    PartyName,
    Quote,
    Rich,
    SourceName,
    Tooi,
)


class Named(Reviewable, File):
    """Something that statements name: a party, a consultation body, an instrument."""

    name: Line
    """Volledige naam."""
    label: Line | None = None
    """Korte naam om te tonen. Weglaten als die gelijk is aan de volledige naam."""
    names: Annotated[tuple[Quote, ...], Field(min_length=1)] = ()
    """Namen waarmee de bron dit noemt, letterlijk, hoofdletters en al.

    Weglaten als alleen een andere bron dit noemt, bijvoorbeeld wie over de voortgang rapporteert.
    """
    abbreviation: Line | None = None
    """De afkorting, als de naam er een heeft."""
    what: Rich | None = None
    """Wat het is, in eigen woorden, voor zover vaststaat."""
    sources: tuple[SourceName, ...] = ()
    """Bronnen waaruit dat blijkt."""
    uncertain: Rich | None = None
    """Wat niet vaststaat, en waarom."""


class Party(Named, title="Partij"):
    """A party to the agreements, such as a ministry or a municipality."""

    group: GroupName
    """Groep waaronder de partij in de lijst staat: een van de groepen in dossier.yml."""
    part_of: PartyName | None = None
    """De partij waar deze een onderdeel van is."""
    tooi: Tooi | None = None
    """De identificatie in TOOI, de lijst van overheidsorganisaties, als een bron die geeft."""
    article: Literal["de", "het"] | None = None
    """Het lidwoord dat in een zin voor de naam staat, als dat er een is: ‘het’ bij Rijk."""


class Instrument(Named, title="Instrument"):
    """An instrument, such as a subsidy, with which something is done."""


class Body(Named, title="Overleg"):
    """A consultation body in which parties meet."""

    members: tuple[PartyName, ...] = ()
    """Partijen die volgens de bron deelnemen."""
    level: Quote | None = None
    """Het niveau, in de woorden van de bron."""
    temporary: Quote | None = None
    """Dat het overleg tijdelijk was, in de woorden van de bron."""
    followed_by: BodyName | None = None
    """Het overleg dat de bron noemt voor wat dit overleg eerder deed."""
    followed_by_note: Rich | None = None
    """Waaruit dat blijkt, en hoe zeker het is."""


class Term(Entry, title="Begrip"):
    """The meaning of a word or an abbreviation."""

    term: Line
    """Het woord of de afkorting."""
    names: tuple[Quote, ...] = ()
    """Andere schrijfwijzen in de bron, letterlijk."""
    meaning: Rich
    """De betekenis, in eigen woorden."""
    ordinary: StrictBool = False
    """true als het een gewoon Nederlands woord is waarvoor geen bron nodig is."""
    sources: tuple[SourceName, ...] = ()
    """Bronnen waaruit de betekenis blijkt."""
    uncertain: Rich | None = None
    """Wat niet vaststaat, en waarom."""


class Terms(File, title="Begrippen"):
    intro: Rich | None = None
    """Inleiding van de redactie."""
    terms: SkipJsonSchema[tuple[Term, ...]] = from_folder()
    """De begrippen en afkortingen."""
