"""Proposals made at the same time are merged by plain git, in any order, without a conflict."""

import shutil
import subprocess
from collections.abc import Callable, Mapping
from itertools import permutations
from pathlib import Path

import pytest

from generator.build.check import check_content
from generator.editing import apply
from generator.editing.statement_numbers import RenumberRequest
from generator.parsing.yaml_editor import Value
from tests.conftest import ROOT
from tests.support.frozen import write_project
from tests.support.ordinary_edits import create, day_of, dossier_at, record

pytestmark = pytest.mark.slow

PLACES = [
    ("human-capital", 80),
    ("human-capital", 86),
    ("breed-mkb", 95),
    ("breed-mkb", 104),
    ("gebiedsontwikkeling", 114),
]
"""The chapter and the line of the source to which each proposal adds a sentence."""
ORDERS: Mapping[str, list[tuple[int, ...]]] = {
    "two": [(0, 1), (1, 0)],
    "five": [*permutations(range(5))][::61],
}

Git = Callable[..., str]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_project(tmp_path / "project")
    shutil.copy(ROOT / ".gitignore", tmp_path / "project")
    return tmp_path / "project"


@pytest.fixture
def git(project: Path) -> Git:
    """Runs git in the project, without any merge driver."""

    def run(*arguments: str) -> str:
        command = ["git", "-C", str(project), "-c", "user.name=R", "-c", "user.email=r@v.example"]
        done = subprocess.run(  # noqa: S603  (fixed command)
            [*command, *arguments], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    run("init", "-q", "-b", "main")
    run("add", "-A")
    run("commit", "-qm", "begin")
    return run


def propose(project: Path, git: Git, number: int) -> None:
    """A branch that adds a sentence, a source and a fact, and records them."""
    git("checkout", "-q", "-b", f"voorstel-{number}", "main")
    chapter, line = PLACES[number]
    text = f"Dit is de nieuwe zin van voorstel {number}."
    path = project / "content/sources/slides.txt"
    lines = path.read_text(encoding="utf-8").split("\n")
    lines[line - 1] += f" {text}"
    path.write_text("\n".join(lines), encoding="utf-8")
    create(project, "statement", chapter, {"line": line, "kind": "inhoud", "text": text})
    day = day_of(dossier_at(project)).isoformat()
    create(project, "source", f"brief-{number}", {"title": f"Brief {number}", "date": day})
    fact: dict[str, Value] = {
        "date": day,
        "statements": ("HRE-046",),
        "what": f"Feit {number} gebeurde.",
        "sources": (f"brief-{number}",),
    }
    create(project, "progress", f"feit-{number}", fact)
    record(project)
    git("add", "-A")
    git("commit", "-qm", f"voorstel {number}")


def merge(project: Path, git: Git, number: int) -> None:
    """Merge a proposal as its editor does: first main into it, with a number of its own."""
    git("checkout", "-q", f"voorstel-{number}")
    git("merge", "-q", "--no-edit", "main")
    found = [each for each in dossier_at(project).statements if each.id == "HRE-094"]
    if len(found) > 1:
        apply.renumber_statement(project, RenumberRequest("HRE-094"), "main")
        git("add", "-A")
        git("commit", "-qm", "nummer")
    git("checkout", "-q", "main")
    git("merge", "-q", "--no-edit", f"voorstel-{number}")


@pytest.mark.parametrize(
    ("name", "order"), [(name, order) for name, orders in ORDERS.items() for order in orders]
)
def test_proposals_are_merged_in_any_order(
    project: Path, git: Git, name: str, order: tuple[int, ...]
) -> None:
    count = {"two": 2, "five": 5}[name]
    for number in range(count):
        propose(project, git, number)
    git("checkout", "-q", "main")
    before = dossier_at(project)

    for number in order:
        merge(project, git, number)

    after = dossier_at(project)
    assert check_content(project, day_of(after)).problems == ()
    added = {each.text for each in after.statements} - {each.text for each in before.statements}
    assert added == {f"Dit is de nieuwe zin van voorstel {number}." for number in range(count)}
    assert len({each.id for each in after.statements}) == len(before.statements) + count
    assert len(after.progress.items) == len(before.progress.items) + count
    assert len(after.sources) == len(before.sources) + count


def test_all_proposals_are_merged_at_once_without_a_conflict(project: Path, git: Git) -> None:
    """The same number was taken five times: the check says so, and git sees no conflict."""
    for number in range(5):
        propose(project, git, number)
    git("checkout", "-q", "main")

    for number in (3, 0, 4, 1, 2):
        git("merge", "-q", "--no-edit", f"voorstel-{number}")

    problems = check_content(project, day_of(dossier_at(project))).problems
    assert {each.rule for each in problems} == {"dubbele-naam", "geschiedenis"}
    assert all("HRE-094" in each.message for each in problems)
