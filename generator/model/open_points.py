"""Open points: gaps, mistakes and contradictions in the source."""

from pydantic import StrictBool
from pydantic.json_schema import SkipJsonSchema

from generator.model.record import Entry, File, from_folder
from generator.model.scalars import Line, PointKindName, Rich, StatementName


class OpenPoint(Entry, title="Kanttekening"):
    """A gap, mistake or contradiction in the source, and how the site handles it."""

    kind: PointKindName
    """Soort punt: een van de soorten in dossier.yml."""
    title: Line
    """Het punt in een paar woorden."""
    found: Rich
    """Wat er in het document staat of ontbreekt."""
    handled: Rich
    """Hoe wij daarmee omgaan. Staat er in één alinea achter."""
    minor: StrictBool = False
    """Of het een kleinigheid is, die onderaan staat: zet dan true."""
    statements: tuple[StatementName, ...] = ()
    """De uitspraken waar het over gaat."""


class OpenPoints(File, title="Kanttekeningen"):
    intro: Rich | None = None
    """Inleiding van de redactie."""
    points: SkipJsonSchema[tuple[OpenPoint, ...]] = from_folder()
    """De punten."""
