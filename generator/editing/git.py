"""Reads files at a git revision."""

import io
import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.build.errors import MachineError


class RevisionError(Exception):
    """git cannot give the revision; the message is a Dutch sentence that says what to do."""


IN_ENGLISH = {**os.environ, "LC_ALL": "C"}
"""The environment of git, in which its messages are those of ``CAUSES``."""


class MissingGitError(MachineError):
    """The program git is missing on this machine, or may not be run."""

    def __init__(self) -> None:
        super().__init__("Het programma git ontbreekt op deze machine; installeer het.")


CAUSES = {
    r"not a git repository": "Deze map hoort niet bij een git-project. Haal het project binnen "
    "met ‘git clone’ en werk daarin.",
    r"dubious ownership": "Git vertrouwt deze map niet, want ze is van een andere gebruiker. Is "
    'het uw eigen project, voer dan hier uit: git config --global --add safe.directory "$PWD"',
    r"promisor|missing blob|unable to read|could not read": "In deze kopie van het project "
    "ontbreekt een deel van de geschiedenis. Haal alles op met: git fetch --refetch",
}
"""The causes of what git refuses, by a pattern in its own message, with what an editor can do."""


def text_at(root: Path, revision: str, path: str) -> str:
    """The text of a file at a revision; empty if the file did not exist then.

    Raises:
        RevisionError: the revision does not exist, or ``root`` is not in a git checkout.
        MissingGitError: git is missing.

    """
    commit = _commit(root, revision)
    listed = _git(root, "ls-tree", "--name-only", commit, "--", path)
    return _git(root, "show", f"{commit}:./{path}") if listed else ""


def files_at(root: Path, revision: str, folder: str) -> dict[str, bytes]:
    """The files in a folder at a revision, by path from the root; none if there is no such folder.

    Raises:
        RevisionError: the revision does not exist, or ``root`` is not in a git checkout.
        MissingGitError: git is missing.

    """
    commit = _commit(root, revision)
    listed = _git(root, "ls-tree", "-r", "-z", commit, "--", f"{folder}/")
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


def merge_base(root: Path, revision: str) -> str:
    """The commit from which a revision and the current branch have grown apart.

    Raises:
        RevisionError: the revision does not exist, or has no history in common with the branch.
        MissingGitError: git is missing.

    """
    other, current = _commit(root, revision), _commit(root, "HEAD")
    try:
        return _git(root, "merge-base", other, current).strip()
    except RevisionError as error:
        raise RevisionError(_no_common_history(root, revision)) from error


def _no_common_history(root: Path, revision: str) -> str:
    what = f"Deze versie en ‘{revision}’ hebben geen begin gemeen"
    if _is_shallow(root):
        return f"{what}, want hier staat alleen het laatste deel van de geschiedenis. {_DEEPEN}"
    return f"{what}, dus is niet te zeggen wat er is gewijzigd. Geef een tak van dit project op."


_DEEPEN = "Haal de rest op met: git fetch --unshallow"


def _is_shallow(root: Path) -> bool:
    """Whether the history is cut off, as in a clone with ``--depth``."""
    return _git(root, "rev-parse", "--is-shallow-repository").strip() == "true"


def main_branch(root: Path) -> str | None:
    """The main branch of origin, if there is one.

    Raises:
        MissingGitError: git is missing.

    """
    for name in ("origin/HEAD", "origin/main", "origin/master"):
        try:
            _commit(root, name)
        except RevisionError:
            continue
        return name
    return None


def _commit(root: Path, revision: str) -> str:
    """The full name of the commit of a revision."""
    try:
        return _git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").strip()
    except _GitError as error:
        if str(error):  # with --quiet, git says nothing of a revision that it does not know
            raise
        raise RevisionError(_unknown(root, revision)) from error


def _unknown(root: Path, revision: str) -> str:
    """Why git does not know a revision, and what to do."""
    if revision == "HEAD":
        return "In dit project is met git nog niets vastgelegd. Doe dat eerst: git commit"
    if _is_shallow(root):
        part = "hier staat alleen het laatste deel van de geschiedenis"
        return f"Git kent ‘{revision}’ niet: {part}. {_DEEPEN}"
    return (
        f"Git kent ‘{revision}’ niet. Haal de hoofdtak op met ‘git fetch origin’ en kijk met "
        "‘git branch --all’ welke namen er zijn."
    )


class _GitError(RevisionError):
    """git ended with an error of its own."""


def _git(root: Path, *arguments: str) -> str:
    return _run(root, *arguments).decode(errors="surrogateescape")


def _run(root: Path, *arguments: str, stdin: str = "") -> bytes:
    command = ("git", "-C", str(root), *arguments)
    try:
        done = subprocess.run(  # noqa: S603  (fixed command)
            command, input=stdin.encode(), capture_output=True, check=False, env=IN_ENGLISH
        )
    except (FileNotFoundError, PermissionError) as error:
        raise MissingGitError from error
    if done.returncode:
        raise _GitError(_explained(done.stderr.decode(errors="replace").strip()))
    return done.stdout


def _explained(message: str) -> str:
    """What git says, in Dutch if the cause is known; empty if git says nothing."""
    for pattern, explanation in CAUSES.items():
        if re.search(pattern, message, re.IGNORECASE):
            return explanation
    return f"Git meldt: {message}" if message else ""
