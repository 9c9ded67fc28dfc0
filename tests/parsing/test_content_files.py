"""What editors write is read whole, and what is no text is told."""

from pathlib import Path

from generator.parsing import content_files


def test_a_tree_is_read_by_path(tmp_path: Path) -> None:
    (tmp_path / "content/deep").mkdir(parents=True)
    (tmp_path / "content/deep/a.yml").write_bytes("\ufeffé: 1\r\n".encode())
    (tmp_path / "content/.hidden").write_text("x")
    (tmp_path / "content/a.yml~").write_text("x")

    assert content_files.read_tree(tmp_path, "content").texts == {"content/deep/a.yml": "é: 1\n"}


def test_what_is_no_utf8_is_told_and_located(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.yml").write_bytes(b"een: 1\ntwee: caf\xe9\n")

    (problem,) = content_files.read_tree(tmp_path, "content").problems

    assert str(problem) == (
        "content/a.yml:2:10: dit teken is geen UTF-8; sla het bestand op als UTF-8 [codering]"
    )
