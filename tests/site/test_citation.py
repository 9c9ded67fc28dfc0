"""Citations in four formats.

RIS and BibTeX follow their specifications: a RIS line is a tag of two characters, two spaces, a
hyphen and a space, and a reference ends with ER; BibTeX reads ``& % $ # _`` as commands unless a
backslash precedes them, and counts braces also when one does.
"""

import datetime as dt

import pytest

from generator.dossier.register import Event, Version, fingerprint
from generator.site.views.citation import Citation, formats

TEXT = "Een zin."
ADDRESS = "https://site.example/id/WAT-003/v2/"
CHECK = fingerprint(TEXT)[:12]


def citation(document: str = "Notulen", part: str = "uitspraak WAT-003") -> Citation:
    event = Event(
        id="WAT-003",
        event="redactioneel",
        date=dt.date(2020, 5, 1),
        fingerprint=fingerprint(TEXT),
        text=TEXT,
        place="/document/aanloop/#WAT-003",
    )
    return Citation(document, part, "Het Waterplein", Version(2, event), ADDRESS, "1 mei 2020")


EXPECTED = {
    "Tekst": (
        f"Notulen, uitspraak WAT-003, versie 2 (1 mei 2020), in: Het Waterplein, {ADDRESS} "
        f"(geraadpleegd op [datum]), controlegetal {CHECK}."
    ),
    "Markdown": (
        f"[Notulen, uitspraak WAT-003, versie 2]({ADDRESS}) (1 mei 2020), in: *Het Waterplein*, "
        f"geraadpleegd op [datum], controlegetal {CHECK}."
    ),
    "BibTeX": (
        "@misc{WAT-003-v2,\n"
        "  title = {Notulen, uitspraak WAT-003, versie 2},\n"
        f"  howpublished = {{\\url{{{ADDRESS}}}}},\n"
        "  year = {2020},\n"
        "  date = {2020-05-01},\n"
        "  note = {In: Het Waterplein. Geraadpleegd op [datum]. "
        f"Controlegetal {CHECK}}},\n"
        "}"
    ),
    "RIS": (
        "TY  - ELEC\n"
        "TI  - Notulen, uitspraak WAT-003, versie 2\n"
        "T2  - Het Waterplein\n"
        "PY  - 2020\n"
        "DA  - 2020/05/01\n"
        f"UR  - {ADDRESS}\n"
        "Y2  - [jjjj/mm/dd]\n"
        f"N1  - Controlegetal {CHECK}\n"
        "ER  - "
    ),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_version_is_cited_in_full(name: str) -> None:
    assert formats(citation())[name] == EXPECTED[name]


def test_there_are_no_other_formats() -> None:
    assert list(formats(citation())) == list(EXPECTED)


@pytest.mark.parametrize(
    ("name", "document", "part", "expected"),
    [
        ("Tekst", "Notulen", "", "Notulen, versie 2 (1 mei 2020)"),
        ("Markdown", "Notulen [concept]", "", r"[Notulen \[concept\], versie 2]("),
        ("BibTeX", "R&D: 50% van $_#", "", r"title = {R\&D: 50\% van \$\_\#, versie 2}"),
        ("BibTeX", "Een {plan", "", r"title = {Een \textbraceleft{}plan, versie 2}"),
        ("BibTeX", r"a\b ~ ^", "", r"a\textbackslash{}b \textasciitilde{} \textasciicircum{},"),
        ("Markdown", "*Plan* <b>", "", r"[\*Plan\* \<b\>, versie 2]("),
        ("RIS", "Een\nER  - ", "", "TI  - Een ER - , versie 2\n"),
        ("RIS", "R&D: 50%", "", "TI  - R&D: 50%, versie 2\n"),
    ],
)
def test_special_characters_of_a_format_are_escaped(
    name: str, document: str, part: str, expected: str
) -> None:
    assert expected in formats(citation(document, part))[name]
