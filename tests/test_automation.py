"""What runs by itself: before a commit, on a proposal, and on the main branch."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt
from pathspec import GitIgnoreSpec

from tests.conftest import ROOT

BIN = Path(sys.executable).parent
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def run(*command: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """A tool of this environment."""
    return subprocess.run(  # noqa: S603  (our own tools)
        [str(BIN / command[0]), *command[1:]], cwd=cwd, capture_output=True, text=True, check=False
    )


def load(path: str) -> Any:  # noqa: ANN401  (what stands in a file)
    return yaml.load((ROOT / path).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  (all is text)


# Workflows ----------------------------------------------------------------------------------------

UNSAFE = """\
name: Unsafe
on: pull_request_target
jobs:
  one:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@main
      - run: echo ${{ github.event.pull_request.title }} ${{ nothing.here }}
"""


def test_zizmor_finds_nothing() -> None:
    done = run("zizmor", "--offline", "--no-progress", "--persona=auditor", ".github")

    assert done.returncode == 0, done.stdout
    assert len(WORKFLOWS) == 3


def test_actionlint_finds_nothing() -> None:
    """Without shellcheck, which a machine may have or not: the same is found everywhere."""
    done = run("actionlint", "-shellcheck=", *(str(path) for path in WORKFLOWS))

    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("tool", [("zizmor", "--offline", "--no-progress"), ("actionlint",)])
def test_the_tools_find_what_is_unsafe(tool: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / ".github/workflows/unsafe.yml"
    path.parent.mkdir(parents=True)
    path.write_text(UNSAFE, encoding="utf-8")

    assert run(*tool, str(path), cwd=tmp_path).returncode != 0


def test_actions_are_pinned_by_commit_and_say_which_version_that_is() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    used = re.findall(r"uses: (.*)", text)

    assert len(used) > 5
    for each in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each), each


@pytest.mark.parametrize("name", ["check", "tests"])
def test_what_runs_code_of_a_proposal_has_no_secret_and_may_not_write(name: str) -> None:
    workflow = load(f".github/workflows/{name}.yml")
    text = (ROOT / f".github/workflows/{name}.yml").read_text(encoding="utf-8")
    workflow["jobs"].pop("publish", None)

    assert set(workflow["on"]) == {"pull_request", "push"}
    assert workflow["permissions"] == {}
    assert "secrets" not in text
    assert "github.token" not in text
    for job in workflow["jobs"].values():
        assert job["permissions"] == {"contents": "read"}
        (checkout,) = (step for step in job["steps"] if "checkout" in step.get("uses", ""))
        assert checkout["with"]["persist-credentials"] == "false"


def test_publishing_depends_on_the_check_and_the_built_site_alone() -> None:
    publishing = load(".github/workflows/check.yml")["jobs"]["publish"]

    assert publishing["if"] == "github.event_name == 'push' && github.ref == 'refs/heads/main'"
    assert set(publishing["needs"]) == {"check", "site"}
    assert [list(step) for step in publishing["steps"]] == [["id", "uses"]]
    assert set(load(".gitlab-ci.yml")["pages"]["needs"]) == {"check", "site"}


CONTENT = GitIgnoreSpec.from_lines(["/content/**", "/schema/names.json"])
"""What an edit of the content changes, besides the menu in mkdocs.yml."""


def test_the_tests_of_the_code_run_when_something_else_than_content_changes() -> None:
    on = load(".github/workflows/tests.yml")["on"]
    rules = load(".gitlab-ci.yml")["tests"]["rules"]
    ignored = {pattern.pattern for pattern in CONTENT.patterns}
    listed = GitIgnoreSpec.from_lines(f"/{path}" for path in rules[0]["changes"] if path != "*")

    assert on["pull_request"]["paths-ignore"] == on["push"]["paths-ignore"]
    assert {f"/{path}" for path in on["push"]["paths-ignore"]} == ignored
    assert "*" in rules[0]["changes"]
    for path in tracked():
        runs = listed.match_file(path) or "/" not in path
        assert runs != CONTENT.match_file(path), path


def tracked() -> list[str]:
    """Every file that git knows, and those that are to be added."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603
    return [path for path in done.stdout.splitlines() if (ROOT / path).is_file()]


def test_what_may_write_runs_only_the_script_of_the_main_branch() -> None:
    workflow = load(".github/workflows/comment.yml")
    (job,) = workflow["jobs"].values()
    checkout, comment = job["steps"]

    assert list(workflow["on"]) == ["workflow_run"]
    assert workflow["on"]["workflow_run"]["workflows"] == [
        load(".github/workflows/check.yml")["name"]
    ]
    assert job["permissions"]["pull-requests"] == "write"
    assert checkout["with"]["ref"] == "${{ github.event.repository.default_branch }}"
    assert comment["run"] == "python3 -I .github/scripts/comment.py"


def test_dependabot_keeps_the_actions_new() -> None:
    (update,) = load(".github/dependabot.yml")["updates"]

    assert update["package-ecosystem"] == "github-actions"


def test_gitlab_does_the_same() -> None:
    jobs = load(".gitlab-ci.yml")
    scripts = {name: "\n".join(job.get("script", ())) for name, job in jobs.items()}

    assert {"check", "site", "source", "tests", "proposal", "pages"} < set(jobs)
    for command in ("check", "build", "diff"):
        assert any(f"site_build.py {command}" in script for script in scripts.values())
    assert "TOKEN" not in (ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8")


# The comment --------------------------------------------------------------------------------------

GH = """\
#!{python}
import json, shutil, sys
from pathlib import Path
state = Path({state!r})
arguments = sys.argv[1:]
given = sys.stdin.read() if "--input" in arguments else ""
with (state / "calls").open("a") as calls:
    calls.write(json.dumps([arguments, given]) + "\\n")
if arguments[0] == "run":
    if not (state / "artifact").exists():
        sys.exit(1)
    shutil.copytree(state / "artifact", arguments[arguments.index("--dir") + 1],
                    dirs_exist_ok=True, symlinks=True)
elif "pulls" in arguments[1]:
    print((state / "pull").read_text())
elif "--slurp" in arguments:
    print((state / "comments").read_text())
"""


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """What GitHub holds, behind a ``gh`` that writes down how it is called."""
    (tmp_path / "bin").mkdir()
    gh = tmp_path / "bin/gh"
    gh.write_text(GH.format(python=sys.executable, state=str(tmp_path)), encoding="utf-8")
    gh.chmod(0o755)
    artifact = tmp_path / "artifact"
    artifact.mkdir()
    (artifact / "number").write_text("7\n", encoding="utf-8")
    (artifact / "diff.md").write_text("## Wat dit voorstel wijzigt\n", encoding="utf-8")
    write(tmp_path, "pull", {"state": "open", "head": {"sha": "abc"}, "base": here()})
    write(tmp_path, "comments", [[{"id": 1, "user": {"login": "iemand"}, "body": MARK}], []])
    return tmp_path


MARK = "<!-- what-the-proposal-changes -->"


def here() -> dict[str, Any]:
    return {"repo": {"full_name": "dossier/site"}}


def write(state: Path, name: str, value: object) -> None:
    (state / name).write_text(json.dumps(value), encoding="utf-8")


def posted(state: Path) -> list[tuple[str, str, str]]:
    """The method, the address and the body of each call that writes."""
    done = subprocess.run(  # noqa: S603  (our own script)
        [sys.executable, "-I", str(ROOT / ".github/scripts/comment.py")],
        env={"PATH": str(state / "bin"), "REPOSITORY": "dossier/site", "RUN": "5", "HEAD": "abc"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Traceback" not in done.stderr
    calls = map(json.loads, (state / "calls").read_text(encoding="utf-8").splitlines())
    return [
        (call[2], call[3], json.loads(given)["body"]) for call, given in calls if "--method" in call
    ]


def test_the_first_time_a_comment_is_made(state: Path) -> None:
    assert posted(state) == [
        (
            "POST",
            "repos/dossier/site/issues/7/comments",
            f"{MARK}\n## Wat dit voorstel wijzigt\n",
        )
    ]


def test_after_that_it_is_kept_up_to_date(state: Path) -> None:
    ours = {"id": 42, "user": {"login": "github-actions[bot]"}, "body": f"{MARK}\nOud"}
    write(state, "comments", [[], [ours]])

    ((method, address, _),) = posted(state)

    assert (method, address) == ("PATCH", "repos/dossier/site/issues/comments/42")


@pytest.mark.parametrize("number", ["8; rm -rf /", "../../1", "", "0", "7" * 15, "-7", "7\n8"])
def test_what_is_no_number_is_not_posted(state: Path, number: str) -> None:
    (state / "artifact/number").write_text(number, encoding="utf-8")

    assert posted(state) == []


@pytest.mark.parametrize(
    "pull",
    [
        {"state": "open", "head": {"sha": "another"}, "base": here()},
        {"state": "closed", "head": {"sha": "abc"}, "base": here()},
        {"state": "open", "head": {"sha": "abc"}, "base": {"repo": {"full_name": "x/y"}}},
        {},
    ],
)
def test_a_number_that_is_not_of_the_run_is_not_posted(state: Path, pull: dict[str, Any]) -> None:
    write(state, "pull", pull)

    assert posted(state) == []


def test_without_an_artifact_nothing_is_posted(state: Path) -> None:
    shutil.rmtree(state / "artifact")

    assert posted(state) == []


def test_a_link_to_another_file_is_no_artifact(state: Path) -> None:
    (state / "artifact/diff.md").unlink()
    (state / "artifact/diff.md").symlink_to("/etc/passwd")

    assert posted(state) == []


HOSTILE = (
    "@octocat &#64;octocat &commat;octocat #1 GH-1 &#x23;1 https://kwaad.example "
    "[klik](https://kwaad.example) [x][y]\n\n[y]: https://kwaad.example\n"
    "![x](//kwaad.example/x.png) <img src=x> <a href=x>y</a> <!-- z --> <https://kwaad.example>\n"
    "- <del>oud</del><ins>nieuw</ins> \u202e\u0007"
)


def test_a_text_by_a_stranger_calls_nobody_and_leads_nowhere(state: Path) -> None:
    (state / "artifact/diff.md").write_text(HOSTILE, encoding="utf-8")

    ((_, _, body),) = posted(state)

    html = MarkdownIt("gfm-like", {"linkify": False}).render(body.removeprefix(MARK))
    page = BeautifulSoup(html, "html.parser")
    assert {tag.name for tag in page.find_all()} == {"p", "ul", "li", "ins", "del"}
    assert [tag.get_text() for tag in page.find_all(["ins", "del"])] == ["oud", "nieuw"]
    for sign in ("@o", "#1", "GH-1", "://", "\u202e", "\u0007"):
        assert sign not in page.get_text(), sign


def test_a_text_without_end_is_cut(state: Path) -> None:
    (state / "artifact/diff.md").write_text("é@a " * 100_000, encoding="utf-8")

    ((_, _, body),) = posted(state)

    assert 30_000 < len(body.encode()) < 65_536


# Before a commit ----------------------------------------------------------------------------------

HOOKS: list[dict[str, str]] = load(".pre-commit-config.yaml")["repos"][0]["hooks"]


def test_the_hooks_are_valid_and_local() -> None:
    assert run("pre-commit", "validate-config", ".pre-commit-config.yaml").returncode == 0
    assert [repo["repo"] for repo in load(".pre-commit-config.yaml")["repos"]] == ["local"]
    assert [hook["id"] for hook in HOOKS] == [
        "check",
        "schema",
        "ruff",
        "ruff-format",
        "codespell",
        "end-of-file",
        "trailing-whitespace",
    ]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_the_command_of_a_hook_exists(hook: dict[str, str]) -> None:
    command, *arguments = hook["entry"].split()

    assert Path(command).parent == Path(".venv/bin")
    assert (BIN / Path(command).name).exists()
    for argument in arguments:
        assert (ROOT / argument).exists() or not argument.endswith(".py")


def test_hooks_leave_quotations_alone() -> None:
    excluded = {hook["id"]: hook.get("exclude", "^$") for hook in HOOKS}

    for hook in ("end-of-file", "trailing-whitespace"):
        assert re.search(excluded[hook], "content/sources/slides.txt")
    assert re.search(excluded["trailing-whitespace"], "content/themes/human-capital.yml")
    assert not re.search(excluded["trailing-whitespace"], "generator/build/build.py")


@pytest.mark.parametrize("tool", ["end-of-file-fixer", "trailing-whitespace-fixer"])
def test_files_end_and_lines_end_as_they_should(tool: str, tmp_path: Path) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "*.py", "*.md", "*.toml", ".git*"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    listed = [name for name in listed if not name.startswith("tests/world/")]
    copies = [tmp_path / name.replace("/", "_") for name in listed]
    for name, copy in zip(listed, copies, strict=True):
        shutil.copy(ROOT / name, copy)

    done = run(tool, *map(str, copies))

    assert len(listed) > 100
    assert (done.returncode, done.stdout) == (0, "")


def test_the_english_is_spelled_right_and_a_slip_would_be_found(tmp_path: Path) -> None:
    slip = tmp_path / "slip.md"
    slip.write_text(f"{'te'}h word\n", encoding="utf-8")

    done = run("codespell")

    assert (done.returncode, done.stdout) == (0, "")
    assert run("codespell", str(slip)).returncode != 0
