"""What git keeps is read as it was, and nothing that only points to it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.editing import git as room


def test_files_at_a_revision_are_read_whole(project: Path, git: Callable[..., str]) -> None:
    (project / "content/sources/twee regels é.txt").write_bytes(b"een\r\ntwee\xff")
    (project / "content/sources/leeg.txt").write_bytes(b"")
    (project / "content/sources/wijzer.txt").symlink_to("/etc/passwd")
    git("add", "content")
    git("commit", "-qm", "meer")

    found = room.files_at(project, "HEAD", "content")

    assert found["content/sources/twee regels é.txt"] == b"een\r\ntwee\xff"
    assert found["content/sources/leeg.txt"] == b""
    assert found["content/pages/over.yml"] == (project / "content/pages/over.yml").read_bytes()
    assert "content/sources/wijzer.txt" not in found
    assert room.files_at(project, "HEAD", "nergens") == {}


def test_a_project_may_lie_in_a_folder_of_its_repository(
    project: Path, git: Callable[..., str]
) -> None:
    git("status")

    assert "sources/slides.txt" in room.files_at(project / "content", "HEAD", "sources")


def test_the_main_branch_is_that_of_the_origin(project: Path, git: Callable[..., str]) -> None:
    assert room.main_branch(project) is None
    git("update-ref", "refs/remotes/origin/master", "HEAD")
    assert room.main_branch(project) == "origin/master"
    git("update-ref", "refs/remotes/origin/main", "HEAD")
    assert room.main_branch(project) == "origin/main"


@pytest.mark.usefixtures("git")
@pytest.mark.parametrize("revision", ["bestaat-niet", "--all", "HEAD:content"])
def test_what_is_no_revision_is_refused(project: Path, revision: str) -> None:
    with pytest.raises(room.RevisionError):
        room.files_at(project, revision, "content")
