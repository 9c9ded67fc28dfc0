"""Deadlines: when something must be done, in the words of the source and as a period."""

from typing import Annotated

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from generator.model.evidence import Passage
from generator.model.record import Entry, File, Record, Reviewable, from_folder
from generator.model.scalars import (
    Line,
    PartialDate,
    PastDate,
    Quote,
    Rich,
    SourceName,
    StatementName,
)


class Shift(Record, title="Verschuiving"):
    """A later decision that moves the end of a deadline."""

    date: PastDate
    """Wanneer het besluit bekend werd: jjjj, jjjj-mm of jjjj-mm-dd."""
    end: PartialDate
    """Het nieuwe einde van de termijn."""
    decision: Rich
    """Wat er werd besloten of aangekondigd, in eigen woorden."""
    sources: Annotated[tuple[SourceName, ...], Field(min_length=1)]
    """De bronnen waaruit dat blijkt."""
    passages: tuple[Passage, ...] = ()
    """De woorden in die bronnen waaruit dat blijkt."""


class Outcome(Record, title="Wat ervan kwam"):
    """The event by which a deadline was met."""

    date: PastDate
    """Wanneer het gebeurde: jjjj, jjjj-mm of jjjj-mm-dd."""
    what: Rich
    """Wat er gebeurde, in eigen woorden."""
    sources: Annotated[tuple[SourceName, ...], Field(min_length=1)]
    """De bronnen die het bewijzen."""
    passages: tuple[Passage, ...] = ()
    """De woorden in die bronnen die het bewijzen."""


class Deadline(Reviewable, Entry, title="Termijn"):
    """The date or period by which something must be done, according to the source."""

    what: Line
    """Wat er gedaan moet zijn, in eigen woorden."""
    statements: Annotated[tuple[StatementName, ...], Field(min_length=1)]
    """De uitspraken waaruit het blijkt."""
    words: Quote
    """De woorden van de bron voor de termijn, letterlijk."""
    start: PartialDate | None = None
    """Het begin van de periode, als de bron er een noemt."""
    end: PartialDate
    """Het einde van de periode: jjjj, jjjj-mm of jjjj-mm-dd."""
    derived: Rich
    """Hoe de periode uit de woorden van de bron is afgeleid."""
    sources: tuple[SourceName, ...] = ()
    """Andere bronnen die bij dat afleiden zijn gebruikt."""
    shifts: tuple[Shift, ...] = ()
    """Latere verschuivingen, de oudste eerst."""
    outcome: Outcome | None = None
    """Wat ervan is gekomen. Weglaten zolang dat niet is gebleken."""


class Deadlines(File, title="Termijnen"):
    intro: Rich | None = None
    """Inleiding van de redactie."""
    items: SkipJsonSchema[tuple[Deadline, ...]] = from_folder()
    """De termijnen."""
