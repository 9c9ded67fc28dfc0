"""Progress: dated facts about statements, from other sources than the quoted one."""

from typing import Annotated, Literal

from pydantic import Field

from generator.model.record import File, Record
from generator.model.scalars import (
    Line,
    PartialDate,
    PartyName,
    Rich,
    Slug,
    SourceName,
    StatementName,
)

Status = Literal["in-uitvoering", "deels-uitgevoerd", "uitgevoerd", "overgenomen", "vervallen"]


class Progress(Record, title="Wat er is gebeurd"):
    """A dated fact about statements, with evidence from another source."""

    slug: Slug
    """Vaste naam, voor het adres."""
    date: PartialDate
    """Wanneer het gebeurde: jjjj, jjjj-mm of jjjj-mm-dd."""
    statements: Annotated[tuple[StatementName, ...], Field(min_length=1)]
    """De uitspraken waar het over gaat."""
    what: Rich
    """Wat er gebeurde, in een of twee zinnen en in eigen woorden."""
    sources: Annotated[tuple[SourceName, ...], Field(min_length=1)]
    """De bronnen die het bewijzen."""
    reported_by: PartyName | None = None
    """De partij die het zelf meldt. Weglaten als een bron buiten de partijen het laat zien."""
    status: Status | None = None
    """De status die de uitspraken hierdoor krijgen. Weglaten als de status niet verandert."""
    status_note: Line | None = None
    """Bij overgenomen: waardoor ('door …'). Bij vervallen: waarom ('omdat …'). Zonder punt."""


class ProgressLog(File, title="Voortgang"):
    intro: Rich | None = None
    """Inleiding van de redactie."""
    items: tuple[Progress, ...]
    """Wat er is gebeurd."""
