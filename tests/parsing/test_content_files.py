"""Content files are read as text, and files that are not text are reported."""

import os
import subprocess
from pathlib import Path

import pytest

from generator.checks.runner import check
from generator.dossier.loader import read
from generator.model import characters
from generator.parsing import content_files
from tests.conftest import TODAY


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


def refusals(root: Path) -> dict[str, str]:
    """The messages about unreadable files, by path."""
    problems = content_files.read_tree(root, "content").problems
    assert {each.rule for each in problems} == {"onleesbaar-bestand"}
    return {each.path: each.message for each in problems}


def test_a_content_folder_that_leads_outside_the_project_is_not_read(tmp_path: Path) -> None:
    outside, project = tmp_path / "outside", tmp_path / "project"
    outside.mkdir()
    (outside / "secret.yml").write_text("geheim", encoding="utf-8")
    project.mkdir()
    (project / "content").symlink_to(outside)

    tree = content_files.read_tree(project, "content")

    assert tree.displayable == {}
    assert list(refusals(project)) == ["content"]
    assert [each.path for each in check(read(tree.texts, tree.problems), TODAY)] == ["content"]


def test_a_folder_of_the_content_that_is_a_link_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/sources").symlink_to("/etc")
    (tmp_path / "content/itself").symlink_to(tmp_path / "content/itself")

    assert sorted(refusals(tmp_path)) == ["content/itself", "content/sources"]


def test_a_file_name_that_is_no_text_is_reported(tmp_path: Path) -> None:
    folder = tmp_path / "content/parties"
    folder.mkdir(parents=True)
    for name in (b"caf\xe9.yml", "a\u202eb.yml".encode(), b"a\nb.yml", b"a\tb.yml"):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text("a: b", encoding="utf-8")

    messages = refusals(tmp_path)

    assert len(messages) == 4
    not_utf8 = messages.pop("content/parties/caf\udce9.yml")
    assert not_utf8 == "de naam van dit bestand is geen UTF-8; geef het een andere naam"
    assert all("onzichtbaar teken (U+" in message for message in messages.values())


def test_folders_that_are_nested_too_deep_are_reported(tmp_path: Path) -> None:
    """So deep that the system refuses the complete path; it is made and removed in steps."""
    (tmp_path / "content").mkdir()
    start = os.open(tmp_path / "content", os.O_RDONLY)
    before = Path.cwd()
    os.fchdir(start)
    for _ in range(30):
        Path("x" * 200).mkdir()
        os.chdir("x" * 200)
    os.chdir(before)
    os.close(start)

    ((path, message),) = refusals(tmp_path).items()

    assert path.count("/") == content_files.MAX_FOLDERS
    assert message == "hier staan te veel mappen in elkaar; haal er mappen uit"
    subprocess.run(["rm", "-rf", str(tmp_path / "content")], check=True)  # noqa: S603, S607


@pytest.mark.parametrize(
    "path",
    [
        "content/register/a-01234567.jsonl",
        "content/parties/zzz.jsonl",
        "content/terms.yml",
        "content/sources/a.txt",
    ],
)
def test_every_file_has_a_largest_size(tmp_path: Path, path: str) -> None:
    file, limit = tmp_path / path, content_files.MAX_BYTES
    file.parent.mkdir(parents=True)
    file.write_bytes(b"x" * limit)
    assert content_files.read_tree(tmp_path, "content").problems == ()

    file.write_bytes(b"x" * (limit + 1))
    assert refusals(tmp_path) == {
        path: f"dit bestand is groter dan {limit // 1_000_000} MB; zet hier alleen tekst"
    }


def test_every_file_has_a_largest_number_of_lines() -> None:
    for ending in (b"\n", b"\r", b"\r\n"):
        files = {"content/a.txt": ending * content_files.MAX_LINES}
        assert content_files.decode_files(files).problems == ()
        (problem,) = content_files.decode_files(
            {"content/a.txt": files["content/a.txt"] + ending}
        ).problems
        assert problem.message == "dit bestand heeft meer dan 100000 regels; zet hier minder"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("no_ending", ["\x0b", "\x0c", "\x1c", "\x1e", "\x85", "\u2028", "\u2029"])
def test_lines_are_those_that_an_editor_counts(ending: str, no_ending: str) -> None:
    text = f"een{ending}tw{no_ending}ee{ending}{no_ending}drie{ending}"

    read = content_files.decode_files({"content/sources/a.txt": text.encode()}).texts

    assert characters.lines(read["content/sources/a.txt"]) == [
        "een",
        f"tw{no_ending}ee",
        f"{no_ending}drie",
    ]
