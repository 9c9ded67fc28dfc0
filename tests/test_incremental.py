"""An incremental build gives the same bytes as a clean one, whatever was edited before."""

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.build import publish, searching
from generator.build.build import build
from generator.build.check import check_content
from generator.build.incremental.environment import SITE
from generator.dossier.citable import published
from generator.editing import events
from generator.editing.apply import append_events
from generator.editing.events import Change
from generator.site import html_fixes, pages
from generator.site.views.linker import Linker
from tests.conftest import ROOT, WORLD, dossier_of, world_texts

DAY = dt.date(2020, 6, 1)
Edit = Callable[[Path], None]


def world_project(root: Path) -> Path:
    """The small world, with a menu of its own, as a project that can be built."""
    shutil.copytree(WORLD / "content", root / "content")
    shutil.copytree(ROOT / "templates", root / "templates")
    configuration = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[0]
    every = pages.all_pages(Linker(dossier_of(world_texts()), DAY))
    menu = "".join(f"  - {page.title}: {page.path}\n" for page in every if not page.list)
    (root / "mkdocs.yml").write_text(f"{configuration}\nnav:\n{menu}", encoding="utf-8")
    return root


def replacing(path: str, old: str, new: str) -> Edit:
    """Change a text, or change it back."""

    def edit(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        here, there = (old, new) if old in text else (new, old)
        assert here in text
        (root / path).write_text(text.replace(here, there), encoding="utf-8")

    return edit


def another_source(root: Path) -> None:
    """A fact rests on a new source, and the one that came before in this way goes."""
    folder, log = root / "content/sources", root / "content/progress.yml"
    old = next(folder.glob("brief-*.yml"), None)
    new = f"brief-{int(old.stem.removeprefix('brief-')) + 1 if old else 1}"
    fields = (WORLD / "content/sources/krant.yml").read_text(encoding="utf-8")
    (folder / f"{new}.yml").write_text(fields.replace("title: ", f"title: {new} "), "utf-8")
    text = log.read_text(encoding="utf-8")
    cited = f"[krant, {old.stem}]" if old else "[krant]"
    log.write_text(text.replace(cited, f"[krant, {new}]", 1), encoding="utf-8")
    if old:
        old.unlink()


def undoing_all(root: Path) -> None:
    """As when another branch is checked out: the register has less as well."""
    shutil.rmtree(root / "content")
    shutil.copytree(WORLD / "content", root / "content")


EDITS: dict[str, Edit] = {
    "a note": replacing("content/themes/groen.yml", "Hoeveel bomen, staat", "Hoeveel, dat staat"),
    "a name": replacing("content/parties/buurt.yml", "name: De buurt", "name: De hele buurt"),
    "a title": replacing("content/dossier.yml", "Het Waterplein", "Het Grote Waterplein"),
    "another file": another_source,
    "all undone": undoing_all,
    "a commitment": replacing(
        "content/themes/groen.yml", "    commitment: true\n    under", "    under"
    ),
    "a page's template": replacing("templates/pages/article.md.j2", "# {{", "#  {{"),
    "the theme": replacing("templates/theme/main.html", "{% extends", "{# x #}{% extends"),
    "the looks": replacing("templates/assets/site.css", "Design tokens", "Tokens"),
    "the menu": replacing("mkdocs.yml", "  - Begrippen en", "  - De begrippen en"),
}


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


def settle(root: Path) -> None:
    """Record what has to be on record after an edit: what is new, other or gone."""
    dossier = check_content(root).dossier
    assert dossier
    history, now = dossier.register, {item.name: item for item in published(dossier)}
    edited = Change("redactioneel", DAY, "Voor de proef.")
    gone = Change("vervallen", DAY, "Voor de proef.")
    found = [
        *(
            events.changed(dossier, name, edited)
            for name, item in now.items()
            if name in history.history and history.versions(name)[-1].event.text != item.text
        ),
        *(
            events.ended(dossier, name, gone)
            for name in history.history.keys() - now.keys()
            if not history.tombstone(name)
        ),
    ]
    if now.keys() - history.history.keys():
        found += events.new(dossier, DAY)
    append_events(root, found)


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


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
        patch.setattr(searching, "index", lambda *_, **__: 1 / 0)
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
        searching.index(built, Linker(dossier, DAY), anew=False)

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
