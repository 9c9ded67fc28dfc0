"""What happened to statements is reported with the changed words and what the register says."""

from tests.support.change_reports import edited, lines_of, report_of, side, texts_of_world
from tests.support.registers import with_event

GROEN = "content/themes/groen.yml"
FOLLOW_UP = "content/follow-up.yml"
NOTULEN = "content/sources/notulen.txt"


def test_changed_words_are_marked() -> None:
    old, new = "kan een regenton krijgen", "mag een regenton lenen"

    found = report_of((GROEN, old, new), (NOTULEN, old, new))

    words = (
        "elke bewoner <del>kan</del><ins>mag</ins> een regenton <del>krijgen</del><ins>lenen</ins>"
    )
    assert found["Uitspraken gewijzigd"] == [f"**WAT-008**: {words} (nog niet vastgelegd)"]
    assert [*found] == ["De brontekst is gewijzigd", "Uitspraken gewijzigd"]


def test_added_and_removed_statements_are_reported() -> None:
    found = report_of((FOLLOW_UP, "  - id: WAT-009\n", "  - id: WAT-020\n"))

    assert found["Uitspraken toegevoegd"] == [
        (
            "**WAT-020** op ‘Vervolg’: Vervolg "
            "(regel van de brontekst waarop deze uitspraak staat: 13; soort uitspraak: kop)"
        )
    ]
    assert found["Uitspraken vervallen"] == [
        "**WAT-009**, op `/vervolgproces/#WAT-009`: <del>Vervolg</del> (nog niet vastgelegd)"
    ]


def test_a_recorded_withdrawal_is_reported_with_its_note() -> None:
    statement = "  - id: WAT-009\n    line: 13\n    kind: kop\n    text: Vervolg\n"
    texts = edited((FOLLOW_UP, statement, ""))
    event = {"event": "vervallen", "date": "2020-06-01", "note": "Dubbel."}

    found = lines_of(side(texts_of_world(), {}), side(with_event(texts, "WAT-009", **event), {}))

    assert found == {
        "Uitspraken vervallen": [
            "**WAT-009**, op `/vervolgproces/#WAT-009`: <del>Vervolg</del> (vervallen: Dubbel.)"
        ]
    }


def test_a_note_is_reported_with_its_words() -> None:
    found = report_of((GROEN, "    note: Hoeveel bomen, staat er niet.\n", ""))

    assert found == {
        "Uitspraken anders ingedeeld of toegelicht": [
            "**WAT-007**, toelichting van de redactie: <del>Hoeveel bomen, staat er niet.</del>"
        ]
    }
