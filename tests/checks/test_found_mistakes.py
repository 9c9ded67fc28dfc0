"""Mistakes found by experiment.

Each is reported in Dutch at its position, or the file is read correctly. The files in
``mistakes/found/`` contain edits to a file of the small world on disk, with all messages that an
editor must then see; consequences of a mistake are not reported as well. See
``tests.support.file_edits`` for the keys. Without ``file``, the edit is to ``PARTY``, whose lines
are name, changed, group and names; another party and a link refer to it.
"""

import os
import re
import shutil
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from generator.editing import events
from tests.conftest import ROOT, WORLD, problems_at
from tests.support.command_line import start
from tests.support.file_edits import KEYS, Edit, apply

PARTY = "content/parties/buurt.yml"
FILES = sorted((ROOT / "tests/mistakes/found").glob("*.yml"))
CASES = [case for path in FILES for case in yaml.safe_load(path.read_text(encoding="utf-8"))]


def edited_world(case: Edit, folder: Path) -> Path:
    """The small world after the edit."""
    shutil.copytree(WORLD / "content", folder / "content")
    apply(case, folder / case.get("file", PARTY))
    return folder


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_mistake_is_reported_at_its_position_or_read_correctly(
    case: Edit, tmp_path: Path
) -> None:
    problems = problems_at(edited_world(case, tmp_path))

    found = [
        str(problem) for problem in problems if problem.rule not in events.RESOLVED_BY_RECORDING
    ]
    assert found == case["messages"]


def test_the_cases_have_unique_names_and_known_keys() -> None:
    assert len({case["name"] for case in CASES}) == len(CASES) > 50
    for case in CASES:
        assert {"name", "messages"} <= case.keys() <= {"name", "file", "messages", *KEYS}


def test_every_message_is_on_one_line_and_ends_with_its_rule() -> None:
    for message in (message for case in CASES for message in case["messages"]):
        assert re.fullmatch(r"content/\S.*:\d+:\d+: .* \[[a-z-]+\]", message), message


def test_a_file_without_read_permission_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``os.access`` is replaced: tests may run as root, who may read everything."""
    monkeypatch.setattr(os, "access", lambda path, _: path.name != "buurt.yml")

    found = [str(problem) for problem in problems_at(edited_world({}, tmp_path))]

    message = "dit bestand mag niet worden gelezen; geef er leesrechten op: chmod u+r"
    assert found == [f"{PARTY}:1:1: {message} [onleesbaar-bestand]"]


HEAVY = {
    "bom": "a: &a [x]\n"
    + "".join(f"{new}: &{new} [*{old}, *{old}]\n" for old, new in pairwise("abcdefghijklmnop")),
    "diep": "a: " + "[" * 1_000_000,
    "lang": f"title: '{'x' * 4_900_000}",
    "veel": "a: [" + "{}," * 1_000_000 + "]",
    "groot": "# niets\n" * 6_250_000,
}


def test_huge_files_are_reported_in_bounded_time_and_memory(project: Path) -> None:
    for slug, text in HEAVY.items():
        (project / f"content/sources/{slug}.yml").write_text(text, encoding="utf-8")

    result = start(project, "check", limit=(60, 1_500_000_000))

    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    for slug in HEAVY:
        assert f"content/sources/{slug}.yml:" in result.stderr
    assert max(map(len, result.stderr.splitlines())) < 500
