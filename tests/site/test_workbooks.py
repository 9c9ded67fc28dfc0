"""The spreadsheets with all tables: the same cells as the CSV, as parsers of others read them."""

import csv
import datetime as dt
import io
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path

import odfdo
import openpyxl
import pytest
from bs4 import BeautifulSoup

from generator.dossier.dossier import Dossier
from generator.site import files
from generator.site.exports import workbooks
from generator.site.tables import TABLES
from generator.site.views.linker import Linker
from generator.site.views.templates import html_environment
from tests.conftest import dossier_of, world_texts

DAY = dt.date(2020, 6, 1)
NUMBER, TEXT = "WAT-003", "De GW vroeg in maart 2019 om een plan (het Waterplan)."
ADDRESS = "https://waterplein.example/id/WAT-003/"
Rows = list[list[str]]


@pytest.fixture(scope="module")
def books(world: Dossier, templates: Mapping[str, str]) -> dict[str, bytes]:
    return books_of(world, templates)


def books_of(dossier: Dossier, templates: Mapping[str, str]) -> dict[str, bytes]:
    outputs = workbooks.outputs(Linker(dossier, DAY), html_environment(templates))
    return {Path(path).suffix: make() for path, make in outputs}


@pytest.fixture(scope="module")
def texts(world: Dossier, templates: Mapping[str, str]) -> dict[str, str]:
    return files.render(world, templates, DAY)


def as_text(value: object) -> str:
    day = value.date() if isinstance(value, dt.datetime) else value
    return "" if day is None else str(day)


def sheets_of_xlsx(data: bytes) -> dict[str, Rows]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {
        sheet.title: [[as_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        for sheet in book
    }


def sheets_of_ods(data: bytes) -> dict[str, Rows]:
    return {
        sheet.name or "": _squared([[_in_ods(cell) for cell in row.cells] for row in sheet.rows])
        for sheet in odfdo.Document(io.BytesIO(data)).body.get_tables()
    }


def _in_ods(cell: odfdo.Cell) -> str:
    is_text = cell.type == "string"
    return "".join(map(str, cell.xpath("descendant::text()"))) if is_text else as_text(cell.value)


def _squared(rows: Rows) -> Rows:
    """The rows with the empty cells at their ends, which the reader leaves out."""
    return [[*row, *[""] * (len(rows[0]) - len(row))] for row in rows]


def sheets_of_csv(texts: Mapping[str, str]) -> dict[str, Rows]:
    found = {}
    for table in TABLES:
        text = io.StringIO(texts[table.path].removeprefix("\ufeff"), newline="")
        found[table.name] = [*csv.reader(text)]
    return found


def contents(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.read(name).decode()


def test_every_format_has_the_same_sheets_and_cells(
    books: Mapping[str, bytes], texts: Mapping[str, str]
) -> None:
    expected = sheets_of_csv(texts)

    assert len(expected) > 10
    assert sheets_of_xlsx(books[".xlsx"]) == expected
    assert sheets_of_ods(books[".ods"]) == expected


def test_one_sentence_is_the_same_in_every_format(
    books: Mapping[str, bytes], texts: Mapping[str, str]
) -> None:
    sheets = (sheets_of_csv(texts), sheets_of_xlsx(books[".xlsx"]), sheets_of_ods(books[".ods"]))
    for found in sheets:
        head, *rows = found["uitspraken"]
        row = dict(zip(head, next(each for each in rows if each[0] == NUMBER), strict=True))
        assert (row["uitspraak"], row["versie"], row["vaste link"]) == (TEXT, "2", ADDRESS)
        assert row["datum van de versie"] == "2020-05-01"
    place = BeautifulSoup(texts["dossier.html"], "html.parser").find(id=NUMBER)
    assert place
    words = " ".join(place.get_text().split())
    assert words.startswith(f"{TEXT} {NUMBER}, versie 2 van 1 mei 2020.")
    assert ADDRESS in words


def test_cells_have_their_type(books: Mapping[str, bytes]) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(books[".xlsx"]))["uitspraken"]
    head = {cell.value: cell.column for cell in sheet[1]}
    version, day, link = (
        sheet.cell(2, head[title]) for title in ("versie", "datum van de versie", "vaste link")
    )

    assert (version.value, version.data_type) == (1, "n")
    assert (day.value, day.is_date, day.number_format) == (
        dt.datetime(2020, 3, 1),  # noqa: DTZ001  (a cell has no time zone)
        True,
        "yyyy-mm-dd",
    )
    assert link.hyperlink.target == "https://waterplein.example/id/WAT-001/"
    table = odfdo.Document(io.BytesIO(books[".ods"])).body.get_table(name="uitspraken")
    assert table
    types = [table.get_cell((head[title] - 1, 1)).type for title in ("versie", "nummer")]
    assert types == ["float", "string"]
    assert table.get_cell((head["datum van de versie"] - 1, 1)).type == "date"
    assert 'href="https://waterplein.example/id/WAT-001/"' in contents(books[".ods"], "content.xml")


def test_the_first_row_stays_in_sight(books: Mapping[str, bytes]) -> None:
    assert {each.freeze_panes for each in openpyxl.load_workbook(io.BytesIO(books[".xlsx"]))} == {
        "A2"
    }
    settings = contents(books[".ods"], "settings.xml")
    assert settings.count('config:name="VerticalSplitPosition"') == len(TABLES)


def test_a_formula_is_text(templates: Mapping[str, str]) -> None:
    content = world_texts()
    path = "content/terms/steen.yml"
    content[path] = content[path].replace("Tegels en klinkers.", '"=1+1"')
    books = books_of(dossier_of(content), templates)

    cell = openpyxl.load_workbook(io.BytesIO(books[".xlsx"]))["begrippen"]["C3"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")
    assert sheets_of_ods(books[".ods"])["begrippen"][2][2] == "=1+1"
    assert "table:formula" not in contents(books[".ods"], "content.xml")


def test_the_same_content_gives_the_same_bytes(
    books: Mapping[str, bytes],
    world: Dossier,
    templates: Mapping[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    later = time.localtime(2_000_000_000)
    monkeypatch.setattr(time, "localtime", lambda *_: later)

    assert books_of(world, templates) == books


def test_a_text_that_is_too_long_for_a_cell_says_so(
    world: Dossier, templates: Mapping[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbooks, "LONGEST_TEXT", 10)

    assert sheets_of_xlsx(books_of(world, templates)[".xlsx"])["begrippen"][2][2] == "Tegels en…"
