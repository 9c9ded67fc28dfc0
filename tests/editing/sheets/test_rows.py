"""What the text of a cell stands for in the YAML, and how a value of the YAML is shown."""

import pytest

from generator.editing.sheets.columns import Column
from generator.editing.sheets.rows import shown, value_of
from generator.parsing.yaml_editor import InlineValue

TEXT = Column("note", "Toelichting", "")
NUMBER = Column("line", "Regel", "", form="number")
TRUTH = Column("minor", "Kleinigheid", "", form="yes or no")
DAY = Column("changed", "Dag", "", form="day")
NAMES = Column("parties", "Partijen", "", separator=", ")
LINES = Column("names", "Namen", "", separator="\n")


@pytest.mark.parametrize(
    ("column", "text", "value"),
    [
        (TEXT, "ja", "ja"),
        (TEXT, "1.10", "1.10"),
        (NUMBER, "79", 79),
        (TRUTH, "ja", True),
        (TRUTH, "nee", False),
        (DAY, "2020-02-10", "2020-02-10"),
        (NAMES, "a, b", ["a", "b"]),
        (LINES, "A, met komma\nB", ["A, met komma", "B"]),
    ],
)
def test_a_text_stands_for_a_value_and_back(column: Column, text: str, value: object) -> None:
    assert shown(value, column) == text
    assert value_of(text, column) == (tuple(value) if isinstance(value, list) else value)


@pytest.mark.parametrize(
    ("column", "text", "value"),
    [
        (TEXT, "", None),
        (NUMBER, "079", "079"),  # refused by the check
        (NUMBER, "7,5", "7,5"),
        (NAMES, "a;b,\nc,", ("a", "b", "c")),
        (LINES, "A\n\n B ", ("A", "B")),
        (NAMES, " , ", None),
    ],
)
def test_what_is_typed_otherwise_is_understood_or_left_to_the_check(
    column: Column, text: str, value: InlineValue | None
) -> None:
    assert value_of(text, column) == value
