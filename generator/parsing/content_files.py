"""What editors write: read whole, told where it is no text, changed all of it or not at all."""

import codecs
import difflib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from generator.parsing.problem import Problem


@dataclass(frozen=True)
class Tree:
    """The texts under a folder by path, and which files are no text."""

    texts: dict[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    remains: dict[str, str] = field(default_factory=dict)
    """Of files that are no text, what can be shown of them."""

    @property
    def shown(self) -> dict[str, str]:
        """What can be shown of every file, by path."""
        return {**self.texts, **self.remains}


LARGEST = 5_000_000
"""In bytes; what is larger was put here by mistake."""

GROWING = ".jsonl"
"""The extension of files that only the tool writes, and that may grow without end."""


def read_tree(root: Path, folder: str) -> Tree:
    """Read all files under ``root/folder`` as text; hidden files and backups are passed over.

    Paths are those from ``root``, with forward slashes.
    """
    return _read(root, [path for path in sorted((root / folder).rglob("*")) if _is_meant(path)])


def read_file(root: Path, name: str) -> Tree:
    """Read one file as text."""
    return _read(root, [root / name])


def _is_meant(path: Path) -> bool:
    is_folder = path.is_dir() and not path.is_symlink() and path.suffix != ".yml"
    return not (_is_passed_over(path.name) or is_folder)


def _is_passed_over(name: str) -> bool:
    return name.startswith(".") or name.endswith("~")


def _read(root: Path, paths: Iterable[Path]) -> Tree:
    files, refused = dict[str, bytes](), list[Problem]()
    for path in paths:
        name = path.relative_to(root).as_posix()
        if reason := _refused(path):
            refused.append(Problem(name, 1, 1, reason, "onleesbaar-bestand"))
        else:
            files[name] = path.read_bytes()
    tree = as_tree(files)
    return replace(tree, problems=tuple(sorted((*refused, *tree.problems))))


def as_tree(files: Mapping[str, bytes]) -> Tree:
    """Files as text, however they were got at; hidden files and backups are passed over."""
    texts, problems, remains = dict[str, str](), list[Problem](), dict[str, str]()
    for name in sorted(files):
        content = files[name]
        if _is_passed_over(PurePosixPath(name).name):
            continue
        if mistake := _not_text(name, content):
            problems.append(mistake)
            encoding = "utf-16" if content.startswith(_UTF16) else "utf-8-sig"
            remains[name] = _with_plain_ends(content.decode(encoding, errors="replace"))
        else:
            texts[name] = _with_plain_ends(content.decode("utf-8-sig"))
    return Tree(texts, tuple(problems), remains)


def _with_plain_ends(text: str) -> str:
    """A text from any system, with the line ends of this one."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _refused(path: Path) -> str | None:
    """Why a file is not opened at all, if so."""
    if path.is_symlink():
        return "dit is een verwijzing naar een ander bestand; zet het bestand zelf hier"
    if path.is_dir():
        return "dit is een map met de naam van een bestand; haal de map weg"
    if not path.is_file():
        missing = "dit bestand ontbreekt en kan niet worden gemist; zet het terug"
        return "dit is geen gewoon bestand; haal het weg" if path.exists() else missing
    if not os.access(path, os.R_OK):
        return "dit bestand mag niet worden gelezen; geef er leesrechten op: chmod u+r"
    if path.stat().st_size > LARGEST and path.suffix != GROWING:
        return f"dit bestand is groter dan {LARGEST // 1_000_000} MB; zet hier alleen tekst"
    return None


def _not_text(name: str, content: bytes) -> Problem | None:
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column = _place(content[: error.start])
        message = "dit teken is geen UTF-8; sla het bestand op als UTF-8"
        if content.startswith(_UTF16):
            message = "dit bestand is UTF-16; sla het op als UTF-8"
        return Problem(name, line, column, message, "codering", column + 1)
    return None


_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def _place(before: bytes) -> tuple[int, int]:
    """The line and column after some text."""
    lines = _with_plain_ends(before.decode("utf-8-sig")).split("\n")
    return len(lines), len(lines[-1]) + 1


def append(path: Path, text: str) -> None:
    """Add text to a file in one step: whoever is killed leaves the old file or the new one."""
    before = path.read_bytes() if path.exists() else b""
    _replace(path, before + text.encode())


def _replace(path: Path, content: bytes) -> None:
    new = path.with_name(f".{path.name}.new")
    with new.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def rewrite(root: Path, texts: Mapping[str, str], moved: Mapping[str, str] | None = None) -> None:
    """Give files under the root another text, and some another name: all of them or none.

    Lines that stay keep their line ends, and a file its byte order mark. ``moved`` gives the new
    path of each file that leaves its old one; ``texts`` holds what then stands there.
    """
    came_from = {new: old for old, new in (moved or {}).items()}
    before = {path: _bytes(root / path) for path in (*texts, *came_from.values())}
    after = {path: _as_it_was(before[came_from.get(path, path)], texts[path]) for path in texts}
    gone = dict.fromkeys(old for old in came_from.values() if old not in after)
    try:
        _put(root, {**after, **gone})
    except BaseException:
        _put(root, before)
        raise


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _put(root: Path, files: Mapping[str, bytes | None]) -> None:
    """Write files, and take away those that are to be none."""
    for name, content in files.items():
        if content is None:
            (root / name).unlink(missing_ok=True)
        elif _bytes(root / name) != content:
            _replace(root / name, content)


def _as_it_was(before: bytes | None, text: str) -> bytes:
    """A text as bytes, its lines ending as those of the file that it came from."""
    raw = (before or b"").decode("utf-8-sig").split("\n")
    ending = "\r" if raw[0].endswith("\r") else ""
    raw[-1] += ending  # as it ends once another line follows
    old, new = [line.removesuffix("\r") for line in raw], text.split("\n")
    lines = [f"{line}{ending}" for line in new]
    matched = difflib.SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    for start, goal, size in matched:
        lines[goal : goal + size] = raw[start : start + size]
    lines[-1] = new[-1]
    mark = codecs.BOM_UTF8 if (before or b"").startswith(codecs.BOM_UTF8) else b""
    return mark + "\n".join(lines).encode()
