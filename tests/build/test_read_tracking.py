"""A text is rendered again when something it depends on changed, and only then."""

import datetime as dt
import json
from collections.abc import Callable, Mapping
from functools import reduce

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
from generator.dossier import page_numbers, register_chain
from generator.dossier.dossier import Dossier
from generator.dossier.loader import read
from generator.dossier.register import Event
from generator.model import Record
from generator.model.record import identity
from generator.site import files, pages
from generator.site.packs import files as pack_files
from generator.site.views.linker import Linker
from generator.site.views.templates import html_environment, markdown_environment
from tests.conftest import dossier_of, world_texts
from tests.support.registers import register_path

DAY = dt.date(2020, 6, 1)
STATE = (1, 1)
"""The modification time and the size of every file; no test changes a file."""
Texts = dict[str, str]


def render_all(dossier: Dossier, templates: Mapping[str, str]) -> tuple[Texts, Manifest]:
    """Return all texts of a dossier, and the manifest with their dependencies."""
    link, keys = Linker(dossier, DAY, has_packs=True), record_keys(dossier)
    static = files.static_outputs(link, html_environment(templates))
    markdown = pages.outputs(link, markdown_environment(templates))
    outputs = (*static, *markdown, *pack_files.outputs(link))

    def dependency(record: Record, field: str) -> str:
        return dependency_of_field(keys[identity(record)], field)

    with tracking():
        rendered = {path: trace(render, dependency) for path, render in outputs}
    dependencies = {path: found for path, (_, found) in rendered.items()}
    texts = {path: text for path, (text, _) in rendered.items()}
    return texts, Manifest(fingerprints(dossier, DAY), dependencies, dict.fromkeys(texts, STATE))


@pytest.fixture(scope="module")
def last_build(templates: dict[str, str]) -> tuple[Texts, Manifest]:
    """All texts of the small world, and their manifest."""
    return render_all(dossier_of(world_texts()), templates)


def up_to_date(manifest: Manifest, dossier: Dossier, day: dt.date = DAY) -> Dependencies:
    """The texts that need not be rendered again for a dossier, if no file was changed by hand."""
    return manifest.up_to_date(fingerprints(dossier, day), manifest.files)


def replacing(path: str, old: str, new: str) -> Callable[[Texts], Texts]:
    def edit(texts: Texts) -> Texts:
        assert old in texts[path]
        return {**texts, path: texts[path].replace(old, new, 1)}

    return edit


GROEN = "content/themes/groen.yml"
EDITS = {
    "a note": replacing(GROEN, "Hoeveel bomen, staat", "Hoeveel, dat staat"),
    "the text of a statement": replacing(GROEN, "bomen", "bloemen"),
    "an introduction": replacing(GROEN, "intro: ", "intro: Nu "),
    "the date of a change": replacing(GROEN, "changed: 20", "changed: 21"),
    "a title": replacing(GROEN, "title: ", "title: Nieuw "),
    "the description of a party": replacing("content/parties/gemeente.yml", "what: ", "what: Nu "),
    "a name": replacing("content/parties/buurt.yml", "name: De buurt", "name: De hele buurt"),
    "the meaning of a term": replacing("content/terms/hulp.yml", "meaning: ", "meaning: Nu "),
    "a progress fact": replacing("content/progress/eerste-boom.yml", "what: ", "what: Nu "),
    "an open point": replacing("content/open-points/uitleg.yml", "found: ", "found: Nu "),
    "the site's name": replacing("content/dossier.yml", "Het Waterplein", "Het Grote Waterplein"),
    "a link in a note": replacing(GROEN, "Hoeveel bomen, staat", "Hoe [veel](buurt), staat"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", EDITS)
def test_reused_texts_equal_rendered_ones_after_an_edit(
    name: str, templates: dict[str, str], last_build: tuple[Texts, Manifest]
) -> None:
    before, previous = last_build
    reading = read(EDITS[name](world_texts()))
    edited = reading.dossier
    assert edited
    assert reading.problems == ()
    after, _ = render_all(edited, templates)

    reused = up_to_date(previous, edited)

    assert {path: before[path] for path in reused} == {path: after[path] for path in reused}
    assert before != after


def display_only_texts() -> dict[str, tuple[str, str]]:
    """For each display-only field of each record type, a file and a text that occurs in it once."""
    texts, found = world_texts(), {}
    dossier = dossier_of(texts)
    for record in dossier.records:
        path = dossier.place(record).document.path
        for name in display_only_fields(type(record)):
            value = getattr(record, name)
            if isinstance(value, str) and texts[path].count(value) == 1 and "\n" not in value:
                found[f"{type(record).__name__}.{name}"] = (path, value)
    return dict(sorted(found.items()))


FIELDS = display_only_texts()


def test_most_display_only_fields_are_tested() -> None:
    assert len(FIELDS) > 15
    assert {"Statement.text", "Theme.intro", "Party.what", "Progress.what"} <= FIELDS.keys()


@pytest.mark.slow
@pytest.mark.parametrize("field", FIELDS)
def test_reused_texts_equal_rendered_ones_after_a_change_of_any_display_only_field(
    field: str, templates: dict[str, str], last_build: tuple[Texts, Manifest]
) -> None:
    path, value = FIELDS[field]
    before, previous = last_build
    edited = read(replacing(path, value, f"{value} Zus")(world_texts())).dossier
    assert edited
    after, _ = render_all(edited, templates)

    reused = up_to_date(previous, edited)

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


def with_two_more_events(texts: Texts) -> Texts:
    """Add two events to the register, as after an edit of a text."""
    path = register_path(texts, "regentonnen-elders")
    first = json.loads(texts[path])
    event = {**first, "event": "redactioneel", "note": "Voor de proef."}
    added = 2 * [Event.model_validate(event)]
    return {**texts, path: reduce(register_chain.append, added, texts[path])}


@pytest.mark.parametrize("is_full", [True, False], ids=["a page is full now", "no page is full"])
def test_reused_texts_equal_rendered_ones_after_an_event(
    is_full: bool, templates: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    after_edit = len(dossier_of(world_texts()).register.events) + 2
    monkeypatch.setattr(page_numbers, "EVENTS", after_edit // 2 if is_full else 1000)
    before, previous = render_all(dossier_of(world_texts()), templates)
    edited = dossier_of(with_two_more_events(world_texts()))
    after, _ = render_all(edited, templates)

    reused = up_to_date(previous, edited)

    assert {path: before[path] for path in reused} == {path: after[path] for path in reused}


def test_most_texts_are_reused_after_an_edit_of_a_note(
    last_build: tuple[Texts, Manifest],
) -> None:
    before, previous = last_build
    edited = dossier_of(EDITS["a note"](world_texts()))

    rendered_again = before.keys() - up_to_date(previous, edited)

    assert "themas/groen.md" in rendered_again
    assert "afspraken/WAT-007.md" in rendered_again
    assert not {path for path in rendered_again if path.startswith("id/")}
    assert len(rendered_again) < len(before) / 4


def test_on_another_day_everything_is_rendered_again(
    world: Dossier, last_build: tuple[Texts, Manifest]
) -> None:
    _, previous = last_build

    assert up_to_date(previous, world).keys() == previous.dependencies.keys()
    assert up_to_date(previous, world, DAY + dt.timedelta(days=1)) == {}


def test_a_manifest_survives_being_written_and_read(
    last_build: tuple[Texts, Manifest],
) -> None:
    _, previous = last_build

    assert manifest.from_json(manifest.to_json(previous)) == previous


def test_very_many_dependencies_are_stored_as_everything() -> None:
    many = frozenset(map(str, range(manifest.MANY)))

    original = Manifest(Fingerprints("", {}), {"page.md": many}, {})
    restored = manifest.from_json(manifest.to_json(original))

    assert restored.dependencies == {"page.md": {manifest.EVERYTHING}}
