"""The formats of problems: text with carets under the error, GitHub annotations, and JSON."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from generator.checks.problem_json import report
from generator.checks.problem_text import format_all, format_for_terminal, github_annotation
from generator.parsing.problem import Problem
from tests.conftest import ROOT
from tests.support.command_line import run
from tests.support.mistakes import with_mistake
from tests.support.registers import register_file


def problem(column: int, end_column: int | None = None, message: str = "fout") -> Problem:
    return Problem("content/a.yml", 2, column, message, "regel", end_column)


@pytest.mark.parametrize(
    ("line", "column", "end_column", "excerpt"),
    [
        ("naam: waarde", 7, 13, ("naam: waarde", "      ^^^^^^")),
        ("naam: waarde", 7, None, ("naam: waarde", "      ^")),
        ("naam: waarde", 13, None, ("naam: waarde", "            ^")),
        ("a:\tb", 4, 5, ("a: b", "   ^")),
        ("é: 🌳 x", 6, 7, ("é: 🌳 x", "      ^")),
        ("e\u0301: x", 5, 6, ("e\u0301: x", "   ^")),
        ("a: \u200bx", 4, 5, ("a: <U+200B>x", "   ^^^^^^^^")),
        ("a: \x1b[31m", 4, 5, ("a: <U+001B>[31m", "   ^^^^^^^^")),
        (
            "a" * 60 + "x" + "b" * 60,
            61,
            62,
            ("…" + "a" * 50 + "x" + "b" * 49 + "…", " " * 51 + "^"),
        ),
        ("x" + "b" * 200, 1, 202, ("x" + "b" * 99 + "…", "^" * 100)),
    ],
)
def test_the_carets_are_under_the_position(
    line: str, column: int, end_column: int | None, excerpt: tuple[str, str]
) -> None:
    texts = {"content/a.yml": f"eerst\n{line}\nlaatst\n"}

    assert format_for_terminal(problem(column, end_column), texts).excerpt == excerpt


@pytest.mark.parametrize("texts", [{}, {"content/a.yml": "een"}, {"content/a.yml": "een\n  \n"}])
def test_without_a_line_no_excerpt_is_shown(texts: dict[str, str]) -> None:
    assert format_for_terminal(problem(1), texts) == ("content/a.yml:2:1: fout [regel]", None)


def test_special_characters_are_escaped_for_github() -> None:
    """As in GitHub's own toolkit: % and line ends in messages; in properties also : and ,."""
    found = Problem("content/a,b:c.yml", 2, 3, "100% fout: a, b", "regel", 9)

    assert github_annotation(found) == (
        "::error file=content/a%2Cb%3Ac.yml,line=2,col=3,endColumn=9,title=regel::100%25 fout: a, b"
    )
    assert "\n" not in github_annotation(problem(1, message="een\ntwee"))


def test_the_json_report_has_all_fields() -> None:
    texts = {"content/a.yml": "eerst\nnaam: waarde\n"}

    assert json.loads(report([problem(7, 13), problem(1)], texts)) == {
        "version": 1,
        "problems": [
            {
                "path": "content/a.yml",
                "line": 2,
                "column": 7,
                "endColumn": 13,
                "rule": "regel",
                "message": "fout",
                "text": "naam: waarde",
            },
            {
                "path": "content/a.yml",
                "line": 2,
                "column": 1,
                "rule": "regel",
                "message": "fout",
                "text": "naam: waarde",
            },
        ],
        "more": 0,
        "notices": [],
    }


def test_only_the_first_hundred_problems_are_shown() -> None:
    found = [problem(number) for number in range(1, 104)]

    *lines, last = format_all(found, {}).split("\n")
    values = json.loads(report(found, {}, found))

    assert lines == [f"content/a.yml:2:{number}: fout [regel]" for number in range(1, 101)]
    assert last == "Dit zijn de eerste 100; er zijn er nog minstens 3."
    assert [len(values["problems"]), values["more"], len(values["notices"])] == [100, 3, 100]
    assert "eerste" not in format_all(found[:100], {})
    assert json.loads(report(found[:100], {}))["more"] == 0


def test_many_problems_are_counted_in_every_format(project: Path) -> None:
    register_file(project, "HRE-001").write_text("x\n" * 300, encoding="utf-8")

    text = run(project, "check").stderr.splitlines()
    annotations = run(project, "check", "--format", "github")

    assert len([line for line in text if line.endswith("[register]")]) == 100
    assert text[-2:] == [
        "Dit zijn de eerste 100; er zijn er nog minstens 100.",
        "200 fouten in de inhoud.",
    ]
    assert annotations.stdout.count("::error ") == 100
    assert annotations.stderr.splitlines() == text[-2:]


def test_every_format_reports_the_same_and_fails(project: Path) -> None:
    text = run(with_mistake(project), "check")
    annotation = run(project, "check", "--format", "github")
    json_report = run(project, "check", "--format", "json")

    assert [each.returncode for each in (text, annotation, json_report)] == [1, 1, 1]
    heading, line, carets, count = text.stderr.splitlines()
    (entry,) = json.loads(json_report.stdout)["problems"]
    place = f"{entry['path']}:{entry['line']}:{entry['column']}"
    assert heading == f"{place}: {entry['message']} [{entry['rule']}]"
    assert (line, carets) == ("    group: rijkk", "           ^^^^^")
    assert count == "1 fout in de inhoud."
    assert annotation.stdout.startswith("::error file=content/parties/ezk.yml,line=")
    assert annotation.stdout.endswith(f"::{entry['message']}\n")


def test_valid_content_gives_an_empty_list(project: Path) -> None:
    result = run(project, "check", "--format", "json")

    assert (result.returncode, result.stderr) == (0, "")
    empty = {"version": 1, "problems": [], "more": 0, "notices": []}
    assert json.loads(result.stdout) == empty


def test_an_unknown_format_is_a_usage_error(project: Path) -> None:
    assert run(project, "check", "--format", "xml").returncode == 2


def check_on_a_terminal(project: Path, **environment: str) -> str:
    """What ``check`` writes to a terminal."""
    reader, writer = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "site_build.py", "check"],
        cwd=project,
        env={**os.environ, "PYTHONUTF8": "1", "TERM": "xterm", **environment},
        stdout=writer,
        stderr=writer,
    )
    process.wait(60)
    os.close(writer)
    output = os.read(reader, 100_000).decode()
    os.close(reader)
    return output


def test_colour_is_used_on_terminals_unless_no_color_is_set(project: Path) -> None:
    with_mistake(project)

    assert "\x1b[31m       ^^^^^\x1b[0m" in check_on_a_terminal(project, NO_COLOR="")
    assert "\x1b" not in check_on_a_terminal(project, NO_COLOR="1")
    assert "\x1b" not in run(project, "check").stderr


def test_invalid_bytes_are_shown_as_replacement_characters(project: Path) -> None:
    (project / "content/parties/ezk.yml").write_bytes(b"name: caf\xe9\n")

    lines = run(project, "check").stderr.splitlines()

    assert lines[1:3] == ["    name: caf\ufffd", "             ^"]


def test_problems_in_the_menu_are_reported_in_the_same_format(project: Path) -> None:
    menu = project / "mkdocs.yml"
    menu.write_bytes(menu.read_bytes() + b"# caf\xe9\n")

    result = run(project, "check")

    assert result.returncode == 1
    assert "[codering]" in result.stderr
    assert str(ROOT) not in result.stderr
