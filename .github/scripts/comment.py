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
from pathlib import Path
from typing import Any

MARK = "<!-- what-the-proposal-changes -->"
AUTHOR = "github-actions[bot]"
LIMIT = 64_000
"""In bytes; GitHub accepts 65,536 characters."""
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
    number, text = report
    if not is_of_this_run(number, os.environ["HEAD"]):
        return "The number is not that of an open pull request at the commit of this run."
    post(number, sanitized(text))
    return f"Posted at #{number}."


def downloaded_report(run: str) -> tuple[int, str] | None:
    """The pull request number and the text in the artifact of a run; None if they are invalid."""
    with tempfile.TemporaryDirectory() as folder:
        output = gh("run", "download", run, "--name", "proposal", "--dir", folder, check=False)
        number, text = Path(folder, "number"), Path(folder, "diff.md")
        if output is None or not (is_regular_file(number) and is_regular_file(text)):
            return None
        with number.open("rb") as file:
            digits = file.read(20).strip()
        with text.open("rb") as file:
            content = file.read(LIMIT).decode(errors="ignore")
    return (int(digits), content) if re.fullmatch(rb"[1-9][0-9]{0,9}", digits) else None


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


def post(number: int, text: str) -> None:
    """Update the existing comment, or create it."""
    body = json.dumps({"body": cut(f"{MARK}\n{text}")})
    issues = f"repos/{repository()}/issues"
    pages = gh("api", "--paginate", "--slurp", f"{issues}/{number}/comments?per_page=100")
    comments = [comment for page in json.loads(pages or "[]") for comment in page]
    ours = [
        comment["id"]
        for comment in comments
        if comment["user"]["login"] == AUTHOR and comment["body"].startswith(MARK)
    ]
    path, method = (f"comments/{ours[0]}", "PATCH") if ours else (f"{number}/comments", "POST")
    gh("api", "--method", method, f"{issues}/{path}", "--input", "-", stdin=body)


def cut(text: str) -> str:
    """As much of a text as GitHub accepts: sanitizing may have made it longer."""
    return text.encode()[:LIMIT].decode(errors="ignore")


def repository() -> str:
    return os.environ["REPOSITORY"]


def gh(*arguments: str, stdin: str = "", check: bool = True) -> str | None:
    """The output of ``gh``. If it fails: None, or with ``check`` the script ends with its error."""
    command = ("gh", *arguments)
    if arguments[0] == "run":
        command = (*command, "--repo", repository())
    done = subprocess.run(  # noqa: S603  (fixed command)
        command, input=stdin, capture_output=True, text=True, check=False
    )
    if done.returncode and check:
        sys.exit(f"gh {arguments[0]} failed: {done.stderr}")
    return None if done.returncode else done.stdout


if __name__ == "__main__":
    print(main())  # noqa: T201  (for the log of the run)
