"""A change of any field of any record is reported once, in Dutch: the model is walked."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, get_args

import pytest

from generator.dossier.dossier import Dossier
from generator.dossier.kinds import ENTRIES, KINDS
from generator.editing.change_report import Side, fields, labels
from generator.editing.change_report import sections as all_sections
from generator.model import File, Record
from generator.model.scalars import Line, Rich
from generator.model.traversal import KeyPath, records
from generator.site.views.linker import Linker
from tests.support.change_reports import DAY
from tests.support.models import all_models

CONSEQUENCES = {"Register", "Gevolgen voor de status van afspraken", "Gevolgen voor termijnen"}
"""The headings that tell what follows from a change, and not the change."""
IN_OTHER_WORDS = {("Statement", "id"), ("Statement", "text")}
"""The fields of which a heading says that they changed."""
WITHOUT_ADDRESS = {kind.model for kind in ENTRIES if not kind.cited_text}
"""The records of which only the file has a name."""


def world_fields() -> Iterator[tuple[type[Record], str]]:
    for model in sorted(all_models(), key=lambda model: model.__name__):
        if model.__module__.startswith("generator.model."):
            yield from ((model, field) for field in model.model_fields)


FIELDS = [*world_fields()]


def with_value(record: Any, keys: KeyPath, value: object) -> Any:  # noqa: ANN401
    """A record or another value in which the value at some keys is another."""
    if not keys:
        return value
    key, *rest = keys
    if isinstance(record, Record):
        inner = with_value(getattr(record, str(key)), tuple(rest), value)
        return record.model_copy(update={str(key): inner})
    inner = with_value(record[key], tuple(rest), value)
    if isinstance(record, tuple):
        assert isinstance(key, int)
        return (*record[:key], inner, *record[key + 1 :])
    return {**record, key: inner}


def other_value(value: Any, choices: Iterable[object] = ()) -> object:  # noqa: ANN401
    """Some other value of the same type, and of the same choices if there are any."""
    match value:
        case bool():
            other: object = not value
        case str() if value in choices:
            other = next(each for each in choices if each not in (value, None))
        case str() if re.fullmatch(r"[0-9]{4}(-[0-9]{2})*", value):
            other = f"{int(value[:4]) + 1}{value[4:]}"
        case str():
            other = f"{value}-anders"
        case dt.date():
            other = value + dt.timedelta(days=1)
        case int():
            other = value + 1
        case dict():
            other = dict(list(value.items())[1:])
        case tuple():
            other = value[:-1]
        case _:
            other = None
    return other


def first_value(model: type[Record], field: str) -> object:
    """A value for a field that no record of the small dossier uses."""
    return ("nieuw",) if model.model_fields[field].default == () else "nieuw"


def choices(hint: object) -> Iterator[object]:
    """The values that a type allows, if it lists them."""
    for part in get_args(hint):
        yield from choices(part) if get_args(part) else (part,)


def changed(world: Dossier, model: type[Record], field: str) -> Dossier:
    """The small dossier with another value in a field of one record of a kind."""
    places = [
        (getattr(record, field) in (None, (), {}), number, file, keys, record)
        for number, file in enumerate(world.files)
        for keys, record in records(file)
        if type(record) is model
    ]
    is_empty, _, file, keys, record = min(places, key=lambda place: place[:2])
    allowed = [*choices(model.model_fields[field].annotation)]
    old = getattr(record, field)
    value = first_value(model, field) if is_empty else other_value(old, allowed)
    new = with_value(file, (*keys, field), value)
    by_model = world.records_by_model
    others = tuple(new if each is file else each for each in by_model[type(file)])
    return replace(world, records_by_model={**by_model, type(file): others})


def has_instances(model: type[Record], world: Dossier) -> bool:
    return any(type(record) is model for record in world.records)


@pytest.mark.parametrize(
    ("model", "field"), FIELDS, ids=[f"{model.__name__}.{field}" for model, field in FIELDS]
)
def test_a_change_of_any_field_is_reported_once(
    model: type[Record], field: str, world: Dossier
) -> None:
    if not has_instances(model, world):
        assert model.__subclasses__(), "add this kind of record to tests/world"
        return
    before = Side(Linker(world, DAY), {})
    after = Side(Linker(changed(world, model, field), DAY), {})

    found = {
        title: lines for title, lines in all_sections(before, after) if title not in CONSEQUENCES
    }

    reported = [line for lines in found.values() for line in lines]
    if field == "id":  # a statement with another number is another statement
        assert [*found] == ["Uitspraken toegevoegd", "Uitspraken vervallen"]
    elif field == "slug" and model not in WITHOUT_ADDRESS:
        assert len(found["Hernoemd"]) == 1  # what refers to it is reported too
    else:
        assert len(reported) == 1, reported
    if "Hernoemd" not in found and (model.__name__, field) not in IN_OTHER_WORDS:
        assert is_in_dutch(reported[0], model, field), reported


def is_in_dutch(line: str, model: type[Record], field: str) -> bool:
    """Whether a line has the Dutch name of the field, or for a list the Dutch word for an item."""
    nouns = ("uitspraak", "WAT-", *(kind.noun for kind in KINDS if kind.items == field))
    return labels.of_field(model, field) in line or any(noun and noun in line for noun in nouns)


@pytest.mark.parametrize("model", sorted({model for model, _ in FIELDS}, key=str))
def test_every_field_has_a_short_dutch_name(model: type[Record]) -> None:
    for field in model.model_fields:
        label = labels.of_field(model, field)
        assert 3 <= len(label) < 80
        assert not label.startswith(("true", "title", "mail"))


class Invented(Record):
    """A kind that nobody has thought of yet."""

    slug: Line
    """Vaste naam."""
    colour: Line | None = None
    """De kleur, in één woord."""
    story: Rich | None = None
    """Het verhaal."""
    tones: tuple[Line, ...] = ()
    """De tonen, van laag naar hoog."""


def reported(before: Record, after: Record) -> list[str]:
    return [*fields.changes(before, after)]


def test_a_new_field_is_reported_without_anything_else_to_change() -> None:
    plain, red = Invented(slug="a"), Invented(slug="a", colour="rood")

    assert reported(plain, red) == ["de kleur: <ins>rood</ins>"]
    assert reported(red, plain) == ["de kleur: <del>rood</del>"]
    assert reported(red, Invented(slug="a", colour="blauw")) == [
        "de kleur: <del>rood</del><ins>blauw</ins>"
    ]
    assert reported(red, red) == []


def test_a_field_that_editors_have_no_words_for_is_refused() -> None:
    class Undocumented(Record):
        word: Line

    with pytest.raises(TypeError, match=r"Undocumented\.word"):
        reported(Undocumented(word="a"), Undocumented(word="b"))


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        (("a", "b"), ("a", "b", "c"), "<ins>c</ins>"),
        (("a", "b"), ("b",), "<del>a</del>"),
        (("a", "b"), ("c", "b"), "<del>a</del>, <ins>c</ins>"),
        (("a", "b"), ("b", "a"), "andere volgorde: b, a"),
        (("een boom", "b"), ("de boom", "b"), "<del>een</del><ins>de</ins> boom"),
    ],
)
def test_of_a_list_only_what_differs_is_reported(
    before: tuple[str, ...], after: tuple[str, ...], line: str
) -> None:
    old, new = Invented(slug="a", tones=before), Invented(slug="a", tones=after)

    assert reported(old, new) == [f"de tonen: {line}"]


def test_the_style_in_which_a_text_is_written_is_no_change() -> None:
    assert reported(Invented(slug="a", story="Eens."), Invented(slug="a", story="Eens.\n")) == []


def test_a_new_record_is_reported_in_one_line_with_all_its_values() -> None:
    record = Invented(slug="a", colour="rood", story="Eens.", tones=("laag", "hoog"))

    assert fields.summary(record) == "rood (het verhaal: Eens.; de tonen: laag, hoog)"


def test_a_heading_that_changed_is_reported_as_a_heading_alone(world: Dossier) -> None:
    (page,) = world.articles
    first = page.sections[0]
    sections = (first.model_copy(update={"heading": "Anders"}), *page.sections[1:])
    retitled: File = page.model_copy(update={"sections": sections})

    (line,) = reported(page, retitled)

    assert "tussenkop: <del>" in line
    assert first.text.strip() not in line
