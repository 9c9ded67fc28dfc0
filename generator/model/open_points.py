"""Open points: gaps, mistakes and contradictions in the source."""

from pydantic.json_schema import SkipJsonSchema

from generator.model.record import Entry, File, from_folder
from generator.model.scalars import Line, PointKindName, Rich, StatementName


class OpenPoint(Entry, title="Aandachtspunt"):
    """A gap, mistake or contradiction in the source, and how the site handles it."""

    kind: PointKindName
    """Soort punt: een van de soorten in dossier.yml."""
    title: Line
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
    points: SkipJsonSchema[tuple[OpenPoint, ...]] = from_folder()
    """De punten."""
