"""Trees of files: read whole, written only where they change, replaced in one step."""

import codecs
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.problem import Problem


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
    return not (path.name.startswith(".") or path.name.endswith("~") or is_folder)


def _read(root: Path, paths: Iterable[Path]) -> Tree:
    texts, problems, remains = dict[str, str](), list[Problem](), dict[str, str]()
    for path in paths:
        name = path.relative_to(root).as_posix()
        if reason := _refused(path):
            problems.append(Problem(name, 1, 1, reason, "onleesbaar-bestand"))
            continue
        content = path.read_bytes()
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
        return "dit is geen gewoon bestand; haal het weg"
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


def write_tree(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Make a folder hold exactly these files; those that do not change keep their time stamps."""
    _remove_strays(folder, files)
    for name, content in files.items():
        path = folder / name
        data = content.encode() if isinstance(content, str) else content
        if not path.is_file() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def _remove_strays(folder: Path, names: Iterable[str]) -> None:
    wanted = {folder / name for name in names}
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and path not in wanted:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()


def append(path: Path, text: str) -> None:
    """Add text to a file in one step: whoever is killed leaves the old file or the new one."""
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    new = path.with_name(f".{path.name}.new")
    with new.open("w", encoding="utf-8", newline="\n") as file:
        file.write(before + text)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def replace_folder(folder: Path, new: Path) -> None:
    """Put a finished folder in the place of another; a reader sees the old one or the new one."""
    old = folder.with_name(f"{folder.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    new.rename(folder)
    shutil.rmtree(old, ignore_errors=True)
