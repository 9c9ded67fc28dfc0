"""Folders that are made: they hold just what is wanted, and only what is other is written."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial
from operator import methodcaller
from pathlib import Path

from generator.page import Content


@dataclass(frozen=True)
class Changes:
    """What became of a folder: the names of files that are new or other, and of those that went."""

    written: frozenset[str]
    removed: frozenset[str]


def files(folder: Path) -> dict[str, int]:
    """The files under a folder by name, each with what the disk knows it by."""
    return dict(_files(folder, "")) if folder.is_dir() else {}


def _files(folder: Path | str, place: str) -> Iterator[tuple[str, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{place}{entry.name}/")
            else:
                yield f"{place}{entry.name}", entry.inode()


def write(folder: Path, contents: Mapping[str, Content]) -> Changes:
    """Make a folder hold just these files, and tell what is other now."""
    removed, _ = tidy(folder, contents.keys())
    return Changes(write_into(folder, contents.items()), removed)


def tidy(folder: Path, wanted: AbstractSet[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Take away the files that are not wanted; tell which, and which of the wanted are missing."""
    there = files(folder).keys()
    for name in there - wanted:
        remove(folder, name)
    return frozenset(there - wanted), frozenset(wanted - there)


def write_into(folder: Path, contents: Iterable[tuple[str, Content]]) -> frozenset[str]:
    """Write files into a folder that has no strays; tell which are other now."""
    return frozenset(name for name, content in contents if _write(folder / name, content))


def _write(path: Path, content: Content) -> bool:
    data = content.encode() if isinstance(content, str) else content
    if path.is_file() and path.read_bytes() == data:
        return False
    _put(path, methodcaller("write_bytes", data))
    return True


def _put(path: Path, put: Callable[[Path], object]) -> None:
    """Have a file put somewhere; what another folder shares of the one there stays as it was."""
    path.unlink(missing_ok=True)
    try:
        put(path)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        put(path)


def change_text(path: Path, change: Callable[[str], str]) -> None:
    """Change the text of a file."""
    text = path.read_text(encoding="utf-8")
    path.write_text(change(text), encoding="utf-8", newline="\n")


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


# Publishing ---------------------------------------------------------------------------------------


def publish(folder: Path, layers: Iterable[tuple[Path, str]], spare: Path) -> None:
    """Make a folder hold all files of some others, each under a place in it, in one step.

    Readers see the old folder or the new one. The new one is made of the spare, which is what they
    saw before; where the disk can, files are shared, and then must not be changed in their place.
    """
    wanted = {
        f"{place}{name}": (layer / name, known)
        for layer, place in layers
        for name, known in files(layer).items()
    }
    there = files(spare)
    for name in there.keys() - wanted.keys():
        remove(spare, name)
    for name, (path, known) in wanted.items():
        if there.get(name) != known:
            _put(spare / name, partial(_share, path))
    _exchange(folder, spare)


def _share(path: Path, copy: Path) -> None:
    try:
        os.link(path, copy)
    except OSError:
        shutil.copy2(path, copy)


def _exchange(folder: Path, spare: Path) -> None:
    old = folder.with_name(f"{folder.name}.old")
    remove_folder(old)
    if folder.exists():
        folder.rename(old)
    spare.rename(folder)
    if old.exists():
        old.rename(spare)
