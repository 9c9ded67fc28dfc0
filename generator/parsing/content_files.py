"""Reads content files as text, reports what is not text, and rewrites files all-or-nothing."""

import codecs
import difflib
import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from generator.model import characters
from generator.parsing.leftovers import is_hidden, is_leftover, is_passed_over
from generator.parsing.problem import Problem

CONFIGURATION = "mkdocs.yml"
"""The configuration of MkDocs, which holds the menu of the site."""


@dataclass(frozen=True)
class Tree:
    """The texts of the files under a folder, and the problems with files that are not text."""

    texts: dict[str, str] = field(default_factory=dict)
    """By path."""
    problems: tuple[Problem, ...] = ()
    undecodable: dict[str, str] = field(default_factory=dict)
    """Files with invalid bytes by path, decoded with replacement characters, only for display."""
    leftovers: tuple[str, ...] = ()
    """The paths of files of other programs, which were not read."""

    @property
    def displayable(self) -> dict[str, str]:
        """The text of every file by path, for display: includes files with invalid bytes."""
        return {**self.texts, **self.undecodable}


MAX_BYTES = 5_000_000
"""In bytes; a larger file must have been put here by mistake."""
MAX_LINES = 100_000
"""Of one file."""
MAX_FOLDERS = 8
"""How deep folders may be nested: systems refuse paths that are too long."""


def read_tree(root: Path, folder: str) -> Tree:
    """Read all files under ``root/folder`` as text; hidden files and leftovers are not read.

    Paths are relative to ``root``, with forward slashes. A folder that is a link to a place outside
    ``root`` is not read.
    """
    real_root = os.path.realpath(root)
    if not Path(os.path.realpath(root / folder)).is_relative_to(real_root):
        message = "deze map is een verwijzing naar buiten het project; zet de map zelf hier"
        return Tree(problems=(Problem(folder, 1, 1, message, "onleesbaar-bestand"),))
    found = dict(_entries_below(root / folder)) if (root / folder).is_dir() else {}
    seen = {name: PurePosixPath(name) for name in sorted(found)}
    shown = {name: path for name, path in seen.items() if not is_hidden(path)}
    left = [name for name, path in shown.items() if is_leftover(path)]
    prefix = (root / folder).relative_to(root).as_posix().removeprefix(".")
    full = {name: f"{prefix}/{name}".removeprefix("/") for name in shown}
    tree = _read({full[name]: found[name] for name in shown.keys() - left})
    return replace(tree, leftovers=tuple(full[name] for name in left))


Entry = Path | os.DirEntry[str]
"""A file or folder; an entry of a folder knows its kind without another call to the system."""


def _entries_below(folder: Path | str, depth: int = 1) -> Iterator[tuple[str, Entry]]:
    """The files below a folder, and the folders with the name of a file or too deep to open.

    Each comes with its path from the folder, with forward slashes.
    """
    with os.scandir(folder) as entries:
        for entry in entries:
            is_folder = entry.is_dir(follow_symlinks=False)
            if is_folder and depth < MAX_FOLDERS:
                below = _entries_below(entry.path, depth + 1)
                yield from ((f"{entry.name}/{name}", each) for name, each in below)
            if not is_folder or depth == MAX_FOLDERS or entry.name.endswith(".yml"):
                yield entry.name, entry


def read_file(root: Path, name: str) -> Tree:
    """Read one file as text."""
    return _read({name: root / name})


def _read(entries: Mapping[str, Entry]) -> Tree:
    """Read the files at these places, by the path that messages name."""
    files, refused = dict[str, bytes](), list[Problem]()
    for name, entry in entries.items():
        if reason := _refusal(entry):
            refused.append(Problem(name, 1, 1, reason, "onleesbaar-bestand"))
        else:
            with open(entry, "rb") as file:  # noqa: PTH123  (a path object for each is slow)
                files[name] = file.read()
    tree = decode_files(files)
    return replace(tree, problems=tuple(sorted((*refused, *tree.problems))))


def decode_files(files: Mapping[str, bytes]) -> Tree:
    """Decode files, given as bytes by path; hidden files and leftovers are not read."""
    texts, problems, undecodable = dict[str, str](), list[Problem](), dict[str, str]()
    for name in sorted(files):
        content = files[name]
        if is_passed_over(PurePosixPath(name)):
            continue
        if reason := _name_refusal(name) or _content_refusal(content):
            problems.append(Problem(name, 1, 1, reason, "onleesbaar-bestand"))
        elif problem := _encoding_problem(name, content):
            problems.append(problem)
            encoding = "utf-16" if content.startswith(_UTF16) else "utf-8-sig"
            undecodable[name] = _with_unix_line_endings(content.decode(encoding, errors="replace"))
        else:
            texts[name] = _with_unix_line_endings(content.decode("utf-8-sig"))
    return Tree(texts, tuple(problems), undecodable)


def _with_unix_line_endings(text: str) -> str:
    """The text with a single newline character as every line ending."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _refusal(entry: Entry) -> str | None:
    """Why a file must not be opened, in Dutch; None if it may be."""
    if entry.is_symlink():
        return "dit is een verwijzing naar een ander bestand; zet het bestand zelf hier"
    if entry.is_dir() and not entry.name.endswith(".yml"):
        return "hier staan te veel mappen in elkaar; haal er mappen uit"
    if entry.is_dir():
        return "dit is een map met de naam van een bestand; haal de map weg"
    if not entry.is_file():
        missing = "dit bestand ontbreekt en kan niet worden gemist; zet het terug"
        return "dit is geen gewoon bestand; haal het weg" if Path(entry).exists() else missing
    if not os.access(entry, os.R_OK):
        return "dit bestand mag niet worden gelezen; geef er leesrechten op: chmod u+r"
    return _size_refusal(entry.stat().st_size)


def _size_refusal(size: int) -> str | None:
    if size <= MAX_BYTES:
        return None
    return f"dit bestand is groter dan {MAX_BYTES // 1_000_000} MB; zet hier alleen tekst"


def _name_refusal(name: str) -> str | None:
    """Why a file cannot have this name; None if it can."""
    character = characters.first_unseen(name) or next((each for each in name if each in "\n\t"), "")
    if not character:
        return None
    if "\udc80" <= character <= "\udcff":  # how Python reads bytes that are no UTF-8
        return "de naam van dit bestand is geen UTF-8; geef het een andere naam"
    name = characters.code_point(character)
    return f"de naam van dit bestand heeft een onzichtbaar teken ({name}); geef het een andere naam"


def _content_refusal(content: bytes) -> str | None:
    """Why a file must not be read further, in Dutch; None if it may be."""
    if content.count(b"\n") + content.count(b"\r") - content.count(b"\r\n") > MAX_LINES:
        return f"dit bestand heeft meer dan {MAX_LINES} regels; zet hier minder"
    return _size_refusal(len(content))


def _encoding_problem(name: str, content: bytes) -> Problem | None:
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column = _end_position(content[: error.start])
        message = "dit teken is geen UTF-8; sla het bestand op als UTF-8"
        if content.startswith(_UTF16):
            message = "dit bestand is UTF-16; sla het op als UTF-8"
        return Problem(name, line, column, message, "codering", column + 1)
    return None


_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def _end_position(before: bytes) -> tuple[int, int]:
    """The line and column just after the given bytes, counted from 1."""
    lines = _with_unix_line_endings(before.decode("utf-8-sig")).split("\n")
    return len(lines), len(lines[-1]) + 1


def _write_temporary(path: Path, content: bytes) -> None:
    """Write what a file is to become; nothing is left of it if that fails, as on a full disk."""
    new = _temporary(path)
    new.parent.mkdir(parents=True, exist_ok=True)  # git keeps no empty folder
    try:
        with new.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def _temporary(path: Path) -> Path:
    return path.with_name(f".{path.name}.new")


def rewrite(
    root: Path,
    texts: Mapping[str, str],
    moved: Mapping[str, str] | None = None,
    *,
    deleted: Collection[str] = (),
) -> None:
    """Write new texts to files under the root, rename and delete others: all files or none.

    If a write fails, every file gets its old content back. Unchanged lines keep their line
    endings, and a file its byte order mark. ``moved`` maps the old path of each renamed file to
    its new path; ``texts`` has its text under the new path.
    """
    old_paths = {new: old for old, new in (moved or {}).items()}
    before = {path: _read_bytes(root / path) for path in (*texts, *old_paths.values(), *deleted)}
    after = {path: _encode_like(before[old_paths.get(path, path)], texts[path]) for path in texts}
    gone = dict.fromkeys((*deleted, *(old for old in old_paths.values() if old not in after)))
    try:
        _write_all(root, {**after, **gone})
    except BaseException:
        _write_all(root, before)
        raise


def _read_bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _write_all(root: Path, files: Mapping[str, bytes | None]) -> None:
    """Write each file, or delete it if its content is None; on a full disk none is changed."""
    different = [
        (root / name, content)
        for name, content in files.items()
        if _read_bytes(root / name) != content
    ]
    try:
        for path, content in different:
            if content is not None:
                _write_temporary(path, content)
    except BaseException:
        for path, _ in different:
            _temporary(path).unlink(missing_ok=True)
        raise
    for path, content in different:
        if content is None:
            path.unlink(missing_ok=True)
        else:
            _temporary(path).replace(path)


def _encode_like(before: bytes | None, text: str) -> bytes:
    """Encode a text with the line endings and byte order mark of its old file."""
    old_raw = (before or b"").decode("utf-8-sig").split("\n")
    ending = "\r" if old_raw[0].endswith("\r") else ""
    old_raw[-1] += ending  # the ending it gets once another line follows
    old, new = [line.removesuffix("\r") for line in old_raw], text.split("\n")
    lines = [f"{line}{ending}" for line in new]
    unchanged = difflib.SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    for start, to, size in unchanged:
        lines[to : to + size] = old_raw[start : start + size]
    lines[-1] = new[-1]
    byte_order_mark = codecs.BOM_UTF8 if (before or b"").startswith(codecs.BOM_UTF8) else b""
    return byte_order_mark + "\n".join(lines).encode()
