"""Rows that an editor adds become records, in the place and with the names that ``new`` gives."""

from collections.abc import Mapping

import pytest

from generator.dossier.dossier import Dossier
from generator.dossier.loader import read
from generator.editing.sheets.workbook import workbook
from generator.parsing import content_files
from tests.conftest import world_texts
from tests.support.frozen import FROZEN
from tests.support.workbooks import add_row, edited, found_changes, mistakes, set_cell, taken_in

LINE, TEXT, KIND = (
    "Regel van de brontekst waarop deze uitspraak staat",
    "De woorden van de bron",
    "Soort uitspraak",
)
HUMAN_CAPITAL = "content/themes/human-capital.yml"
PART = {LINE: 77, KIND: "deelpunt", TEXT: "op landelijke schaal"}
OTHER = {LINE: 77, KIND: "deelpunt", TEXT: "succesvolle aanpakken"}


@pytest.fixture(scope="module")
def texts() -> Mapping[str, str]:
    return content_files.read_tree(FROZEN, "content").texts


@pytest.fixture(scope="module")
def data(frozen: Dossier) -> bytes:
    return workbook(frozen)


def numbers_in(text: str) -> list[str]:
    """The numbers of the statements in a file, in its order."""
    return [line.split()[-1] for line in text.split("\n") if line.startswith("  - id:")]


def test_a_new_statement_comes_below_the_row_above_it(
    texts: Mapping[str, str], data: bytes
) -> None:
    taken = taken_in(texts, edited(data, add_row("Uitspraken", PART, "HRE-067")))

    before, after = texts[HUMAN_CAPITAL], taken.texts[HUMAN_CAPITAL]
    numbers = numbers_in(before)
    at = numbers.index("HRE-067") + 1
    assert [*taken.texts] == [HUMAN_CAPITAL]
    assert numbers_in(after) == [*numbers[:at], "HRE-094", *numbers[at:]]
    block = (
        '  - id: HRE-094\n    line: 77\n    kind: deelpunt\n    text: "op landelijke schaal"\n\n'
    )
    assert after.replace(block, "") == before


def test_several_new_statements_keep_their_order(texts: Mapping[str, str], data: bytes) -> None:
    first = add_row("Uitspraken", PART, "HRE-067")
    second = add_row("Uitspraken", OTHER, "HRE-067")  # comes between the row and the first

    after = taken_in(texts, edited(data, first, second)).texts[HUMAN_CAPITAL]

    at = numbers_in(after).index("HRE-067")
    assert numbers_in(after)[at : at + 3] == ["HRE-067", "HRE-094", "HRE-095"]
    assert after.index('succesvolle aanpakken"') < after.index('"op landelijke schaal"')


def test_a_number_that_an_editor_gave_is_not_given_again(
    texts: Mapping[str, str], data: bytes
) -> None:
    first = add_row("Uitspraken", {**PART, "Nummer": "HRE-094"}, "HRE-067")
    second = add_row("Uitspraken", OTHER, "HRE-067")

    after = taken_in(texts, edited(data, first, second)).texts[HUMAN_CAPITAL]

    at = numbers_in(after).index("HRE-067")
    assert numbers_in(after)[at : at + 3] == ["HRE-067", "HRE-095", "HRE-094"]


def test_a_new_statement_below_that_of_another_file_follows_its_line(
    texts: Mapping[str, str], data: bytes
) -> None:
    row = {**PART, "Staat in": "human-capital"}

    after = taken_in(texts, edited(data, add_row("Uitspraken", row))).texts[HUMAN_CAPITAL]

    at = numbers_in(after).index("HRE-094")
    assert numbers_in(after)[at - 1 : at + 2] == ["HRE-067", "HRE-094", "HRE-068"]


def test_a_new_record_gets_a_file_with_a_name_made_of_its_title(
    texts: Mapping[str, str], data: bytes
) -> None:
    row = {
        "Volledige naam": "Regio Oost",
        "Groep waaronder de partij in de lijst staat": "regio",
        "Namen waarmee de bron dit noemt": "banen",
    }

    taken = taken_in(texts, edited(data, add_row("Partijen", row)))

    neighbour = texts["content/parties/ezk.yml"].split("\n")[0]
    assert taken.texts["content/parties/regio-oost.yml"] == (
        f'{neighbour}\nname: "Regio Oost"\nchanged: 2026-11-23\nnames: [banen]\ngroup: regio\n'
    )
    assert "    parties: [regio-oost]\n" in taken.texts[HUMAN_CAPITAL]  # it mentions the name


def test_a_new_page_gets_its_pieces_of_text_from_their_own_sheet() -> None:
    texts = world_texts()
    dossier = read(texts).dossier
    assert dossier
    page = add_row("Pagina’s", {"Naam": "dank", "Titel van de pagina": "Dank"})
    piece = {"Staat in": "dank", "Tussenkop": "Aan wie", "Tekst": "Aan u."}

    taken = taken_in(texts, edited(workbook(dossier), page, add_row("Tussenkoppen", piece)))

    assert taken.texts == {
        "content/pages/dank.yml": (
            'title: "Dank"\nchanged: 2026-11-23\n\nsections:\n  - slug: aan-wie\n'
            '    heading: "Aan wie"\n    text: "Aan u."\n'
        )
    }


def test_a_copied_row_without_its_number_is_a_new_one(
    texts: Mapping[str, str], data: bytes
) -> None:
    def copy_row(book: object) -> None:
        page = book["Uitspraken"]  # type: ignore[index]
        (at,) = (row[0].row for row in page.iter_rows(min_row=2) if row[0].value == "HRE-067")
        page.insert_rows(at + 1)
        for each in page[at]:
            page.cell(at + 1, each.column).value = each.value
        page.cell(at + 1, 1).value = None

    copied = edited(data, copy_row)

    assert len(found_changes(texts, copied).new) == 1
    assert mistakes(texts, copied)[0].startswith("blad ‘Uitspraken’, rij ")  # it says all twice


def test_a_row_that_is_gone_is_left_as_it_is(texts: Mapping[str, str], data: bytes) -> None:
    def remove(book: object) -> None:
        book["Partijen"].delete_rows(2, 2)  # type: ignore[index]
        for each in book["Begrippen"][2]:  # type: ignore[index]
            each.value = None
        del book["Termijnen"]  # type: ignore[attr-defined]

    changed = edited(data, remove)
    deadlines = sum(path.startswith("content/deadlines/") for path in texts)

    assert taken_in(texts, changed).texts == {}
    assert found_changes(texts, changed).left_out == {
        "Partijen": 2,
        "Begrippen": 1,
        "Termijnen": deadlines,
    }


def test_a_number_in_a_new_row_must_be_free(texts: Mapping[str, str], data: bytes) -> None:
    row = {**PART, "Nummer": "HRE-067", "Staat in": "human-capital"}

    def without_origin(book: object) -> None:
        page = book["Uitspraken"]  # type: ignore[index]
        for each in page.iter_rows(min_row=2):
            if each[0].value == "HRE-067":
                each[-1].value = None

    found = mistakes(texts, edited(data, without_origin))
    twice = mistakes(texts, edited(data, add_row("Uitspraken", row)))

    assert [each.split(": ", 1)[1] for each in (*found, *twice[:1])] == [
        "‘HRE-067’ is al in gebruik; laat de cel leeg bij een nieuwe rij",
        "‘HRE-067’ is al in gebruik; laat de cel leeg bij een nieuwe rij",
    ]
    assert len(twice) == 2


def test_a_new_record_with_a_mistake_is_told_at_its_row(
    texts: Mapping[str, str], data: bytes
) -> None:
    row = {"Volledige naam": "Regio Oost", "Namen waarmee de bron dit noemt": "banen"}
    wrong = set_cell("Partijen", "ezk", "Wat het is", "")
    last = sum(path.startswith("content/parties/") for path in texts) + 2

    (found,) = mistakes(texts, edited(data, add_row("Partijen", row), wrong))

    assert found == (
        f"blad ‘Partijen’, rij {last}, kolom I (Groep waaronder de partij in de lijst staat): "
        "verplicht veld 'group' ontbreekt [ontbrekend-veld]"
    )
