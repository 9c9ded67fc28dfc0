"""The tables to download: the same records as the content, read by parsers that others wrote."""

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from csvw import CSVW, TableGroup

from generator.dossier.dossier import Dossier
from generator.dossier.kinds import KINDS
from generator.site import files
from generator.site.exports import csv_tables
from generator.site.views.linker import Linker
from tests.conftest import dossier_of, world_texts
from tests.support.pages import Pages

DAY = dt.date(2020, 6, 1)
NOT_LISTED = {"page", "section"}
"""The kinds that can be cited and are no data: texts of our own."""
Texts = Mapping[str, str]


@pytest.fixture(scope="module")
def texts(world: Dossier, templates: Texts) -> Texts:
    return files.render(world, templates, DAY)


def table(texts: Texts, name: str) -> list[dict[str, str]]:
    text = texts[f"data/{name}.csv"].removeprefix("\ufeff")
    return [*csv.DictReader(io.StringIO(text, newline=""), strict=True)]


def test_every_kind_that_can_be_cited_has_a_table() -> None:
    listed = {kind.key for kind in KINDS if kind.plural and kind.cited_text}

    assert {kind.key for kind in KINDS if kind.table} == listed - NOT_LISTED | {"milestone"}


def test_every_record_is_a_row(texts: Texts, world: Dossier) -> None:
    numbers = {
        "uitspraken": len(world.statements),
        "afspraken": len(world.commitments),
        "partijen": len(world.parties),
        "overleggen": len(world.bodies),
        "instrumenten": len(world.instruments),
        "bronnen": len(world.sources),
        "themas": len(world.themes),
        "hoofdstukken": len(world.parts),
        "begrippen": len(world.terms.terms),
        "kanttekeningen": len(world.open_points.points),
        "feiten": len(world.progress.items),
        "termijnen": len(world.deadlines.items),
        "tijdlijn": len(world.timeline.milestones),
        "wijzigingen": len(world.register.events),
    }

    assert {name: len(table(texts, name)) for name in numbers} == numbers


def test_a_statement_has_its_words_number_version_and_addresses(texts: Texts) -> None:
    row = next(each for each in table(texts, "uitspraken") if each["nummer"] == "WAT-003")

    assert row["uitspraak"] == "De GW vroeg in maart 2019 om een plan (het Waterplan)."
    assert (row["versie"], row["datum van de versie"]) == ("2", "2020-05-01")
    assert row["vaste link"] == "https://waterplein.example/id/WAT-003/"
    assert row["pagina"] == "https://waterplein.example/document/aanloop/#WAT-003"
    assert (row["afspraak"], row["status"]) == ("nee", "")


def test_the_columns_of_commitments_stay(texts: Texts) -> None:
    assert [*table(texts, "afspraken")[0]] == [
        "nummer",
        "afspraak",
        "thema of hoofdstuk",
        "partijen",
        "instrumenten",
        "termijn",
        "stand van de termijn",
        "status",
        "datum van de status",
        "vaste link",
        "document",
    ]


def test_what_is_not_known_is_empty(texts: Texts) -> None:
    steen = next(each for each in table(texts, "begrippen") if each["kenmerk"] == "steen")
    undated = next(each for each in table(texts, "tijdlijn") if each["kenmerk"] == "het-overleg")

    assert (steen["bronnen"], steen["niet zeker"], undated["tijdstip"]) == ("", "", "")


def test_a_text_that_looks_like_a_formula_is_text(templates: Texts) -> None:
    content = world_texts()
    path = "content/terms/steen.yml"
    content[path] = content[path].replace("Tegels en klinkers.", '"=1+1"')

    rows = table(files.render(dossier_of(content), templates, DAY), "begrippen")

    assert [row["betekenis"] for row in rows] == ["Meewerken.", "'=1+1"]


# For Excel ----------------------------------------------------------------------------------------


def tables_for_excel(dossier: Dossier) -> dict[str, bytes]:
    outputs = csv_tables.outputs_for_excel(Linker(dossier, DAY))
    return {Path(path).name: make() for path, make in outputs}


def rows_of(data: bytes) -> list[list[str]]:
    """The rows of a file as Excel saves Unicode text."""
    text = io.StringIO(data.decode("utf-16"), newline="")
    return [*csv.reader(text, csv.excel_tab, strict=True)]


def test_a_table_for_excel_says_its_encoding_and_has_tabs(world: Dossier) -> None:
    """Source: https://wiki.scn.sap.com/wiki/display/ABAP/Excel+files+-+CSV+format."""
    for name, data in tables_for_excel(world).items():
        assert data.startswith(b"\xff\xfe"), name
        head, *rows = data.decode("utf-16").split("\r\n")
        assert head.count('"\t"') > 0, name
        assert all(row[0] == row[-1] == '"' for row in rows if row), name


def test_a_table_for_excel_has_the_rows_of_the_one_for_programs(
    texts: Texts, world: Dossier
) -> None:
    found = {name: rows_of(data) for name, data in tables_for_excel(world).items()}

    assert found == {
        Path(path).name: [*csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))]
        for path, text in texts.items()
        if path.endswith(".csv")
    }


@pytest.mark.parametrize("text", ["a\tb", 'een "woord"', "a, b; c", "café 😀"])
def test_a_table_for_excel_keeps_each_text_in_one_cell(text: str) -> None:
    content = world_texts()
    path = "content/terms/steen.yml"
    content[path] = content[path].replace(
        "Tegels en klinkers.", json.dumps(text, ensure_ascii=False)
    )

    rows = rows_of(tables_for_excel(dossier_of(content))["begrippen.csv"])

    assert " ".join(text.split("\t")) in {row[rows[0].index("betekenis")] for row in rows}


# As CSVW ------------------------------------------------------------------------------------------


@pytest.fixture
def folder(texts: Texts, tmp_path: Path) -> Path:
    for path, text in texts.items():
        if path.startswith("data/"):
            (tmp_path / Path(path).name).write_text(text, encoding="utf-8", newline="")
    return tmp_path


def test_the_description_is_valid_csvw(folder: Path) -> None:
    found = CSVW(str(folder / "metadata.json"), validate=True)

    assert found.is_valid, found.warnings
    described = {str(each.url) for each in found.tables}
    assert described == {path.name for path in folder.glob("*.csv")}


def test_every_cell_is_what_its_column_says(folder: Path) -> None:
    tables = {str(each.url): each for each in TableGroup.from_file(folder / "metadata.json").tables}
    rows = {name: [*each.iterdicts(strict=True)] for name, each in tables.items()}

    fact = rows["feiten.csv"][0]
    deadline = rows["termijnen.csv"][0]
    assert fact["uitspraken"] == ["WAT-008"]
    assert fact["nagekeken_op"].date() == dt.date(2020, 4, 6)
    assert (deadline["versie"], deadline["laatste_dag"].date()) == (1, dt.date(2019, 6, 30))


def test_a_cell_of_another_type_is_found(folder: Path) -> None:
    file = folder / "termijnen.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("2019-06-30", "juni 2019"), "utf-8")

    with pytest.raises(ValueError, match="juni 2019"):
        [*TableGroup.from_file(folder / "metadata.json").tabledict["termijnen.csv"].iterdicts()]


def test_every_column_has_a_title_and_a_meaning(folder: Path) -> None:
    tables = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))["tables"]

    assert len(tables) > 10
    for each in tables:
        header = (folder / each["url"]).read_text(encoding="utf-8-sig").partition("\n")[0]
        columns = each["tableSchema"]["columns"]
        assert [column["titles"] for column in columns] == header.strip().split(",")
        assert all(column["dc:description"].endswith(".") for column in columns)
        assert len({column["name"] for column in columns}) == len(columns)
        assert all(re.fullmatch(r"[a-z][a-z_]*", column["name"]) for column in columns)


# On the pages -------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("/partijen/", ["partijen"]),
        ("/document/", ["uitspraken", "hoofdstukken"]),
        ("/voortgang/", ["feiten", "status-per-thema"]),
        ("/termijnen/", ["termijnen"]),
        ("/tijdlijn/", ["tijdlijn"]),
        ("/aandachtspunten/", ["kanttekeningen"]),
        ("/begrippen/", ["begrippen"]),
        ("/wijzigingen/", ["wijzigingen"]),
        ("/", ["status-van-de-afspraken"]),
        ("/themas/human-capital/", []),
    ],
)
def test_a_list_and_a_picture_lead_to_their_table(
    address: str, names: list[str], pages: Pages, site: Path
) -> None:
    links = pages[address].select(".source-table a")

    tables = [link for link in links if str(link["href"]).endswith(".csv")]
    others = {Path(str(link["href"])).name for link in links if link not in tables}
    assert {Path(str(link["href"])).stem for link in tables} == set(names)
    assert all(link.get_text().startswith("Brontabel als csv") for link in tables)
    assert others == ({"dossier.xlsx", "dossier.ods"} if names and address != "/" else set())
    assert all((site / f"data/excel/{name}.csv").is_file() for name in names)
    assert {str(Path(str(link["href"])).parent.name) for link in tables} <= {"excel"}


@pytest.mark.slow
def test_the_table_of_a_picture_has_the_numbers_of_the_picture(pages: Pages, site: Path) -> None:
    shown = pages["/voortgang/"].select(".picture-data tbody tr")
    written = (site / "data/status-per-thema.csv").read_text(encoding="utf-8-sig")
    rows = [*csv.reader(io.StringIO(written))]

    numbers = [[cell.get_text() for cell in row.select("td")] for row in shown]
    assert [[each for each in row[1:] if each != "0"] for row in rows[1:]] == [
        [each for each in row if each != "0"] for row in numbers
    ]
    assert len(rows) > 4


def test_the_files_have_a_byte_order_mark_and_one_line_a_record(texts: Texts) -> None:
    tables = [text for path, text in texts.items() if path.endswith(".csv")]

    assert len(tables) > 10
    for text in tables:
        assert text.startswith("\ufeff")
        rows = [*csv.reader(io.StringIO(text, newline=""))]
        assert text.count("\n") == text.count("\r\n") == len(rows)


def test_a_table_is_the_same_whoever_renders_it(texts: Texts, templates: Texts) -> None:
    again = files.render(dossier_of(dict(reversed(world_texts().items()))), templates, DAY)

    assert {path for path in texts if texts[path] != again[path]} == set()
