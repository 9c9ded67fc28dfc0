"""Reads files at a git revision."""

import io
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.build.errors import MachineError


class RevisionError(Exception):
    """git does not know the revision; the message is that of git."""


class MissingGitError(MachineError):
    """The program git is missing on this machine, or may not be run."""

    def __init__(self) -> None:
        super().__init__("Het programma git ontbreekt op deze machine; installeer het.")


def text_at(root: Path, revision: str, path: str) -> str:
    """The text of a file at a revision; empty if the file did not exist then.

    Raises:
        RevisionError: the revision does not exist, or ``root`` is not in a git checkout.
        MissingGitError: git is missing.

    """
    _git(root, "rev-parse", "--verify", f"{revision}^{{commit}}")
    listed = _git(root, "ls-tree", "--name-only", revision, "--", path)
    return _git(root, "show", f"{revision}:./{path}") if listed else ""


def files_at(root: Path, revision: str, folder: str) -> dict[str, bytes]:
    """The files in a folder at a revision, by path from the root; none if there was no such folder.

    Raises:
        RevisionError: the revision does not exist, or ``root`` is not in a git checkout.
        MissingGitError: git is missing.

    """
    _git(root, "rev-parse", "--verify", f"{revision}^{{commit}}")
    listed = _git(root, "ls-tree", "-r", "-z", revision, "--", f"{folder}/")
    object_names = {}
    for entry in filter(None, listed.split("\0")):
        mode_type_name, _, path = entry.partition("\t")
        mode, _, name = mode_type_name.split(" ")
        if mode.startswith("100"):  # a regular file, not a symbolic link
            object_names[path] = name
    return dict(zip(object_names, _objects(root, object_names.values()), strict=True))


def _objects(root: Path, names: Iterable[str]) -> Iterator[bytes]:
    """The contents of git objects, from one process: one process each would take seconds."""
    requests = "".join(f"{name}\n" for name in names)
    stream = io.BytesIO(_run(root, "cat-file", "--batch", stdin=requests))
    while header := stream.readline():
        yield stream.read(int(header.split()[2]))
        stream.read(1)  # the newline that git writes after each object


def main_branch(root: Path) -> str | None:
    """The main branch of origin, if there is one.

    Raises:
        MissingGitError: git is missing.

    """
    for name in ("origin/HEAD", "origin/main", "origin/master"):
        try:
            _git(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
        except RevisionError:
            continue
        return name
    return None


def _git(root: Path, *arguments: str) -> str:
    return _run(root, *arguments).decode(errors="surrogateescape")


def _run(root: Path, *arguments: str, stdin: str = "") -> bytes:
    command = ("git", "-C", str(root), *arguments)
    try:
        done = subprocess.run(  # noqa: S603  (fixed command)
            command, input=stdin.encode(), capture_output=True, check=False
        )
    except (FileNotFoundError, PermissionError) as error:
        raise MissingGitError from error
    if done.returncode:
        raise RevisionError(done.stderr.decode(errors="replace").strip())
    return done.stdout
