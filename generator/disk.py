"""Trees of files: read whole, written only where they change, replaced in one step."""

import codecs
import difflib
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

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
    paths = (path for path in sorted((root / folder).rglob("*")) if path.is_file())
    return as_tree({path.relative_to(root).as_posix(): path.read_bytes() for path in paths})


def read_file(root: Path, name: str) -> str:
    """One file as text, as it would stand in a tree."""
    return as_tree({name: (root / name).read_bytes()}).texts[name]


def as_tree(files: Mapping[str, bytes]) -> Tree:
    """Files as text, however they were got at; hidden files and backups are passed over."""
    texts, problems = dict[str, str](), list[Problem]()
    for name in sorted(files):
        if not PurePosixPath(name).name.startswith(".") and not name.endswith("~"):
            try:
                texts[name] = files[name].decode("utf-8-sig").replace("\r\n", "\n")
            except UnicodeDecodeError as error:
                problems.append(_not_text(name, files[name], error.start))
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


def change_texts(folder: Path, pattern: str, change: Callable[[str], str]) -> None:
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


def replace_folder(folder: Path, new: Path) -> None:
    """Put a finished folder in the place of another; a reader sees the old one or the new one."""
    old = folder.with_name(f"{folder.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    new.rename(folder)
    shutil.rmtree(old, ignore_errors=True)
