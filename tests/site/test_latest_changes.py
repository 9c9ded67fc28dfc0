"""The file with the latest changes: bounded, and enough to tell what a reader has not seen."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dossier.dossier import Dossier
from generator.dossier.fixed_addresses import LIST_PAGES, LIST_WITH_CHANGES
from generator.dossier.register import Event, Register
from generator.site import files
from generator.site.exports import latest_changes
from generator.site.views.linker import Linker
from tests.support.registers import new_event

DAY = dt.date(2026, 12, 1)
FIRST = dt.date(2026, 11, 1)


def latest(dossier: Dossier) -> Any:  # noqa: ANN401  (what JSON holds)
    (_, make), *_ = latest_changes.outputs(Linker(dossier, DAY))
    return json.loads(make())


def with_register(dossier: Dossier, events: Sequence[Event]) -> Dossier:
    ordered = tuple(sorted(events, key=lambda event: event.date))
    return replace(dossier, register=Register(events=ordered, written=tuple(events)))


def events_on(days: Sequence[int]) -> list[Event]:
    """Something new for each number, on the day that is so many days after the first."""
    new = (new_event(f"nieuw-{at}", f"Tekst {at}", f"/nieuw-{at}/") for at in range(len(days)))
    dates = (FIRST + dt.timedelta(days=day) for day in days)
    return [each.model_copy(update={"date": date}) for each, date in zip(new, dates, strict=True)]


def identities(content: Mapping[str, Any]) -> list[tuple[str, int]]:
    return [(each["naam"], each["nummer"]) for each in content["wijzigingen"]]


def test_it_has_each_change_of_a_short_register(world: Dossier) -> None:
    events = events_on([0, 1, 1, 3])
    content = latest(with_register(world, events))

    assert content["aantal"] == 4
    assert content["volledigVanaf"] == "2026-11-01"
    assert [each["dag"] for each in content["wijzigingen"]] == [
        "2026-11-04",
        "2026-11-02",
        "2026-11-02",
        "2026-11-01",
    ]


def test_it_is_bounded_and_says_from_when_it_is_complete(world: Dossier) -> None:
    content = latest(with_register(world, events_on([0] * 300 + [1] * 40)))
    assert content["aantal"] == 340
    assert len(content["wijzigingen"]) == latest_changes.NEWEST
    assert content["volledigVanaf"] == "2026-11-02"

    of_one_day = latest(with_register(world, events_on([0] * 300)))
    assert of_one_day["volledigVanaf"] is None


@given(
    before=st.lists(st.integers(0, 4), max_size=150),
    added=st.lists(st.integers(0, 6), max_size=130),
    data=st.data(),
)
def test_a_page_can_tell_what_its_reader_has_not_seen(
    world: Dossier, before: list[int], added: list[int], data: st.DataObject
) -> None:
    """Whatever is in a later file and not in an earlier one was added since, on whatever day.

    If that is fewer than the two numbers of all changes differ, the later file does not reach.
    """
    events = events_on([*before, *added])
    old, new = events[: len(before)], {event.id for event in events[len(before) :]}
    everything = data.draw(st.permutations(events))
    in_the_same_order = [event for event in everything if event in old]
    earlier = latest(with_register(world, in_the_same_order))
    later = latest(with_register(world, everything))

    fresh = {*identities(later)} - {*identities(earlier)}

    assert {name for name, _ in fresh} <= new
    difference = later["aantal"] - earlier["aantal"]
    assert difference == len(new)
    reaches = len(fresh) == difference
    assert reaches == (new <= {name for name, _ in identities(later)})


def test_what_means_something_else_comes_before_what_was_added(frozen: Dossier) -> None:
    found = [
        (each["dag"], each["wijziging"] == "Toegevoegd") for each in latest(frozen)["wijzigingen"]
    ]

    assert found == sorted(found, key=lambda each: (-int(each[0].replace("-", "")), each[1]))
    assert {is_added for _, is_added in found} == {True, False}


def test_each_change_leads_to_its_permalink_and_is_on_the_lists_of_its_kind(
    world: Dossier, templates: Mapping[str, str]
) -> None:
    paths, changes = files.render(world, templates, DAY).keys(), latest(world)["wijzigingen"]
    lists = {each["naam"]: each["lijsten"] for each in changes}

    assert all(f"{each['adres']}index.html" in paths for each in changes)
    assert lists["WAT-008"] == ["document/", "afspraken/"]  # the gemeente promises it
    assert lists["WAT-001"] == ["document/"]  # a heading
    assert lists["water"] == ["themas/"]
    assert lists["hulp"] == ["begrippen/"]
    assert lists["over"] == []  # a page with text of our own


@pytest.mark.parametrize("page", dict.fromkeys(LIST_WITH_CHANGES.values()))
def test_each_list_whose_changes_are_recorded_says_what_is_new(
    page: str, world: Dossier, templates: Mapping[str, str]
) -> None:
    text = files.render(world, templates, DAY)[page]

    name = page.removesuffix("index.md").replace(".md", "/")
    assert f'data-list="{name}"' in text
    assert text.index("\n# ") < text.index("since.js")


def test_lists_without_recorded_changes_say_nothing_about_them(
    world: Dossier, templates: Mapping[str, str]
) -> None:
    texts = files.render(world, templates, DAY)
    found = {path for path, text in texts.items() if "since.js" in text}

    assert "tijdlijn.md" not in found
    assert found - {*LIST_PAGES} - {*LIST_WITH_CHANGES.values()} == {"index.md"}
