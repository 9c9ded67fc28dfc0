"""Trees of files: read whole, written only where they change, replaced in one step."""

import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.problem import Problem


@dataclass(frozen=True)
class Tree:
    """The texts under a folder by path, and which files are no text."""

    texts: dict[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_tree(root: Path, folder: str) -> Tree:
    """Read all files under ``root/folder`` as text; hidden files and backups are passed over.

    Paths are those from ``root``, with forward slashes.
    """
    texts, problems = dict[str, str](), list[Problem]()
    for path in sorted((root / folder).rglob("*")):
        if not path.is_file() or path.name.startswith(".") or path.name.endswith("~"):
            continue
        name = path.relative_to(root).as_posix()
        try:
            texts[name] = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            problems.append(_not_text(name, path.read_bytes(), error.start))
    return Tree(texts, tuple(problems))


def _not_text(name: str, content: bytes, offset: int) -> Problem:
    before = content[:offset]
    line, column = before.count(b"\n") + 1, offset - (before.rfind(b"\n") + 1) + 1
    message = "dit teken is geen UTF-8; sla het bestand op als UTF-8"
    return Problem(name, line, column, message, "codering")


def write_tree(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Make a folder hold exactly these files; those that do not change keep their time stamps."""
    _remove_strays(folder, files)
    for name, content in files.items():
        path = folder / name
        data = content.encode() if isinstance(content, str) else content
        if not path.is_file() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def rewrite(folder: Path, pattern: str, change: Callable[[str], str]) -> None:
    """Change the texts under a folder whose names fit a pattern."""
    for path in sorted(folder.rglob(pattern)):
        text = path.read_text(encoding="utf-8")
        if (changed := change(text)) != text:
            path.write_text(changed, encoding="utf-8", newline="\n")


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
