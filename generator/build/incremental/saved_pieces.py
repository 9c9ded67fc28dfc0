"""Pieces of large files, kept for the next build.

A piece is made again if a record changed of which something was read for it, or the structure of
the content. So an edit of one record makes few pieces of the files that show every record.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from generator.build import folders, state_files
from generator.build.incremental.fingerprints import Fingerprints
from generator.build.incremental.read_tracking import KeyOf, reuse_piece, trace_piece
from generator.site.pieces import Make


class Piece(NamedTuple):
    """A piece of a file, and what it was made from."""

    text: str
    keys: tuple[str, ...]
    """The keys of what it depends on, as in ``Fingerprints.parts``."""
    fingerprint: str
    """That of what it depends on, as that was."""


class SavedPieces:
    """The pieces of files, made again only if needed: a call gives one, as with ``Pieces``.

    Works within ``tracking`` alone. Files are made one after another, and each is saved before the
    next, so that the pieces of one file at a time are in memory.
    """

    def __init__(self, folder: Path, now: Fingerprints, key_of: KeyOf) -> None:
        self._folder = folder
        self._now = now
        self._key_of = key_of
        self._path = ""
        self._saved: Mapping[str, Piece] = {}
        self._current: dict[str, Piece] = {}

    def __call__(self, path: str, name: str, make: Make) -> str:
        if path != self._path:
            self._path, self._saved, self._current = path, self._load(path), {}
        found = self._saved.get(name)
        if found and found.fingerprint == self._fingerprint(found.keys):
            reuse_piece(frozenset(found.keys))
        else:
            text, keys = trace_piece(make, self._key_of)
            in_order = tuple(sorted(keys))
            found = Piece(text, in_order, self._fingerprint(in_order))
        self._current[name] = found
        return found.text

    def save(self) -> None:
        """Keep the pieces of the file that was just made, if there were any."""
        if self._current and self._current != self._saved:
            state_files.write_json(self._state(self._path), self._current)
        self._path, self._saved, self._current = "", {}, {}

    def forget(self) -> None:
        """Have all pieces made again."""
        folders.remove_folder(self._folder)

    def _load(self, path: str) -> Mapping[str, Piece]:
        saved = state_files.read_json(self._state(path)) or {}
        return {name: Piece(text, tuple(keys), made) for name, (text, keys, made) in saved.items()}

    def _state(self, path: str) -> Path:
        return self._folder / f"{path}.state"

    def _fingerprint(self, keys: tuple[str, ...]) -> str:
        parts = (f"{key} {self._now.parts.get(key)}" for key in keys)
        return hashlib.sha256("\n".join((self._now.structure, *parts)).encode()).hexdigest()
