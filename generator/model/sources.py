"""The documents that the site quotes or cites."""

from generator.model.record import File, Record
from generator.model.scalars import Day, Line, LineNumber, PartialDate, Rich, WebAddress


class SkippedLine(Record, title="Overgeslagen regel"):
    """A line of a source text that does not become a statement."""

    line: LineNumber
    """De regel van de brontekst."""
    text: Line
    """Wat er staat, letterlijk."""
    reason: Rich
    """Waarom het geen uitspraak is."""


class Source(File, title="Bron"):
    """A document: quoted if its text is next to it in a ``.txt`` file, otherwise only cited."""

    title: Line
    """Titel van het document of de pagina."""
    label: Line | None = None
    """Korte titel om te tonen."""
    names: tuple[Line, ...] = ()
    """Namen waarmee een geciteerde bron dit document noemt, letterlijk."""
    publisher: Line | None = None
    """Wie het heeft uitgegeven. Weglaten als dat niet vaststaat."""
    date: PartialDate | None = None
    """Datum van uitgave: jjjj, jjjj-mm of jjjj-mm-dd. Weglaten als die niet vaststaat."""
    url: WebAddress | None = None
    """Webadres. Weglaten als er geen vindplaats bekend is."""
    consulted: Day | None = None
    """Dag waarop de bron is geraadpleegd, als jjjj-mm-dd."""
    consulted_how: Line | None = None
    """Hoe de bron is geraadpleegd, bijvoorbeeld in een archiefkopie."""
    what: Rich | None = None
    """Wat de bron laat zien, in eigen woorden."""
    uncertain: Rich | None = None
    """Wat niet vaststaat, bijvoorbeeld het nummer of de vindplaats."""
    skipped: tuple[SkippedLine, ...] = ()
    """Regels van de brontekst die geen uitspraak worden, met de reden."""
