"""Readers get all that was made and nothing else, in one step, whatever came before."""

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from generator.build import exchange, folders, publish

LAYERS = (("pages", ""), ("index", "zoek/"))


@pytest.fixture(params=["shared", "copied"], autouse=True)
def _disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk where copies may share their files, and one where they may not."""

    def refuse(*_: object) -> None:
        raise OSError

    if request.param == "copied":
        monkeypatch.setattr(os, "link", refuse)


def make(root: Path, name: str, text: str) -> None:
    """Write a file as a build does: as a new file, never in place."""
    folders.write_into(root, [(name, text)])


def published_to(root: Path, touched: Iterable[str] | None) -> None:
    layers = [(root / folder, place) for folder, place in LAYERS]
    names = None if touched is None else frozenset(touched)
    publish.publish(root / "site", layers, root / "spare", names)


def contents(folder: Path) -> dict[str, str]:
    return {name: (folder / name).read_text() for name in folders.files(folder)}


@pytest.fixture
def published(tmp_path: Path) -> Path:
    make(tmp_path, "pages/kept.html", "k")
    make(tmp_path, "pages/a/page.html", "1")
    make(tmp_path, "index/part.json", "i")
    published_to(tmp_path, None)
    published_to(tmp_path, ())
    return tmp_path


def test_unpublished_files_are_reported(published: Path) -> None:
    index, site = published / "index", published / "site"
    make(published, "index/new.json", "n")
    make(published, "index/part.json", "i 2")

    found = publish.unpublished(index, "zoek/", site)

    assert found == {"zoek/new.json", "zoek/part.json"}
    published_to(published, found)
    folders.remove(index, "new.json")
    assert "zoek/new.json" in publish.unpublished(index, "zoek/", site)


def test_all_built_files_are_published(published: Path) -> None:
    expected = {"kept.html": "k", "a/page.html": "1", "zoek/part.json": "i"}

    assert contents(published / "site") == expected
    assert contents(published / "spare") == expected
    assert {path.name for path in published.iterdir()} == {
        "index",
        "pages",
        "site",
        "spare",
        "spare.json",
    }


def test_a_touched_file_is_published_in_both_copies(published: Path) -> None:
    """The two copies take turns: each has to catch up with what came while it was the spare."""
    for turn in ("2", "3", "4"):
        make(published, "pages/a/page.html", turn)
        make(published, f"pages/new-{turn}.html", "n")
        published_to(published, {"a/page.html", f"new-{turn}.html"})

        found = contents(published / "site")
        assert found["a/page.html"] == turn
        assert {name for name in found if name.startswith("new-")} == {
            f"new-{each}.html" for each in "234" if each <= turn
        }


def test_a_removed_file_goes_and_does_not_come_back(published: Path) -> None:
    folders.remove(published / "pages", "a/page.html")
    published_to(published, {"a/page.html"})
    assert "a/page.html" not in contents(published / "site")

    for _ in range(2):
        published_to(published, ())
        assert contents(published / "site") == {"kept.html": "k", "zoek/part.json": "i"}
        assert not (published / "site/a").exists()


def test_a_file_may_take_the_place_of_a_folder_and_back(published: Path) -> None:
    folders.remove(published / "pages", "a/page.html")
    make(published, "pages/a", "now a file")
    published_to(published, {"a", "a/page.html"})
    assert contents(published / "site")["a"] == "now a file"

    folders.remove(published / "pages", "a")
    make(published, "pages/a/page.html", "a folder again")
    published_to(published, {"a", "a/page.html"})
    assert contents(published / "site")["a/page.html"] == "a folder again"


@pytest.mark.parametrize("lost", ["site", "spare", "spare.json"])
def test_without_a_copy_or_the_note_everything_is_published_again(
    published: Path, lost: str
) -> None:
    make(published, "pages/kept.html", "other")
    if lost == "spare.json":
        (published / lost).unlink()
    else:
        folders.remove_folder(published / lost)

    published_to(published, ())

    expected = {"kept.html": "other", "a/page.html": "1", "zoek/part.json": "i"}
    assert contents(published / "site") == expected


def test_after_an_interrupted_build_everything_is_published(
    published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(published, "pages/kept.html", "other")
    with monkeypatch.context() as patch:
        patch.setattr(publish, "_exchange", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            published_to(published, {"kept.html"})

    published_to(published, ())

    assert contents(published / "site")["kept.html"] == "other"


def test_files_being_built_do_not_show_in_the_published_site(published: Path) -> None:
    """Both share their files where the disk can: these are never changed in their place."""
    make(published, "pages/kept.html", "not yet")

    assert contents(published / "site")["kept.html"] == "k"


def test_readers_have_a_site_at_every_moment(
    published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two renames would leave a moment without one, and a build killed then no site at all."""
    make(published, "pages/kept.html", "new")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", lambda *_: pytest.fail("the site was renamed"))
        published_to(published, {"kept.html"})

    assert contents(published / "site")["kept.html"] == "new"
    assert contents(published / "spare")["kept.html"] == "k"


@pytest.fixture
def without_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a system or a disk that cannot exchange two folders."""
    monkeypatch.setattr(exchange, "exchange", lambda *_: False)


@pytest.mark.usefixtures("without_exchange")
def test_a_disk_that_cannot_exchange_folders_renames_them(published: Path) -> None:
    make(published, "pages/kept.html", "new")
    published_to(published, {"kept.html"})

    assert contents(published / "site")["kept.html"] == "new"
    assert contents(published / "spare")["kept.html"] == "k"
    assert not (published / "site.old").exists()


@pytest.mark.usefixtures("without_exchange")
@pytest.mark.parametrize("at", [1, 2])
def test_a_build_killed_between_two_renames_is_repaired_by_the_next(
    published: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    rename, calls = Path.rename, [*range(3)]

    def killed(path: Path, goal: Path) -> Path:
        if calls.pop(0) == at:
            raise KeyboardInterrupt
        return rename(path, goal)

    make(published, "pages/kept.html", "new")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", killed)
        with pytest.raises(KeyboardInterrupt):
            published_to(published, {"kept.html"})
    published_to(published, {"kept.html"})

    assert contents(published / "site")["kept.html"] == "new"
    assert contents(published / "site").keys() == {"kept.html", "a/page.html", "zoek/part.json"}


def test_an_exchange_that_cannot_be_done_says_so(tmp_path: Path) -> None:
    assert exchange.exchange(tmp_path / "missing", tmp_path / "missing too") is False
