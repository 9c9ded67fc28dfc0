"""Files at an earlier revision, as git keeps them."""

import subprocess
from pathlib import Path


class RevisionError(Exception):
    """git does not know the revision; its own words say why."""


def text_at(root: Path, revision: str, path: str) -> str:
    """A file's text at a revision; empty if it was not there yet.

    Raises:
        RevisionError: the revision does not exist, or this is no git checkout.

    """
    _git(root, "rev-parse", "--verify", f"{revision}^{{commit}}")
    listed = _git(root, "ls-tree", "--name-only", revision, "--", path)
    return _git(root, "show", f"{revision}:./{path}") if listed else ""


def _git(root: Path, *arguments: str) -> str:
    command = ("git", "-C", str(root), *arguments)
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603  (fixed command)
    if done.returncode:
        raise RevisionError(done.stderr.decode(errors="replace").strip())
    return done.stdout.decode()
