"""Files at an earlier revision, as git keeps them."""

import io
import subprocess
from collections.abc import Iterable, Iterator
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


def files_at(root: Path, revision: str, folder: str) -> dict[str, bytes]:
    """The files in a folder at a revision, by their path from the root; none if it was not there.

    Raises:
        RevisionError: the revision does not exist, or this is no git checkout.

    """
    _git(root, "rev-parse", "--verify", f"{revision}^{{commit}}")
    listed = _git(root, "ls-tree", "-r", "-z", revision, "--", f"{folder}/")
    names = {}
    for entry in filter(None, listed.split("\0")):
        mode_type_name, _, path = entry.partition("\t")
        mode, _, name = mode_type_name.split(" ")
        if mode.startswith("100"):  # a file, and no link to one
            names[path] = name
    return dict(zip(names, _objects(root, names.values()), strict=True))


def _objects(root: Path, names: Iterable[str]) -> Iterator[bytes]:
    """What git keeps under some names, in one go: a process for each would take seconds."""
    wanted = "".join(f"{name}\n" for name in names)
    stream = io.BytesIO(_run(root, "cat-file", "--batch", given=wanted))
    while header := stream.readline():
        yield stream.read(int(header.split()[2]))
        stream.read(1)  # the line end that git puts after each


def main_branch(root: Path) -> str | None:
    """The main branch at the place this checkout came from, if there is one."""
    for name in ("origin/HEAD", "origin/main", "origin/master"):
        try:
            _git(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
        except RevisionError:
            continue
        return name
    return None


def _git(root: Path, *arguments: str) -> str:
    return _run(root, *arguments).decode()


def _run(root: Path, *arguments: str, given: str = "") -> bytes:
    command = ("git", "-C", str(root), *arguments)
    done = subprocess.run(  # noqa: S603  (fixed command)
        command, input=given.encode(), capture_output=True, check=False
    )
    if done.returncode:
        raise RevisionError(done.stderr.decode(errors="replace").strip())
    return done.stdout
