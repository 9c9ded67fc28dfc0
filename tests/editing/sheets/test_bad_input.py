"""Whatever is wrong with a workbook is told by sheet, row and column; then nothing is taken in."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from generator.dossier.dossier import Dossier
from generator.editing.sheets import workbook_reader
from generator.editing.sheets.workbook import workbook
from generator.editing.sheets.workbook_reader import NOT_A_WORKBOOK, TOO_LARGE
from tests.conftest import world_texts
from tests.support.workbooks import Edit, add_row, cell, edited, mistakes, set_cell, taken_in

WHAT, NAMES, GROUP = (
    "Wat het is",
    "Namen waarmee de bron dit noemt",
    "Groep waaronder de partij in de lijst staat",
)
DATE = "Datum van uitgave"
ARTICLE = "Het lidwoord dat in een zin voor de naam staat"
ORDINARY = "Of het een gewoon Nederlands woord is waarvoor geen bron nodig is"
REPORTERS = "De partijen die het zelf melden"
MENTIONED = "Partijen die de uitspraak met zoveel woorden noemt"
BINDING = "Of iemand zich hiermee tot iets verbindt"
RICH = CellRichText("Een ", TextBlock(InlineFont(b=True), "stad."))


@pytest.fixture(scope="module")
def data(world: Dossier) -> bytes:
    return workbook(world)


def with_format(sheet: str, key: str, title: str, value: object, number_format: str) -> Edit:
    def edit(book: Any) -> None:  # noqa: ANN401  (openpyxl has no types)
        found = cell(book, sheet, key, title)
        found.value = value
        found.number_format = number_format

    return edit


def on_page(title: str, change: Callable[[Any], object]) -> Edit:
    """An edit of a sheet as a whole."""
    return lambda book: change(book[title])  # type: ignore[return-value]


def rename_column(page: Any) -> None:  # noqa: ANN401  (as above)
    page["F1"] = "Wat het is?"


def write_beside(page: Any) -> None:  # noqa: ANN401  (as above)
    page.cell(3, 30).value = "los"


def write_far_away(page: Any) -> None:  # noqa: ANN401  (as above)
    page["A1000000"] = "ver weg"


def double_a_row(page: Any) -> None:  # noqa: ANN401  (as above)
    page["A3"] = page["A2"].value


def double_a_column(page: Any) -> None:  # noqa: ANN401  (as above)
    page["P1"] = "Naam"


BAD: dict[str, Edit] = {
    "a lost column": on_page("Partijen", lambda page: page.delete_cols(6)),
    "a renamed column": on_page("Partijen", rename_column),
    "a column twice": on_page("Partijen", double_a_column),
    "a value without a column": on_page("Partijen", write_beside),
    "a value far away": on_page("Partijen", write_far_away),
    "merged cells": on_page("Partijen", lambda page: page.merge_cells("B2:C2")),
    "a formula": set_cell("Partijen", "gemeente", WHAT, '=A2&"x"'),
    "an error value": set_cell("Partijen", "gemeente", WHAT, "#REF!"),
    "only blanks": set_cell("Partijen", "gemeente", WHAT, "  \n "),
    "an invisible character": set_cell("Partijen", "gemeente", WHAT, "Een\u202egemeente."),
    "a no-break space": set_cell("Partijen", "gemeente", WHAT, "Een\xa0gemeente."),
    "a number for a text": set_cell("Partijen", "gemeente", WHAT, 1.1),
    "a truth value for a text": set_cell("Partijen", "gemeente", WHAT, value=True),
    "a day for a text": set_cell("Partijen", "gemeente", WHAT, dt.date(2020, 1, 2)),
    "a time for a text": set_cell("Partijen", "gemeente", WHAT, dt.time(12, 30)),
    "a month of which a program made a day": with_format(
        "Bronnen", "krant", DATE, dt.date(2020, 2, 1), "mmm-yy"
    ),
    "neither yes nor no": set_cell(
        "Uitspraken", "WAT-007", "Of iemand zich hiermee tot iets verbindt", "misschien"
    ),
    "two rows with one name": on_page("Partijen", double_a_row),
    "a changed number": set_cell("Uitspraken", "WAT-007", "Nummer", "WAT-099"),
    "a lost number": set_cell("Uitspraken", "WAT-007", "Nummer", None),
    "another file": set_cell("Uitspraken", "WAT-007", "Staat in", "water"),
    "an unknown sheet": lambda book: book.create_sheet("Partij"),
    "an unknown party": set_cell(
        "Uitspraken", "WAT-008", "Partijen die de uitspraak met zoveel woorden noemt", "bewoner"
    ),
    "a value that is not allowed": set_cell("Partijen", "gemeente", ARTICLE, "den"),
    "no number": set_cell(
        "Uitspraken", "WAT-007", "Regel van de brontekst waarop deze uitspraak staat", "tien"
    ),
    "words that are not those of the source": set_cell(
        "Uitspraken", "WAT-008", "De woorden van de bron", "elke bewoner krijgt iets"
    ),
    "a required cell that is empty": set_cell("Partijen", "gemeente", "Volledige naam", None),
    "a new row without a name": add_row("Feiten", {"Wat er gebeurde": "Iets."}),
    "a new row with a name that cannot be": add_row(
        "Begrippen", {"Naam": "../Loket", "Het woord of de afkorting": "loket"}
    ),
    "a new row in an unknown file": add_row(
        "Uitspraken", {"Staat in": "groe", "De woorden van de bron": "x"}
    ),
}
MESSAGES: dict[str, list[str]] = yaml.safe_load(
    Path(__file__).with_name("bad_input.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", BAD)
def test_a_mistake_is_told_by_sheet_row_and_column(name: str, data: bytes) -> None:
    assert mistakes(world_texts(), edited(data, BAD[name])) == MESSAGES[name]


def test_each_message_has_its_change() -> None:
    others = {"another workbook", "a record that changed since", "a record that is gone"}
    assert MESSAGES.keys() == {*BAD, *others}


# The file as a whole ------------------------------------------------------------------------------


def archive(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return packed.getvalue()


def with_entities(data: bytes) -> bytes:
    """A workbook of which a part declares an entity, from which expanding ones can be made."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = {each: file.read(each) for each in file.namelist()}
    start, rest = parts["xl/workbook.xml"].split(b"?>", 1)
    parts["xl/workbook.xml"] = start + b'?><!DOCTYPE x [<!ENTITY a "a">]>' + rest
    return archive(parts)


def test_a_file_that_is_no_workbook_is_refused(data: bytes) -> None:
    other = io.BytesIO()
    openpyxl.Workbook().save(other)

    for wrong in (b"", b"Naam;Groep\n", data[:1000], data[1000:], archive({"a": b"b"})):
        assert mistakes(world_texts(), wrong) == [NOT_A_WORKBOOK]
    assert mistakes(world_texts(), with_entities(data)) == [NOT_A_WORKBOOK]
    assert mistakes(world_texts(), other.getvalue()) == MESSAGES["another workbook"]


def test_a_file_that_would_take_all_memory_is_refused(
    data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    zeros = b"0" * 1_000_000
    bomb = archive({f"xl/{number}.xml": zeros for number in range(41)})
    assert len(bomb) < 200_000

    assert mistakes(world_texts(), bomb) == [TOO_LARGE]
    monkeypatch.setattr(workbook_reader, "MAX_BYTES", 1000)
    assert mistakes(world_texts(), data) == [TOO_LARGE]


def test_nothing_is_taken_in_if_one_of_two_changes_is_wrong(data: bytes) -> None:
    right = set_cell("Partijen", "gemeente", WHAT, "Iets anders.")
    wrong = set_cell("Partijen", "buurt", GROUP, "onbekend")

    assert len(mistakes(world_texts(), edited(data, right, wrong))) == 1
    assert mistakes(world_texts(), edited(data, right)) == []


# Content that changed since -----------------------------------------------------------------------


def changed_content() -> dict[str, str]:
    texts = world_texts()
    path = "content/parties/gemeente.yml"
    texts[path] = texts[path].replace("what: Een gemeente.", "what: Een stad.")
    return texts


def test_a_cell_of_a_record_that_changed_since_is_a_conflict(data: bytes) -> None:
    own = set_cell("Partijen", "gemeente", "De afkorting", "GWS")

    assert mistakes(changed_content(), edited(data, own)) == MESSAGES["a record that changed since"]


def test_a_change_elsewhere_since_is_no_conflict_and_is_not_undone(data: bytes) -> None:
    own = set_cell("Partijen", "buurt", ARTICLE, "de")

    assert taken_in(changed_content(), edited(data, own)).texts.keys() == {
        "content/parties/buurt.yml"
    }


def test_the_same_change_in_both_is_no_conflict(data: bytes) -> None:
    own = set_cell("Partijen", "gemeente", WHAT, "Een stad.")

    assert taken_in(changed_content(), edited(data, own)).texts == {}


def test_a_cell_of_a_record_that_is_gone_is_a_conflict(data: bytes) -> None:
    texts = {path: text for path, text in world_texts().items() if "regentonnen" not in path}
    own = set_cell("Feiten", "regentonnen-elders", "Wat er gebeurde", "Iets.")

    assert mistakes(texts, edited(data)) == []
    assert mistakes(texts, edited(data, own)) == MESSAGES["a record that is gone"]


# What is understood -------------------------------------------------------------------------------


def hide_and_filter(book: Any) -> None:  # noqa: ANN401  (as above)
    page = book["Partijen"]
    page.row_dimensions[2].hidden = True
    page.auto_filter.add_filter_column(0, ["gemeente"])
    book.move_sheet("Partijen", 5)


def sort_backwards(book: Any) -> None:  # noqa: ANN401  (as above)
    page = book["Partijen"]
    rows = [[each.value for each in row] for row in page.iter_rows(min_row=2)]
    for at, row in enumerate(reversed(rows), 2):
        for column, value in enumerate(row, 1):
            page.cell(at, column).value = value


def move_a_column_to_the_end(book: Any) -> None:  # noqa: ANN401  (as above)
    page = book["Partijen"]
    values = [each.value for each in page["F"]]
    page.delete_cols(6)
    for at, value in enumerate(values, 1):
        page.cell(at, 20).value = value


@pytest.mark.parametrize("edit", [hide_and_filter, sort_backwards, move_a_column_to_the_end])
def test_another_order_or_hidden_rows_change_nothing(edit: Edit, data: bytes) -> None:
    assert taken_in(world_texts(), edited(data, edit)).texts == {}


@pytest.mark.parametrize(
    ("edit", "path", "expected"),
    [
        (set_cell("Bronnen", "krant", DATE, 2018), "sources/krant", 'date: "2018"'),
        (
            with_format("Bronnen", "krant", DATE, dt.date(2018, 2, 1), "dd-mm-yyyy"),
            "sources/krant",
            "date: 2018-02-01",
        ),
        (
            set_cell("Bronnen", "krant", "Dag waarop de bron is geraadpleegd", "2020-01-02"),
            "sources/krant",
            "consulted: 2020-01-02",
        ),
        (
            set_cell("Partijen", "gemeente", WHAT, "Een gemeente\r\nmet twee_x000D_\nregels.\n"),
            "parties/gemeente",
            'what: "Een gemeente\\nmet twee\\nregels."',
        ),
        (
            set_cell(
                "Partijen",
                "gemeente",
                WHAT,
                RICH,
            ),
            "parties/gemeente",
            "what: Een stad.",
        ),
        (
            set_cell("Feiten", "regentonnen-elders", REPORTERS, "gemeente; buurt"),
            "progress/regentonnen-elders",
            "reported_by: [gemeente, buurt]",
        ),
        (
            set_cell(
                "Begrippen",
                "hulp",
                "Of het een gewoon Nederlands woord is waarvoor geen bron nodig is",
                value=True,
            ),
            "terms/hulp",
            "ordinary: true",
        ),
    ],
)
def test_what_a_program_makes_of_a_value_is_understood(
    edit: Edit, path: str, expected: str, data: bytes
) -> None:
    taken = taken_in(world_texts(), edited(data, edit))

    assert [*taken.texts] == [f"content/{path}.yml"]
    assert expected in taken.texts[f"content/{path}.yml"].split("\n")
