"""YAML as editors write it: what is read, where it stands, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.parsing.yaml_reader import parse


@pytest.mark.parametrize(
    ("written", "read"),
    [
        # what YAML 1.1 would turn into something else
        ("no", "no"),
        ("ja", "ja"),
        ("on", "on"),
        ("1.10", "1.10"),
        ("12:30", "12:30"),
        ("2020-12-16", "2020-12-16"),
        ("0x1F", "0x1F"),
        ("007", "007"),
        ("1e3", "1e3"),
        # what looks the same to everyone
        ("true", True),
        ("false", False),
        ("12", 12),
        ("null", None),
        ("", None),
        ('"12"', "12"),
        ("'true'", "true"),
    ],
)
def test_scalars_are_read_as_they_look(written: str, read: object) -> None:
    assert parse("x.yml", f"key: {written}\n").value == {"key": read}


def test_positions_are_those_of_the_values() -> None:
    document = parse("x.yml", "a: 1\nlijst:\n  - b: twee\n    c: drie\n")

    assert document.position(("a",)) == (1, 4)
    assert document.position(("lijst", 0, "c")) == (4, 8)
    assert document.problem(("lijst", 0, "c"), "m", "r").line == 4
    assert document.key_problem(("lijst", 0, "c"), "m", "r").column == 5


def test_what_was_never_written_is_at_its_nearest_ancestor() -> None:
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
def test_broken_yaml_is_told_and_located(text: str, line: int) -> None:
    problems = parse("x.yml", text).problems

    assert [problem.line for problem in problems] == [line]
    assert problems[0].rule == "yaml"


def test_shared_values_are_not_followed() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [*{old}, *{old}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )

    assert {problem.rule for problem in parse("x.yml", bomb).problems} == {"yaml"}


@given(st.text())
def test_any_text_is_read_or_told(text: str) -> None:
    document = parse("x.yml", text)

    assert document.value is not None or document.problems
