"""Mistakes of meaning are found wherever they can be made.

Each test walks the model or the small world, so a new field is tried by itself; the messages are in
``mistakes/``.
"""

import copy
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from generator.checks.runner import warnings
from generator.dossier.kinds import KINDS, kind_of_model
from generator.dossier.loader import read
from generator.model import Record
from generator.model.scalars import Happened, Reference, Verbatim
from generator.model.traversal import KeyPath, fields_with
from generator.parsing import yaml_reader
from generator.parsing.yaml_cache import YamlCache
from tests.conftest import TODAY, problems_in, world_texts
from tests.support.hostile import Place, places, planted
from tests.support.models import all_models

CACHE = YamlCache()
LATER = "2099-12-31"
MODELS = {model.__name__: model for model in all_models()}


def rules_with(texts: dict[str, str]) -> set[str]:
    return {each.rule for each in problems_in(texts)}


def field_of(place: Place) -> tuple[type[Record], str]:
    model, _, name = place.kind.partition(".")
    return MODELS[model], name


def one_of_each_kind(found: Iterator[Place]) -> list[Any]:
    by_kind = {place.kind: place for place in found}
    return [pytest.param(place, id=kind) for kind, place in sorted(by_kind.items())]


def has(place: Place, marker: type[object]) -> bool:
    model, name = field_of(place)
    return name in fields_with(model, marker)


# Dates --------------------------------------------------------------------------------------------

MAY_COME = {
    ("Deadline", "start"),
    ("Deadline", "end"),
    ("Shift", "end"),
    ("Milestone", "date"),
    ("Milestone", "end"),
    ("SecurityContact", "expires"),
}
"""Dates of what a source announces, or of what goes on: these may be after today."""
A_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


def test_every_other_date_is_of_something_that_happened() -> None:
    dates = {
        field_of(place)
        for place in places()
        if A_DATE.fullmatch(place.value) and "date" in str(field_type(place))
    }

    assert len(dates) > len(MAY_COME)
    assert {
        (model.__name__, name) for model, name in dates if name not in fields_with(model, Happened)
    } == MAY_COME


def field_type(place: Place) -> object:
    model, name = field_of(place)
    field = model.model_fields[name]
    return field.annotation, field.metadata


@pytest.mark.parametrize(
    "place", one_of_each_kind(place for place in places() if has(place, Happened))
)
def test_nothing_that_happened_can_be_dated_after_today(place: Place) -> None:
    assert "na-vandaag" in rules_with(planted(world_texts(), {place: LATER}))


# Texts --------------------------------------------------------------------------------------------


def is_free_text(place: Place) -> bool:
    """Whether an editor writes any words there: not a name, a date or an address."""
    return " " in place.value and not has(place, Verbatim)


FREE = one_of_each_kind(place for place in places() if is_free_text(place))


@pytest.mark.parametrize("place", FREE)
@pytest.mark.parametrize("text", ["…", "...", "[reden]", "-", "TODO", "n.t.b."])
def test_no_text_can_be_a_placeholder(place: Place, text: str) -> None:
    assert "invulwoord" in rules_with(planted(world_texts(), {place: text}))


@pytest.mark.parametrize("place", FREE)
def test_no_text_of_ours_can_have_two_spaces_together(place: Place) -> None:
    assert "spaties" in rules_with(planted(world_texts(), {place: place.value.replace(" ", "  ")}))


def test_all_words_of_a_source_are_marked_as_such() -> None:
    """Their descriptions say that they are literal, or in the words of the source."""
    quoted = re.compile(r"letterlijk|in de woorden van de bron|De woorden van de bron")

    for model in all_models() - {Record}:
        for name, field in model.model_fields.items():
            is_quoted = bool(quoted.search(field.description or ""))
            assert is_quoted == (name in fields_with(model, Verbatim)), (model, name)


# Lists --------------------------------------------------------------------------------------------


def lists() -> Iterator[Place]:
    """The first text of every list of texts in the small world."""
    for place in places():
        if place.keys[-1] == 0:
            yield place


def repeated(place: Place) -> dict[str, str]:
    """The small world with the first item of a list twice."""
    texts = world_texts()
    value = copy.deepcopy(yaml_reader.parse(place.path, texts[place.path]).value)
    items = value
    for key in place.keys[:-1]:
        items = items[key]
    items.append(items[0])
    return {**texts, place.path: json.dumps(value)}


@pytest.mark.parametrize("place", one_of_each_kind(lists()))
def test_no_list_can_have_the_same_text_twice(place: Place) -> None:
    assert "dubbel-in-lijst" in rules_with(repeated(place))


# Records that refer to their own kind -------------------------------------------------------------


def own_references() -> list[Any]:
    """The fields with the name of one record of the same kind."""
    return [
        pytest.param(kind.model, name, id=f"{kind.key}.{name}")
        for kind in KINDS
        for name, field in kind.model.model_fields.items()
        for reference in references_in(field.annotation, field.metadata)
        if reference.target == kind.key
    ]


def references_in(*hints: object) -> Iterator[Reference]:
    for hint in hints:
        if isinstance(hint, Reference):
            yield hint
        elif isinstance(hint, list | tuple):
            yield from references_in(*hint)
        else:
            yield from references_in(*getattr(hint, "__metadata__", ()))
            yield from references_in(*getattr(hint, "__args__", ()))


@pytest.mark.parametrize(("model", "field"), own_references())
def test_no_record_can_contain_or_succeed_itself(model: type[Record], field: str) -> None:
    dossier = read(world_texts()).dossier
    assert dossier
    record = next(each for each in dossier.records if type(each) is model)
    place = dossier.place(record)
    name = str(getattr(record, "slug", None) or getattr(record, "id", ""))
    keys: KeyPath = (*place.keys, field)
    path = place.document.path

    texts = planted(world_texts(), {Place(path, keys, "", ""): name})

    assert kind_of_model(model).is_referable
    assert any(each.path == path for each in problems_in(texts))


# Warnings -----------------------------------------------------------------------------------------


def test_what_a_warning_tells_to_paste_silences_it_once_it_has_a_reason() -> None:
    """With the placeholder that is in it, it is refused."""
    path = "content/deadlines/elke-maand.yml"
    texts = world_texts()
    texts[path] = texts[path].replace("date: 2019-07-01", "date: 2020-02-01")
    (warning,) = warned(texts)
    reported = re.search(r"onderaan dit bestand: (accepted: \[\{.*\}\])", warning)
    assert reported

    pasted = {**texts, path: f"{texts[path]}{reported[1]}\n"}

    assert rules_with(pasted) == {"invulwoord"}
    with_reason = pasted[path].replace("[reden]", "De krant kondigde het aan.")
    assert problems_in({**pasted, path: with_reason}) == []
    assert warned({**pasted, path: with_reason}) == []


def warned(texts: dict[str, str]) -> list[str]:
    dossier = read(texts, parse=CACHE.parse).dossier
    assert dossier
    return [str(each) for each in warnings(dossier, TODAY)]


def test_a_reason_is_required() -> None:
    path = "content/progress/regentonnen-elders.yml"
    texts = world_texts()
    texts[path] = texts[path].replace("    why: De krant kondigde het aan.\n", "")

    assert "ontbrekend-veld" in rules_with(texts)
