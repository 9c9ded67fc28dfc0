"""Readers get all built files and nothing else, in one step, whatever was published before."""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from generator.build import exchange, folders, publish

MANIFEST = "manifest.sha256"
LAYERS = (("pages", ""), ("index", "zoek/"))


@pytest.fixture(params=["shared", "copied"], autouse=True)
def _disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk where two copies can share their files, and one where they cannot."""

    def refuse(*_: object) -> None:
        raise OSError

    if request.param == "copied":
        monkeypatch.setattr(os, "link", refuse)


def write(root: Path, name: str, text: str) -> None:
    """Write a file as a build does: as a new file, never in place."""
    folders.write_into(root, [(name, text)])


def publish_to(root: Path, changed: Iterable[str] | None) -> None:
    layers = [(root / folder, place) for folder, place in LAYERS]
    names = None if changed is None else frozenset(changed)
    publish.publish(root / "site", layers, root / "spare", names)


def contents(folder: Path) -> dict[str, str]:
    """The files of a folder; their published checksums, if there are any, have to be right."""
    found = {name: (folder / name).read_text() for name in folders.files(folder)}
    checksums = {
        name: hashlib.sha256(text.encode()).hexdigest()
        for name, text in found.items()
        if name != MANIFEST
    }
    if MANIFEST in found:
        listed = (line.split("  ") for line in found.pop(MANIFEST).splitlines())
        assert {name: checksum for checksum, name in listed} == checksums
    return found


def test_the_checksums_of_all_files_are_published(published: Path) -> None:
    write(published, "pages/a/page.html", "2")
    publish_to(published, ["a/page.html"])

    assert (published / "site" / MANIFEST).is_file()
    assert contents(published / "site")["a/page.html"] == "2"


@pytest.fixture
def published(tmp_path: Path) -> Path:
    write(tmp_path, "pages/kept.html", "k")
    write(tmp_path, "pages/a/page.html", "1")
    write(tmp_path, "index/part.json", "i")
    publish_to(tmp_path, None)
    publish_to(tmp_path, ())
    return tmp_path


def test_unpublished_files_are_reported(published: Path) -> None:
    index, site = published / "index", published / "site"
    write(published, "index/new.json", "n")
    write(published, "index/part.json", "i 2")

    found = publish.unpublished(index, "zoek/", site)

    assert found == {"zoek/new.json", "zoek/part.json"}
    publish_to(published, found)
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
        "spare.state",
    }


def test_a_touched_file_is_published_in_both_copies(published: Path) -> None:
    """The two copies take turns: each has to get the changes that came while it was the spare."""
    for turn in ("2", "3", "4"):
        write(published, "pages/a/page.html", turn)
        write(published, f"pages/new-{turn}.html", "n")
        publish_to(published, {"a/page.html", f"new-{turn}.html"})

        found = contents(published / "site")
        assert found["a/page.html"] == turn
        assert {name for name in found if name.startswith("new-")} == {
            f"new-{each}.html" for each in "234" if each <= turn
        }


def test_a_removed_file_disappears_and_does_not_come_back(published: Path) -> None:
    folders.remove(published / "pages", "a/page.html")
    publish_to(published, {"a/page.html"})
    assert "a/page.html" not in contents(published / "site")

    for _ in range(2):
        publish_to(published, ())
        assert contents(published / "site") == {"kept.html": "k", "zoek/part.json": "i"}
        assert not (published / "site/a").exists()


def test_a_file_may_replace_a_folder_and_a_folder_may_replace_a_file(published: Path) -> None:
    folders.remove(published / "pages", "a/page.html")
    write(published, "pages/a", "now a file")
    publish_to(published, {"a", "a/page.html"})
    assert contents(published / "site")["a"] == "now a file"

    folders.remove(published / "pages", "a")
    write(published, "pages/a/page.html", "a folder again")
    publish_to(published, {"a", "a/page.html"})
    assert contents(published / "site")["a/page.html"] == "a folder again"


@pytest.mark.parametrize("missing", ["site", "spare", "spare.state"])
def test_without_a_copy_or_its_list_of_outdated_files_everything_is_published_again(
    published: Path, missing: str
) -> None:
    write(published, "pages/kept.html", "other")
    if missing == "spare.state":
        (published / missing).unlink()
    else:
        folders.remove_folder(published / missing)

    publish_to(published, ())

    expected = {"kept.html": "other", "a/page.html": "1", "zoek/part.json": "i"}
    assert contents(published / "site") == expected


def test_after_an_interrupted_build_everything_is_published(
    published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(published, "pages/kept.html", "other")
    with monkeypatch.context() as patch:
        patch.setattr(publish, "replace", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            publish_to(published, {"kept.html"})

    publish_to(published, ())

    assert contents(published / "site")["kept.html"] == "other"


def test_files_being_built_do_not_show_in_the_published_site(published: Path) -> None:
    """Both share their files where the disk can, so a build never changes a file in place."""
    write(published, "pages/kept.html", "not yet")

    assert contents(published / "site")["kept.html"] == "k"


def test_readers_have_a_site_at_every_moment(
    published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two renames leave a moment without a site; a build killed in that moment leaves no site."""
    write(published, "pages/kept.html", "new")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", lambda *_: pytest.fail("the site was renamed"))
        publish_to(published, {"kept.html"})

    assert contents(published / "site")["kept.html"] == "new"
    assert contents(published / "spare")["kept.html"] == "k"


@pytest.fixture
def without_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    """Act like a system or a disk that cannot exchange two folders."""
    monkeypatch.setattr(exchange, "exchange", lambda *_: False)


@pytest.mark.usefixtures("without_exchange")
def test_a_disk_that_cannot_exchange_folders_renames_them(published: Path) -> None:
    write(published, "pages/kept.html", "new")
    publish_to(published, {"kept.html"})

    assert contents(published / "site")["kept.html"] == "new"
    assert contents(published / "spare")["kept.html"] == "k"
    assert not (published / "site.old").exists()


@pytest.mark.usefixtures("without_exchange")
@pytest.mark.parametrize("failing_call", [1, 2])
def test_a_build_killed_between_two_renames_is_repaired_before_the_next(
    published: Path, monkeypatch: pytest.MonkeyPatch, failing_call: int
) -> None:
    rename, calls = Path.rename, [*range(3)]

    def interrupted_rename(path: Path, target: Path) -> Path:
        if calls.pop(0) == failing_call:
            raise KeyboardInterrupt
        return rename(path, target)

    write(published, "pages/kept.html", "new")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", interrupted_rename)
        with pytest.raises(KeyboardInterrupt):
            publish_to(published, {"kept.html"})
    publish.recover(published / "site", published / "spare")

    seen = "k" if failing_call == 1 else "new"
    assert contents(published / "site")["kept.html"] == seen
    publish_to(published, {"kept.html"})

    assert contents(published / "site")["kept.html"] == "new"
    assert contents(published / "site").keys() == {"kept.html", "a/page.html", "zoek/part.json"}


def test_an_exchange_that_is_impossible_returns_false(tmp_path: Path) -> None:
    assert exchange.exchange(tmp_path / "missing", tmp_path / "missing too") is False
