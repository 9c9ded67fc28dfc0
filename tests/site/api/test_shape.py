"""The published shape: every model with every field and its type, as ``shape.json`` has it.

What others built on it must keep working, so no field may go or get another type.
"""

import json
from pathlib import Path

import pytest

from generator.site.api import documentation, schemas

SHAPE = Path(__file__).with_name("shape.json")
Shape = dict[str, dict[str, str]]


def shape() -> Shape:
    """The type of each field of each model, in words that a schema can be made of."""
    return {
        model.name: {field.name: field.type for field in model.fields}
        for model in documentation.models()
    }


def broken(before: Shape, now: Shape) -> list[str]:
    """The fields that are gone or have another type, as ``Model.field``."""
    return [
        f"{model}.{name}"
        for model, fields in before.items()
        for name, type_words in fields.items()
        if now.get(model, {}).get(name) != type_words
    ]


def cure(gone: list[str]) -> str:
    return (
        f"gone, renamed or of another type: {', '.join(gone)}.\n"
        "Others read these fields at /api/v1/: keep them, beside the new ones. Or publish the new\n"
        "shape at /api/v2/: another _API in urls, another VERSION in answers, more names in\n"
        "fixed_addresses; and v1 goes on as it was."
    )


def test_no_published_field_goes_or_changes(bless: bool) -> None:
    before: Shape = json.loads(SHAPE.read_text(encoding="utf-8")) if SHAPE.exists() else {}
    now = shape()
    gone = broken(before, now)

    assert gone == [], cure(gone)
    if bless:
        text = json.dumps(now, ensure_ascii=False, indent=2)
        SHAPE.write_text(f"{text}\n", encoding="utf-8")
        before = now
    assert now == before, "if the new fields are right: pytest tests/site/api/test_shape.py --bless"


@pytest.mark.parametrize(
    ("now", "gone"),
    [
        ({"A": {"x": "tekst", "y": "getal"}}, []),
        ({"A": {"x": "tekst", "y": "getal", "z": "datum"}, "B": {}}, []),
        ({"A": {"x": "tekst"}}, ["A.y"]),
        ({"A": {"x": "tekst", "why": "getal"}}, ["A.y"]),
        ({"A": {"x": "tekst of null", "y": "getal"}}, ["A.x"]),
        ({}, ["A.x", "A.y"]),
    ],
)
def test_a_field_that_goes_is_seen_and_one_that_comes_is_not(now: Shape, gone: list[str]) -> None:
    assert broken({"A": {"x": "tekst", "y": "getal"}}, now) == gone


def test_the_message_says_what_a_second_version_takes() -> None:
    assert "/api/v2/" in cure(["Partij.naam"])
    assert "Partij.naam" in cure(["Partij.naam"])


def test_every_model_of_an_answer_has_a_shape() -> None:
    assert {model.__name__ for model in schemas.models()} <= shape().keys()
