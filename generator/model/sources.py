"""The documents that the site quotes or cites."""

from generator.model.record import File, Record
from generator.model.scalars import Day, LineNumber, PartialDate, Rich, Text, WebAddress


class SkippedLine(Record, title="Overgeslagen regel"):
    """A line of a source text that does not become a statement."""

    line: LineNumber
    """De regel van de brontekst."""
    text: Text
    """Wat er staat, letterlijk."""
    reason: Rich
    """Waarom het geen uitspraak is."""


class Source(File, title="Bron"):
    """A document: quoted if its text is next to it in a ``.txt`` file, otherwise only cited."""

    title: Text
    """Titel van het document of de pagina."""
    label: Text | None = None
    """Korte titel om te tonen."""
    names: tuple[Text, ...] = ()
    """Namen waarmee een geciteerde bron dit document noemt, letterlijk."""
    publisher: Text | None = None
    """Wie het heeft uitgegeven. Weglaten als dat niet vaststaat."""
    date: PartialDate | None = None
    """Datum van uitgave: jjjj, jjjj-mm of jjjj-mm-dd. Weglaten als die niet vaststaat."""
    url: WebAddress | None = None
    """Webadres. Weglaten als er geen vindplaats bekend is."""
    consulted: Day | None = None
    """Dag waarop de bron is geraadpleegd, als jjjj-mm-dd."""
    consulted_how: Text | None = None
    """Hoe de bron is geraadpleegd, bijvoorbeeld in een archiefkopie."""
    what: Rich | None = None
    """Wat de bron laat zien, in eigen woorden."""
    uncertain: Rich | None = None
    """Wat niet vaststaat, bijvoorbeeld het nummer of de vindplaats."""
    skipped: tuple[SkippedLine, ...] = ()
    """Regels van de brontekst die geen uitspraak worden, met de reden."""
