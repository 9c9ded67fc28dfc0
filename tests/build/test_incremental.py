"""An incremental build gives the same bytes as a clean one, whatever was edited before."""

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
from tests.support.incremental import DAY, EDITS, Edit, files, replacing, settle, world_project


@example(["another file", "all undone"])
@given(st.lists(st.sampled_from(sorted(EDITS)), min_size=2, max_size=5))
@settings(
    max_examples=3,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_it_does_not_show_what_was_edited_before(
    tmp_path_factory: pytest.TempPathFactory, edits: list[str]
) -> None:
    root = world_project(tmp_path_factory.mktemp("world"))
    assert build(root, DAY).problems == ()
    for name in edits:
        EDITS[name](root)
        settle(root)
        assert build(root, DAY).problems == (), name

    made = files(root / "site")
    assert build(root, DAY, clean=True).problems == ()
    assert made == files(root / "site"), edits


@pytest.fixture
def built(tmp_path: Path) -> Path:
    root = world_project(tmp_path)
    assert build(root, DAY).problems == ()
    return root


def times(root: Path) -> dict[str, int]:
    site = root / SITE
    return {name: (site / name).stat().st_mtime_ns for name in files(site)}


def pages_made_anew(root: Path, edit: Edit) -> set[str]:
    before = times(root)
    edit(root)
    settle(root)
    assert build(root, DAY).problems == ()
    after = times(root)
    return {name for name in after if name.endswith(".html") and after[name] != before.get(name)}


def test_only_what_changed_is_made_anew(built: Path) -> None:
    assert pages_made_anew(built, EDITS["a note"]) == {
        "404.html",
        "afspraken/WAT-007/index.html",
        "afspraken/WAT-008/index.html",
        "partijen/bewoners/index.html",
        "partijen/gemeente/index.html",
        "themas/groen/index.html",
    }


@pytest.mark.parametrize("name", ["the theme", "the menu", "a page's template"])
def test_what_all_pages_hang_on_makes_all_anew(name: str, built: Path) -> None:
    every = {name for name in times(built) if name.endswith(".html")}

    assert pages_made_anew(built, EDITS[name]) == every


def test_a_build_that_was_cut_short_leaves_nothing_standing(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = {name for name in times(built) if name.endswith(".html")}
    with monkeypatch.context() as patch:
        patch.setattr(html_fixes, "finish", lambda _: 1 / 0)
        EDITS["a note"](built)
        with pytest.raises(ZeroDivisionError):
            build(built, DAY)

    assert pages_made_anew(built, lambda _: None) == every


def test_what_was_put_off_and_never_done_is_done_the_next_time(built: Path) -> None:
    """As when someone who changed a template stops serving at once."""
    replacing("templates/static/base.html.j2", "</body>", "<!-- nieuw --></body>")(built)
    assert build(built, DAY, later=lambda _: None).problems == ()

    assert build(built, DAY).problems == ()

    assert b"<!-- nieuw -->" in files(built / "site")["id/WAT-001/index.html"]


def test_what_was_put_off_and_cut_short_is_done_the_next_time(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later: list[Callable[[], None]] = []
    EDITS["a name"](built)
    settle(built)
    assert build(built, DAY, later=later.append).problems == ()
    with monkeypatch.context() as patch:
        patch.setattr(search_index, "update_index", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            later[0]()

    assert build(built, DAY).problems == ()

    made = files(built / "site")
    assert build(built, DAY, clean=True).problems == ()
    assert made == files(built / "site")


def test_a_menu_that_is_missing_is_told_and_the_site_stays(built: Path) -> None:
    before = files(built / "site")
    (built / "mkdocs.yml").unlink()

    (problem,) = build(built, DAY).problems
    assert problem.path == "mkdocs.yml"
    assert problem.message == "dit bestand ontbreekt en kan niet worden gemist; zet het terug"
    assert files(built / "site") == before


@pytest.mark.parametrize("done", [False, True])
def test_an_index_that_was_begun_and_given_up_is_published_once_all_is_right(
    done: bool,
    built: Path,
) -> None:
    EDITS["a note"](built)
    assert build(built, DAY).problems == ()  # so that from now on only what is told is published
    before = files(built / "site")
    EDITS["a name"](built)
    if done:  # as when the laws take longer than the index
        dossier = check_content(built).dossier
        assert dossier
        search_index.update_index(built, Linker(dossier, DAY), clean=False)

    assert {each.rule for each in build(built, DAY).problems} == {"gewijzigd"}
    assert files(built / "site") == before
    settle(built)
    assert build(built, DAY).problems == ()

    made = files(built / "site")
    changed = {name for name in made if made[name] != before.get(name)}
    assert any(name.startswith("pagefind/0/fragment/") for name in changed)
    assert build(built, DAY, clean=True).problems == ()
    assert made == files(built / "site")


def test_readers_see_the_old_site_until_the_new_one_is_whole(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(built / "site")
    monkeypatch.setattr(publish, "_exchange", lambda *_: None)
    EDITS["a title"](built)
    settle(built)

    assert build(built, DAY).problems == ()

    assert files(built / "site") == before
    assert files(built / SITE) != before


@pytest.mark.parametrize("edits", [["a note"], ["a note", "a name", "a page's template"]])
def test_the_site_may_be_published_before_what_is_searched_is_made(
    edits: list[str], built: Path
) -> None:
    later: list[Callable[[], None]] = []
    for name in edits:
        EDITS[name](built)
    settle(built)
    assert build(built, DAY, later=later.append).problems == ()
    before = files(built / "site")

    for work in later:
        work()

    after = files(built / "site")
    assert b"Hoeveel, dat staat" in before["themas/groen/index.html"]
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed
    made_by_mkdocs = {name for name in changed if b"<article" in after[name]}
    assert made_by_mkdocs == set()
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
    settle(built)
    assert build(built, DAY).problems == ()
    EDITS["a note"](built)
    settle(built)

    assert build(built, DAY).problems == ()

    assert file.exists() == (damage != "added")
    assert files(built / "build" / folder)[name] != b"changed by hand"
    made = files(built / "site")
    assert made.keys() == before.keys() | {each for each in made if each.startswith("id/")}
    assert build(built, DAY, clean=True).problems == ()
    assert files(built / "site") == made
