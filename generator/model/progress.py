"""Progress: dated facts about statements, from other sources than the quoted one."""

from typing import Annotated, Final, Literal

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from generator.model.evidence import Passage
from generator.model.record import Entry, File, Reviewable, from_folder
from generator.model.scalars import (
    Line,
    PartyName,
    PastDate,
    Rich,
    SourceName,
    StatementName,
)

Status = Literal["in-uitvoering", "deels-uitgevoerd", "uitgevoerd", "overgenomen", "vervallen"]
"""The status that a fact gives to a commitment."""
UNTESTABLE: Final = "niet-te-toetsen"
"""The status of a commitment whose words leave open what would fulfil it."""
DecidedStatus = Literal[Status, "niet-te-toetsen"]
"""The status that the editors decided on; the others follow from what was found."""


class Progress(Reviewable, Entry, title="Wat er is gebeurd"):
    """A dated fact about statements, with evidence from another source."""

    date: PastDate
    """Wanneer het gebeurde: jjjj, jjjj-mm of jjjj-mm-dd."""
    statements: Annotated[tuple[StatementName, ...], Field(min_length=1)]
    """De uitspraken waar het over gaat."""
    what: Rich
    """Wat er gebeurde, in een of twee zinnen en in eigen woorden."""
    sources: Annotated[tuple[SourceName, ...], Field(min_length=1)]
    """De bronnen die het bewijzen."""
    passages: tuple[Passage, ...] = ()
    """De woorden in die bronnen die het bewijzen."""
    reported_by: tuple[PartyName, ...] = ()
    """De partijen die het zelf melden. Weglaten als alleen anderen het melden."""
    status: Status | None = None
    """De status die de uitspraken hierdoor krijgen. Weglaten als de status niet verandert."""
    status_note: Line | None = None
    """Uitleg bij de status, zonder punt. Bij overgenomen: 'door …'. Bij vervallen: 'omdat …'."""


class ProgressLog(File, title="Voortgang"):
    intro: Rich | None = None
    """Inleiding van de redactie."""
    items: SkipJsonSchema[tuple[Progress, ...]] = from_folder()
    """Wat er is gebeurd."""
