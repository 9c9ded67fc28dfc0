"""An edit changes what it is about, and not one character besides."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.parsing import yaml_editor
from generator.parsing.yaml_editor import Sheet, apply
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
    """The file with lines below the one that ends with a marker."""
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
def test_a_record_comes_in_at_its_place(at: int, expected: str) -> None:
    assert apply(FILE, [Sheet(FILE).insert(("items",), at, NEW)]) == expected


def test_lists_without_empty_lines_stay_so() -> None:
    text = "items:\n- slug: een\n- slug: twee\n"

    made = apply(text, [Sheet(text).insert(("items",), 2, NEW)])

    assert made == f"{text}- slug: nieuw\n  what: Iets.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("changed: 2020-01-01\n", f"changed: 2020-01-01\n\nitems:\n{BLOCK}"),
        ("changed: 2020-01-01", f"changed: 2020-01-01\n\nitems:\n{BLOCK}"),
        ("items: []  # nog niets\n", f"items: \n{BLOCK.rstrip()}  # nog niets\n"),
    ],
)
def test_the_first_record_of_a_list_makes_the_list(text: str, expected: str) -> None:
    made = apply(text, [Sheet(text).insert(("items",), 0, NEW)])

    assert made == expected
    assert parse("", made).value["items"] == [{"slug": "nieuw", "what": "Iets."}]


def test_a_list_between_brackets_is_refused() -> None:
    with pytest.raises(yaml_editor.UnknownFormError, match="tussen haken"):
        Sheet("items: [{slug: een}]\n").insert(("items",), 1, NEW)


@pytest.mark.parametrize(
    ("keys", "below", "expected"),
    [
        (("items", 1, "names"), "slug", FILE.replace("      b]", "      b, nieuw]")),
        (("items", 1, "steps"), "slug", after("      - x", "      - nieuw\n")),
        (("items", 1, "parties"), "slug", after("slug: 'twee'", "    parties: [nieuw]\n")),
        (("items", 0, "parties"), "what", after("      regels.", "    parties: [nieuw]\n")),
    ],
)
def test_a_value_comes_into_a_list(keys: tuple[str, int, str], below: str, expected: str) -> None:
    edit = Sheet(FILE).add_to_list(keys, "nieuw", (*keys[:2], below))

    assert apply(FILE, [edit]) == expected


def test_a_value_is_replaced_within_its_quotation_marks() -> None:
    sheet = Sheet(FILE)
    made = apply(FILE, [sheet.replace(("items", 1, "slug"), "twee", "drie")])

    assert made == FILE.replace("'twee'", "'drie'")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_a_text_is_read_back_by_this_reader_and_by_any_other(value: str) -> None:
    text = f"a: {yaml_editor.written(value)}\n"

    assert parse("", text).value == {"a": value}
    assert str(yaml.load(text, Loader=yaml.BaseLoader)["a"]) == value  # noqa: S506  (all is text)


@pytest.mark.parametrize("value", ["no", "true", "2020", "1-2", "-", "1.10", "12:30", "~", "a: b"])
def test_what_others_would_take_for_something_else_is_quoted(value: str) -> None:
    assert yaml_editor.written(value) == f'"{value}"'


@pytest.mark.parametrize("value", ["ezk", "mkb-deals", "HRE-023", "2020-12-16"])
def test_names_and_days_stand_plain(value: str) -> None:
    assert yaml_editor.written(value) == value


@given(st.text(alphabet="aé€😀 ", max_size=20), st.text(alphabet="zé😀", min_size=1, max_size=9))
def test_places_are_counted_in_characters(before: str, value: str) -> None:
    text = f"a: \"{before}\"\nb: '{value}'\n"
    start, end = Sheet(text).spans["b",]

    assert text[start:end] == f"'{value}'"
