"""The documents that the site quotes or cites."""

from typing import Literal

from pydantic import StrictBool

from generator.model.record import File, Record
from generator.model.scalars import (
    Fingerprint,
    Line,
    LineNumber,
    PastDate,
    PastDay,
    Quote,
    Rich,
    WebAddress,
)


class SkippedLine(Record, title="Overgeslagen regel"):
    """A line of a source text, or a part of one, that does not become a statement."""

    line: LineNumber
    """De regel van de brontekst."""
    text: Quote
    """Wat er staat, letterlijk: de hele regel of alleen het deel dat wordt overgeslagen."""
    reason: Rich
    """Waarom het geen uitspraak is."""


class Written(Record, title="Wanneer een document zonder datum is gemaakt"):
    """The period in which an undated document was written, according to its contents."""

    start: PastDate
    """Op zijn vroegst: jjjj, jjjj-mm of jjjj-mm-dd."""
    end: PastDate
    """Op zijn laatst: jjjj, jjjj-mm of jjjj-mm-dd."""


class KeptCopy(Record, title="Bewaarde kopie"):
    """A copy of a source that was kept as evidence; its text is in ``content/evidence/``."""

    saved: PastDay
    """Dag waarop de kopie is opgeslagen, als jjjj-mm-dd."""
    form: Literal["html", "pdf", "text", "warc"]
    """Wat er is opgeslagen: html, pdf, text of warc."""
    sha256: Fingerprint
    """De SHA-256 van het opgeslagen bestand."""
    text_sha256: Fingerprint
    """De SHA-256 van de tekst die ervan is bewaard."""
    whole: StrictBool = False
    """Omvang: true als de hele tekst is bewaard, en niet alleen wat iets bewijst."""


class Source(File, title="Bron"):
    """A document: quoted if its text is next to it in a ``.txt`` file, otherwise only cited."""

    title: Line
    """Titel van het document of de pagina."""
    label: Line | None = None
    """Korte titel om te tonen."""
    language: Literal["de", "en", "fr"] | None = None
    """De taal van de titel, als die niet Nederlands is: de, en of fr."""
    names: tuple[Quote, ...] = ()
    """Namen waarmee een geciteerde bron dit document noemt, letterlijk."""
    publisher: Line | None = None
    """Wie het heeft uitgegeven. Weglaten als dat niet vaststaat."""
    date: PastDate | None = None
    """Datum van uitgave: jjjj, jjjj-mm of jjjj-mm-dd. Weglaten als die niet vaststaat."""
    written: Written | None = None
    """Wanneer een document zonder datum is gemaakt, voor zover dat uit de inhoud blijkt."""
    url: WebAddress | None = None
    """Webadres. Weglaten als er geen vindplaats bekend is."""
    consulted: PastDay | None = None
    """Dag waarop de bron is geraadpleegd, als jjjj-mm-dd."""
    consulted_how: Line | None = None
    """Hoe de bron is geraadpleegd, bijvoorbeeld in een archiefkopie."""
    kept: KeptCopy | None = None
    """De kopie die als bewijs is bewaard. De opdracht evidence vult dit in."""
    what: Rich | None = None
    """Wat de bron laat zien, in eigen woorden."""
    uncertain: Rich | None = None
    """Wat niet vaststaat, bijvoorbeeld het nummer of de vindplaats."""
    skipped: tuple[SkippedLine, ...] = ()
    """Regels van de brontekst, of delen ervan, die geen uitspraak worden, met de reden."""
