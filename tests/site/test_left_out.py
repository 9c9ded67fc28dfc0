"""What an editor may leave out, leaves nothing on the site: no stray marks, no empty sections."""

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import pytest

from generator.checks.runner import CHECKED_LAST, check
from generator.dossier.dossier import Dossier
from generator.dossier.kinds import FOLDERS, SINGLE_FILES
from generator.dossier.loader import read
from generator.model import Record
from generator.parsing.yaml_reader import parse
from generator.site import pages
from generator.site.views.linker import Linker
from generator.site.views.templates import Environment, markdown_environment
from tests.conftest import dossier_of, world_texts

DAY = dt.date(2020, 6, 1)
LEFTOVERS = {
    "attributes of nothing": r"(?:\A|\n[ \t]*\n)[ \t]*\{:.*",
    "a value of Python": r"\b(?:None|True|False|Undefined)\b",
    "an empty heading": r"^#+ *(?:\{.*)?$|<h([1-6])[^>]*>\s*</h\1>",
    "a heading of nothing": r"^(#{2,6}) .*\n\s*(?=\1 |#{1,2} |\Z|<div class=\"page-foot\"|</)",
    "an empty list item": r"^ *- *$|<li[^>]*>\s*</li>",
    "an empty element": r"<(ul|ol|dl|dd|tbody|strong|figure|details)\b[^>]*>\s*</\1>",
    "punctuation of nothing": r"\(\)|‘’|, ,| ,| \.(?=\s|$)|[^{]: \.|\[\]\(",
    "two blanks": r"(?<=[^\s-])  +(?=\S)",
}

CODE = re.compile(r"<pre><code>.*?</code></pre>")
"""An example of code for readers, which has punctuation of its own."""


def leftovers(texts: dict[str, str]) -> list[tuple[str, str, str]]:
    """The marks that something left out leaves on pages: the page, what it is, and the text."""
    return [
        (path, name, found[0].strip())
        for path, text in texts.items()
        if path.endswith(".md") and path != "citeren.md"  # which shows forms of citations
        for name, pattern in LEFTOVERS.items()
        for found in re.finditer(pattern, CODE.sub("", text), re.MULTILINE)
    ]


def model_of(path: str) -> type[Record]:
    _, *folder, name = path.split("/")
    return FOLDERS[folder[0]] if folder else SINGLE_FILES[name]


def nested(model: type[Record]) -> dict[str, type[Record]]:
    """The type of the records in each field that holds records."""
    found = {name: record_in(info.annotation) for name, info in model.model_fields.items()}
    return {name: each for name, each in found.items() if each}


def record_in(hint: Any) -> type[Record] | None:  # noqa: ANN401  (a type hint)
    if isinstance(hint, type) and issubclass(hint, Record):
        return hint
    return next(filter(None, map(record_in, getattr(hint, "__args__", ()))), None)


def records(model: type[Record], value: Any) -> Iterator[tuple[type[Record], dict[str, Any]]]:  # noqa: ANN401  (plain values)
    """A record in a file and all records in it, as plain values, with their types."""
    if isinstance(value, list):
        for each in value:
            yield from records(model, each)
    elif isinstance(value, dict) and not value.keys() & model.model_fields.keys():
        yield from records(model, [*value.values()])  # records by name
    elif isinstance(value, dict):
        yield model, value
        for name, inner in nested(model).items():
            yield from records(inner, value.get(name))


TEXTS = world_texts()
VALUES = {path: parse(path, text).value for path, text in TEXTS.items() if path.endswith(".yml")}
USED = {
    (model, name): value
    for path, file in VALUES.items()
    for model, record in records(model_of(path), file)
    for name, value in record.items()
}
OPTIONAL = [field for field in USED if not field[0].model_fields[field[1]].is_required()]
LISTS = [each for each in USED if isinstance(USED[each], list) and each not in OPTIONAL]


def world_with(change: Callable[[type[Record], dict[str, Any]], None]) -> dict[str, str]:
    """The small world after a change to each of its records."""
    values = deepcopy(VALUES)
    for path, file in values.items():
        for model, record in [*records(model_of(path), file)]:
            change(model, record)
    return {**TEXTS, **{path: json.dumps(value) for path, value in values.items()}}


@pytest.fixture(scope="module")
def environment(templates: dict[str, str]) -> Environment:
    return markdown_environment(templates)


def rendered(dossier: Dossier, environment: Environment) -> dict[str, str]:
    """The pages of a dossier, without its permalinks and feeds."""
    return {path: make() for path, make in pages.outputs(Linker(dossier, DAY), environment)}


def rendered_if_valid(texts: dict[str, str], environment: Environment) -> dict[str, str]:
    """The pages of content, if no rule but those about recording refuses it."""
    reading = read(texts)
    refused = {each.rule for each in check(reading, DAY)} - CHECKED_LAST
    if refused or not reading.dossier:
        return {}
    return rendered(reading.dossier, environment)


def test_the_world_itself_has_no_leftovers(environment: Environment) -> None:
    assert leftovers(rendered(dossier_of(TEXTS), environment)) == []


@pytest.mark.parametrize(("model", "name"), OPTIONAL)
def test_a_field_that_is_left_out_everywhere_leaves_nothing(
    model: type[Record], name: str, environment: Environment
) -> None:
    def leave_out(each: type[Record], record: dict[str, Any]) -> None:
        if each is model:
            record.pop(name, None)

    assert leftovers(rendered_if_valid(world_with(leave_out), environment)) == []


@pytest.mark.parametrize(("model", "name"), LISTS)
def test_a_list_that_is_empty_everywhere_leaves_nothing(
    model: type[Record], name: str, environment: Environment
) -> None:
    def empty(each: type[Record], record: dict[str, Any]) -> None:
        if each is model and name in record:
            record[name] = []

    assert leftovers(rendered_if_valid(world_with(empty), environment)) == []


def test_all_texts_of_our_own_can_be_left_out_together(environment: Environment) -> None:
    names = {"intro", "note", "what", "level", "temporary", "frequency", "not_said", "derived"}

    def leave_out(model: type[Record], record: dict[str, Any]) -> None:
        for name in names & record.keys():
            if not model.model_fields[name].is_required():
                del record[name]

    assert leftovers(rendered_if_valid(world_with(leave_out), environment)) == []


def test_most_fields_can_be_left_out(environment: Environment) -> None:
    """Otherwise the tests above say nothing."""
    assert len(OPTIONAL) > 60
    texts = world_with(lambda _, record: record.pop("intro", None))

    assert rendered_if_valid(texts, environment)
