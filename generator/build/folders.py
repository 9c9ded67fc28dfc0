"""Output folders: they hold exactly the wanted files, and only files that differ are written."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import methodcaller
from pathlib import Path

from generator.site.views.page import Content


@dataclass(frozen=True)
class Changes:
    """The paths in a folder that were written, because they are new or differ, or removed."""

    written: frozenset[str]
    removed: frozenset[str]

    @property
    def touched(self) -> frozenset[str]:
        return self.written | self.removed


FileState = tuple[int, int]
"""The inode and the time of a file: when either differs, its contents may differ."""


def files(folder: Path) -> dict[str, FileState]:
    """The files under a folder, by path; none if it does not exist."""
    return dict(_files(folder, "")) if folder.is_dir() else {}


def _files(folder: Path | str, prefix: str) -> Iterator[tuple[str, FileState]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{prefix}{entry.name}/")
            else:
                yield f"{prefix}{entry.name}", _state(entry.stat(follow_symlinks=False))


def state(path: Path) -> FileState:
    """The state of one file.

    Raises:
        FileNotFoundError: there is no such file.

    """
    return _state(path.stat(follow_symlinks=False))


def _state(status: os.stat_result) -> FileState:
    return status.st_ino, status.st_mtime_ns


def write(folder: Path, contents: Mapping[str, Content]) -> Changes:
    """Make a folder hold exactly these files."""
    removed = frozenset(files(folder).keys() - contents.keys())
    remove_all(folder, removed)
    return Changes(write_into(folder, contents.items()), removed)


def write_into(folder: Path, contents: Iterable[tuple[str, Content]]) -> frozenset[str]:
    """Write files into a folder, leaving its other files alone; give the paths that changed."""
    return frozenset(name for name, content in contents if _write(folder / name, content))


def _write(path: Path, content: Content) -> bool:
    data = content.encode() if isinstance(content, str) else content
    if path.is_file() and path.read_bytes() == data:
        return False
    put(path, methodcaller("write_bytes", data))
    return True


def put(path: Path, create: Callable[[Path], object]) -> None:
    """Have a file created at a path; another folder's hard link to the old file stays as it is."""
    path.unlink(missing_ok=True)
    try:
        create(path)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        create(path)


def link_or_copy(path: Path, copy: Path) -> None:
    """Make a hard link where the disk can, so that neither file may be changed in place.

    Raises:
        FileNotFoundError: the folder of the copy does not exist.

    """
    try:
        os.link(path, copy)
    except FileNotFoundError:
        raise
    except OSError:
        shutil.copy2(path, copy)


def remove_all(folder: Path, names: Iterable[str]) -> None:
    """Remove files under a folder, and the folders that are empty without them."""
    for name in names:
        remove(folder, name)


def remove(folder: Path, name: str) -> None:
    """Remove a file under a folder, and the folders that are empty without it."""
    path = folder / name
    if path.is_file():
        path.unlink()
    while (path := path.parent) != folder and path.is_dir() and not any(path.iterdir()):
        path.rmdir()


def remove_folder(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
