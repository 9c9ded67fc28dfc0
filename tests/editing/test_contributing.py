"""Every recipe in CONTRIBUTING.md works as it is printed, on the frozen dossier."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.support.command_line import run
from tests.support.frozen import copy_code, write_project

pytestmark = pytest.mark.slow

GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^#{2,3} (.+)\n((?:(?!#{2,3} ).*\n)*)", GUIDE, re.MULTILINE))
"""The text of each section, by its heading."""


def block(heading: str, language: str = "sh") -> list[str]:
    """Each code block in a language of a section, without the fences."""
    return re.findall(rf"```{language}\n(.*?)```", SECTIONS[heading], re.DOTALL)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    write_project(root)
    copy_code(root)
    shutil.copytree(ROOT / "schema", root / "schema")
    return root


@pytest.fixture
def shell(project: Path) -> Callable[[str], str]:
    """Runs a code block as a person at a terminal does, with this project's Python."""

    def execute(commands: str) -> str:
        command = ["bash", "-euc", f'python() {{ "{ROOT}/.venv/bin/python" "$@"; }}\n{commands}']
        done = subprocess.run(  # noqa: S603  (our own guide)
            command, cwd=project, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return execute


@pytest.fixture
def commit(shell: Callable[[str], str]) -> Callable[[], str]:
    shell("git init -q -b main; git config user.name R; git config user.email r@voorbeeld.example")
    return lambda: shell("git add -A; git commit -qm wijziging")


def assert_valid(project: Path) -> None:
    result = run(project, "check")
    assert result.returncode == 0, result.stderr


def test_a_page_is_added_by_the_commands(project: Path, shell: Callable[[str], str]) -> None:
    commands, _ = block("Een pagina, een thema of een hoofdstuk toevoegen")

    shell(commands)

    assert_valid(project)


def test_the_commands_write_the_file_that_is_printed(
    project: Path, shell: Callable[[str], str]
) -> None:
    commands, _ = block("Een pagina, een thema of een hoofdstuk toevoegen")
    (printed,) = block("Een pagina, een thema of een hoofdstuk toevoegen", "yaml")
    path, _, text = printed.removeprefix("# ").partition("\n")

    shell(commands)

    written = (project / path).read_text(encoding="utf-8").split("\n", 1)[1]
    assert re.sub("[0-9]{4}-[0-9]{2}-[0-9]{2}", "", written) == re.sub(
        "[0-9]{4}-[0-9]{2}-[0-9]{2}", "", text
    )


def test_a_chapter_and_a_theme_are_added_by_the_commands(
    project: Path, shell: Callable[[str], str]
) -> None:
    _, commands = block("Een pagina, een thema of een hoofdstuk toevoegen")

    shell(f"{commands}\npython site_build.py record")

    assert_valid(project)


def test_what_is_published_is_undone(
    project: Path, shell: Callable[[str], str], commit: Callable[[], str]
) -> None:
    (commands,) = block("Iets ongedaan maken")
    commit()
    shell(
        'python site_build.py new term nieuw-begrip --term regio --meaning "Een proef." --ordinary'
    )
    shell("python site_build.py record")
    commit()

    shell(commands)

    assert_valid(project)
    assert run(project, "check", "--base", "HEAD~1").returncode == 0


def test_a_number_that_two_took_is_mended(
    project: Path, shell: Callable[[str], str], commit: Callable[[], str]
) -> None:
    (commands,) = block("Een conflict")
    commit()
    for branch, line in (("ander", 80), ("eigen", 95)):
        shell(f"git checkout -q -b {branch} main")
        path = project / "content/sources/slides.txt"
        lines = path.read_text(encoding="utf-8").split("\n")
        lines[line - 1] += f" De zin van {branch}."
        path.write_text("\n".join(lines), encoding="utf-8")
        chapter = "human-capital" if line == 80 else "breed-mkb"
        shell(
            f"python site_build.py new statement {chapter} --line {line} --kind inhoud "
            f'--text "De zin van {branch}." --base main'
        )
        shell("python site_build.py record")
        commit()
    shell("git merge -q --no-edit ander")
    assert run(project, "check").returncode == 1

    shell(commands.replace("HRE-094", "HRE-094 --base ander"))

    assert_valid(project)
    assert run(project, "check", "--base", "ander").returncode == 0


def test_a_rename_and_the_report_of_a_proposal_work(
    project: Path, shell: Callable[[str], str], commit: Callable[[], str]
) -> None:
    (rename,) = block("Een naam wijzigen")
    (report,) = block("Zien wat uw voorstel wijzigt")
    commit()
    shell("git branch origin/main")

    shell(rename)

    assert "ezk" in shell(report)
    assert_valid(project)


def test_a_source_line_is_inserted(project: Path, shell: Callable[[str], str]) -> None:
    (commands,) = block("De tekst van een bron wijzigen")
    path = project / "content/sources/slides.txt"
    path.write_text("\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert run(project, "check").returncode == 1

    shell(commands)

    assert_valid(project)


def test_a_second_document_is_added_by_the_commands(
    project: Path, shell: Callable[[str], str]
) -> None:
    (commands,) = block("Een tweede document toevoegen")
    (project / "brief.txt").write_text("Een brief.\nDe provincies doen mee.\n", encoding="utf-8")

    shell(f"{commands}\npython site_build.py record")

    assert_valid(project)
