"""``sheet out`` and ``sheet in``, as an editor uses them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.command_line import run
from tests.support.trees import changed_lines, tree
from tests.support.workbooks import Edit, add_row, edited, set_cell

WHAT = set_cell("Partijen", "ezk", "Wat het is", "Zo heette het ministerie tot 2024.")
DAY = ("--today", "2026-11-23")


@pytest.fixture
def sheet(project: Path) -> Path:
    """A workbook of the project, just made."""
    file = project / "inhoud.xlsx"
    result = run(project, "sheet", "out", str(file))
    assert (result.returncode, result.stderr) == (0, "")
    return file


def change(file: Path, *edits: Edit) -> None:
    file.write_bytes(edited(file.read_bytes(), *edits))


def test_a_workbook_without_a_change_changes_no_byte(project: Path, sheet: Path) -> None:
    before = tree(project)
    change(sheet)

    result = run(project, "sheet", "in", str(sheet), *DAY)

    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == (
        "Er is niets gewijzigd: de inhoud zegt al wat er in de spreadsheet staat.\n"
    )
    assert tree(project) == before


def test_changed_cells_change_their_lines_and_then_the_register_asks(
    project: Path, sheet: Path
) -> None:
    before = tree(project)
    change(
        sheet,
        WHAT,
        set_cell("Uitspraken", "HRE-066", "Toelichting van de redactie", None),
        set_cell("Bronnen", "parlement-ezk", "Titel van het document of de pagina", "Titel: nieuw"),
    )

    result = run(project, "sheet", "in", str(sheet), *DAY)

    lines = changed_lines(before, tree(project))
    assert result.returncode == 0
    assert [line for line in lines if line[0] == "+"] == [
        '+ what: "Zo heette het ministerie tot 2024."\n',
        '+ title: "Titel: nieuw"\n',
    ]
    assert len(lines) == 5
    assert result.stdout.startswith(
        "Bijgewerkt: content/parties/ezk.yml.\n"
        "Bijgewerkt: content/sources/parlement-ezk.yml.\n"
        "Bijgewerkt: content/themes/human-capital.yml.\n"
        "Gewijzigde cellen: 3; nieuwe rijen: 0.\n"
    )
    assert 'record parlement-ezk --note "[reden]"' in result.stderr
    recorded = run(project, "record", "parlement-ezk", "--note", "Beter.", *DAY)
    assert (recorded.returncode, run(project, "check", *DAY).returncode) == (0, 0)


def test_new_rows_are_added_with_their_menu_entry(project: Path, sheet: Path) -> None:
    chapter = {
        "Titel van de pagina": "Tot slot",
        "De bron waaruit dit hoofdstuk citeert": "slides",
    }
    change(sheet, add_row("Hoofdstukken", chapter))

    result = run(project, "sheet", "in", str(sheet), *DAY)

    assert result.returncode == 0, result.stderr
    assert "Gemaakt: hoofdstuk tot-slot in content/chapters/tot-slot.yml.\n" in result.stdout
    assert "Tot slot: document/tot-slot.md" in (project / "mkdocs.yml").read_text(encoding="utf-8")
    assert run(project, "record", *DAY).returncode == 0
    assert run(project, "check", *DAY).returncode == 0


def test_a_mistake_leaves_all_as_it_was(project: Path, sheet: Path) -> None:
    before = tree(project)
    change(sheet, WHAT, set_cell("Partijen", "ezk", "Volledige naam", None))

    result = run(project, "sheet", "in", str(sheet), *DAY)

    assert result.returncode == 1
    assert result.stderr.endswith(
        "(Volledige naam): verplicht veld 'name' ontbreekt [ontbrekend-veld]\n"
        "Niets gewijzigd: 1 fout.\n"
    )
    assert tree(project) == before


def test_a_changed_file_with_an_old_day_is_noticed(project: Path, sheet: Path) -> None:
    change(sheet, WHAT)

    result = run(project, "sheet", "in", str(sheet), "--today", "2026-11-25")

    assert "zet hier: changed: 2026-11-25 [dag-vergeten]" in result.stderr
    assert result.returncode == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("out", "inhoud.ods"), "de naam van ‘inhoud.ods’ eindigt niet op .xlsx"),
        (("in", "weg.xlsx"), "er is geen bestand ‘weg.xlsx’"),
        (("in", "mkdocs.yml"), "dit is geen xlsx-bestand, het is beschadigd of"),
        (("out", "al.xlsx"), "‘al.xlsx’ is er al, misschien met uw wijzigingen"),
    ],
)
def test_a_wrong_file_is_refused(
    project: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, str], message: str
) -> None:
    monkeypatch.chdir(project)
    (project / "al.xlsx").write_bytes(b"")

    result = run(project, "sheet", *arguments)

    assert result.returncode == 1
    assert result.stderr.startswith(message)
    assert result.stderr.endswith("Niets gewijzigd: 1 fout.\n")


def test_a_number_on_the_main_branch_is_not_given_again(
    project: Path, sheet: Path, git: Callable[..., str]
) -> None:
    row = {
        "Staat in": "human-capital",
        "Regel van de brontekst waarop deze uitspraak staat": 77,
        "Soort uitspraak": "deelpunt",
        "De woorden van de bron": "op landelijke schaal",
    }
    change(sheet, add_row("Uitspraken", row))
    git("checkout", "-qb", "elders")
    assert run(project, "sheet", "in", str(sheet), *DAY).returncode == 0
    assert run(project, "record", *DAY).returncode == 0
    git("add", "content")
    git("commit", "-qm", "elders")
    git("checkout", "-q", "main")

    result = run(project, "sheet", "in", str(sheet), "--base", "elders", *DAY)

    assert "Gemaakt: uitspraak HRE-095 in" in result.stdout
