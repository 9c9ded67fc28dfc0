"""Citations in four formats.

RIS and BibTeX follow their specifications: a RIS line is a tag of two characters, two spaces, a
hyphen and a space, a date has three slashes, and a reference ends with ER; BibTeX reads
``& % $ # _`` as commands unless a backslash precedes them, and counts braces also when one does.
"""

import datetime as dt
from typing import Any

import bibtexparser
import pytest
import rispy

from generator.dossier.register import Event, Version, fingerprint
from generator.model import Source
from generator.site.views.citation import Citation, Dated, date_of, formats

TEXT = "Een zin."
ADDRESS = "https://site.example/id/WAT-003/v2/"
CHECK = fingerprint(TEXT)[:12]
DAY = Dated("16 december 2020", "2020", "2020-12-16")
UNDATED = Dated("zonder datum, volgens de inhoud tussen 2020 en maart 2021", "[2020 of 2021]")


def citation(
    title: str = "Notulen", dated: Dated = DAY, text: str = TEXT, name: str = "WAT-003"
) -> Citation:
    event = Event(
        id=name,
        event="redactioneel",
        date=dt.date(2026, 5, 1),
        fingerprint=fingerprint(text),
        text=text,
        place="/document/aanloop/#WAT-003",
    )
    return Citation(title, dated, "Het Waterplein", Version(2, event), ADDRESS)


def cited(name: str, citation: Citation) -> str:
    return formats(citation)[name].text


QUOTED = {
    "Tekst": (
        "‘Een zin.’ (Notulen, 16 december 2020, uitspraak WAT-003), in: Het Waterplein, versie 2 "
        f"van 1 mei 2026, {ADDRESS} (geraadpleegd op [datum]), controlecode {CHECK}."
    ),
    "Markdown": (
        f"‘Een zin.’ ([Notulen]({ADDRESS}), 16 december 2020, uitspraak WAT-003), in: *Het "
        "Waterplein*, versie 2 van 1 mei 2026 (geraadpleegd op [datum]), "
        f"controlecode {CHECK}."
    ),
    "BibTeX": (
        "@misc{WAT-003-v2,\n"
        "  title = {Notulen, uitspraak WAT-003},\n"
        "  year = {2020},\n"
        "  date = {2020-12-16},\n"
        "  version = {2, 1 mei 2026},\n"
        f"  howpublished = {{\\url{{{ADDRESS}}}}},\n"
        "  note = {‘Een zin.’ In: Het Waterplein, versie 2 van 1 mei 2026. Geraadpleegd op "
        f"[datum]. Controlecode {CHECK}}},\n"
        "}"
    ),
    "RIS": (
        "TY  - ELEC\n"
        "TI  - Notulen, uitspraak WAT-003\n"
        "T2  - Het Waterplein\n"
        "PY  - 2020\n"
        "DA  - 2020/12/16/\n"
        "ET  - versie 2 van 1 mei 2026\n"
        f"UR  - {ADDRESS}\n"
        "Y2  - [jjjj/mm/dd]\n"
        "N1  - ‘Een zin.’\n"
        f"N1  - Controlecode {CHECK}\n"
        "ER  - "
    ),
}


@pytest.mark.parametrize("name", QUOTED)
def test_a_statement_is_quoted_from_its_document(name: str) -> None:
    assert cited(name, citation()) == QUOTED[name]


def test_there_are_no_other_formats() -> None:
    assert list(formats(citation())) == list(QUOTED)


def test_a_text_of_our_own_has_the_date_of_its_version() -> None:
    own = citation("Groen", Dated(), "Groen", "groen")
    check = fingerprint("Groen")[:12]

    assert cited("Tekst", own) == (
        f"Groen, in: Het Waterplein, versie 2 van 1 mei 2026, {ADDRESS} "
        f"(geraadpleegd op [datum]), controlecode {check}."
    )
    assert "year = {2026},\n  date = {2026-05-01},\n" in cited("BibTeX", own)
    assert "PY  - 2026\nDA  - 2026/05/01/\n" in cited("RIS", own)


# Dates --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "dated"),
    [
        ({"date": "2020-12-16"}, Dated("16 december 2020", "2020", "2020-12-16")),
        ({"date": "2020-12"}, Dated("december 2020", "2020", "2020-12")),
        ({"date": "2020"}, Dated("2020", "2020", "2020")),
        (
            {"written": {"start": "2020-12-17", "end": "2021-02"}},
            Dated(
                "zonder datum, volgens de inhoud tussen 17 december 2020 en februari 2021",
                "[2020 of 2021]",
            ),
        ),
        (
            {"written": {"start": "2020-03", "end": "2020-05"}},
            Dated("zonder datum, volgens de inhoud tussen maart 2020 en mei 2020", "[2020]"),
        ),
        ({}, Dated("zonder datum")),
    ],
)
def test_a_document_has_a_date_or_a_period_or_neither(fields: dict[str, Any], dated: Dated) -> None:
    slug = {"(file name)": "notulen", "title": "Notulen", "changed": "2020-01-01"}

    assert date_of(Source.model_validate({**slug, **fields})) == dated


def test_an_undated_document_is_said_to_be_undated_in_every_format() -> None:
    found = {name: each.text for name, each in formats(citation(dated=UNDATED)).items()}

    assert all(UNDATED.words in text.lower() for text in found.values())
    assert "  year = {[2020 of 2021]},\n  version" in found["BibTeX"]
    assert "\nDA  - ///[2020 of 2021]\n" in found["RIS"]
    assert "\nPY  - " not in found["RIS"]


def test_a_document_of_which_nothing_is_known_has_no_year() -> None:
    found = {name: cited(name, citation(dated=Dated("zonder datum"))) for name in QUOTED}

    assert "(Notulen, zonder datum, uitspraak WAT-003)" in found["Tekst"]
    assert "year" not in found["BibTeX"]
    assert "DA  - " not in found["RIS"]


@pytest.mark.parametrize(
    ("date", "written"),
    [("2020", "2020///"), ("2020-12", "2020/12//"), ("2020-12-16", "2020/12/16/")],
)
def test_a_date_in_ris_has_three_slashes(date: str, written: str) -> None:
    assert f"\nDA  - {written}\n" in cited("RIS", citation(dated=Dated(date, date[:4], date)))


# Other texts --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "title", "expected"),
    [
        ("Markdown", "Notulen [concept]", r"[Notulen \[concept\]]("),
        ("BibTeX", "R&D: 50% van $_#", r"title = {R\&D: 50\% van \$\_\#, uitspraak"),
        ("BibTeX", "Een {plan", r"title = {Een \textbraceleft{}plan, uitspraak"),
        ("BibTeX", r"a\b ~ ^", r"a\textbackslash{}b \textasciitilde{} \textasciicircum{},"),
        ("Markdown", "*Plan* <b>", r"[\*Plan\* \<b\>]("),
        ("RIS", "Een\nER  - ", "TI  - Een ER - , uitspraak"),
        ("RIS", "R&D: 50%", "TI  - R&D: 50%, uitspraak"),
    ],
)
def test_special_characters_of_a_format_are_escaped(name: str, title: str, expected: str) -> None:
    assert expected in cited(name, citation(title))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Tekst", "‘{50%} [datum] *en* \\’"),
        ("Markdown", r"‘{50%} \[datum\] \*en\* \\’"),
        ("BibTeX", r"‘\textbraceleft{}50\%\textbraceright{} [datum] *en* \textbackslash{}’"),
        ("RIS", "N1  - ‘{50%} [datum] *en* \\’\n"),
    ],
)
def test_a_quote_is_escaped_too(name: str, expected: str) -> None:
    """And a text that looks like the placeholder of the access date is left alone."""
    found = formats(citation(text="{50%} [datum] *en* \\"))[name]

    assert expected in found.text
    assert found.access_date in ("[datum]", "[jjjj/mm/dd]")
    assert expected in (found.before if name != "RIS" else found.after)


@pytest.mark.parametrize("dated", [DAY, UNDATED, Dated("zonder datum")])
def test_others_can_read_ris_and_bibtex(dated: Dated) -> None:
    long = "Een zin met een { en een } en 50% & meer. " * 50
    found = citation("Plan {nr. 1}", dated, long.strip())
    (ris,) = rispy.loads(cited("RIS", found) + "\n")
    (bibtex,) = bibtexparser.loads(cited("BibTeX", found)).entries

    assert ris["notes"][0] == f"‘{long.strip()}’"
    assert ris["title"] == "Plan {nr. 1}, uitspraak WAT-003"
    assert ris["edition"] == "versie 2 van 1 mei 2026"
    assert ris["urls"] == [ADDRESS]
    assert ris.get("year", "") == dated.date[:4]
    assert bibtex.get("year", "") == dated.year
    assert bibtex["note"].count(r"50\% \& meer") == 50
    assert bibtex["ENTRYTYPE"] == "misc"
