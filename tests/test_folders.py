"""Folders hold just what is wanted, what stands is not written again, and readers see one whole."""

import os
from pathlib import Path

import pytest

from generator import folders
from generator.folders import Changes


def write(folder: Path, **contents: str) -> Changes:
    """Files by name, with ``__`` for a stroke and ``_`` for a point."""
    named = {name.replace("__", "/").replace("_", "."): text for name, text in contents.items()}
    return folders.write(folder, named)


def contents(folder: Path) -> dict[str, str]:
    return {name: (folder / name).read_text() for name in folders.files(folder)}


def test_unchanged_files_keep_their_time_and_strays_go(tmp_path: Path) -> None:
    write(tmp_path, a__same_md="x", a__other_md="y", b__gone_md="z")
    before = (tmp_path / "a/same.md").stat().st_mtime_ns

    changes = write(tmp_path, a__same_md="x", a__other_md="new", a__more_md="v")

    assert changes == Changes(frozenset({"a/other.md", "a/more.md"}), frozenset({"b/gone.md"}))
    assert (tmp_path / "a/same.md").stat().st_mtime_ns == before
    assert contents(tmp_path) == {"a/same.md": "x", "a/other.md": "new", "a/more.md": "v"}
    assert not (tmp_path / "b").exists()


def test_what_is_wanted_is_kept_and_all_else_goes(tmp_path: Path) -> None:
    write(tmp_path, kept_md="x", a__gone_md="y")

    removed, missing = folders.tidy(tmp_path, {"kept.md", "new.md"})

    assert (removed, missing) == (frozenset({"a/gone.md"}), frozenset({"new.md"}))
    assert contents(tmp_path) == {"kept.md": "x"}


def test_a_file_may_take_the_place_of_a_folder_and_a_folder_that_of_a_file(tmp_path: Path) -> None:
    write(tmp_path, a__b="x")

    assert write(tmp_path, a="now a file").removed == {"a/b"}
    assert contents(tmp_path) == {"a": "now a file"}

    write(tmp_path, a__b="a folder again")
    assert contents(tmp_path) == {"a/b": "a folder again"}


def test_what_is_published_is_all_that_was_made_and_nothing_else(tmp_path: Path) -> None:
    site, spare = tmp_path / "site", tmp_path / "spare"
    layers = ((tmp_path / "pages", ""), (tmp_path / "index", "zoek/"))
    for turn in ("een", "twee", "drie"):
        write(tmp_path / "pages", same_html="x", other_html=turn)
        (tmp_path / f"pages/only-{turn}.html").write_text("y")
        write(tmp_path / "index", a__part_json=turn)
        folders.publish(site, layers, spare)

        assert contents(site) == {
            "same.html": "x",
            "other.html": turn,
            f"only-{turn}.html": "y",
            "zoek/a/part.json": turn,
        }
    assert sorted(path.name for path in tmp_path.iterdir()) == ["index", "pages", "site", "spare"]


def test_what_is_being_made_does_not_show_through_in_what_is_published(tmp_path: Path) -> None:
    """Both share their files where the disk can: these are never changed in their place."""
    site, spare = tmp_path / "site", tmp_path / "spare"
    write(tmp_path / "pages", page_html="old")
    folders.publish(site, [(tmp_path / "pages", "")], spare)

    write(tmp_path / "pages", page_html="new")

    assert contents(site) == {"page.html": "old"}


def test_publishing_works_where_files_cannot_be_shared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(os, "link", refuse)
    write(tmp_path / "pages", page_html="old")
    for text in ("old", "new"):
        write(tmp_path / "pages", page_html=text)
        folders.publish(tmp_path / "site", [(tmp_path / "pages", "")], tmp_path / "spare")

        assert contents(tmp_path / "site") == {"page.html": text}
