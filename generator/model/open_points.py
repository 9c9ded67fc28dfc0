"""Open points: gaps, mistakes and contradictions in the source."""

from generator.model.record import File, Record
from generator.model.scalars import Line, PointKindName, Rich, Slug, StatementName


class OpenPoint(Record, title="Aandachtspunt"):
    """A gap, mistake or contradiction in the source, and how the site handles it."""

    slug: Slug
    """Vaste naam, voor het adres."""
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
    points: tuple[OpenPoint, ...]
    """De punten."""
