"""Whatever date a check accepts can be built, compared and shown: every date field at its rims."""

import datetime as dt
import itertools
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_type_hints

import click
import pytest
from click.testing import CliRunner

from commands._options import today_option
from generator.build.build import build
from generator.dossier import register_chain
from generator.dossier.register_files import is_register_file
from generator.editing import change_report
from generator.editing.change_report import Side
from generator.model import Record, scalars
from generator.model.scalars import Happened
from generator.model.traversal import KeyPath, fields_with
from generator.parsing.yaml_editor import Edit, YamlEditor, apply
from generator.search.records import search_records
from generator.site import files
from generator.site.views.linker import Linker
from tests.conftest import dossier_of, world_texts
from tests.support.incremental import world_project
from tests.support.models import all_models

TODAYS = [dt.date(1970, 1, 1), dt.date(2099, 12, 31)]
"""The rims of ``--today``."""
DAYS = ("1800-01-01", "2199-12-31")
PARTIAL_DATES = (DAYS, ("1800-01", "2199-12"), ("1800", "2199"))
BEGINNINGS = {"start", "Milestone.date"}
"""The fields that get the first rim where a period is as long as it can be."""


def date_fields(model: type[Record]) -> Iterator[tuple[str, bool]]:
    """The fields of a record that are dates, and whether they take a part of a date."""
    partial, days = (
        {scalars.PartialDate, scalars.PastDate},
        {scalars.Day, scalars.PastDay, scalars.DayOfChange, scalars.DayOfReview},
    )
    for name, hint in _hints(model).items():
        kinds = {hint, *getattr(hint, "__args__", ())}
        if kinds & (partial | days):
            yield name, bool(kinds & partial)


def _hints(model: type[Record]) -> Mapping[str, object]:
    return get_type_hints(model, include_extras=True)


def test_every_date_field_is_in_the_small_world() -> None:
    expected = {
        (model, name)
        for model in all_models()
        if "title" in model.model_config
        for name, _ in date_fields(model)
    }
    dossier = dossier_of(world_texts())
    found = {
        (type(record), name)
        for record in (*dossier.records, *dossier.register.events)
        for name, _ in date_fields(type(record))
        if getattr(record, name) is not None
    }

    assert len(expected) > 20
    assert found == expected


def world_at(beginning: int, end: int, today: dt.date = TODAYS[-1]) -> dict[str, str]:
    """The small world with all dates at a rim, 0 or 1, in each of their forms in turn.

    The last rim of what has happened, and of what it must be after, is today.
    """
    texts = world_texts()
    dossier = dossier_of(texts)
    forms = itertools.cycle(PARTIAL_DATES)
    edits: dict[str, list[Edit]] = {}
    sheets = {path: YamlEditor(text) for path, text in texts.items() if path.endswith(".yml")}
    for record in dossier.records:
        place = dossier.place(record)
        for name, is_partial in date_fields(type(record)):
            keys: KeyPath = (*place.keys, name)
            path = place.document.path
            if keys in sheets[path].spans:
                is_first = not BEGINNINGS.isdisjoint({name, f"{type(record).__name__}.{name}"})
                rims = next(forms) if is_partial else DAYS
                rim = rims[beginning if is_first else end]
                if is_first or name in fields_with(type(record), Happened):
                    rim = min(rim, today.isoformat()[: len(rim)])
                edits.setdefault(path, []).append(sheets[path].set(keys, rim))
    changed = {path: apply(texts[path], found) for path, found in edits.items()}
    day = min(DAYS[end], today.isoformat())
    registers = {
        path: re.sub(r'"date": "[0-9-]+"', f'"date": "{day}"', text)
        for path, text in texts.items()
        if is_register_file(path)
    }
    chained = {path: rechained(text) for path, text in registers.items()}
    return {**texts, **changed, **chained}


def rechained(text: str) -> str:
    """The lines of a file of the register, chained again."""
    bare = "".join(f"{register_chain.without_previous(each)}\n" for each in text.splitlines())
    return register_chain.add_missing({"": bare}).get("", bare)


@pytest.mark.parametrize(("beginning", "end"), [(0, 0), (0, 1), (1, 1)])
def test_dates_at_the_rim_can_be_shown_and_compared(
    beginning: int, end: int, templates: dict[str, str]
) -> None:
    before, after = (
        dossier_of(texts, TODAYS[-1]) for texts in (world_texts(), world_at(beginning, end))
    )

    for today in TODAYS:
        assert [*search_records(Linker(after, today))]
        one, other = (
            Side(Linker(each, today), files.render(each, templates, today))
            for each in (before, after)
        )
        assert change_report.render(one, other)
        assert change_report.render(other, one)


@pytest.mark.slow
@pytest.mark.parametrize("today", TODAYS)
def test_dates_at_the_rim_can_be_built(today: dt.date, tmp_path: Path) -> None:
    world_project(tmp_path)
    for path, text in world_at(0, 1, today).items():
        (tmp_path / path).write_text(text, encoding="utf-8")

    assert build(tmp_path, today).problems == ()
    assert (tmp_path / "site/index.html").is_file()


@pytest.mark.parametrize(
    ("day", "accepted"),
    [
        ("1969-12-31", False),
        ("1970-01-01", True),
        ("2099-12-31", True),
        ("2100-01-01", False),
        ("0001-01-01", False),
        ("9999-12-31", False),
    ],
)
def test_today_is_a_day_that_every_format_can_write(day: str, *, accepted: bool) -> None:
    """A compressed file has room for the days from 1970 to 2106."""

    @click.command()
    @today_option
    def command(today: dt.date) -> None:
        click.echo(today)

    result = CliRunner().invoke(command, ["--today", day])

    assert result.exit_code == (0 if accepted else 2)
    assert (day if accepted else "de jaren 1970 tot en met 2099") in result.output
