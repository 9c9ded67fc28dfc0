"""Automated checks: before a commit, on a proposal, and on the main branch."""

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
    """Run a tool of this environment."""
    return subprocess.run(  # noqa: S603  (our own tools)
        [str(BIN / command[0]), *command[1:]], cwd=cwd, capture_output=True, text=True, check=False
    )


def load(path: str) -> Any:  # noqa: ANN401  (a file may contain any value)
    return yaml.load((ROOT / path).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  (reads text only)


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
    result = run("zizmor", "--offline", "--no-progress", "--persona=auditor", ".github")

    assert result.returncode == 0, result.stdout
    assert len(WORKFLOWS) == 6


def test_actionlint_finds_nothing() -> None:
    """Without shellcheck, which not every machine has, so that results are the same everywhere."""
    result = run("actionlint", "-shellcheck=", *(str(path) for path in WORKFLOWS))

    assert (result.returncode, result.stdout) == (0, "")


@pytest.mark.parametrize("tool", [("zizmor", "--offline", "--no-progress"), ("actionlint",)])
def test_the_tools_find_an_unsafe_workflow(tool: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / ".github/workflows/unsafe.yml"
    path.parent.mkdir(parents=True)
    path.write_text(UNSAFE, encoding="utf-8")

    assert run(*tool, str(path), cwd=tmp_path).returncode != 0


def test_actions_are_pinned_by_commit_with_their_version_in_a_comment() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    used = re.findall(r"uses: (?!\$/)(.*)", text)  # $/ is this repository, at the same commit

    assert len(used) > 5
    for action in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action


@pytest.mark.parametrize("name", ["check", "tests"])
def test_workflows_that_run_code_of_a_proposal_have_no_secrets_and_cannot_write(name: str) -> None:
    workflow = load(f".github/workflows/{name}.yml")
    text = (ROOT / f".github/workflows/{name}.yml").read_text(encoding="utf-8")
    workflow["jobs"].pop("publish", None)

    assert set(workflow["on"]) - {"workflow_call"} == {"pull_request", "push"}
    assert workflow["permissions"] == {}
    assert "secrets" not in text
    assert "github.token" not in text
    for job in workflow["jobs"].values():
        assert job["permissions"] == {"contents": "read"}
        (checkout,) = (step for step in job["steps"] if "checkout" in step.get("uses", ""))
        assert checkout["with"]["persist-credentials"] == "false"


def test_publishing_depends_only_on_the_checks_and_the_built_site() -> None:
    publishing = load(".github/workflows/check.yml")["jobs"]["publish"]

    assert publishing["if"] == (
        "github.event_name != 'pull_request' && github.ref == 'refs/heads/main'"
    )
    assert set(publishing["needs"]) == {"check", "site", "ready"}
    assert [list(step) for step in publishing["steps"]] == [["id", "uses"]]
    assert set(load(".gitlab-ci.yml")["pages"]["needs"]) == {"check", "site"}


def test_the_site_is_published_every_day_and_proposals_do_not_hang_on_the_schedule() -> None:
    daily = load(".github/workflows/daily.yml")
    (job,) = daily["jobs"].values()
    (schedule,) = daily["on"]["schedule"]

    assert job["uses"] == "$/.github/workflows/check.yml"
    assert re.fullmatch(r"\d+ \d+ \* \* \*", schedule["cron"])
    assert "workflow_call" in load(".github/workflows/check.yml")["on"]
    assert "schedule" not in load(".github/workflows/check.yml")["on"]
    assert job["permissions"] == {
        "contents": "read",
        **load(".github/workflows/check.yml")["jobs"]["publish"]["permissions"],
    }


def test_each_run_of_the_checks_checks_the_content_once() -> None:
    steps = load(".github/workflows/check.yml")["jobs"]["check"]["steps"]
    conditions = [step["if"] for step in steps if "site_build.py check" in step.get("run", "")]

    assert conditions == [
        "github.event_name == 'push'",
        "github.event_name == 'pull_request'",
        "github.event_name != 'push' && github.event_name != 'pull_request'",
    ]


CONTENT = GitIgnoreSpec.from_lines(["/content/**"])
"""The files that an edit of the content changes, apart from the menu in mkdocs.yml."""


def test_the_tests_of_the_code_run_when_anything_but_content_changes() -> None:
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
    """Every file that git tracks, and new files that it does not ignore."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603
    return [path for path in result.stdout.splitlines() if (ROOT / path).is_file()]


def test_the_workflow_that_may_write_runs_only_the_script_of_the_main_branch() -> None:
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


def test_the_job_that_visits_addresses_may_not_write_and_the_one_that_writes_visits_none() -> None:
    visit, issue = load(".github/workflows/links.yml")["jobs"].values()
    checkout, keep = issue["steps"]

    assert visit["permissions"] == {"contents": "read"}
    assert not any("GH_TOKEN" in step.get("env", {}) for step in visit["steps"])
    assert issue["needs"] == "visit"
    assert issue["permissions"] == {"actions": "read", "contents": "read", "issues": "write"}
    assert checkout["with"]["ref"] == "${{ github.event.repository.default_branch }}"
    assert keep["run"] == "python3 -I .github/scripts/links_issue.py"


def test_dependabot_updates_the_actions() -> None:
    (update,) = load(".github/dependabot.yml")["updates"]

    assert update["package-ecosystem"] == "github-actions"


def test_gitlab_runs_the_same_commands() -> None:
    jobs = load(".gitlab-ci.yml")
    scripts = {name: "\n".join(job.get("script", ())) for name, job in jobs.items()}

    assert {"check", "site", "source", "tests", "proposal", "links", "pages"} < set(jobs)
    for command in ("check", "build", "diff", "links --live"):
        assert any(f"site_build.py {command}" in script for script in scripts.values())
    assert "TOKEN" not in (ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8")


# The comment --------------------------------------------------------------------------------------

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
    """The state of GitHub, with a fake ``gh`` that reads it and logs its calls."""
    (tmp_path / "bin").mkdir()
    gh = tmp_path / "bin/gh"
    gh.write_text(FAKE_GH.format(python=sys.executable, state=str(tmp_path)), encoding="utf-8")
    gh.chmod(0o755)
    artifact = tmp_path / "artifact"
    artifact.mkdir()
    (artifact / "number").write_text("7\n", encoding="utf-8")
    (artifact / "diff.md").write_text("## Wat dit voorstel wijzigt\n", encoding="utf-8")
    write(tmp_path, "pull", {"state": "open", "head": {"sha": "abc"}, "base": this_repository()})
    write(tmp_path, "comments", [[{"id": 1, "user": {"login": "iemand"}, "body": MARK}], []])
    return tmp_path


MARK = "<!-- what-the-proposal-changes -->"


def this_repository() -> dict[str, Any]:
    return {"repo": {"full_name": "dossier/site"}}


def write(state: Path, name: str, value: object) -> None:
    (state / name).write_text(json.dumps(value), encoding="utf-8")


def run_script(state: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  (our own script)
        [sys.executable, "-I", str(ROOT / ".github/scripts/comment.py")],
        env={"PATH": str(state / "bin"), "REPOSITORY": "dossier/site", "RUN": "5", "HEAD": "abc"},
        capture_output=True,
        text=True,
        check=False,
    )


def posted(state: Path) -> list[tuple[str, str, str]]:
    """Run the script; return the method, address and body of each call that writes."""
    result = run_script(state)
    assert (result.returncode, result.stderr) == (0, "")
    calls = map(json.loads, (state / "calls").read_text(encoding="utf-8").splitlines())
    return [
        (call[2], call[3], json.loads(sent)["body"]) for call, sent in calls if "--method" in call
    ]


def test_the_first_run_adds_a_comment(state: Path) -> None:
    assert posted(state) == [
        (
            "POST",
            "repos/dossier/site/issues/7/comments",
            f"{MARK}\n## Wat dit voorstel wijzigt\n",
        )
    ]


def test_later_runs_update_the_comment(state: Path) -> None:
    own_comment = {"id": 42, "user": {"login": "github-actions[bot]"}, "body": f"{MARK}\nOud"}
    write(state, "comments", [[], [own_comment]])

    ((method, address, _),) = posted(state)

    assert (method, address) == ("PATCH", "repos/dossier/site/issues/comments/42")


@pytest.mark.parametrize("number", ["8; rm -rf /", "../../1", "", "0", "7" * 15, "-7", "7\n8"])
def test_nothing_is_posted_for_an_invalid_number(state: Path, number: str) -> None:
    (state / "artifact/number").write_text(number, encoding="utf-8")

    assert posted(state) == []


@pytest.mark.parametrize(
    "pull",
    [
        {"state": "open", "head": {"sha": "another"}, "base": this_repository()},
        {"state": "closed", "head": {"sha": "abc"}, "base": this_repository()},
        {"state": "open", "head": {"sha": "abc"}, "base": {"repo": {"full_name": "x/y"}}},
        {},
    ],
)
def test_nothing_is_posted_for_the_number_of_another_pull_request(
    state: Path, pull: dict[str, Any]
) -> None:
    write(state, "pull", pull)

    assert posted(state) == []


def test_without_an_artifact_nothing_is_posted(state: Path) -> None:
    shutil.rmtree(state / "artifact")

    assert posted(state) == []


def test_a_symbolic_link_in_the_artifact_is_not_followed(state: Path) -> None:
    (state / "artifact/diff.md").unlink()
    (state / "artifact/diff.md").symlink_to("/etc/passwd")

    assert posted(state) == []


HOSTILE = (
    "@octocat &#64;octocat &commat;octocat #1 GH-1 &#x23;1 https://kwaad.example "
    "[klik](https://kwaad.example) [x][y]\n\n[y]: https://kwaad.example\n"
    "![x](//kwaad.example/x.png) <img src=x> <a href=x>y</a> <!-- z --> <https://kwaad.example>\n"
    "- <del>oud</del><ins>nieuw</ins> \u202e\u0007"
)


def test_a_hostile_text_mentions_nobody_and_links_nowhere(state: Path) -> None:
    (state / "artifact/diff.md").write_text(HOSTILE, encoding="utf-8")

    ((_, _, body),) = posted(state)

    html = MarkdownIt("gfm-like", {"linkify": False}).render(body.removeprefix(MARK))
    page = BeautifulSoup(html, "html.parser")
    assert {tag.name for tag in page.find_all()} == {"p", "ul", "li", "ins", "del"}
    assert [tag.get_text() for tag in page.find_all(["ins", "del"])] == ["oud", "nieuw"]
    for unsafe in ("@o", "#1", "GH-1", "://", "\u202e", "\u0007"):
        assert unsafe not in page.get_text(), unsafe


@pytest.mark.parametrize(
    "line", ["- **HRE-001**: <ins>nieuwe woorden</ins>", "- é@a #1 GH-1", "- &amp;:a" * 50]
)
@pytest.mark.parametrize("count", [10, 3_000, 50_000])
def test_a_long_text_is_cut_at_a_line_and_says_where_the_rest_is(
    line: str, count: int, state: Path
) -> None:
    (state / "artifact/diff.md").write_text(f"{line}\n" * count, encoding="utf-8")

    ((_, _, body),) = posted(state)

    shown = [each for each in body.splitlines() if each.startswith("- ")]
    assert len(body.encode()) < 65_536
    assert len({*shown}) == 1
    assert is_noted(body, count - len(shown))


def is_noted(body: str, left: int) -> bool:
    """Whether a comment ends by saying that so many lines are left out, if any are."""
    if not left:
        return "te lang" not in body
    where = "[samenvatting van deze controle](https://github.com/dossier/site/actions/runs/5)"
    return f"{left} regels staan hier niet" in body and where in body.splitlines()[-1]


@pytest.mark.parametrize("length", [64_000, 128_000, 500_001])
def test_a_line_that_is_too_long_is_left_out_and_counted(length: int, state: Path) -> None:
    text = f"## Kop\n{'x' * length}\n- nog een\n"
    (state / "artifact/diff.md").write_text(text, encoding="utf-8")

    ((_, _, body),) = posted(state)

    assert body.startswith(f"{MARK}\n## Kop\n")
    assert "2 regels staan hier niet" in body


def test_without_gh_the_script_ends_in_a_sentence(state: Path) -> None:
    (state / "bin/gh").unlink()

    result = run_script(state)

    assert result.returncode == 1
    assert result.stderr.startswith("gh cannot be run: ")
    assert "Traceback" not in result.stderr


def test_the_whole_report_is_kept_where_the_comment_says() -> None:
    steps = load(".github/workflows/check.yml")["jobs"]["proposal"]["steps"]
    (compare,) = (step["run"] for step in steps if step.get("name") == "Compare")

    assert 'cat proposal/diff.md >> "$GITHUB_STEP_SUMMARY"' in compare
    assert "head" not in compare


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
def test_files_end_with_a_newline_and_lines_without_spaces(tool: str, tmp_path: Path) -> None:
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

    result = run(tool, *map(str, copies))

    assert len(listed) > 100
    assert (result.returncode, result.stdout) == (0, "")


def test_english_is_spelled_correctly_and_a_spelling_error_is_found(tmp_path: Path) -> None:
    misspelled = tmp_path / "misspelled.md"
    misspelled.write_text(f"{'te'}h word\n", encoding="utf-8")

    result = run("codespell")

    assert (result.returncode, result.stdout) == (0, "")
    assert run("codespell", str(misspelled)).returncode != 0
