"""The workbook that an editor opens: what is in it, and how the cells behave."""

import datetime as dt
import io

import openpyxl
import pytest

from generator.dossier.dossier import Dossier
from generator.dossier.loader import read
from generator.editing.sheets import dimensions
from generator.editing.sheets.columns import sheets
from generator.editing.sheets.mistakes import SheetError
from generator.editing.sheets.rows import rows_of
from generator.editing.sheets.workbook import workbook
from tests.conftest import dossier_of, world_texts
from tests.support.workbooks import cell


@pytest.fixture(scope="module")
def book(world: Dossier) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook(world)))


def test_the_same_content_gives_the_same_bytes(world: Dossier) -> None:
    assert workbook(world) == workbook(dossier_of(world_texts()))


def test_there_is_a_sheet_for_each_kind_and_a_row_for_each_record(
    book: openpyxl.Workbook, world: Dossier
) -> None:
    assert book.sheetnames == [sheet.title for sheet in sheets()]
    numbers = [row[0].value for row in book["Uitspraken"].iter_rows(min_row=2)]
    assert sorted(numbers) == sorted(statement.id for statement in world.statements)
    assert [row[0].value for row in book["Partijen"].iter_rows(min_row=2)] == [
        "bewoners",
        "buurt",
        "gemeente",
    ]


@pytest.mark.parametrize(
    ("sheet", "key", "title", "expected"),
    [
        ("Uitspraken", "WAT-007", "Staat in", "groen"),
        ("Uitspraken", "WAT-007", "Regel van de brontekst waarop deze uitspraak staat", 10),
        ("Uitspraken", "WAT-007", "Of iemand zich hiermee tot iets verbindt", "ja"),
        ("Uitspraken", "WAT-006", "Of iemand zich hiermee tot iets verbindt", None),
        (
            "Uitspraken",
            "WAT-007",
            "Partijen die de uitspraak met zoveel woorden noemt",
            "gemeente, bewoners",
        ),
        ("Partijen", "gemeente", "Namen waarmee de bron dit noemt", "GW\nGemeente"),
        (
            "Partijen",
            "gemeente",
            "Dag waarop deze inhoud voor het laatst is gewijzigd",
            dt.datetime(2020, 2, 1),  # noqa: DTZ001  (a cell has no time zone)
        ),
        ("Bronnen", "krant", "Datum van uitgave", "2019"),
        ("Bronnen", "bewonersbrief", "Datum van uitgave", "2020-02-10"),
    ],
)
def test_a_cell_has_the_value_of_the_content(
    book: openpyxl.Workbook, sheet: str, key: str, title: str, expected: object
) -> None:
    assert cell(book, sheet, key, title).value == expected


def test_text_is_text_whatever_is_typed(book: openpyxl.Workbook) -> None:
    assert cell(book, "Bronnen", "krant", "Datum van uitgave").number_format == "@"
    assert cell(book, "Bronnen", "krant", "Naam").number_format == "@"


def test_what_looks_like_a_formula_is_text() -> None:
    texts = world_texts()
    path = "content/parties/gemeente.yml"
    texts[path] = texts[path].replace("what: Een gemeente.", 'what: "=1+1"')
    found = openpyxl.load_workbook(io.BytesIO(workbook(dossier_of(texts))))

    text = cell(found, "Partijen", "gemeente", "Wat het is")
    assert (text.value, text.data_type) == ("=1+1", "s")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Een _x000D_ code.", "spreadsheets lezen ‘x000D_’ als één teken; wijzig dit in het "),
        ("woord " * 6000, "deze tekst is langer dan 32767 tekens"),
    ],
)
def test_a_text_that_would_not_come_back_is_refused(text: str, message: str) -> None:
    texts = world_texts()
    path = "content/parties/gemeente.yml"
    texts[path] = texts[path].replace("what: Een gemeente.", f"what: {text.strip()}")
    dossier = read(texts).dossier
    assert dossier

    with pytest.raises(SheetError, match=rf"kolom F \(Wat het is\): {message}"):
        workbook(dossier)


def test_all_text_can_be_read_without_making_a_row_higher(world: Dossier) -> None:
    sheet = next(each for each in sheets() if each.kind.key == "statement")
    widths = [dimensions.width(each, rows_of(world)[sheet.title]) for each in sheet.columns]

    assert dimensions.height(["kort", f"{'w' * 15} " * 8], [12, 20]) == 8 * dimensions.LINE
    assert min(widths) >= dimensions.NARROWEST
    assert max(widths) <= dimensions.WIDEST


def test_the_head_stays_in_view_and_explains_each_column(book: openpyxl.Workbook) -> None:
    for sheet in sheets():
        page = book[sheet.title]
        notes = [each.comment.text for each in page[1]]
        assert page.freeze_panes == "B2"
        assert notes[:-1] == [column.note for column in sheet.columns]
        assert page.column_dimensions[page.cell(1, len(notes)).column_letter].hidden


def test_choices_are_lists_to_choose_from(book: openpyxl.Workbook, world: Dossier) -> None:
    found = {
        (title, str(each.sqref).split(":")[0]): each.formula1
        for title in ("Uitspraken", "Partijen")
        for each in book[title].data_validations.dataValidation
    }

    assert found["Uitspraken", "D2"] == f'"{",".join(world.settings.kinds)}"'
    assert found["Uitspraken", "E2"] == '"ja,nee"'
    assert found["Partijen", "J2"] == "'Partijen'!$A$2:$A$4"  # a party that it is part of
    assert found["Partijen", "L2"] == '"de,het"'
