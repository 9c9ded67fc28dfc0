"""The monthly visit of the web addresses: its report, and the one issue that is kept of it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

SCRIPT = ROOT / ".github/scripts/links_issue.py"
MARK = "<!-- web-addresses -->"
TITLE = "Webadressen die niet meer kloppen"
BOT = {"login": "github-actions[bot]"}

FAKE_GH = """\
#!{python}
import json, shutil, sys
from pathlib import Path
state = Path({state!r})
arguments = sys.argv[1:]
body = sys.stdin.read() if "--input" in arguments else ""
with (state / "calls").open("a") as calls:
    calls.write(json.dumps([arguments, body]) + "\\n")
if arguments[0] == "run":
    shutil.copytree(state / "artifact", arguments[arguments.index("--dir") + 1],
                    dirs_exist_ok=True)
elif "--slurp" in arguments:
    print((state / "issues").read_text())
"""


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """The state of GitHub, with a fake ``gh`` that reads it and logs its calls."""
    (tmp_path / "bin").mkdir()
    gh = tmp_path / "bin/gh"
    gh.write_text(FAKE_GH.format(python=sys.executable, state=str(tmp_path)), encoding="utf-8")
    gh.chmod(0o755)
    (tmp_path / "artifact").mkdir()
    leave(tmp_path, "wrong", "3 webadressen bezocht.\n\n- `https://weg.example/`")
    open_issues(tmp_path)
    return tmp_path


def leave(state: Path, what: str, report: str) -> None:
    """Leave a report as the job that visits does."""
    (state / "artifact/state").write_text(f"{what}\n", encoding="utf-8")
    (state / "artifact/report.md").write_text(f"{report}\n", encoding="utf-8")


OTHERS = (
    {"number": 3, "user": {"login": "iemand"}, "body": f"{MARK}\nNagemaakt"},
    {"number": 4, "user": BOT, "body": "Een andere melding"},
    {"number": 5, "user": BOT, "body": None},
)


def open_issues(state: Path, *numbers: int) -> None:
    ours = [{"number": each, "user": BOT, "body": f"{MARK}\nOud"} for each in numbers]
    (state / "issues").write_text(json.dumps([[*OTHERS], ours]), encoding="utf-8")


def sent(state: Path) -> list[tuple[str, str, dict[str, Any]]]:
    """Run the script; return the method, address and value of each call that writes."""
    result = subprocess.run(  # noqa: S603  (our own script)
        [sys.executable, "-I", str(SCRIPT)],
        env={"PATH": str(state / "bin"), "REPOSITORY": "dossier/site", "RUN": "5"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, "")
    calls = map(json.loads, (state / "calls").read_text(encoding="utf-8").splitlines())
    return [(call[2], call[3], json.loads(body)) for call, body in calls if "--method" in call]


BODY = f"{MARK}\n3 webadressen bezocht.\n\n- `https://weg.example/`\n"
ISSUES = "repos/dossier/site/issues"


def test_what_is_wrong_opens_an_issue(state: Path) -> None:
    assert sent(state) == [("POST", ISSUES, {"title": TITLE, "body": BODY})]


def test_an_issue_that_is_open_is_updated(state: Path) -> None:
    open_issues(state, 42)

    assert sent(state) == [("PATCH", f"{ISSUES}/42", {"body": BODY})]


def test_when_all_is_well_the_issue_is_closed(state: Path) -> None:
    open_issues(state, 42)
    leave(state, "well", "3 webadressen bezocht.")

    closed = {"body": f"{MARK}\n3 webadressen bezocht.\n", "state": "closed"}
    assert sent(state) == [("PATCH", f"{ISSUES}/42", closed)]


def test_when_all_is_well_and_there_is_no_issue_nothing_is_written(state: Path) -> None:
    leave(state, "well", "3 webadressen bezocht.")

    assert sent(state) == []


def test_a_long_report_is_cut_at_a_line_and_says_where_the_rest_is(state: Path) -> None:
    leave(state, "wrong", "- `https://weg.example/é`\n" * 5_000)

    ((_, _, value),) = sent(state)

    *lines, _, end = value["body"].splitlines()
    assert len(value["body"].encode()) < 65_536
    assert {*lines[1:]} == {"- `https://weg.example/é`"}
    assert end.endswith("(https://github.com/dossier/site/actions/runs/5).")


# The step that visits -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "code", "state"),
    [
        ("echo verslag", 0, "well"),
        ("echo verslag; exit 1", 0, "wrong"),
        ("exit 1", 1, None),
        ("echo Traceback >&2; exit 1", 1, None),
    ],
)
def test_a_run_without_a_report_fails_and_another_says_how_it_is(
    command: str, code: int, state: str | None, tmp_path: Path
) -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/links.yml").read_text(encoding="utf-8"))
    (script,) = (
        step["run"]
        for step in workflow["jobs"]["visit"]["steps"]
        if step.get("name") == "Visit the addresses"
    )
    python = tmp_path / "python"
    python.write_text(f"#!/bin/sh\n{command}\n", encoding="utf-8")
    python.chmod(0o755)

    result = subprocess.run(  # noqa: S603  (our own script, as GitHub runs it)
        ["bash", "-e", "-c", script],  # noqa: S607
        cwd=tmp_path,
        env={
            "PATH": f"{tmp_path}:{os.environ['PATH']}",
            "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
        },
        capture_output=True,
        check=False,
    )

    file = tmp_path / "links/state"
    assert result.returncode == code
    assert (file.read_text().strip() if file.exists() else None) == state
    assert (tmp_path / "summary").exists() == (code == 0)
