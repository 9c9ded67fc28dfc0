"""A workbook there and back: without a change no byte changes, else only the changed values do."""

import datetime as dt
import difflib
from collections.abc import Mapping
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.dossier.dossier import Dossier
from generator.dossier.loader import read
from generator.editing.sheets import update
from generator.editing.sheets.changes import ChangedCell
from generator.editing.sheets.columns import HOME, Column
from generator.editing.sheets.rows import rows_of, value_of
from generator.editing.sheets.update import edited_files
from generator.editing.sheets.workbook import workbook
from generator.model.characters import readable
from generator.model.traversal import KeyPath
from generator.parsing import content_files
from generator.parsing.yaml_editor import Edit
from tests.conftest import world_texts
from tests.support.frozen import FROZEN
from tests.support.hostile import PAYLOADS, SITES, trial
from tests.support.workbooks import edited, found_changes, mistakes, set_cell, taken_in

WORLD = world_texts()


def frozen_texts() -> dict[str, str]:
    return content_files.read_tree(FROZEN, "content").texts


@pytest.mark.parametrize("texts", [WORLD, frozen_texts()], ids=["world", "frozen"])
def test_a_workbook_without_a_change_changes_nothing(texts: Mapping[str, str]) -> None:
    dossier = read(texts).dossier
    assert dossier
    data = workbook(dossier)

    for found in (data, edited(data)):
        taken = taken_in(texts, found)
        assert (taken.texts, taken.cells, taken.new) == ({}, 0, ())
        assert found_changes(texts, found).left_out == {}


def test_three_changed_cells_change_three_lines(frozen: Dossier) -> None:
    texts = frozen_texts()
    data = edited(
        workbook(frozen),
        set_cell("Partijen", "ezk", "Wat het is", "Een ministerie."),
        set_cell("Uitspraken", "HRE-066", "Toelichting van de redactie", "Anders."),
        set_cell("Begrippen", "bijv", "De betekenis", "Kleine: en grote # bedrijven."),
    )

    taken = taken_in(texts, data)

    assert taken.cells == 3
    assert {
        path: [
            line
            for line in difflib.ndiff(texts[path].split("\n"), text.split("\n"))
            if line[0] == "+"
        ]
        for path, text in taken.texts.items()
    } == {
        "content/parties/ezk.yml": ['+ what: "Een ministerie."'],
        "content/themes/human-capital.yml": ['+     note: "Anders."'],
        "content/terms/bijv.yml": ['+ meaning: "Kleine: en grote # bedrijven."'],
    }
    assert all(text.count("\n") == texts[path].count("\n") for path, text in taken.texts.items())


@pytest.mark.parametrize(
    "wrong",
    [
        Edit((0, 0), ""),  # the new value is not there
        Edit((0, 0), "label: Anders\n"),  # nor is it the only one
    ],
)
def test_an_edit_that_would_do_anything_else_is_refused(
    wrong: Edit, world: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = edited(workbook(world), set_cell("Partijen", "buurt", "De afkorting", "DB"))
    monkeypatch.setattr(update, "set_field", lambda *_: [wrong])

    found = mistakes(WORLD, data)

    assert found
    assert {each.partition(": ")[2] for each in found} == {
        "dit kan hier niet worden gewijzigd; doe het in het bestand zelf"
    }


def test_two_new_fields_come_in_the_order_of_the_model(world: Dossier) -> None:
    data = edited(
        workbook(world),
        set_cell("Partijen", "buurt", "De afkorting", "DB"),
        set_cell("Partijen", "buurt", "Korte naam om te tonen", "Buurt"),
    )

    assert taken_in(WORLD, data).texts == {
        "content/parties/buurt.yml": WORLD["content/parties/buurt.yml"].replace(
            "name: De buurt\n", 'name: De buurt\nlabel: "Buurt"\nabbreviation: "DB"\n'
        )
    }


# Hostile content ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SITES)
def test_hostile_content_comes_back_as_it_was(name: str) -> None:
    found = trial(SITES[name].hostile).texts.items()
    texts = {path: text for path, text in found if path.startswith("content/")}
    dossier = read(texts).dossier
    assert dossier

    assert taken_in(texts, edited(workbook(dossier))).texts == {}


@pytest.mark.parametrize("name", PAYLOADS)
def test_a_hostile_cell_becomes_the_same_text_in_the_yaml(name: str, world: Dossier) -> None:
    text = PAYLOADS[name].hostile
    edit = set_cell("Partijen", "gemeente", "Wat het is", f"Een {text}")

    (cell,) = found_changes(WORLD, edited(workbook(world), edit)).cells
    ((_, written),) = edited_files(WORLD, [cell])

    assert yaml.safe_load(written) == {
        **yaml.safe_load(WORLD[cell.record.path]),
        "what": f"Een {text}",
    }


# Any cells ----------------------------------------------------------------------------------------

ROWS = [row for rows in rows_of(read(WORLD).dossier).values() for row in rows]  # type: ignore[arg-type]
CELLS = [(row, column) for row in ROWS for column in row.sheet.columns[1:] if column.field != HOME]
TEXTS = st.text(st.sampled_from("ab1-.:#'\"[]{}|>&*!%@`? €é"), max_size=12) | st.text(max_size=9)


def texts_for(column: Column) -> st.SearchStrategy[str]:
    """Texts that can be typed in a column, right or wrong."""
    clean = TEXTS.map(lambda text: readable(text.replace("\r", "")).strip())
    if column.form == "yes or no":
        return st.sampled_from(["ja", "nee", ""])
    if column.form == "number":
        return st.integers(0, 999).map(str)
    if column.separator:
        words = clean.map(lambda text: "".join(each for each in text if each not in ",;\n"))
        return st.lists(words.filter(bool), min_size=1, max_size=3).map(column.separator.join)
    return clean


@st.composite
def edits(draw: st.DrawFn) -> list[tuple[Any, Column, str]]:
    """Some cells of the small dossier with other texts."""
    chosen = draw(st.lists(st.sampled_from(CELLS), min_size=1, max_size=4, unique_by=id))
    return [(row, column, draw(texts_for(column))) for row, column in chosen]


def plain(value: Any) -> Any:  # noqa: ANN401  (what PyYAML reads)
    """A value as text, where PyYAML makes a day of it, and without the line end of block text."""
    if isinstance(value, list):
        return [*map(plain, value)]
    if isinstance(value, dt.date):
        return value.isoformat()
    return value.removesuffix("\n") if isinstance(value, str) else value


def record_at(value: Any, keys: KeyPath) -> Any:  # noqa: ANN401  (as above)
    for step in keys:
        value = value[step]
    return value


class Row:
    """A row of the workbook with changed texts; the place is of no importance here."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.cells = texts


@settings(max_examples=200)
@given(edits())
def test_only_the_changed_values_change_as_pyyaml_reads_them(
    found: list[tuple[Any, Column, str]],
) -> None:
    cells = [ChangedCell(column, Row({column.field: text}), row) for row, column, text in found]  # type: ignore[arg-type]

    new = dict(edited_files(WORLD, cells))

    assert new.keys() == {row.path for row, _, _ in found}
    for path, text in new.items():
        before, after = yaml.safe_load(WORLD[path]), yaml.safe_load(text)
        for row, column, written in found:
            if row.path == path:
                value = value_of(written, column)
                now = record_at(after, row.keys).pop(column.field, None)
                record_at(before, row.keys).pop(column.field, None)
                assert plain(now) == ([*value] if isinstance(value, tuple) else value)
        assert after == before
        lines = difflib.ndiff(WORLD[path].split("\n"), text.split("\n"))
        assert sum(line[0] == "-" for line in lines) <= sum(row.path == path for row, _, _ in found)
