"""Posts the report of what a proposal changes as one comment, and keeps the comment up to date.

It runs with permission to comment, on an artifact made by code that a stranger may have changed. So
the pull request number is checked against the run that GitHub itself reports, and the text cannot
mention anybody, contain links, or contain invisible characters. It needs only Python and ``gh``.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

MARK = "<!-- what-the-proposal-changes -->"
AUTHOR = "github-actions[bot]"
LIMIT = 64_000
"""In bytes; GitHub accepts 65,536 characters."""
LENGTH_OF_NOTE = 1_000
"""In bytes, at most: the note on the lines that do not fit."""
_TAG = re.compile(r"<(?!/?(?:ins|del)>)")
_ENTITY = re.compile(r"(&#?\w+;)")
_MENTION = re.compile(
    r"(?<=[@:])(?=\S)|(?<=#)(?=\w)|(?<=www)(?=\.)|(?<=\])(?=[(\[:])|(?<=GH)(?=-)", re.IGNORECASE
)
_JOINER = "\u2060"
"""Invisible. An HTML entity would not work: GitHub finds mentions in the rendered text."""


def main() -> str:
    """Post the comment. Return a message for the log: what was posted, or why nothing was."""
    report = downloaded_report(os.environ["RUN"])
    if not report:
        return "The run left nothing to post."
    if not is_of_this_run(report.number, os.environ["HEAD"]):
        return "The number is not that of an open pull request at the commit of this run."
    post(report.number, body(report))
    return f"Posted at #{report.number}."


class Report(NamedTuple):
    """What the artifact of a run says."""

    number: int
    """The number of the pull request."""
    lines: Sequence[str]
    """The first lines of the text."""
    left: int
    """How many lines come after these."""


def downloaded_report(run: str) -> Report | None:
    """The report in the artifact of a run; None if there is none or it is invalid."""
    with tempfile.TemporaryDirectory() as folder:
        output = gh("run", "download", run, "--name", "proposal", "--dir", folder, check=False)
        number, text = Path(folder, "number"), Path(folder, "diff.md")
        if output is None or not (is_regular_file(number) and is_regular_file(text)):
            return None
        with number.open("rb") as file:
            digits = file.read(20).strip()
        with text.open("rb") as file:
            lines, left = first_lines(file)
    is_number = re.fullmatch(rb"[1-9][0-9]{0,9}", digits)
    return Report(int(digits), lines, left) if is_number else None


def first_lines(file: BinaryIO) -> tuple[list[str], int]:
    """The lines that fit within ``LIMIT``, and how many lines with text come after these."""
    lines, size, left, begins = list[str](), 0, 0, True
    for part in iter(partial(file.readline, LIMIT), b""):  # a line, or a part of a very long one
        size += len(part)
        if size < LIMIT:
            lines.append(part.decode(errors="ignore").rstrip("\n"))
        else:
            left += begins and bool(part.strip())
        begins = part.endswith(b"\n")
    return lines, left


def is_regular_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def is_of_this_run(number: int, head: str) -> bool:
    """Whether the pull request is open in this repository, at the commit that the run was for."""
    output = gh("api", f"repos/{repository()}/pulls/{number}", check=False)
    pull: dict[str, Any] = json.loads(output) if output else {}
    is_here = pull.get("base", {}).get("repo", {}).get("full_name") == repository()
    return bool(is_here and pull["state"] == "open" and pull["head"]["sha"] == head)


def sanitized(text: str) -> str:
    """The text with no tags but ``<ins>`` and ``<del>``, and with no mentions and no links."""
    printable = "".join(each for each in text if each.isprintable() or each == "\n")
    separated = _ENTITY.sub(rf"{_JOINER}\1{_JOINER}", _TAG.sub("&lt;", printable))
    return _MENTION.sub(_JOINER, separated)


def body(report: Report) -> str:
    """The comment: the lines that fit, how many others there are, and where to read them."""
    lines = [sanitized(line) for line in report.lines]
    kept = lines[: how_many_fit(lines)]
    left = report.left + sum(bool(line.strip()) for line in lines[len(kept) :])
    end = ["", note(left)] if left else [""]
    return "\n".join((MARK, *kept, *end))


def how_many_fit(lines: Iterable[str]) -> int:
    """How many lines GitHub accepts besides the note: sanitizing may have made them longer."""
    size, count = 0, 0
    for line in lines:
        size += len(line.encode()) + 1
        if size > LIMIT - LENGTH_OF_NOTE:
            break
        count += 1
    return count


def note(left: int) -> str:
    """Where to read the lines that do not fit, in Dutch."""
    server = os.environ.get("GITHUB_SERVER_URL", "https://github.com")
    run = f"{server}/{repository()}/actions/runs/{os.environ['RUN']}"
    lines = "1 regel staat" if left == 1 else f"{left} regels staan"
    return (
        f"**Dit overzicht is te lang voor een reactie: {lines} hier niet.** Het hele overzicht "
        f"staat in de [samenvatting van deze controle]({run}). Op uw eigen computer ziet u het "
        "met `python site_build.py diff origin/main`."
    )


def post(number: int, text: str) -> None:
    """Update the existing comment, or create it."""
    sent = json.dumps({"body": text})
    issues = f"repos/{repository()}/issues"
    pages = gh("api", "--paginate", "--slurp", f"{issues}/{number}/comments?per_page=100")
    comments = [comment for page in json.loads(pages or "[]") for comment in page]
    ours = [
        comment["id"]
        for comment in comments
        if comment["user"]["login"] == AUTHOR and comment["body"].startswith(MARK)
    ]
    path, method = (f"comments/{ours[0]}", "PATCH") if ours else (f"{number}/comments", "POST")
    gh("api", "--method", method, f"{issues}/{path}", "--input", "-", stdin=sent)


def repository() -> str:
    return os.environ["REPOSITORY"]


def gh(*arguments: str, stdin: str = "", check: bool = True) -> str | None:
    """The output of ``gh``. If it fails: None, or with ``check`` the script ends with its error."""
    command = ("gh", *arguments)
    if arguments[0] == "run":
        command = (*command, "--repo", repository())
    try:
        done = subprocess.run(  # noqa: S603  (fixed command)
            command, input=stdin, capture_output=True, text=True, check=False
        )
    except OSError as error:
        sys.exit(f"gh cannot be run: {error.strerror}. It is on every runner of GitHub.")
    if done.returncode and check:
        sys.exit(f"gh {arguments[0]} failed: {done.stderr}")
    return None if done.returncode else done.stdout


if __name__ == "__main__":
    print(main())  # noqa: T201  (for the log of the run)
