"""Posts what a proposal changes as one comment, and keeps that up to date.

It runs with the right to comment, on an artifact made by code that a stranger may have changed.
So the number is held against the run that GitHub itself names, and the text can neither call
anybody, nor lead anywhere, nor show what is no text. Python alone, and GitHub's ``gh``.
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
"""In bytes; GitHub takes 65,536 characters."""
_TAG = re.compile(r"<(?!/?(?:ins|del)>)")
_ENTITY = re.compile(r"(&#?\w+;)")
_CALL = re.compile(
    r"(?<=[@:])(?=\S)|(?<=#)(?=\w)|(?<=www)(?=\.)|(?<=\])(?=[(\[:])|(?<=GH)(?=-)", re.IGNORECASE
)
_JOINER = "\u2060"
"""Shows nothing. An entity would not do: mentions are looked for in what Markdown has become."""


def main() -> str:
    """Comment, or say why not."""
    found = fetched(os.environ["RUN"])
    if not found:
        return "The run left nothing to post."
    number, text = found
    if not is_of_this_run(number, os.environ["HEAD"]):
        return "The number is not that of an open pull request at the commit of this run."
    post(number, harmless(text))
    return f"Posted at #{number}."


def fetched(run: str) -> tuple[int, str] | None:
    """The number and the text in the artifact of a run, if they are what they should be."""
    with tempfile.TemporaryDirectory() as folder:
        done = gh("run", "download", run, "--name", "proposal", "--dir", folder, must=False)
        number, text = Path(folder, "number"), Path(folder, "diff.md")
        if done is None or not (is_file(number) and is_file(text)):
            return None
        with number.open("rb") as file:
            digits = file.read(20).strip()
        with text.open("rb") as file:
            content = file.read(LIMIT).decode(errors="ignore")
    return (int(digits), content) if re.fullmatch(rb"[1-9][0-9]{0,9}", digits) else None


def is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def is_of_this_run(number: int, head: str) -> bool:
    """Whether a pull request is open here and stands at the commit that the run was for."""
    told = gh("api", f"repos/{repository()}/pulls/{number}", must=False)
    pull: dict[str, Any] = json.loads(told) if told else {}
    is_here = pull.get("base", {}).get("repo", {}).get("full_name") == repository()
    return bool(is_here and pull["state"] == "open" and pull["head"]["sha"] == head)


def harmless(text: str) -> str:
    """The text without tags but those that mark words, calling nobody and leading nowhere."""
    shown = "".join(each for each in text if each.isprintable() or each == "\n")
    apart = _ENTITY.sub(rf"{_JOINER}\1{_JOINER}", _TAG.sub("&lt;", shown))
    return _CALL.sub(_JOINER, apart)


def post(number: int, text: str) -> None:
    """Change the comment that is there, or else make it."""
    body = json.dumps({"body": cut(f"{MARK}\n{text}")})
    here = f"repos/{repository()}/issues"
    pages = gh("api", "--paginate", "--slurp", f"{here}/{number}/comments?per_page=100")
    comments = [comment for page in json.loads(pages or "[]") for comment in page]
    ours = [
        comment["id"]
        for comment in comments
        if comment["user"]["login"] == AUTHOR and comment["body"].startswith(MARK)
    ]
    way, method = (f"comments/{ours[0]}", "PATCH") if ours else (f"{number}/comments", "POST")
    gh("api", "--method", method, f"{here}/{way}", "--input", "-", given=body)


def cut(text: str) -> str:
    """What GitHub takes of a text: what was made harmless may have grown."""
    return text.encode()[:LIMIT].decode(errors="ignore")


def repository() -> str:
    return os.environ["REPOSITORY"]


def gh(*arguments: str, given: str = "", must: bool = True) -> str | None:
    """What ``gh`` prints; None if it fails and may."""
    command = ("gh", *arguments)
    if arguments[0] == "run":
        command = (*command, "--repo", repository())
    done = subprocess.run(  # noqa: S603  (fixed command)
        command, input=given, capture_output=True, text=True, check=False
    )
    if done.returncode and must:
        sys.exit(f"gh {arguments[0]} failed: {done.stderr}")
    return None if done.returncode else done.stdout


if __name__ == "__main__":
    print(main())  # noqa: T201  (for the log of the run)
