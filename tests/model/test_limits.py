"""How long texts may be and when dates may lie: every field has such limits, and words for them."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from generator.dossier.register import Event
from generator.model import Record, limits, scalars
from generator.parsing.validation import Fault, validate
from generator.parsing.validation_messages import UNKNOWN_FAULT, problems
from generator.parsing.yaml_reader import Document
from generator.search import dutch
from tests.support.models import all_models

ODD_VALUES: list[Any] = [
    None,
    True,
    0,
    -1,
    10**30,
    1.5,
    float("nan"),
    "",
    " ",
    "\ud800",
    "9" * 400,
    "a" * 30_000,
    "woord " * 30_000 + "x",
    "2020-13-45",
    "0000-00-00",
    "0000-01-01",
    "9999-12-31",
    "0001",
    [],
    [None],
    [[]],
    ["\ud800"],
    {},
    {"": None},
    {"\ud800": 1},
    {"a": {"b": []}},
]
MODELS = sorted(all_models() - {Record}, key=lambda model: model.__name__)
FIELDS = [
    pytest.param(model, name, id=f"{model.__name__}.{name}")
    for model in MODELS
    for name in model.model_fields
]


@pytest.mark.parametrize(("model", "field"), FIELDS)
def test_every_odd_value_in_every_field_has_words(model: type[Record], field: str) -> None:
    for value in ODD_VALUES:
        document = Document("content/a.yml", {field: value})
        for problem in problems(document, model, validate(document, model).faults):
            assert UNKNOWN_FAULT not in problem.message
            assert "{" not in problem.message.replace(str(value), "")


def test_an_error_without_words_of_its_own_still_gives_a_message() -> None:
    document = Document("content/a.yml", {"id": "x"})
    (problem,) = problems(document, Event, [Fault(("id",), "an_error_of_tomorrow", "x")])

    assert problem.message == f"'id': 'x' {UNKNOWN_FAULT}"


# Length -------------------------------------------------------------------------------------------


def accepts(hint: Any, value: object) -> bool:  # noqa: ANN401  (a type hint is anything)
    try:
        TypeAdapter(hint).validate_python(value)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize(
    ("longest", "too_long"),
    [
        ("a" * limits.WORD, "a" * (limits.WORD + 1)),
        ("é" * limits.WORD + " b", "b " + "é" * (limits.WORD + 1)),
        (f"[a](https://a.example/{'b' * 1_000}) b", f"[a](https://a.example) {'b' * 101}"),
        ("ab " * 6_666 + "ab", "ab " * 6_667),
    ],
)
def test_words_and_texts_have_a_longest_length(longest: str, too_long: str) -> None:
    assert accepts(scalars.Text, longest)
    assert not accepts(scalars.Text, too_long + "x" * too_long.endswith(" "))


TEXT_TYPES = [
    name
    for name, hint in vars(scalars).items()
    if getattr(hint, "__origin__", None) is str and not name.endswith("Name") and name[0] != "_"
]


@pytest.mark.parametrize("name", TEXT_TYPES)
def test_every_type_of_text_has_a_longest_length(name: str) -> None:
    """Names of other records are not limited: a longer one is the name of nothing."""
    hint = getattr(scalars, name)

    for size in (50_000, 50_001, 50_002):
        for start in ("", "ABC-", "https://a.example/", "/"):
            for filling in ("a", "1", "a ", "a/"):
                assert not accepts(hint, (start + filling * size).strip())


def test_a_text_of_one_line_is_shorter() -> None:
    assert limits.line("ab " * 333) == "ab " * 333
    with pytest.raises(ValueError, match="too long"):
        limits.line("ab " * 334)


def test_a_very_long_word_is_not_split_for_the_search() -> None:
    word = "regeling" * 8

    assert len(word) > dutch.LONGEST_COMPOUND
    assert dutch.compound_parts(word) == ()
    assert [*dutch.keys(word)] == [word]
    assert dutch.compound_parts("subsidieregeling") != ()


# Dates --------------------------------------------------------------------------------------------

DATE_TYPES = ("PartialDate", "PastDate", "Day", "PastDay", "DayOfChange", "DayOfReview")


def test_these_are_all_types_of_dates() -> None:
    hints = {name: hint for name, hint in vars(scalars).items() if name[0].isupper()}
    found = {
        name
        for name, hint in hints.items()
        if hasattr(hint, "__origin__") and accepts(hint, "2020-01-31") and not accepts(hint, "a")
    }

    assert found == set(DATE_TYPES)


@pytest.mark.parametrize("name", DATE_TYPES)
@pytest.mark.parametrize(
    ("day", "accepted"),
    [
        ("1799-12-31", False),
        ("1800-01-01", True),
        ("2199-12-31", True),
        ("2200-01-01", False),
        ("9999-12-31", False),
        ("0001-01-01", False),
    ],
)
def test_dates_are_within_four_centuries(name: str, day: str, *, accepted: bool) -> None:
    assert accepts(getattr(scalars, name), day) == accepted


@pytest.mark.parametrize(
    ("year", "accepted"), [("1799", 0), ("1800", 1), ("2199-12", 1), ("2200-01", 0)]
)
def test_parts_of_dates_are_within_four_centuries(year: str, accepted: int) -> None:
    assert accepts(scalars.PartialDate, year) == bool(accepted)
