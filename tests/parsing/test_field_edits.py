"""A field gets another value in the notation that the file has there; all else stays."""

import difflib
from typing import Any, cast

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.model.characters import readable
from generator.model.traversal import KeyPath
from generator.parsing.field_edits import set_field
from generator.parsing.yaml_editor import InlineValue, UnsupportedNotationError, YamlEditor, apply

FILE = """\
# Een opmerking vooraan.
title: Thema Groen  # naam
names: ["A b", 'c']
what: |
  Een.

  Twee.
folded: >-
  aap noot
  mies
parties:
  - a  # eerste
  - b
items:
  - line: 3 # x
    id: HRE-1
    note: 'it''s'
    both: [a,
      b]  # c
  - line: 4
    id: HRE-2
  - {id: HRE-3}
"""
ORDER = ("title", "names", "what", "folded", "parties", "line", "id", "note", "both", "new")
FIRST, SECOND, BRACES = (("items", at) for at in range(3))


def changes(record: KeyPath, field: str, value: InlineValue | None) -> str:
    """The removed and added lines of the file when a field gets a value."""
    edited = apply(FILE, set_field(YamlEditor(FILE), record, field, value, ORDER))
    lines = difflib.ndiff(FILE.splitlines(), edited.splitlines())
    return "\n".join(line for line in lines if line[0] in "+-")


@pytest.mark.parametrize(
    ("record", "field", "value", "expected"),
    [
        ((), "title", "Thema Rood", "- title: Thema Groen  # naam\n+ title: Thema Rood  # naam"),
        ((), "title", "no", '- title: Thema Groen  # naam\n+ title: "no"  # naam'),
        ((), "title", "1.10", '- title: Thema Groen  # naam\n+ title: "1.10"  # naam'),
        ((), "title", "a: b", '- title: Thema Groen  # naam\n+ title: "a: b"  # naam'),
        ((), "title", "a #b", '- title: Thema Groen  # naam\n+ title: "a #b"  # naam'),
        ((), "names", ("n", "c"), "- names: [\"A b\", 'c']\n+ names: [\"n\", 'c']"),
        ((), "names", None, "- names: [\"A b\", 'c']"),
        ((), "what", "Een.\n\nDrie.", "-   Twee.\n+   Drie."),
        ((), "what", None, "- what: |\n-   Een.\n- \n-   Twee."),
        ((), "folded", "a\nb", "-   aap noot\n-   mies\n+   a\n+ \n+   b"),
        ((), "parties", ("a", "b", "d"), "+   - d"),
        ((), "parties", ("q", "a", "b"), "+   - q"),
        ((), "parties", ("a", "x"), "-   - b\n+   - x"),
        ((), "parties", ("b",), "-   - a  # eerste\n+     # eerste"),
        ((), "parties", None, "+ # eerste\n- parties:\n-   - a  # eerste\n-   - b"),
        ((), "new", value := 7, f"+ new: {value}"),
        (FIRST, "line", 4, "-   - line: 3 # x\n+   - line: 4 # x"),
        (FIRST, "note", "a'b", "-     note: 'it''s'\n+     note: 'a''b'"),
        (FIRST, "note", "a\nb", "-     note: 'it''s'\n+     note: \"a\\nb\""),
        (FIRST, "both", ("b", "c"), "-     both: [a,\n-       b]  # c\n+     both: [b, c]  # c"),
        (FIRST, "both", None, "-     both: [a,\n-       b]  # c\n+     # c"),
        (SECOND, "new", True, "+     new: true"),
        (SECOND, "line", None, "-   - line: 4\n-     id: HRE-2\n+   - id: HRE-2"),
        (SECOND, "note", None, ""),
    ],
)
def test_a_field_is_written_as_the_file_has_it(
    record: KeyPath, field: str, value: InlineValue | None, expected: str
) -> None:
    assert sorted(changes(record, field, value).split("\n")) == sorted(expected.split("\n"))


@pytest.mark.parametrize(
    ("record", "field", "value", "message"),
    [
        (BRACES, "new", "x", "dit staat tussen accolades; wijzig het daar zelf"),
        (FIRST, "line", None, "'line' staat op de regel van iets anders; haal het zelf weg"),
    ],
)
def test_what_cannot_be_edited_is_refused(
    record: KeyPath, field: str, value: InlineValue | None, message: str
) -> None:
    with pytest.raises(UnsupportedNotationError, match=message):
        changes(record, field, value)


def test_a_comment_inside_brackets_is_not_lost() -> None:
    text = "names: [a, # waarom\n  b]\n"

    with pytest.raises(UnsupportedNotationError, match="staat een opmerking"):
        set_field(YamlEditor(text), (), "names", ("b",), ORDER)


ANY_TEXT = st.text(st.sampled_from("ab1-.:#'\"[]{}|>&*!%@`,? \n€é"), max_size=20) | st.text()
TEXTS = ANY_TEXT.map(lambda text: readable(text.replace("\r", "")).strip()).filter(bool)
PLACES = st.sampled_from(
    [((), "title"), ((), "what"), ((), "folded"), (FIRST, "note"), ((), "new"), (SECOND, "new")]
)


@given(text=TEXTS, place=PLACES)
def test_pyyaml_reads_the_new_value_and_no_other(text: str, place: tuple[KeyPath, str]) -> None:
    record, field = place
    edited = apply(FILE, set_field(YamlEditor(FILE), record, field, text, ORDER))

    before, after = yaml.safe_load(FILE), yaml.safe_load(edited)
    assert fields_at(after, record).pop(field).removesuffix("\n") == text
    fields_at(before, record).pop(field, None)
    assert after == before


def fields_at(value: Any, record: KeyPath) -> dict[str, Any]:  # noqa: ANN401  (what PyYAML reads)
    for step in record:
        value = value[step]
    return cast("dict[str, Any]", value)
