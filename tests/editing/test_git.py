"""Files at a revision are read exactly as committed, without symbolic links."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.editing import git as git_files
from tests.support.command_line import start


def test_files_at_a_revision_are_read_exactly(project: Path, git: Callable[..., str]) -> None:
    (project / "content/sources/twee regels é.txt").write_bytes(b"een\r\ntwee\xff")
    (project / "content/sources/leeg.txt").write_bytes(b"")
    (project / "content/sources/wijzer.txt").symlink_to("/etc/passwd")
    git("add", "content")
    git("commit", "-qm", "meer")

    found = git_files.files_at(project, "HEAD", "content")

    assert found["content/sources/twee regels é.txt"] == b"een\r\ntwee\xff"
    assert found["content/sources/leeg.txt"] == b""
    assert found["content/pages/over.yml"] == (project / "content/pages/over.yml").read_bytes()
    assert "content/sources/wijzer.txt" not in found
    assert git_files.files_at(project, "HEAD", "nergens") == {}


def test_a_project_may_be_a_folder_inside_its_repository(
    project: Path, git: Callable[..., str]
) -> None:
    git("status")

    assert "sources/slides.txt" in git_files.files_at(project / "content", "HEAD", "sources")


def test_the_main_branch_is_that_of_origin(project: Path, git: Callable[..., str]) -> None:
    assert git_files.main_branch(project) is None
    git("update-ref", "refs/remotes/origin/master", "HEAD")
    assert git_files.main_branch(project) == "origin/master"
    git("update-ref", "refs/remotes/origin/main", "HEAD")
    assert git_files.main_branch(project) == "origin/main"


@pytest.mark.usefixtures("git")
@pytest.mark.parametrize("revision", ["bestaat-niet", "--all", "HEAD:content"])
def test_an_invalid_revision_is_refused(project: Path, revision: str) -> None:
    with pytest.raises(git_files.RevisionError):
        git_files.files_at(project, revision, "content")


WITHOUT_GIT = {"PATH": ""}
NEW_TERM = ("new", "term", "loket", "--term", "loket", "--meaning", "Een plek.", "--ordinary")


@pytest.mark.parametrize(
    "arguments",
    [("diff", "HEAD"), ("check", "--base", "HEAD"), (*NEW_TERM, "--base", "HEAD")],
    ids=lambda arguments: arguments[0],
)
def test_without_git_a_command_that_needs_it_says_so(
    project: Path, arguments: tuple[str, ...]
) -> None:
    result = start(project, *arguments, environment=WITHOUT_GIT)

    message = "Het programma git ontbreekt op deze machine; installeer het.\n"
    assert (result.returncode, result.stdout, result.stderr) == (1, "", message)


def test_without_git_a_record_is_added_that_may_have_a_taken_number(project: Path) -> None:
    result = start(project, *NEW_TERM, environment=WITHOUT_GIT)

    assert result.returncode == 0, result.stderr
    first, second, *_ = result.stdout.splitlines()
    assert first == (
        "Het programma git ontbreekt op deze machine; installeer het. "
        "Nu is niet gekeken welke nummers op de hoofdtak in gebruik zijn."
    )
    assert second.startswith("Gemaakt: begrip loket")
