"""The changes of a day: what has other words first, with both, and folded what is much."""

import datetime as dt
from dataclasses import replace

import pytest

from generator.dossier.dossier import Dossier
from generator.dossier.register import Event, EventKind, Register, fingerprint
from generator.site.views import day_changes
from generator.site.views.day_changes import ChangeGroup, Day
from generator.site.views.linker import Linker
from tests.support.pages import Pages

DAY = dt.date(2020, 6, 1)


def event(name: str, kind: EventKind, text: str, *, place: str = "/", day: dt.date = DAY) -> Event:
    return Event(
        id=name, event=kind, date=day, fingerprint=fingerprint(text), text=text, place=place
    )


def on_the_day(world: Dossier, *events: Event) -> Day:
    """The changes of a day on which something was there already."""
    earlier = event("WAT-001", "nieuw", "Er komt een brug.", day=dt.date(2020, 1, 1))
    link = Linker(replace(world, register=Register((earlier, *events))), DAY)
    (day,) = day_changes.days(link, events)
    return day


def test_changes_are_grouped_by_day_newest_first(world: Dossier) -> None:
    found = list(day_changes.days(Linker(world, DAY), world.register.events))
    counted = {day.anchor: [each.counted for each in day.groups] for day in found}

    assert [day.date for day in found] == sorted({each.date for each in found}, reverse=True)
    assert "1 partij" in counted["dag-2020-05-04"]
    assert counted["dag-2020-05-01"] == ["1 uitspraak", "1 bron"]


def test_changes_of_meaning_come_first_and_what_was_added_last(world: Dossier) -> None:
    kinds: list[EventKind] = ["regels", "nieuw", "redactioneel", "vervallen", "inhoudelijk"]
    first = event("a", "nieuw", "A", day=dt.date(2020, 2, 1))
    register = Register((first, *(event("a", kind, kind) for kind in kinds)))
    link = Linker(replace(world, register=register), DAY)

    (day, _) = day_changes.days(link, register.events)

    assert [bool(each.rewordings) for each in day.groups] == [True, False, True, False, False]
    assert [each.kinds[0].items[0].text for each in day.groups] == [
        "inhoudelijk",
        "vervallen",
        "redactioneel",
        "nieuw",
        "regels",
    ]


def test_a_rewording_shows_the_old_and_the_new_words(world: Dossier) -> None:
    day = on_the_day(world, event("WAT-001", "inhoudelijk", "Er komt een hoge stenen brug."))

    ((rewording,),) = [each.rewordings for each in day.groups]
    assert rewording.link.text == "WAT-001 ‘Er komt een hoge stenen brug.’"
    assert "".join(part.text for part in rewording.before) == "Er komt een brug."
    assert "".join(part.text for part in rewording.after) == "Er komt een hoge stenen brug."
    marked = [part.text.strip() for part in rewording.after if part.kind == "new"]
    assert marked == ["hoge stenen"]


def test_marked_words_with_only_a_space_between_them_are_one_part(world: Dossier) -> None:
    day = on_the_day(world, event("WAT-001", "redactioneel", "Hier staat een brug."))

    ((rewording,),) = [each.rewordings for each in day.groups]
    assert [part.text for part in rewording.before if part.kind == "gone"] == ["Er komt"]
    assert [part.text for part in rewording.after if part.kind == "new"] == ["Hier staat"]


@pytest.mark.parametrize(
    ("kind", "count", "is_folded"),
    [
        ("nieuw", 5, False),
        ("nieuw", 6, True),
        ("redactioneel", 6, True),
        ("inhoudelijk", 6, False),
    ],
)
def test_a_large_group_is_folded_unless_meanings_changed(
    kind: EventKind, count: int, is_folded: bool, world: Dossier
) -> None:
    added = [event(f"naam-{number}", "nieuw", f"Naam {number}") for number in range(count)]
    changed = [each.model_copy(update={"event": kind}) for each in added]
    earlier = [each.model_copy(update={"date": dt.date(2020, 1, 2)}) for each in added]
    events = changed if kind == "nieuw" else [*earlier, *changed]

    first = event("WAT-001", "nieuw", "Er komt een brug.", day=dt.date(2020, 1, 1))
    link = Linker(replace(world, register=Register((first, *events))), DAY)
    (group,) = next(day_changes.days(link, events)).groups

    assert group.is_folded == is_folded


def group_of(day: Day) -> ChangeGroup:
    (group,) = day.groups
    return group


@pytest.mark.parametrize(
    ("place", "noun"),
    [
        ("/partijen/gw/", "partij"),
        ("/partijen/", "pagina"),
        ("/partijen/#overheid", "tussenkop"),
        ("/begrippen/#steen", "begrip"),
        ("/voortgang/pagina-2/#eerste-boom", "feit"),
        ("/themas/groen/", "thema"),
        ("/over/", "pagina"),
    ],
)
def test_what_is_gone_is_counted_as_what_it_was(place: str, noun: str, world: Dossier) -> None:
    day = on_the_day(world, event("ooit", "vervallen", "Wat er was", place=place))

    assert group_of(day).counted == f"1 {noun}"


def test_the_first_day_says_with_what_the_dossier_began(world: Dossier) -> None:
    events = [event("ezk", "nieuw", "EZK", place="/partijen/ezk/"), event("WAT-001", "nieuw", "A")]
    link = Linker(replace(world, register=Register(tuple(events))), DAY)

    (day,) = day_changes.days(link, events)

    assert (group_of(day).label, group_of(day).counted) == ("Gestart met", "1 uitspraak, 1 partij")


def test_no_link_of_the_page_is_a_bare_number_and_few_are_in_sight(pages: Pages) -> None:
    page = pages["/wijzigingen/"]
    content = page.select_one("article")
    assert content
    texts = [link.get_text().strip() for link in content.select("a")]
    assert len(texts) > 300
    assert not [text for text in texts if text.isupper() and "-" in text and " " not in text]

    in_sight = [link for link in content.select("a") if not link.find_parent("details")]
    assert len(in_sight) < 60
