"""The sheets and their columns follow from the kinds and the models."""

import pytest

from generator.dossier.kinds import LISTED
from generator.editing.change_report import labels
from generator.editing.sheets.columns import Column, Sheet, list_field, sheets
from generator.model import Article, Party, Section, Settings, Statement, Theme
from generator.model.traversal import fields_with_records

SHEETS = {sheet.kind.key: sheet for sheet in sheets()}


def column(kind: str, field: str) -> Column:
    return next(each for each in SHEETS[kind].columns if each.field == field)


def test_each_kind_of_which_several_records_exist_has_a_sheet() -> None:
    assert [sheet.kind for sheet in sheets()] == list(LISTED)
    assert len({sheet.title.casefold() for sheet in sheets()}) == len(LISTED)
    assert max(len(sheet.title) for sheet in sheets()) <= 31  # the limit of Excel


@pytest.mark.parametrize("sheet", sheets(), ids=lambda sheet: sheet.kind.key)
def test_each_field_is_a_column_or_said_to_be_left_out(sheet: Sheet) -> None:
    model = sheet.kind.model
    columns = [each.field for each in sheet.columns]
    titles = [each.title for each in sheet.columns]

    nested = [each for each in model.model_fields if each not in columns]
    assert set(nested) == set(fields_with_records(model))
    assert {labels.of_field(model, each) for each in nested} - set(sheet.left_out) <= {
        "de uitspraken",
        "de stukken tekst",  # both have a sheet of their own
    }
    assert len(set(titles)) == len(titles)
    assert all(each.note for each in sheet.columns)


@pytest.mark.parametrize(
    ("kind", "field", "form", "separator"),
    [
        ("statement", "line", "number", ""),
        ("statement", "commitment", "yes or no", ""),
        ("statement", "parties", "text", ", "),
        ("party", "names", "text", "\n"),  # a name can contain a comma
        ("party", "changed", "day", ""),
        ("source", "date", "text", ""),  # may be a year alone
        ("source", "consulted", "day", ""),
    ],
)
def test_what_a_cell_holds_follows_from_the_model(
    kind: str, field: str, form: str, separator: str
) -> None:
    assert (column(kind, field).form, column(kind, field).separator) == (form, separator)


def test_choices_and_references_follow_from_the_model() -> None:
    assert column("party", "article").choices == ("de", "het")
    assert column("party", "part_of").names_of == "party"
    assert column("statement", "kind").names_of == "kind"
    assert [each.field for each in SHEETS["source"].columns if each.holds_dates] == ["date"]


def test_the_note_of_a_column_explains_it_to_an_editor() -> None:
    assert column("party", "names").note == (
        "Namen waarmee de bron dit noemt, letterlijk, hoofdletters en al.\n\nWeglaten als alleen "
        "een andere bron dit noemt, bijvoorbeeld wie over de voortgang rapporteert.\n\n"
        "Een lijst: zet een nieuwe regel (Alt+Enter) tussen de waarden.\n\n"
        "In het bestand heet dit veld names."
    )


def test_where_records_without_a_file_are_written_follows_from_the_model() -> None:
    assert list_field(Theme, Statement) == "statements"
    assert list_field(Settings, Section) == "home"
    assert list_field(Article, Section) == "sections"
    assert list_field(Party, Section) is None
