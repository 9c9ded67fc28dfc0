"""A folder of texts of which is remembered what they were made of, so that most can stay."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import TypeVar

from generator.build import folders
from generator.build.incremental import manifest
from generator.build.incremental.fingerprints import Marks
from generator.build.incremental.manifest import MadeOf, Memory
from generator.site.views.page import Output, Picture

Made = TypeVar("Made", bound=Output | Picture)


def forget(folder: Path) -> None:
    """Have all in a folder made anew the next time."""
    _path(folder).unlink(missing_ok=True)


def _path(folder: Path) -> Path:
    return folder.with_suffix(".json")


class Kept:
    """What a folder holds of the last time, and what of it is made anew.

    Nobody else may change the folder: that is not looked after, since to look takes long.
    """

    def __init__(self, folder: Path, now: Marks) -> None:
        self.folder = folder
        self._now = now
        self._path = _path(folder)
        last = self._last()
        self._there = last.made.keys() if last else folders.files(folder).keys()
        self._standing = last.standing(now) if last else {}

    def _last(self) -> Memory | None:
        if not (self._path.is_file() and self.folder.is_dir()):
            return None
        return manifest.parse(self._path.read_text(encoding="utf-8"))

    def keep_only(self, wanted: AbstractSet[str]) -> frozenset[str]:
        """Take away the texts that are not wanted, and tell which."""
        strays = frozenset(self._there - wanted)
        folders.remove_all(self.folder, strays)
        self._standing = {path: of for path, of in self._standing.items() if path not in strays}
        return strays

    def to_be_made(self, outputs: Sequence[Made]) -> Sequence[Made]:
        """Those of the texts that do not stand."""
        return [output for output in outputs if output[0] not in self._standing]

    def remember(self, made_of: MadeOf) -> None:
        """Keep of what the texts were made that were made now, beside those that stand."""
        remembered = manifest.render(Memory(self._now, {**self._standing, **made_of}))
        self._path.write_text(remembered, encoding="utf-8")
