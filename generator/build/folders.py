"""Folders that are made: they hold just what is wanted, and only what is other is written."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import methodcaller
from pathlib import Path

from generator.site.views.page import Content


@dataclass(frozen=True)
class Changes:
    """What became of a folder: the names of files that are new or other, and of those that went."""

    written: frozenset[str]
    removed: frozenset[str]

    @property
    def touched(self) -> frozenset[str]:
        """All of them."""
        return self.written | self.removed


Known = tuple[int, int]
"""What the disk knows a file by: another number or time, and it may be another file."""


def files(folder: Path) -> dict[str, Known]:
    """The files under a folder by name, each with what the disk knows it by."""
    return dict(_files(folder, "")) if folder.is_dir() else {}


def _files(folder: Path | str, place: str) -> Iterator[tuple[str, Known]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{place}{entry.name}/")
            else:
                status = entry.stat(follow_symlinks=False)
                yield f"{place}{entry.name}", (status.st_ino, status.st_mtime_ns)


def write(folder: Path, contents: Mapping[str, Content]) -> Changes:
    """Make a folder hold just these files, and tell what is other now."""
    strays = frozenset(files(folder).keys() - contents.keys())
    remove_all(folder, strays)
    return Changes(write_into(folder, contents.items()), strays)


def write_into(folder: Path, contents: Iterable[tuple[str, Content]]) -> frozenset[str]:
    """Write files into a folder that has no strays; tell which are other now."""
    return frozenset(name for name, content in contents if _write(folder / name, content))


def _write(path: Path, content: Content) -> bool:
    data = content.encode() if isinstance(content, str) else content
    if path.is_file() and path.read_bytes() == data:
        return False
    put(path, methodcaller("write_bytes", data))
    return True


def put(path: Path, make: Callable[[Path], object]) -> None:
    """Have a file made somewhere; what another folder shares of the one there stays as it was."""
    path.unlink(missing_ok=True)
    try:
        make(path)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        make(path)


def remove_all(folder: Path, names: Iterable[str]) -> None:
    """Take away files under a folder, and the folders that are empty without them."""
    for name in names:
        remove(folder, name)


def remove(folder: Path, name: str) -> None:
    """Take away a file under a folder, and the folders that are empty without it."""
    path = folder / name
    if path.is_file():
        path.unlink()
    while (path := path.parent) != folder and path.is_dir() and not any(path.iterdir()):
        path.rmdir()


def made(folder: Path) -> Path:
    """A folder, which is there now."""
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def remove_folder(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
