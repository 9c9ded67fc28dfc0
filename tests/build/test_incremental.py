"""An incremental build gives the same bytes as a clean build, after any sequence of edits."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.build import publish, search_index
from generator.build.build import build
from generator.build.check import check_content
from generator.build.incremental.environment import SITE
from generator.site import html_fixes
from generator.site.views.linker import Linker
from tests.support.built import built_world
from tests.support.incremental import DAY, EDITS, Edit, files, record_changes, toggle


@pytest.mark.slow
@example(["a new source", "a revert"])
@given(st.lists(st.sampled_from(sorted(EDITS)), min_size=2, max_size=5))
@settings(
    max_examples=3,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_an_incremental_build_equals_a_clean_build_after_any_edits(
    tmp_path_factory: pytest.TempPathFactory, edits: list[str]
) -> None:
    root = built_world(tmp_path_factory, tmp_path_factory.mktemp("world"))
    for name in edits:
        EDITS[name](root)
        record_changes(root)
        assert build(root, DAY).problems == (), name

    incremental = files(root / "site")
    assert build(root, DAY, clean=True).problems == ()
    assert incremental == files(root / "site"), edits


@pytest.fixture
def built(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_world(tmp_path_factory, tmp_path)


def modification_times(root: Path) -> dict[str, int]:
    site = root / SITE
    return {name: (site / name).stat().st_mtime_ns for name in files(site)}


def rebuilt_pages(root: Path, edit: Edit) -> set[str]:
    before = modification_times(root)
    edit(root)
    record_changes(root)
    assert build(root, DAY).problems == ()
    after = modification_times(root)
    return {name for name in after if name.endswith(".html") and after[name] != before.get(name)}


def test_only_affected_pages_are_rebuilt(built: Path) -> None:
    assert rebuilt_pages(built, EDITS["a note"]) == {
        "404.html",
        "afspraken/WAT-007/index.html",
        "afspraken/WAT-008/index.html",
        "partijen/bewoners/index.html",
        "partijen/gemeente/index.html",
        "themas/groen/index.html",
    }


@pytest.mark.parametrize("name", ["the theme", "the menu", "a page template"])
def test_a_change_that_affects_all_pages_rebuilds_all_pages(name: str, built: Path) -> None:
    all_pages = {name for name in modification_times(built) if name.endswith(".html")}

    assert rebuilt_pages(built, EDITS[name]) == all_pages


def test_after_an_interrupted_build_all_pages_are_rebuilt(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    all_pages = {name for name in modification_times(built) if name.endswith(".html")}
    with monkeypatch.context() as patch:
        patch.setattr(html_fixes, "finish", lambda *_: 1 / 0)
        EDITS["a note"](built)
        with pytest.raises(ZeroDivisionError):
            build(built, DAY)

    assert rebuilt_pages(built, lambda _: None) == all_pages


def test_postponed_work_that_was_never_done_is_done_by_the_next_build(built: Path) -> None:
    """As when someone changes a template and stops ``serve`` right after that."""
    toggle("templates/static/base.html.j2", "</body>", "<!-- nieuw --></body>")(built)
    assert build(built, DAY, later=lambda _: None).problems == ()

    assert build(built, DAY).problems == ()

    assert b"<!-- nieuw -->" in files(built / "site")["id/WAT-001/index.html"]


def test_interrupted_postponed_work_is_done_by_the_next_build(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    postponed: list[Callable[[], None]] = []
    EDITS["a name"](built)
    record_changes(built)
    assert build(built, DAY, later=postponed.append).problems == ()
    with monkeypatch.context() as patch:
        patch.setattr(search_index, "update_index", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            postponed[0]()

    assert build(built, DAY).problems == ()

    incremental = files(built / "site")
    assert build(built, DAY, clean=True).problems == ()
    assert incremental == files(built / "site")


def test_a_missing_menu_is_reported_and_the_site_stays(built: Path) -> None:
    before = files(built / "site")
    (built / "mkdocs.yml").unlink()

    (problem,) = build(built, DAY).problems
    assert problem.path == "mkdocs.yml"
    assert problem.message == "dit bestand ontbreekt en kan niet worden gemist; zet het terug"
    assert files(built / "site") == before


@pytest.mark.parametrize("index_is_finished", [False, True])
def test_the_index_of_a_build_with_problems_is_published_by_the_next_valid_build(
    index_is_finished: bool,
    built: Path,
) -> None:
    EDITS["a note"](built)
    assert build(built, DAY).problems == ()  # later builds publish only what they report as changed
    before = files(built / "site")
    EDITS["a name"](built)
    if index_is_finished:  # as when checking the content takes longer than indexing it
        dossier = check_content(built, DAY).dossier
        assert dossier
        search_index.update_index(built, Linker(dossier, DAY), clean=False)

    assert {each.rule for each in build(built, DAY).problems} == {"gewijzigd"}
    assert files(built / "site") == before
    record_changes(built)
    assert build(built, DAY).problems == ()

    incremental = files(built / "site")
    changed = {name for name in incremental if incremental[name] != before.get(name)}
    assert any(name.startswith("zoekindex/resultaten/") for name in changed)
    assert build(built, DAY, clean=True).problems == ()
    assert incremental == files(built / "site")


def test_readers_see_the_old_site_until_the_new_one_is_complete(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(built / "site")
    monkeypatch.setattr(publish, "replace", lambda *_: None)
    EDITS["a title"](built)
    record_changes(built)

    assert build(built, DAY).problems == ()

    assert files(built / "site") == before
    assert files(built / SITE) != before


@pytest.mark.parametrize("edits", [["a note"], ["a note", "a name", "a page template"]])
def test_the_site_may_be_published_before_the_search_index_is_built(
    edits: list[str], built: Path
) -> None:
    postponed: list[Callable[[], None]] = []
    for name in edits:
        EDITS[name](built)
    record_changes(built)
    assert build(built, DAY, later=postponed.append).problems == ()
    before = files(built / "site")

    for work in postponed:
        work()

    after = files(built / "site")
    assert b"Hoeveel, dat staat" in before["themas/groen/index.html"]
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed
    built_by_mkdocs = {name for name in changed if b"<article" in after[name]}
    assert built_by_mkdocs == set()
    assert build(built, DAY, clean=True).problems == ()
    assert after == files(built / "site")


@pytest.mark.parametrize("folder", ["docs", "static"])
@pytest.mark.parametrize("damage", ["changed", "removed", "added"])
def test_a_file_in_build_that_was_changed_by_hand_is_repaired(
    built: Path, folder: str, damage: str
) -> None:
    before = files(built / "site")
    name = {"docs": "themas/groen.md", "static": "id/WAT-001/index.html"}[folder]
    file = built / "build" / folder / (f"{name}.old.md" if damage == "added" else name)
    if damage == "removed":
        file.unlink()
    else:
        file.write_text("changed by hand", encoding="utf-8")
    EDITS["a note"](built)
    record_changes(built)
    assert build(built, DAY).problems == ()
    EDITS["a note"](built)
    record_changes(built)

    assert build(built, DAY).problems == ()

    assert file.exists() == (damage != "added")
    assert files(built / "build" / folder)[name] != b"changed by hand"
    incremental = files(built / "site")
    assert incremental.keys() == before.keys() | {
        each for each in incremental if each.startswith("id/")
    }
    assert build(built, DAY, clean=True).problems == ()
    assert files(built / "site") == incremental
