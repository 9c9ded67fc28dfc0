"""Keeps one issue with the web addresses that need an edit; closes it when there are none.

It runs with permission to write issues, after the job of the same run that visited the addresses
and left a report. It needs only Python and ``gh``.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

TITLE = "Webadressen die niet meer kloppen"
MARK = "<!-- web-addresses -->"
AUTHOR = "github-actions[bot]"
LIMIT = 60_000
"""In bytes; GitHub accepts 65,536 characters."""


def main() -> str:
    """Open, update or close the issue. Return a message for the log."""
    report, is_well = downloaded_report(os.environ["RUN"])
    found = open_issues()
    if is_well:
        for number in found:
            send("PATCH", f"/{number}", {"body": body(report), "state": "closed"})
        return f"Nothing needs an edit; closed: {found or 'nothing'}."
    if found:
        send("PATCH", f"/{found[0]}", {"body": body(report)})
        return f"Updated #{found[0]}."
    send("POST", "", {"title": TITLE, "body": body(report)})
    return "Opened an issue."


def downloaded_report(run: str) -> tuple[str, bool]:
    """The report that a run left, and whether it says that nothing needs an edit."""
    with tempfile.TemporaryDirectory() as folder:
        where = ("--name", "links", "--dir", folder, "--repo", repository())
        gh("run", "download", run, *where)
        state = Path(folder, "state").read_text(encoding="utf-8").strip()
        return Path(folder, "report.md").read_text(encoding="utf-8"), state == "well"


def open_issues() -> list[int]:
    """The numbers of the open issues that this script opened."""
    pages = gh("api", "--paginate", "--slurp", f"{issues()}?state=open&per_page=100")
    found: list[dict[str, Any]] = [issue for page in json.loads(pages) for issue in page]
    return [
        issue["number"]
        for issue in found
        if issue["user"]["login"] == AUTHOR and (issue["body"] or "").startswith(MARK)
    ]


def body(report: str) -> str:
    """The text of the issue: the lines of the report that fit, and where to read the rest."""
    lines = report.splitlines()
    kept = [*fitting(lines)]
    end = (
        [] if len(kept) == len(lines) else ["", f"De rest staat in [deze controle]({run_page()})."]
    )
    return "\n".join((MARK, *kept, *end, ""))


def fitting(lines: Iterable[str]) -> Iterable[str]:
    size = 0
    for line in lines:
        size += len(line.encode()) + 1
        if size > LIMIT:
            return
        yield line


def run_page() -> str:
    server = os.environ.get("GITHUB_SERVER_URL", "https://github.com")
    return f"{server}/{repository()}/actions/runs/{os.environ['RUN']}"


def send(method: str, path: str, value: dict[str, str]) -> None:
    gh("api", "--method", method, issues() + path, "--input", "-", stdin=json.dumps(value))


def issues() -> str:
    return f"repos/{repository()}/issues"


def repository() -> str:
    return os.environ["REPOSITORY"]


def gh(*arguments: str, stdin: str = "") -> str:
    """The output of ``gh``; if it fails, the script ends with its error."""
    command = ("gh", *arguments)
    try:
        done = subprocess.run(  # noqa: S603  (fixed command)
            command, input=stdin, capture_output=True, text=True, check=False
        )
    except OSError as error:
        sys.exit(f"gh cannot be run: {error.strerror}. It is on every runner of GitHub.")
    if done.returncode:
        sys.exit(f"gh {arguments[0]} failed: {done.stderr}")
    return done.stdout


if __name__ == "__main__":
    print(main())  # noqa: T201  (for the log of the run)
