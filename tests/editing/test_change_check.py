"""The comparison with another branch says what was lost here, what is newer there, and whose."""

import datetime as dt
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.editing.change_check import check_change
from generator.parsing.problem import Problem
from tests.support.frozen import write_project
from tests.support.ordinary_edits import add_a_term, create, dossier_at, record

pytestmark = pytest.mark.slow

TODAY = dt.date.today()  # noqa: DTZ011  (edits are dated today)
Git = Callable[..., str]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_project(tmp_path / "project")
    return tmp_path / "project"


@pytest.fixture
def git(project: Path) -> Git:
    def run(*arguments: str) -> str:
        command = ["git", "-C", str(project), "-c", "user.name=R", "-c", "user.email=r@v.example"]
        done = subprocess.run(  # noqa: S603  (fixed command)
            [*command, *arguments], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    run("init", "-q", "-b", "main")
    (project / ".gitignore").write_text("/schema/\n", encoding="utf-8")
    commit(run)
    return run


def commit(git: Git) -> None:
    git("add", "-A")
    git("commit", "-qm", "wijziging")


def problems(project: Path, base: str) -> list[Problem]:
    found = check_change(project, TODAY, base).problems
    return [each for each in found if each.rule != "verouderd-schema"]


def test_what_is_removed_here_is_reported_with_the_cure(project: Path, git: Git) -> None:
    name = add_a_term(project)
    commit(git)
    git("revert", "--no-edit", "HEAD")

    (problem,) = problems(project, "HEAD~1")

    assert problem.rule == "gekrompen"
    assert f"git checkout HEAD~1 -- {problem.path}" in problem.message
    git("checkout", "HEAD~1", "--", "content/register")
    (gone,) = problems(project, "HEAD~1")
    assert gone.message.startswith(f"'{name}' is gepubliceerd en staat nergens meer")


def test_what_is_newer_there_is_one_message(project: Path, git: Git) -> None:
    git("branch", "voorstel")
    for _ in range(2):
        add_a_term(project)
    commit(git)
    git("checkout", "-q", "voorstel")

    (problem,) = problems(project, "main")

    assert "heeft in het register 2 regels die hier nog niet staan" in problem.message
    assert "git merge main" in problem.message


def add_a_sentence(project: Path, chapter: str, line: int, text: str) -> None:
    path = project / "content/sources/slides.txt"
    lines = path.read_text(encoding="utf-8").split("\n")
    lines[line - 1] += f" {text}"
    path.write_text("\n".join(lines), encoding="utf-8")
    create(project, "statement", chapter, {"line": line, "kind": "inhoud", "text": text})
    record(project)


def test_of_a_number_that_two_took_it_is_said_whose_it_is(project: Path, git: Git) -> None:
    git("branch", "voorstel")
    add_a_sentence(project, "human-capital", 80, "De zin van de hoofdtak.")
    commit(git)
    git("checkout", "-q", "voorstel")
    add_a_sentence(project, "breed-mkb", 95, "De zin van het voorstel.")
    commit(git)
    git("merge", "-q", "--no-edit", "main")

    (problem,) = problems(project, "main")

    assert problem.path == "content/themes/breed-mkb.yml"
    assert "HRE-094 is op main al het nummer van ‘De zin van de hoofdtak.’" in problem.message
    assert "python site_build.py renumber HRE-094 --base main" in problem.message


def test_of_such_a_number_the_other_cure_works_too(project: Path, git: Git) -> None:
    """Without a command line: write another number, and take the file away."""
    test_of_a_number_that_two_took_it_is_said_whose_it_is(project, git)
    (problem,) = problems(project, "main")
    found = re.search(r"schrijf hier (\S+) en haal (\S+) weg", problem.message)
    assert found
    path = project / problem.path
    path.write_text(
        path.read_text(encoding="utf-8").replace("id: HRE-094", f"id: {found[1]}"), encoding="utf-8"
    )
    (project / found[2]).unlink()
    record(project)

    assert problems(project, "main") == []
    assert found[1] in dossier_at(project).statement


@pytest.mark.usefixtures("git")
def test_lines_that_moved_without_an_event_are_reported_with_it(project: Path) -> None:
    path = project / "content/sources/slides.txt"
    lines = path.read_text(encoding="utf-8").split("\n")
    path.write_text("\n".join([*lines[:78], "", *lines[78:]]), encoding="utf-8")
    for chapter in project.glob("content/*/*.yml"):
        text = chapter.read_text(encoding="utf-8")
        chapter.write_text(re.sub(r"\bline: ([0-9]+)", _one_lower, text), encoding="utf-8")
    follow_up = project / "content/follow-up.yml"
    text = follow_up.read_text(encoding="utf-8")
    follow_up.write_text(re.sub(r"\bline: ([0-9]+)", _one_lower, text), encoding="utf-8")

    (problem,) = problems(project, "HEAD")

    assert (problem.path, problem.line) == ("content/sources/slides.txt", 79)
    pasted = re.search(r"zet onderaan (\S+) deze regel: (\{.*\})", problem.message)
    assert pasted
    assert '"lines": ["78+1"]' in pasted[2]
    register = project / pasted[1]
    register.write_text(f"{register.read_text(encoding='utf-8')}{pasted[2]}\n", encoding="utf-8")
    assert problems(project, "HEAD") == []


def _one_lower(found: re.Match[str]) -> str:
    number = int(found[1])
    return f"line: {number + 1 if number > 78 else number}"
