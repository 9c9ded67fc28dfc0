"""Files are read whole, written only where they change, and replaced in one step."""

from pathlib import Path

from generator import disk


def test_a_tree_is_read_by_path(tmp_path: Path) -> None:
    (tmp_path / "content/deep").mkdir(parents=True)
    (tmp_path / "content/deep/a.yml").write_bytes("\ufeffé: 1\r\n".encode())
    (tmp_path / "content/.hidden").write_text("x")
    (tmp_path / "content/a.yml~").write_text("x")

    assert disk.read_tree(tmp_path, "content").texts == {"content/deep/a.yml": "é: 1\n"}


def test_what_is_no_utf8_is_told_and_located(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.yml").write_bytes(b"een: 1\ntwee: caf\xe9\n")

    (problem,) = disk.read_tree(tmp_path, "content").problems

    assert str(problem) == (
        "content/a.yml:2:10: dit teken is geen UTF-8; sla het bestand op als UTF-8 [codering]"
    )


def test_unchanged_files_keep_their_time_and_strays_go(tmp_path: Path) -> None:
    disk.write_tree(tmp_path, {"a/same.md": "x", "a/other.md": "y", "b/gone.md": "z"})
    before = (tmp_path / "a/same.md").stat().st_mtime_ns

    disk.write_tree(tmp_path, {"a/same.md": "x", "a/other.md": "new"})

    assert (tmp_path / "a/same.md").stat().st_mtime_ns == before
    assert (tmp_path / "a/other.md").read_text() == "new"
    assert not (tmp_path / "b").exists()


def test_a_file_may_take_the_place_of_a_folder(tmp_path: Path) -> None:
    disk.write_tree(tmp_path, {"a/b": "x"})

    disk.write_tree(tmp_path, {"a": "now a file"})

    assert (tmp_path / "a").read_text() == "now a file"


def test_a_folder_is_replaced_whole(tmp_path: Path) -> None:
    disk.write_tree(tmp_path / "site", {"old.html": "x"})
    disk.write_tree(tmp_path / "new", {"new.html": "y"})

    disk.replace_folder(tmp_path / "site", tmp_path / "new")

    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["new.html"]
