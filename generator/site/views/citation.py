"""How to cite a version of a text: in words, Markdown, BibTeX and RIS.

A statement is cited as a quote from its document, with the date of that document; the date of the
version is apart. The access date is the day on which the reader consults the page, so it is unknown
here: a placeholder takes its place.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator.dossier.register import Version
from generator.model import Source
from generator.site.views.escaping import in_commonmark, in_tex, on_one_line
from generator.text.dates import dutch_date

ACCESS_DATE = "[datum]"
"""Placeholder for the access date in words, such as 16 december 2020."""
RIS_ACCESS_DATE = "[jjjj/mm/dd]"
"""Placeholder for the access date in digits, as RIS requires."""
_CHECKSUM_LENGTH = 12
"""How many characters of the fingerprint a citation shows."""


@dataclass(frozen=True)
class Dated:
    """When a document appeared, or was written if it bears no date."""

    words: str = ""
    year: str = ""
    """A year, or two between brackets if the document is from one of them."""
    date: str = ""
    """The date as far as it is known for certain: ``2020``, ``2020-12`` or ``2020-12-16``."""


def date_of(source: Source) -> Dated:
    """The date of a source; the period in which it was written if it bears none."""
    if source.date:
        return Dated(dutch_date(source.date), source.date[:4], source.date)
    if not source.written:
        return Dated("zonder datum")
    start, end = source.written.start, source.written.end
    between = f"tussen {dutch_date(start)} en {dutch_date(end)}"
    years = " of ".join(dict.fromkeys((start[:4], end[:4])))
    return Dated(f"zonder datum, volgens de inhoud {between}", f"[{years}]")


@dataclass(frozen=True)
class Citation:
    """The data of a citation, independent of its format."""

    title: str
    """The title of the document that is quoted; of a text of our own the text itself."""
    dated: Dated
    """The date of that document; empty if the text is our own."""
    site: str
    version: Version
    address: str
    """The permalink of the version, as an absolute URL."""

    @property
    def quote(self) -> str:
        """The complete words of a statement; empty for a text of our own."""
        event = self.version.event
        return f"‘{event.text}’" if event.is_statement else ""

    @property
    def part(self) -> str:
        event = self.version.event
        return f"uitspraak {event.id}" if event.is_statement else ""

    @property
    def edition(self) -> str:
        return f"versie {self.version.number} van {dutch_date(self.version.event.date)}"

    @property
    def year(self) -> str:
        return self.dated.year if self.quote else f"{self.version.event.date.year}"

    @property
    def date(self) -> str:
        return self.dated.date if self.quote else self.version.event.date.isoformat()

    @property
    def checksum(self) -> str:
        return f"controlecode {self.version.event.fingerprint[:_CHECKSUM_LENGTH]}"


@dataclass(frozen=True)
class Cited:
    """A citation in some format, split where the access date stands."""

    before: str
    access_date: str
    """One of the placeholders."""
    after: str

    @property
    def text(self) -> str:
        return f"{self.before}{self.access_date}{self.after}"


def formats(citation: Citation) -> Mapping[str, Cited]:
    """The citation in every format, by the name of the format that readers see."""
    return {name: make(citation) for name, make in _FORMATS.items()}


def _text(citation: Citation) -> Cited:
    cited = citation.title
    if citation.quote:
        source = ", ".join(_present(citation.title, citation.dated.words, citation.part))
        cited = f"{citation.quote} ({source})"
    place = f"in: {citation.site}, {citation.edition}, {citation.address}"
    return Cited(f"{cited}, {place} (geraadpleegd op ", ACCESS_DATE, f"), {citation.checksum}.")


def _markdown(citation: Citation) -> Cited:
    cited = f"[{in_commonmark(citation.title)}]({citation.address})"
    if citation.quote:
        source = ", ".join(_present(cited, citation.dated.words, citation.part))
        cited = f"{in_commonmark(citation.quote)} ({source})"
    place = f"in: *{in_commonmark(citation.site)}*, {citation.edition}"
    return Cited(f"{cited}, {place} (geraadpleegd op ", ACCESS_DATE, f"), {citation.checksum}.")


def _bibtex(citation: Citation) -> Cited:
    event, number = citation.version.event, citation.version.number
    fields = {
        "title": in_tex(_title(citation)),
        "year": in_tex(citation.year),
        "date": in_tex(citation.date),
        "version": in_tex(f"{number}, {dutch_date(event.date)}"),
        "howpublished": f"\\url{{{citation.address}}}",
    }
    rows = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    place = f"In: {citation.site}, {citation.edition}."
    undated = "" if citation.date else f"{citation.dated.words.capitalize()}."
    note = in_tex(" ".join(_present(_closed(citation.quote), undated, place)))
    return Cited(
        f"@misc{{{event.id}-v{number},\n{rows}  note = {{{note} Geraadpleegd op ",
        ACCESS_DATE,
        f". {citation.checksum.capitalize()}}},\n}}",
    )


def _closed(quote: str) -> str:
    """A quote as a sentence of its own: with a full stop, unless it ends with one inside."""
    return f"{quote}." if quote and quote.strip("’”")[-1:] not in ".?!" else quote


def _ris(citation: Citation) -> Cited:
    undated = "" if citation.date else citation.dated.words.capitalize()
    before = (
        ("TY", "ELEC"),
        ("TI", _title(citation)),
        ("T2", citation.site),
        ("PY", citation.date[:4]),
        ("DA", _ris_date(citation)),
        ("ET", citation.edition),
        ("UR", citation.address),
    )
    after = (
        ("N1", citation.quote),
        ("N1", ". ".join(_present(undated, citation.checksum.capitalize()))),
    )
    end = f"\n{_ris_rows(after)}ER  - "
    return Cited(f"{_ris_rows(before)}Y2  - ", RIS_ACCESS_DATE, end)


def _ris_rows(rows: Iterable[tuple[str, str]]) -> str:
    return "".join(f"{tag}  - {on_one_line(value)}\n" for tag, value in rows if value)


def _ris_date(citation: Citation) -> str:
    """Year, month and day, each followed by a slash, then what else is known of the date."""
    year, month, day = f"{citation.date}--".split("-")[:3]
    date = f"{year}/{month}/{day}/{'' if citation.date else citation.year}"
    return date if date.strip("/") else ""


def _title(citation: Citation) -> str:
    return ", ".join(_present(citation.title, citation.part))


def _present(*texts: str) -> tuple[str, ...]:
    return tuple(filter(None, texts))


_FORMATS: Mapping[str, Callable[[Citation], Cited]] = {
    "Tekst": _text,
    "Markdown": _markdown,
    "BibTeX": _bibtex,
    "RIS": _ris,
}
