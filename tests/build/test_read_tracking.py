"""A text is made again when something changed of which it was made, and only then."""

import datetime as dt
import json
from collections.abc import Callable, Mapping

import pytest

from generator.build.incremental import manifest
from generator.build.incremental.fingerprints import Marks, marks
from generator.build.incremental.manifest import Memory
from generator.build.incremental.read_tracking import Tracer, listening
from generator.dossier import page_numbers
from generator.dossier.dossier import Dossier
from generator.dossier.loader import read
from generator.model.record import shown
from generator.site import files, pages
from generator.site.views.linker import Linker
from generator.site.views.templates import html_environment, markdown_environment
from tests.conftest import dossier_of, world_texts

DAY = dt.date(2020, 6, 1)
Texts = dict[str, str]


def traced(dossier: Dossier, templates: Mapping[str, str]) -> tuple[Texts, Memory]:
    """All texts of a dossier, and the memory of what they were made of."""
    tracer = Tracer(dossier)
    link = Linker(dossier, DAY)
    others = files.others(link, html_environment(templates))
    outputs = (*others, *pages.outputs(link, markdown_environment(templates)))
    made = {path: tracer.trace(make) for path, make in outputs}
    made_of = {path: found for path, (_, found) in made.items()}
    return {path: text for path, (text, _) in made.items()}, Memory(marks(dossier, DAY), made_of)


def replaced(path: str, old: str, new: str) -> Callable[[Texts], Texts]:
    def edit(texts: Texts) -> Texts:
        assert old in texts[path]
        return {**texts, path: texts[path].replace(old, new, 1)}

    return edit


GROEN = "content/themes/groen.yml"
EDITS = {
    "a note": replaced(GROEN, "Hoeveel bomen, staat", "Hoeveel, dat staat"),
    "the words of a statement": replaced(GROEN, "bomen", "bloemen"),
    "an introduction": replaced(GROEN, "intro: ", "intro: Nu "),
    "the day of a change": replaced(GROEN, "changed: 20", "changed: 19"),
    "a title": replaced(GROEN, "title: ", "title: Nieuw "),
    "what a party is": replaced("content/parties/gemeente.yml", "what: ", "what: Nu "),
    "a name": replaced("content/parties/buurt.yml", "name: De buurt", "name: De hele buurt"),
    "a meaning": replaced("content/terms.yml", "meaning: ", "meaning: Nu "),
    "a fact": replaced("content/progress.yml", "what: ", "what: Nu "),
    "a point": replaced("content/open-points.yml", "found: ", "found: Nu "),
    "the site's name": replaced("content/dossier.yml", "Het Waterplein", "Het Grote Waterplein"),
    "a link in a note": replaced(GROEN, "Hoeveel bomen, staat", "Hoe [veel](buurt), staat"),
}


@pytest.mark.parametrize("name", EDITS)
def test_what_stands_after_an_edit_is_just_as_if_all_were_made_again(
    name: str, templates: dict[str, str]
) -> None:
    before, known = traced(dossier_of(world_texts()), templates)
    reading = read(EDITS[name](world_texts()))
    edited = reading.dossier
    assert edited
    assert reading.problems == ()
    after, _ = traced(edited, templates)

    stands = known.standing(marks(edited, DAY))

    assert {path: before[path] for path in stands} == {path: after[path] for path in stands}
    assert before != after


def shown_texts() -> dict[str, tuple[str, str]]:
    """Of each kind of record, for each field that is shown: a file, and a text that stands there.

    The text stands there once, so that it can be changed.
    """
    texts, found = world_texts(), {}
    dossier = dossier_of(texts)
    for each in dossier.records:
        path = dossier.place(each).document.path
        for name in shown(type(each)):
            value = getattr(each, name)
            if isinstance(value, str) and texts[path].count(value) == 1 and "\n" not in value:
                found[f"{type(each).__name__}.{name}"] = (path, value)
    return found


SHOWN = shown_texts()


def test_texts_are_found_for_most_that_is_shown() -> None:
    assert len(SHOWN) > 15
    assert {"Statement.text", "Theme.intro", "Party.what", "Progress.what"} <= SHOWN.keys()


@pytest.mark.parametrize("field", sorted(SHOWN))
def test_whatever_is_shown_may_change_and_what_stands_is_right(
    field: str, templates: dict[str, str]
) -> None:
    path, value = SHOWN[field]
    before, known = traced(dossier_of(world_texts()), templates)
    edited = read(replaced(path, value, f"{value} Zus")(world_texts())).dossier
    assert edited
    after, _ = traced(edited, templates)

    stands = known.standing(marks(edited, DAY))

    assert {path: before[path] for path in stands} == {path: after[path] for path in stands}
    assert before != after
    assert len(stands) > len(before) / 2


def test_a_record_tells_when_something_is_read_of_it_that_is_shown(world: Dossier) -> None:
    told: list[tuple[int, str]] = []
    theme, statement = world.themes[0], world.statements[0]
    with listening(lambda record, field: told.append((id(record), field))):
        _ = (theme.title, theme.number, statement.id, statement.line, statement.commitment)
        assert told == []
        _ = (theme.intro, statement.text)
    _ = theme.intro

    assert told == [(id(theme), "intro"), (id(statement), "text")]


def recorded(texts: Texts) -> Texts:
    """With two more events, as when a text was edited."""
    path = "content/register.jsonl"
    last = json.loads(texts[path].splitlines()[-1])
    event = {**last, "event": "redactioneel", "note": "Voor de proef."}
    return {**texts, path: texts[path] + 2 * f"{json.dumps(event, ensure_ascii=False)}\n"}


@pytest.mark.parametrize("size", [21, 1000], ids=["a page is full now", "no page is full"])
def test_what_stands_after_an_event_is_just_as_if_all_were_made_again(
    size: int, templates: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert world_texts()["content/register.jsonl"].count("\n") == 40
    monkeypatch.setattr(page_numbers, "EVENTS", size)
    before, known = traced(dossier_of(world_texts()), templates)
    edited = dossier_of(recorded(world_texts()))
    after, _ = traced(edited, templates)

    stands = known.standing(marks(edited, DAY))

    assert {path: before[path] for path in stands} == {path: after[path] for path in stands}


def test_an_edit_of_words_lets_most_texts_stand(templates: dict[str, str]) -> None:
    before, known = traced(dossier_of(world_texts()), templates)
    edited = dossier_of(EDITS["a note"](world_texts()))

    made_again = before.keys() - known.standing(marks(edited, DAY))

    assert "themas/groen.md" in made_again
    assert "afspraken/WAT-007.md" in made_again
    assert not {path for path in made_again if path.startswith("id/")}
    assert len(made_again) < len(before) / 4


def test_another_day_makes_everything_again(world: Dossier, templates: dict[str, str]) -> None:
    _, known = traced(world, templates)

    assert known.standing(marks(world, DAY)).keys() == known.made.keys()
    assert known.standing(marks(world, DAY + dt.timedelta(days=1))) == {}


def test_a_memory_is_read_again_as_it_was(world: Dossier, templates: dict[str, str]) -> None:
    _, known = traced(world, templates)

    assert manifest.parse(manifest.render(known)) == known


def test_of_very_many_parts_it_is_remembered_that_they_are_many() -> None:
    many = frozenset(map(str, range(manifest.MANY)))

    read = manifest.parse(manifest.render(Memory(Marks("", {}), {"page.md": many})))

    assert read.made == {"page.md": {manifest.EVERYTHING}}
