"""Folders hold exactly the wanted files, and unchanged files are not written again."""

from pathlib import Path

from generator.build import folders
from generator.build.folders import Changes


def write(folder: Path, **contents: str) -> Changes:
    """Write files by name, with ``__`` for a slash and ``_`` for a dot."""
    texts = {name.replace("__", "/").replace("_", "."): text for name, text in contents.items()}
    return folders.write(folder, texts)


def contents(folder: Path) -> dict[str, str]:
    return {name: (folder / name).read_text() for name in folders.files(folder)}


def test_unchanged_files_keep_their_time_and_other_files_are_removed(tmp_path: Path) -> None:
    write(tmp_path, a__same_md="x", a__other_md="y", b__gone_md="z")
    time_before = (tmp_path / "a/same.md").stat().st_mtime_ns

    changes = write(tmp_path, a__same_md="x", a__other_md="new", a__more_md="v")

    assert changes == Changes(frozenset({"a/other.md", "a/more.md"}), frozenset({"b/gone.md"}))
    assert (tmp_path / "a/same.md").stat().st_mtime_ns == time_before
    assert contents(tmp_path) == {"a/same.md": "x", "a/other.md": "new", "a/more.md": "v"}
    assert not (tmp_path / "b").exists()


def test_a_file_may_replace_a_folder_and_a_folder_may_replace_a_file(tmp_path: Path) -> None:
    write(tmp_path, a__b="x")

    assert write(tmp_path, a="now a file").removed == {"a/b"}
    assert contents(tmp_path) == {"a": "now a file"}

    write(tmp_path, a__b="a folder again")
    assert contents(tmp_path) == {"a/b": "a folder again"}
