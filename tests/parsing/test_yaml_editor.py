"""An edit changes only what it must, and leaves every other character unchanged."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.model.characters import readable
from generator.parsing import yaml_editor
from generator.parsing.yaml_editor import YamlEditor, apply
from generator.parsing.yaml_reader import parse

FILE = """\
# Een opmerking vooraan.
changed:   2020-01-01   # de dag
items:  # de lijst
  - slug: een   # de eerste
    what: |-
      In eigen
      regels.

  # tussen twee
  - slug: 'twee'
    names: [a,
      b]  # over twee regels
    steps:
      - x
# onderaan
"""
NEW = ["slug: nieuw", "what: Iets."]
BLOCK = "  - slug: nieuw\n    what: Iets.\n"


def after(marker: str, inserted: str) -> str:
    """The file with lines inserted below the line that ends with ``marker``."""
    assert FILE.count(f"{marker}\n") == 1
    return FILE.replace(f"{marker}\n", f"{marker}\n{inserted}")


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (2, after("      - x", f"\n{BLOCK}")),
        (1, FILE.replace("  - slug: 'twee'", f"{BLOCK}\n  - slug: 'twee'")),
        (0, after("items:  # de lijst", f"{BLOCK}\n")),
    ],
)
def test_a_record_is_inserted_at_its_index(at: int, expected: str) -> None:
    assert apply(FILE, [YamlEditor(FILE).insert(("items",), at, NEW)]) == expected


def test_no_empty_lines_are_added_to_a_list_without_them() -> None:
    text = "items:\n- slug: een\n- slug: twee\n"

    edited = apply(text, [YamlEditor(text).insert(("items",), 2, NEW)])

    assert edited == f"{text}- slug: nieuw\n  what: Iets.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("changed: 2020-01-01\n", f"changed: 2020-01-01\n\nitems:\n{BLOCK}"),
        ("changed: 2020-01-01", f"changed: 2020-01-01\n\nitems:\n{BLOCK}"),
        ("items: []  # nog niets\n", f"items: \n{BLOCK.rstrip()}  # nog niets\n"),
    ],
)
def test_the_first_record_creates_the_list(text: str, expected: str) -> None:
    edited = apply(text, [YamlEditor(text).insert(("items",), 0, NEW)])

    assert edited == expected
    assert parse("", edited).value["items"] == [{"slug": "nieuw", "what": "Iets."}]


def test_inserting_into_a_bracketed_list_is_refused() -> None:
    with pytest.raises(yaml_editor.UnsupportedNotationError, match="tussen haken"):
        YamlEditor("items: [{slug: een}]\n").insert(("items",), 1, NEW)


@pytest.mark.parametrize(
    ("keys", "below", "expected"),
    [
        (("items", 1, "names"), "slug", FILE.replace("      b]", "      b, nieuw]")),
        (("items", 1, "steps"), "slug", after("      - x", "      - nieuw\n")),
        (("items", 1, "parties"), "slug", after("slug: 'twee'", "    parties: [nieuw]\n")),
        (("items", 0, "parties"), "what", after("      regels.", "    parties: [nieuw]\n")),
    ],
)
def test_a_value_is_added_to_a_list(keys: tuple[str, int, str], below: str, expected: str) -> None:
    edit = YamlEditor(FILE).add_to_list(keys, "nieuw", (*keys[:2], below))

    assert apply(FILE, [edit]) == expected


def test_quotation_marks_are_kept_when_a_value_is_replaced() -> None:
    sheet = YamlEditor(FILE)
    edited = apply(FILE, [sheet.replace(("items", 1, "slug"), "twee", "drie")])

    assert edited == FILE.replace("'twee'", "'drie'")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(readable))
def test_every_yaml_parser_reads_a_formatted_text_back(value: str) -> None:
    text = f"a: {yaml_editor.format_value(value)}\n"

    assert parse("", text).value == {"a": value}
    assert str(yaml.load(text, Loader=yaml.BaseLoader)["a"]) == value  # noqa: S506  (reads every value as text)


@pytest.mark.parametrize("value", ["no", "true", "2020", "1-2", "-", "1.10", "12:30", "~", "a: b"])
def test_texts_that_look_like_another_type_are_quoted(value: str) -> None:
    assert yaml_editor.format_value(value) == f'"{value}"'


@pytest.mark.parametrize("value", ["ezk", "mkb-deals", "HRE-023", "2020-12-16"])
def test_names_and_dates_are_not_quoted(value: str) -> None:
    assert yaml_editor.format_value(value) == value


@given(st.text(alphabet="aé€😀 ", max_size=20), st.text(alphabet="zé😀", min_size=1, max_size=9))
def test_offsets_are_counted_in_characters(before: str, value: str) -> None:
    text = f"a: \"{before}\"\nb: '{value}'\n"
    start, end = YamlEditor(text).spans["b",]

    assert text[start:end] == f"'{value}'"
