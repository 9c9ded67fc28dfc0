"""The timeline: dated events from the source."""

from typing import Annotated

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from generator.model.record import Entry, File, from_folder
from generator.model.scalars import Line, PartialDate, Quote, Rich, StatementName


class Milestone(Entry, title="Gebeurtenis"):
    """An event, with its date if a source gives one."""

    title: Line
    """Wat er gebeurde of zou gebeuren, in eigen woorden."""
    date: PartialDate | None = None
    """Het tijdstip: jjjj, jjjj-mm of jjjj-mm-dd. Weglaten als de bron geen datum geeft."""
    end: PartialDate | None = None
    """Het einde, als het een periode is."""
    words: Quote
    """De woorden van de bron voor het tijdstip, letterlijk."""
    statements: Annotated[tuple[StatementName, ...], Field(min_length=1)]
    """De uitspraken waaruit het blijkt."""
    note: Rich | None = None
    """Toelichting, bijvoorbeeld hoe de datum is afgeleid."""


class Timeline(File, title="Tijdlijn"):
    intro: Rich | None = None
    """Inleiding van de redactie."""
    milestones: SkipJsonSchema[tuple[Milestone, ...]] = from_folder()
    """De gebeurtenissen."""
