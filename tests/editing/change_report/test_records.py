"""Changes of records and of our own texts are reported once, with old and new words."""

import pytest

from tests.support.change_reports import lines_of, report_of, side, texts_of_world

FACT = """
changed: 2020-05-01
date: 2020-02
statements: [WAT-007]
what: Er staat [een boom](regenton).
sources: [krant]
status: uitgevoerd
"""
BOOM = "content/progress/eerste-boom.yml"


def test_a_new_fact_is_reported_once_and_its_consequence_apart() -> None:
    texts = {**texts_of_world(), "content/progress/tweede-boom.yml": FACT}

    found = lines_of(side(texts_of_world(), {}), side(texts, {}))

    assert found == {
        "Wat kwam ervan?": [
            (
                "feit erbij: Er staat &#91;een boom&#93;(regenton). (wanneer het gebeurde: "
                "2020&#45;02; de uitspraken waar het over gaat: WAT-007; "
                "de bronnen die het bewijzen: krant; "
                "de status die de uitspraken hierdoor krijgen: uitgevoerd)"
            )
        ],
        "Register": ["nog niet vastgelegd: ‘tweede-boom’"],
        "Gevolgen voor de status van afspraken": [
            "**WAT-007**: van ‘in uitvoering’ naar ‘uitgevoerd’"
        ],
    }


def test_a_changed_fact_is_reported_once_with_only_the_words_that_changed() -> None:
    found = report_of((BOOM, "Er is een boom geplant", "Er is een eik geplant"))

    assert found["Wat kwam ervan?"] == [
        (
            "feit ‘Er is een eik geplant, zegt de krant.’, wat er gebeurde: Er is een "
            "<del>boom</del><ins>eik</ins> geplant, zegt &#91;de krant&#93;(krant)."
        )
    ]
    assert [*found] == ["Wat kwam ervan?", "Register"]


def test_a_deadline_that_shifts_is_reported_with_what_follows() -> None:
    edit = ("content/deadlines/elke-maand.yml", "    end: 2019-06\n", "    end: 2019-08\n")

    assert report_of(edit) == {
        "Termijnen": [
            (
                "termijn ‘Bijeenkomen’, latere verschuivingen ‘2019&#45;05-02’, het nieuwe einde "
                "van de termijn: <del>2019&#45;06</del><ins>2019&#45;08</ins>"
            )
        ],
        "Gevolgen voor termijnen": [
            (
                "‘Bijeenkomen’: van uiterlijk 30 juni 2019 (te laat) "
                "naar uiterlijk 31 augustus 2019 (op tijd)"
            )
        ],
    }


def test_a_file_of_an_event_with_another_name_is_no_other_event() -> None:
    texts = texts_of_world()
    texts["content/timeline/overleg.yml"] = texts.pop("content/timeline/het-overleg.yml")

    assert lines_of(side(texts_of_world(), {}), side(texts, {})) == {
        "Tijdlijn": [
            (
                "gebeurtenis ‘Het overleg’, de naam van het bestand zonder extensie: "
                "<del>het-overleg</del><ins>overleg</ins>"
            )
        ]
    }


def test_our_own_texts_are_reported_with_their_words() -> None:
    found = report_of(
        ("content/timeline.yml", "De momenten", "De tijden"),
        ("content/parties/buurt.yml", "group: overig", "group: overheid"),
        ("content/dossier.yml", "heading: Welkom", "heading: Hallo"),
    )

    assert found == {
        "Tijdlijn": [
            "inleiding van de redactie: De <del>momenten</del><ins>tijden</ins> uit de notulen."
        ],
        "Partijen": [
            (
                "‘De buurt’, groep waaronder de partij in de lijst staat: "
                "<del>overig</del><ins>overheid</ins>"
            )
        ],
        "Het dossier als geheel": [
            "de inleiding op de voorpagina ‘Hallo’, tussenkop: <del>Welkom</del><ins>Hallo</ins>"
        ],
        "Register": ["nog niet vastgelegd: ‘welkom’"],
    }


@pytest.mark.parametrize(
    ("path", "which", "words"),
    [
        ("content/timeline.yml", "", ("De momenten", "De tijden")),
        (
            "content/timeline/het-overleg.yml",
            "gebeurtenis ‘Het overleg’, ",
            ("words: maandelijks", "words: De gemeente"),
        ),
    ],
)
def test_the_day_of_the_last_change_is_reported_only_if_nothing_else_changed(
    path: str, which: str, words: tuple[str, str]
) -> None:
    day = ("changed: 2020-04-01", "changed: 2020-05-01")
    label = "dag waarop deze inhoud voor het laatst is gewijzigd"

    alone = report_of((path, *day))
    along = report_of((path, *day), (path, *words))

    change = "<del>2020&#45;04-01</del><ins>2020&#45;05-01</ins>"
    assert alone == {"Tijdlijn": [f"{which}{label}: {change}"]}
    assert len(along["Tijdlijn"]) == 1
    assert label not in along["Tijdlijn"][0]


def test_a_new_order_is_reported_as_such() -> None:
    found = report_of(
        ("content/dossier.yml", "changed: 2020-04-05", "changed: 2020-05-01"),
        (
            "content/dossier.yml",
            "  overheid: Overheid\n  overig: Overig\n",
            "  overig: Overig\n  overheid: Overheid\n",
        ),
    )

    assert found == {
        "Het dossier als geheel": ["de groepen partijen: andere volgorde: overig, overheid"]
    }
