"""Every kind of change to published content, applied to the frozen dossier.

A theme's page is renamed, a statement moves to another theme, one is split, one is withdrawn, one
is edited, one stops being a commitment, and a party is renamed.
"""

import re
from pathlib import Path

import pytest

from tests.support.command_line import run
from tests.support.frozen import copy_code, write_project
from tests.support.sharing import made_once

DAY = ("--today", "2026-11-25")


def edit(project: Path, path: str, old: str, new: str) -> None:
    """Replace every occurrence of a text in a file, which must contain it."""
    file = project / path
    text = file.read_text(encoding="utf-8")
    assert text.count(old) >= 1
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="session")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project after the changes, recorded and built."""
    return made_once(tmp_path_factory, "changed", make_changes)


def make_changes(project: Path) -> None:
    write_project(project)
    copy_code(project)
    rename_a_theme(project)
    move_a_statement(project)
    split_a_statement(project)
    withdraw_a_statement(project)
    edit_a_statement(project)
    edit(
        project,
        "content/themes/breed-mkb.yml",
        commitment_lines("HRE-080"),
        plain_statement_lines("HRE-080"),
    )
    rename_a_party(project)
    record_all_changes(project)
    result = run(project)
    assert result.returncode == 0, result.stderr


def replace_everywhere(project: Path, old: str, new: str) -> None:
    for path in (project / "content").rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(old, new, text), encoding="utf-8")


def rename_a_theme(project: Path) -> None:
    themes = project / "content/themes"
    (themes / "gebiedsontwikkeling.yml").rename(themes / "winkelgebieden.yml")
    reference = r"(\(|themes: \[(?:.*, )?)gebiedsontwikkeling([\])])"
    replace_everywhere(project, reference, r"\1winkelgebieden\2")
    edit(project, "mkdocs.yml", "themas/gebiedsontwikkeling.md", "themas/winkelgebieden.md")


def statement_block(project: Path, path: str, name: str) -> str:
    """The YAML text of a statement, with the empty line before it."""
    text = (project / path).read_text(encoding="utf-8")
    found = re.search(rf"\n  - id: {name}\n(?:    .*\n)*", text)
    assert found
    return found.group()


def move_a_statement(project: Path) -> None:
    old, new = "content/themes/human-capital.yml", "content/themes/breed-mkb.yml"
    block = statement_block(project, old, "HRE-073")
    edit(project, old, block, "")
    edit(project, new, "statements:\n", f"statements:{block}")


def split_a_statement(project: Path) -> None:
    path = "content/themes/human-capital.yml"
    first = "niet inzetten op nog meer regelingen en instrumenten, maar"
    second = "op verbindingen ertussen"
    entry = "\n  - id: {}\n    line: 84\n    kind: aandachtspunt\n    text: {}\n"
    edit(
        project,
        path,
        statement_block(project, path, "HRE-072"),
        entry.format("HRE-094", first) + entry.format("HRE-095", second),
    )
    edit(project, "content/chapters/herstelplan.yml", "to: HRE-072", "to: HRE-094")
    edit(project, "content/chapters/kamerbrief.yml", "to: HRE-072", "to: HRE-095")


def withdraw_a_statement(project: Path) -> None:
    path = "content/chapters/inhoudsopgave.yml"
    edit(project, path, statement_block(project, path, "HRE-002"), "")
    edit(
        project,
        "content/sources/slides.yml",
        "skipped:\n",
        "skipped:\n  - line: 9\n    text: 1. Inhoudsopgave\n    reason: Alleen een kop.\n",
    )


def edit_a_statement(project: Path) -> None:
    for path in ("content/sources/slides.txt", "content/themes/human-capital.yml"):
        edit(project, path, "binnen arbeidsmarktregio's", "binnen alle arbeidsmarktregio's")
    edit(project, "content/themes/human-capital.yml", "changed: 2026-11-23", f"changed: {DAY[1]}")


def commitment_lines(name: str) -> str:
    return f"  - id: {name}\n    line: 97\n    kind: deelpunt\n    commitment: true\n"


def plain_statement_lines(name: str) -> str:
    return f"  - id: {name}\n    line: 97\n    kind: deelpunt\n"


def rename_a_party(project: Path) -> None:
    parties = project / "content/parties"
    (parties / "ezk.yml").rename(parties / "economische-zaken.yml")
    replace_everywhere(project, r"([\[( ])ezk([\]),\n])", r"\1economische-zaken\2")


def record_all_changes(project: Path) -> None:
    renamed = ("--moved", "--to")
    for arguments in (
        ("gebiedsontwikkeling", *renamed, "winkelgebieden"),
        ("ezk", *renamed, "economische-zaken"),
        ("HRE-072", "--split-into", "HRE-094,HRE-095", "--note", "Het waren er twee."),
        ("HRE-002", "--withdrawn", "--note", "Het was geen uitspraak."),
        ("HRE-063", "--note", "De bron is verbeterd."),
        ("HRE-080", "--note", "Het was geen afspraak."),
        ("--moved",),
    ):
        result = run(project, "record", *arguments, *DAY)
        assert result.returncode == 0, (arguments, result.stderr[:3000])
