"""A text is rendered again when something it depends on changed, and only then."""

import datetime as dt
import json
from collections.abc import Callable, Mapping

import pytest

from generator.build.incremental import manifest
from generator.build.incremental.fingerprints import (
    Fingerprints,
    dependency_of_field,
    fingerprints,
    record_keys,
)
from generator.build.incremental.manifest import Dependencies, Manifest
from generator.build.incremental.read_tracking import (
    display_only_fields,
    listening,
    trace,
    tracking,
)
from generator.dossier import page_numbers
from generator.dossier.dossier import Dossier
from generator.dossier.loader import read
from generator.model import Record
from generator.model.record import identity
from generator.site import files, pages
from generator.site.views.linker import Linker
from generator.site.views.templates import html_environment, markdown_environment
from tests.conftest import dossier_of, world_texts

DAY = dt.date(2020, 6, 1)
STATE = (1, 1)
"""That of a file that nobody changed."""
Texts = dict[str, str]


def traced(dossier: Dossier, templates: Mapping[str, str]) -> tuple[Texts, Manifest]:
    """All texts of a dossier, and the manifest of what they depend on."""
    link, keys = Linker(dossier, DAY), record_keys(dossier)
    others = files.static_outputs(link, html_environment(templates))
    outputs = (*others, *pages.outputs(link, markdown_environment(templates)))

    def dependency(record: Record, field: str) -> str:
        return dependency_of_field(keys[identity(record)], field)

    with tracking():
        rendered = {path: trace(render, dependency) for path, render in outputs}
    dependencies = {path: found for path, (_, found) in rendered.items()}
    texts = {path: text for path, (text, _) in rendered.items()}
    return texts, Manifest(fingerprints(dossier, DAY), dependencies, dict.fromkeys(texts, STATE))


def up_to_date(manifest: Manifest, dossier: Dossier, day: dt.date = DAY) -> Dependencies:
    """The texts that need not be rendered again for a dossier, nobody having changed a file."""
    return manifest.up_to_date(fingerprints(dossier, day), manifest.files)


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
def test_reused_texts_equal_rendered_ones_after_an_edit(
    name: str, templates: dict[str, str]
) -> None:
    before, known = traced(dossier_of(world_texts()), templates)
    reading = read(EDITS[name](world_texts()))
    edited = reading.dossier
    assert edited
    assert reading.problems == ()
    after, _ = traced(edited, templates)

    reused = up_to_date(known, edited)

    assert {path: before[path] for path in reused} == {path: after[path] for path in reused}
    assert before != after


def display_only_texts() -> dict[str, tuple[str, str]]:
    """For each display-only field of each kind of record: a file, and a text that is in it once."""
    texts, found = world_texts(), {}
    dossier = dossier_of(texts)
    for each in dossier.records:
        path = dossier.place(each).document.path
        for name in display_only_fields(type(each)):
            value = getattr(each, name)
            if isinstance(value, str) and texts[path].count(value) == 1 and "\n" not in value:
                found[f"{type(each).__name__}.{name}"] = (path, value)
    return found


FIELDS = display_only_texts()


def test_most_display_only_fields_are_tried() -> None:
    assert len(FIELDS) > 15
    assert {"Statement.text", "Theme.intro", "Party.what", "Progress.what"} <= FIELDS.keys()


@pytest.mark.parametrize("field", sorted(FIELDS))
def test_reused_texts_equal_rendered_ones_after_a_change_of_any_display_only_field(
    field: str, templates: dict[str, str]
) -> None:
    path, value = FIELDS[field]
    before, known = traced(dossier_of(world_texts()), templates)
    edited = read(replaced(path, value, f"{value} Zus")(world_texts())).dossier
    assert edited
    after, _ = traced(edited, templates)

    reused = up_to_date(known, edited)

    assert {path: before[path] for path in reused} == {path: after[path] for path in reused}
    assert before != after
    assert len(reused) > len(before) / 2


def test_only_reads_of_display_only_fields_are_reported(world: Dossier) -> None:
    reads: list[tuple[int, str]] = []
    theme, statement = world.themes[0], world.statements[0]
    with tracking(), listening(lambda record, field: reads.append((id(record), field))):
        _ = (theme.title, theme.number, statement.id, statement.line, statement.commitment)
        assert reads == []
        _ = (theme.intro, statement.text)
    _ = theme.intro

    assert reads == [(id(theme), "intro"), (id(statement), "text")]


def recorded(texts: Texts) -> Texts:
    """With two more events, as when a text was edited."""
    path = "content/register.jsonl"
    last = json.loads(texts[path].splitlines()[-1])
    event = {**last, "event": "redactioneel", "note": "Voor de proef."}
    return {**texts, path: texts[path] + 2 * f"{json.dumps(event, ensure_ascii=False)}\n"}


@pytest.mark.parametrize("size", [21, 1000], ids=["a page is full now", "no page is full"])
def test_reused_texts_equal_rendered_ones_after_an_event(
    size: int, templates: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert world_texts()["content/register.jsonl"].count("\n") == 40
    monkeypatch.setattr(page_numbers, "EVENTS", size)
    before, known = traced(dossier_of(world_texts()), templates)
    edited = dossier_of(recorded(world_texts()))
    after, _ = traced(edited, templates)

    reused = up_to_date(known, edited)

    assert {path: before[path] for path in reused} == {path: after[path] for path in reused}


def test_most_texts_are_reused_after_an_edit_of_words(templates: dict[str, str]) -> None:
    before, known = traced(dossier_of(world_texts()), templates)
    edited = dossier_of(EDITS["a note"](world_texts()))

    rendered_again = before.keys() - up_to_date(known, edited)

    assert "themas/groen.md" in rendered_again
    assert "afspraken/WAT-007.md" in rendered_again
    assert not {path for path in rendered_again if path.startswith("id/")}
    assert len(rendered_again) < len(before) / 4


def test_on_another_day_everything_is_rendered_again(
    world: Dossier, templates: dict[str, str]
) -> None:
    _, known = traced(world, templates)

    assert up_to_date(known, world).keys() == known.dependencies.keys()
    assert up_to_date(known, world, DAY + dt.timedelta(days=1)) == {}


def test_a_manifest_survives_being_written_and_read(
    world: Dossier, templates: dict[str, str]
) -> None:
    _, known = traced(world, templates)

    assert manifest.from_json(manifest.to_json(known)) == known


def test_very_many_dependencies_are_stored_as_everything() -> None:
    many = frozenset(map(str, range(manifest.MANY)))

    written = Manifest(Fingerprints("", {}), {"page.md": many}, {})
    read = manifest.from_json(manifest.to_json(written))

    assert read.dependencies == {"page.md": {manifest.EVERYTHING}}
