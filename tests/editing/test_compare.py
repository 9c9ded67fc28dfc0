"""``diff`` compares with where the branch began, and ends in a sentence whatever git has."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.editing import git as git_files
from tests.support.changes import edit
from tests.support.command_line import run
from tests.support.registers import register_file

NOTHING = "## Wat dit voorstel wijzigt\n\nNiets aan de inhoud, het menu of de instellingen.\n"
EZK = "content/parties/ezk.yml"
Git = Callable[..., str]


def new_term(project: Path, git: Git, name: str) -> None:
    """Commit a new term, recorded in the register."""
    term = ("--term", name, "--meaning", "Een plek.", "--ordinary")
    for command in (("new", "term", name, *term), ("record",)):
        result = run(project, *command)
        assert result.returncode == 0, result.stderr
    git("add", "content")
    git("commit", "-qm", name)


def diff(project: Path, base: str) -> str:
    """The report of a comparison, which must succeed."""
    result = run(project, "diff", base)
    assert (result.returncode, result.stderr) == (0, "")
    return result.stdout


# What it is compared with -------------------------------------------------------------------------


def test_the_files_are_compared_with_a_revision(project: Path, git: Git) -> None:
    git("status")
    assert diff(project, "HEAD") == NOTHING
    edit(project, EZK, "Zo heette", "Aldus heette")

    report = diff(project, "HEAD")

    assert "<del>Zo</del><ins>Aldus</ins> heette" in report
    assert "`/partijen/ezk/`" in report


def test_what_happened_on_the_main_branch_since_is_no_change_of_this_one(
    project: Path, git: Git
) -> None:
    git("branch", "behind")
    edit(project, EZK, "Zo heette", "Aldus heette")
    git("commit", "-qam", "andere woorden")
    new_term(project, git, "loket")
    git("checkout", "-q", "behind")

    assert diff(project, "main") == NOTHING


def test_a_revert_of_something_recorded_is_reported(project: Path, git: Git) -> None:
    new_term(project, git, "loket")
    git("revert", "--no-edit", "HEAD")

    report = diff(project, "HEAD~1")

    assert "begrip weg: <del>loket</del>" in report
    assert "1 regel ontbreekt, van ‘loket’; zet terug wat er stond" in report


def test_a_changed_menu_is_reported(project: Path, git: Git) -> None:
    git("status")
    edit(project, "mkdocs.yml", "Leeswijzer: leeswijzer.md", "Hoe u leest: leeswijzer.md")
    edit(project, "mkdocs.yml", "assets/favicon.svg", "assets/logo.svg")

    report = diff(project, "HEAD")

    assert "### Menu\n\n- ‘Leeswijzer’ heet nu ‘Hoe u leest’ (`/leeswijzer/`)\n" in report
    assert "`theme.favicon`: " in report


# What cannot be compared --------------------------------------------------------------------------


def test_a_proposal_that_is_wrong_is_reported_with_a_cure(project: Path, git: Git) -> None:
    git("status")
    edit(project, EZK, "group:", "grouping:")

    result = run(project, "diff", "HEAD")

    assert (result.returncode, result.stderr) == (1, "")
    assert result.stdout.startswith("## Wat dit voorstel wijzigt\n\nDat is niet te zeggen: ")
    assert "de inhoud van dit voorstel klopt niet" in result.stdout
    assert "‘python site_build.py check’ wijst ze aan" in result.stdout


def remove_a_file(project: Path) -> None:
    (project / "content/deadlines.yml").unlink()


def break_an_encoding(project: Path) -> None:
    path = project / "content/pages/over.yml"
    path.write_bytes(path.read_bytes() + b"# caf\xe9\n")


def use_an_older_format(project: Path) -> None:
    edit(project, EZK, "group:", "kind_of_party:")


def break_the_register(project: Path) -> None:
    path = register_file(project, "ezk")
    path.write_text(path.read_text(encoding="utf-8").replace('"event"', '"gebeurtenis"'), "utf-8")


@pytest.mark.parametrize(
    "spoil", [remove_a_file, break_an_encoding, use_an_older_format, break_the_register]
)
def test_a_base_that_cannot_be_read_is_reported_with_a_cure(
    project: Path, git: Git, spoil: Callable[[Path], None]
) -> None:
    spoil(project)
    git("commit", "-qam", "bedorven")
    git("checkout", "-q", "HEAD~1", "--", "content")

    result = run(project, "diff", "HEAD")

    assert (result.returncode, result.stderr) == (1, "")
    assert "de inhoud van HEAD klopt niet" in result.stdout
    assert "Vergelijk met een nieuwere versie" in result.stdout


def test_a_base_without_content_is_reported(project: Path, git: Git) -> None:
    git("rm", "-rq", "--cached", "content")
    git("commit", "-qm", "leeg")

    result = run(project, "diff", "HEAD")

    assert (result.returncode, result.stderr) == (1, "")
    assert "de inhoud van HEAD klopt niet" in result.stdout


# What git cannot give -----------------------------------------------------------------------------


def refusal(project: Path, base: str, **environment: str) -> str:
    """The message of a comparison that git does not allow: one Dutch sentence or two, no trace."""
    result = run(project, "diff", base, environment=environment)
    assert (result.returncode, result.stdout) == (2, "")
    assert "Traceback" not in result.stderr
    assert "fatal" not in result.stderr
    return result.stderr


@pytest.mark.parametrize("base", ["bestaat-niet", "--all", "HEAD:content", "HEAD~7", ""])
def test_an_unknown_revision_is_explained(project: Path, git: Git, base: str) -> None:
    git("status")

    message = refusal(project, base) if not base.startswith("-") else refusal(project, f"x{base}")

    assert message.startswith("Git kent ‘")
    assert "git fetch origin" in message


def test_branches_without_a_common_begin_are_explained(project: Path, git: Git) -> None:
    git("checkout", "-q", "--orphan", "los")
    git("commit", "-qam", "los begin")

    assert "hebben geen begin gemeen" in refusal(project, "main")


def test_a_project_without_a_commit_is_explained(project: Path) -> None:
    subprocess.run(["git", "init", "-q", str(project)], check=True)  # noqa: S603, S607

    assert "nog niets vastgelegd" in refusal(project, "HEAD")


def test_a_folder_outside_git_is_explained(project: Path, tmp_path: Path) -> None:
    message = refusal(project, "HEAD", GIT_CEILING_DIRECTORIES=str(tmp_path.parent))

    assert message.startswith("Deze map hoort niet bij een git-project.")


@pytest.fixture
def shallow(project: Path, git: Git) -> Path:
    """A clone of the last commit of a branch and of main, which began before."""
    git("branch", "werk")
    edit(project, EZK, "Zo heette", "Aldus heette")
    git("commit", "-qam", "op main")
    git("checkout", "-q", "werk")
    edit(project, EZK, "Zo heette", "Vroeger heette")
    git("commit", "-qam", "op werk")
    clone = project / "kloon"
    address = project.resolve().as_uri()
    git("clone", "-q", "--depth", "1", "--branch", "werk", address, str(clone))
    return clone


@pytest.mark.parametrize("has_main", [False, True])
def test_a_shallow_clone_without_the_base_is_explained(
    shallow: Path, git: Git, *, has_main: bool
) -> None:
    if has_main:
        git("-C", str(shallow), "fetch", "-q", "--depth", "1", "origin", "main:main")

    with pytest.raises(git_files.RevisionError, match="git fetch --unshallow"):
        git_files.merge_base(shallow, "main" if has_main else "HEAD~1")


@pytest.mark.parametrize("cause", git_files.CAUSES)
def test_no_message_of_git_is_explained_in_two_ways(cause: str) -> None:
    explanation = git_files.CAUSES[cause]

    assert explanation[0].isupper()
    assert "git" in explanation


def test_a_folder_of_another_user_is_explained(
    project: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("status")
    monkeypatch.setitem(git_files.IN_ENGLISH, "GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setitem(git_files.IN_ENGLISH, "GIT_CONFIG_GLOBAL", "/dev/null")

    with pytest.raises(git_files.RevisionError, match="Git vertrouwt deze map niet"):
        git_files.merge_base(project, "HEAD")
