"""How to cite a version of a text: in words, Markdown, BibTeX and RIS.

The access date is the day on which the reader consults the page, so it is unknown here.
A placeholder takes its place.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.dossier.register import Version
from generator.site.views.escaping import in_commonmark, in_tex, on_one_line

ACCESS_DATE = "[datum]"
"""Placeholder for the access date in words, such as 16 december 2020."""
RIS_ACCESS_DATE = "[jjjj/mm/dd]"
"""Placeholder for the access date in digits, as RIS requires."""
_CHECKSUM_LENGTH = 12
"""How many characters of the fingerprint a citation shows."""


@dataclass(frozen=True)
class Citation:
    """The data of a citation, independent of its format."""

    document: str
    """The title of the quoted source, or of the site."""
    part: str
    """The part of the document that is cited; empty for the complete document."""
    site: str
    version: Version
    address: str
    """The permalink of the version, as an absolute URL."""
    date: str
    """The date of the version, in Dutch words."""

    @property
    def title(self) -> str:
        parts = (self.document, self.part, f"versie {self.version.number}")
        return ", ".join(part for part in parts if part)

    @property
    def checksum(self) -> str:
        return self.version.event.fingerprint[:_CHECKSUM_LENGTH]


def formats(citation: Citation) -> Mapping[str, str]:
    """The citation in every format, by the name of the format that readers see."""
    return {
        "Tekst": _text(citation),
        "Markdown": _markdown(citation),
        "BibTeX": _bibtex(citation),
        "RIS": _ris(citation),
    }


def _text(citation: Citation) -> str:
    return (
        f"{citation.title} ({citation.date}), in: {citation.site}, {citation.address} "
        f"(geraadpleegd op {ACCESS_DATE}), controlegetal {citation.checksum}."
    )


def _markdown(citation: Citation) -> str:
    return (
        f"[{in_commonmark(citation.title)}]({citation.address}) ({citation.date}), "
        f"in: *{in_commonmark(citation.site)}*, "
        f"geraadpleegd op {ACCESS_DATE}, controlegetal {citation.checksum}."
    )


def _bibtex(citation: Citation) -> str:
    event = citation.version.event
    consulted = f"Geraadpleegd op {ACCESS_DATE}. Controlegetal {citation.checksum}"
    fields = {
        "title": citation.title,
        "howpublished": f"\\url{{{citation.address}}}",
        "year": f"{event.date.year}",
        "date": event.date.isoformat(),
        "note": f"In: {citation.site}. {consulted}",
    }
    unescaped = {"howpublished"}
    rows = (
        f"  {name} = {{{value if name in unescaped else in_tex(value)}}},\n"
        for name, value in fields.items()
    )
    return f"@misc{{{event.id}-v{citation.version.number},\n{''.join(rows)}}}"


def _ris(citation: Citation) -> str:
    event = citation.version.event
    rows = (
        ("TY", "ELEC"),
        ("TI", citation.title),
        ("T2", citation.site),
        ("PY", f"{event.date.year}"),
        ("DA", event.date.strftime("%Y/%m/%d")),
        ("UR", citation.address),
        ("Y2", RIS_ACCESS_DATE),
        ("N1", f"Controlegetal {citation.checksum}"),
        ("ER", ""),
    )
    return "\n".join(f"{tag}  - {on_one_line(value)}" for tag, value in rows)
