"""Parsing YAML as editors write it: values, positions, and refused input."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.parsing.yaml_reader import parse


@pytest.mark.parametrize(
    ("written", "read"),
    [
        # read as text, although YAML 1.1 has another type for it
        ("no", "no"),
        ("ja", "ja"),
        ("on", "on"),
        ("1.10", "1.10"),
        ("12:30", "12:30"),
        ("2020-12-16", "2020-12-16"),
        ("0x1F", "0x1F"),
        ("007", "007"),
        ("1e3", "1e3"),
        # the same in every YAML version
        ("true", True),
        ("false", False),
        ("12", 12),
        ("null", None),
        ("", None),
        ('"12"', "12"),
        ("'true'", "true"),
    ],
)
def test_scalars_have_the_expected_type(written: str, read: object) -> None:
    assert parse("x.yml", f"key: {written}\n").value == {"key": read}


def test_positions_of_values_and_keys() -> None:
    document = parse("x.yml", "a: 1\nlijst:\n  - b: twee\n    c: drie\n")

    assert document.position(("a",)) == (1, 4)
    assert document.position(("lijst", 0, "c")) == (4, 8)
    assert document.problem(("lijst", 0, "c"), "m", "r").line == 4
    assert document.key_problem(("lijst", 0, "c"), "m", "r").column == 5


def test_a_missing_value_has_the_position_of_its_nearest_ancestor() -> None:
    document = parse("x.yml", "a: 1\nlijst:\n  - b: twee\n")

    assert document.position(("lijst", 0, "mist", "geheel")) == (3, 5)
    assert document.position(("mist",)) == (1, 1)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: x: y\n", 2),
        ("a: 1\n\tb: 2\n", 2),
        ("a: [1, 2\n", 1),
        ("a: 'x\n", 1),
        ("a: 1\n---\nb: 2\n", 2),
        ("a: 1\nb: \x07\n", 2),
        ("a: &x 1\nb: *x\n", 1),
        ("a: !!python/object:os.system x\n", 1),
        ("<<<<<<< HEAD\na: 1\n", 1),
        ("", 1),
        ("# alleen commentaar\n", 1),
    ],
)
def test_invalid_yaml_is_reported_with_its_line(text: str, line: int) -> None:
    problems = parse("x.yml", text).problems

    assert [problem.line for problem in problems] == [line]
    assert problems[0].rule == "yaml"


def test_aliases_are_not_expanded() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [*{old}, *{old}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )

    assert {problem.rule for problem in parse("x.yml", bomb).problems} == {"yaml"}


@given(st.text())
def test_any_text_gives_a_value_or_a_problem(text: str) -> None:
    document = parse("x.yml", text)

    assert document.value is not None or document.problems
