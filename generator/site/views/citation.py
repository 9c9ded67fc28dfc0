"""How to cite a version of a text: in words, Markdown, BibTeX and RIS.

The day of consulting is the reader's: a mark stands where it belongs.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.dossier.register import Version

DAY = "[datum]"
"""Stands for the day of consulting in words: 16 december 2020."""
RIS_DAY = "[jjjj/mm/dd]"
"""Stands for the day of consulting in figures."""
HASH_LENGTH = 12


@dataclass(frozen=True)
class Cited:
    """What a citation tells."""

    document: str
    """The title of the source that is quoted, or of the site."""
    part: str
    """What of it is cited; empty for the whole."""
    site: str
    version: Version
    address: str
    """The permalink of the version, in full."""
    date: str
    """The date of the version, in Dutch words."""

    @property
    def title(self) -> str:
        cited = (self.document, self.part, f"versie {self.version.number}")
        return ", ".join(part for part in cited if part)

    @property
    def check(self) -> str:
        return self.version.event.fingerprint[:HASH_LENGTH]


def formats(cited: Cited) -> Mapping[str, str]:
    """The citation in every format, by the name a reader knows it by."""
    return {
        "Tekst": _text(cited),
        "Markdown": _markdown(cited),
        "BibTeX": _bibtex(cited),
        "RIS": _ris(cited),
    }


def _text(cited: Cited) -> str:
    return (
        f"{cited.title} ({cited.date}), in: {cited.site}, {cited.address} "
        f"(geraadpleegd op {DAY}), controlegetal {cited.check}."
    )


def _markdown(cited: Cited) -> str:
    title = cited.title.replace("[", "\\[").replace("]", "\\]")
    return (
        f"[{title}]({cited.address}) ({cited.date}), in: *{cited.site}*, "
        f"geraadpleegd op {DAY}, controlegetal {cited.check}."
    )


def _bibtex(cited: Cited) -> str:
    event = cited.version.event
    fields = {
        "title": cited.title,
        "howpublished": f"\\url{{{cited.address}}}",
        "year": f"{event.date.year}",
        "date": event.date.isoformat(),
        "note": f"In: {cited.site}. Geraadpleegd op {DAY}. Controlegetal {cited.check}",
    }
    plain = {"howpublished"}
    rows = (
        f"  {name} = {{{value if name in plain else _tex(value)}}},\n"
        for name, value in fields.items()
    )
    return f"@misc{{{event.id}-v{cited.version.number},\n{''.join(rows)}}}"


def _tex(text: str) -> str:
    """Text without what TeX would take for a command."""
    return "".join(f"\\{each}" if each in "&%$#_{}" else each for each in text)


def _ris(cited: Cited) -> str:
    event = cited.version.event
    rows = (
        ("TY", "ELEC"),
        ("TI", cited.title),
        ("T2", cited.site),
        ("PY", f"{event.date.year}"),
        ("DA", event.date.strftime("%Y/%m/%d")),
        ("UR", cited.address),
        ("Y2", RIS_DAY),
        ("N1", f"Controlegetal {cited.check}"),
        ("ER", ""),
    )
    return "\n".join(f"{tag}  - {value}" for tag, value in rows)
