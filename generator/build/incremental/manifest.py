"""The manifest of an output folder: of each text what it depends on and which file holds it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.build.folders import FileState
from generator.build.incremental.fingerprints import Fingerprints

Dependencies = Mapping[str, frozenset[str]]
"""By path of a text: the keys of what it depends on, as in ``Fingerprints.parts``."""
FileStates = Mapping[str, FileState]
EVERYTHING = "*"
"""Stands for very many keys: a change to any of them is a change to the text."""
MANY = 5_000


@dataclass(frozen=True)
class Manifest:
    """The texts of the last build, and the fingerprints of all that they could depend on."""

    fingerprints: Fingerprints
    dependencies: Dependencies
    files: FileStates
    """What the disk said of each file after it was written."""

    def up_to_date(self, now: Fingerprints, files: FileStates) -> Dependencies:
        """The texts that rendering would not change, in files that nobody changed since."""
        if self.fingerprints.structure != now.structure:
            return {}
        changed = self._changed_keys(now)
        return {
            path: keys
            for path, keys in self.dependencies.items()
            if changed.isdisjoint(keys) and files.get(path, "none") == self.files.get(path)
        }

    def _changed_keys(self, now: Fingerprints) -> set[str]:
        before, after = self.fingerprints.parts, now.parts
        changed = {key for key in before.keys() | after if before.get(key) != after.get(key)}
        return changed | {EVERYTHING} if changed else changed


def to_json(manifest: Manifest) -> Mapping[str, object]:
    """A manifest as values for JSON, read by ``from_json``; keys are numbered to keep it small."""
    parts = manifest.fingerprints.parts
    numbers = {key: number for number, key in enumerate((*parts, EVERYTHING))}
    dependencies = {
        path: sorted(numbers[key] for key in _bounded(keys))
        for path, keys in manifest.dependencies.items()
    }
    return {
        "structure": manifest.fingerprints.structure,
        "parts": dict(parts),
        "dependencies": dependencies,
        "files": dict(manifest.files),
    }


def _bounded(keys: frozenset[str]) -> frozenset[str]:
    return keys if len(keys) < MANY else frozenset({EVERYTHING})


def from_json(values: Mapping[str, Any]) -> Manifest:
    """The manifest in the values that ``to_json`` gave."""
    keys = [*values["parts"], EVERYTHING]
    dependencies = {
        path: frozenset(keys[number] for number in numbers)
        for path, numbers in values["dependencies"].items()
    }
    files = {path: tuple(state) for path, state in values["files"].items()}
    return Manifest(Fingerprints(values["structure"], values["parts"]), dependencies, files)
