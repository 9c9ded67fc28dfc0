"""Content files are read as text, and files that are not text are reported."""

from pathlib import Path

from generator.parsing import content_files


def test_a_folder_is_read_as_texts_by_path(tmp_path: Path) -> None:
    (tmp_path / "content/deep").mkdir(parents=True)
    (tmp_path / "content/deep/a.yml").write_bytes("\ufeffé: 1\r\n".encode())
    (tmp_path / "content/.hidden").write_text("x")
    (tmp_path / "content/a.yml~").write_text("x")

    assert content_files.read_tree(tmp_path, "content").texts == {"content/deep/a.yml": "é: 1\n"}


def test_invalid_utf8_is_reported_with_its_position(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.yml").write_bytes(b"een: 1\ntwee: caf\xe9\n")

    (problem,) = content_files.read_tree(tmp_path, "content").problems

    assert str(problem) == (
        "content/a.yml:2:10: dit teken is geen UTF-8; sla het bestand op als UTF-8 [codering]"
    )
