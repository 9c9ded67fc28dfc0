"""A piece of a large file is made again when something it depends on changed, and only then."""

import datetime as dt
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from generator.build import state_files
from generator.build.incremental.fingerprints import (
    dependency_of_field,
    fingerprints,
    record_keys,
)
from generator.build.incremental.read_tracking import trace, tracking
from generator.build.incremental.saved_pieces import SavedPieces
from generator.dossier.dossier import Dossier
from generator.dossier.loader import read
from generator.model import Record
from generator.model.record import identity
from generator.site import one_file
from generator.site.exports import csv_tables, workbooks
from generator.site.pieces import Make, Pieces, without_cache
from generator.site.tables import table
from generator.site.views.linker import Linker
from generator.site.views.page import BinaryOutput, Content, Output
from generator.site.views.templates import html_environment
from tests.build.test_read_tracking import EDITS, FIELDS, replacing
from tests.conftest import dossier_of, world_texts

DAY = dt.date(2020, 6, 1)
Files = dict[str, Content]
Dependencies = dict[str, frozenset[str]]


class Counted:
    """Pieces that remember which of them were made."""

    def __init__(self, saved: SavedPieces) -> None:
        self.saved = saved
        self.made: list[str] = []

    def __call__(self, path: str, name: str, make: Make) -> str:
        def counted() -> str:
            self.made.append(f"{path} {name}")
            return make()

        return self.saved(path, name, counted)


def dependency_in(dossier: Dossier) -> Callable[[Record, str], str]:
    keys = record_keys(dossier)
    return lambda record, field: dependency_of_field(keys[identity(record)], field)


def pieces_of(dossier: Dossier, folder: Path, day: dt.date = DAY) -> Counted:
    return Counted(SavedPieces(folder, fingerprints(dossier, day), dependency_in(dossier)))


def large_files(
    dossier: Dossier, templates: Mapping[str, str], pieces: Pieces, day: dt.date = DAY
) -> tuple[Files, Dependencies]:
    """The files that are made of pieces, and what they depend on."""
    link, environment = Linker(dossier, day), html_environment(templates)
    outputs: tuple[Output | BinaryOutput, ...] = (
        *one_file.outputs(link, environment, pieces),
        *csv_tables.outputs(link, pieces),
        *csv_tables.outputs_for_excel(link, pieces),
        *workbooks.outputs(link, environment, pieces),
    )
    files: Files = {}
    dependencies: Dependencies = {}
    with tracking():
        for path, render in outputs:
            content: Content
            content, dependencies[path] = trace(render, dependency_in(dossier))
            files[path] = content
            if isinstance(pieces, Counted):
                pieces.saved.save()
    return files, dependencies


@pytest.fixture(scope="module", autouse=True)
def _small_parts() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(table, "ROWS_OF_PART", 2)
        yield


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory, templates: dict[str, str]) -> Path:
    """A folder with the pieces of the small world; no test may change it."""
    folder, world = tmp_path_factory.mktemp("saved"), dossier_of(world_texts())
    large_files(world, templates, pieces_of(world, folder))
    return folder


@pytest.fixture
def folder(tmp_path: Path, saved: Path) -> Path:
    """A copy of the folder with the pieces of the small world."""
    return Path(shutil.copytree(saved, tmp_path / "pieces"))


@pytest.mark.slow
@pytest.mark.parametrize(
    "edit",
    [*EDITS.values(), *(replacing(path, old, f"{old} Zus") for path, old in FIELDS.values())],
    ids=[*EDITS, *FIELDS],
)
def test_files_of_saved_pieces_equal_files_without_cache_after_an_edit(
    edit: Callable[[dict[str, str]], dict[str, str]], folder: Path, templates: dict[str, str]
) -> None:
    edited = read(edit(world_texts())).dossier
    assert edited

    files, dependencies = large_files(edited, templates, pieces_of(edited, folder))

    expected, expected_dependencies = large_files(edited, templates, without_cache)
    assert {path for path in files if files[path] != expected[path]} == set()
    assert dependencies == expected_dependencies


def test_no_piece_is_made_again_when_nothing_changed(
    world: Dossier, folder: Path, templates: dict[str, str]
) -> None:
    pieces = pieces_of(world, folder)
    large_files(world, templates, pieces)

    assert pieces.made == []


def test_few_pieces_are_made_again_after_an_edit_of_a_note(
    folder: Path, templates: dict[str, str]
) -> None:
    edited = dossier_of(EDITS["a note"](world_texts()))
    reused, fresh = pieces_of(edited, folder), pieces_of(edited, folder / "none")
    large_files(edited, templates, reused)
    large_files(edited, templates, fresh)

    assert "dossier.html part groen" in reused.made
    assert len(reused.made) < len(fresh.made) / 4


def test_on_another_day_every_piece_is_made_again(
    world: Dossier, folder: Path, templates: dict[str, str]
) -> None:
    tomorrow = DAY + dt.timedelta(days=1)
    reused, fresh = pieces_of(world, folder, tomorrow), pieces_of(world, folder / "none", tomorrow)
    large_files(world, templates, reused, tomorrow)
    large_files(world, templates, fresh, tomorrow)

    assert reused.made == fresh.made


def test_a_piece_depends_on_what_was_read_before_it_for_no_other_piece(
    tmp_path: Path, world: Dossier
) -> None:
    """What is in a piece may depend on that, such as on the name by which records are sorted."""
    theme, first, second = world.themes[0], *world.statements[:2]

    def render(pieces: Pieces) -> str:
        begin = pieces("file", "first", lambda: first.text)
        _ = theme.intro
        return begin + pieces("file", "second", lambda: second.text)

    pieces = pieces_of(world, tmp_path).saved
    with tracking():
        trace(lambda: render(pieces), dependency_in(world))
    pieces.save()
    written = state_files.read_json(tmp_path / "file.state") or {}
    keys = {name: set(found) for name, (_, found, _) in written.items()}

    path = world.place(theme).document.path
    assert keys == {"first": {first.id}, "second": {path, second.id}}
