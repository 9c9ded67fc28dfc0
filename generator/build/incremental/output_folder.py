"""A folder of rendered texts with a manifest, so that unchanged ones are not rendered again."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import TypeVar

from generator.build import folders, state_files
from generator.build.incremental import manifest
from generator.build.incremental.fingerprints import Fingerprints
from generator.build.incremental.manifest import Dependencies, Manifest
from generator.site.views.page import BinaryOutput, Output

Rendered = TypeVar("Rendered", bound=Output | BinaryOutput)


def forget(folder: Path) -> None:
    """Have everything in a folder rendered again the next time."""
    state_path(folder).unlink(missing_ok=True)


def state_path(folder: Path) -> Path:
    """The file beside a folder that says what it was made from."""
    return folder.with_suffix(".state")


class OutputFolder:
    """The texts of the last build, and which of them have to be rendered again.

    A file that was changed or removed by hand is noticed by its time and number on the disk.
    """

    def __init__(self, path: Path, now: Fingerprints) -> None:
        self.path = path
        self._now = now
        self._files = folders.files(path)
        last = self._last_manifest()
        self._up_to_date: Dependencies = last.up_to_date(now, self._files) if last else {}

    def _last_manifest(self) -> Manifest | None:
        values = state_files.read_json(state_path(self.path))
        return None if values is None else manifest.from_json(values)

    def keep_only(self, wanted: AbstractSet[str]) -> frozenset[str]:
        """Remove the files that are not wanted; give their paths."""
        removed = frozenset(self._files.keys() - wanted)
        folders.remove_all(self.path, removed)
        self._up_to_date = {path: of for path, of in self._up_to_date.items() if path in wanted}
        return removed

    def outdated(self, outputs: Sequence[Rendered]) -> Sequence[Rendered]:
        """Those of the texts that have to be rendered again."""
        return [output for output in outputs if output[0] not in self._up_to_date]

    def save(self, rendered: Dependencies) -> None:
        """Write the manifest of the folder, given what the texts just rendered depend on."""
        dependencies = {**self._up_to_date, **rendered}
        files = {path: self._files[path] for path in self._up_to_date}
        files |= {path: folders.state(self.path / path) for path in rendered}
        values = manifest.to_json(Manifest(self._now, dependencies, files))
        state_files.write_json(state_path(self.path), values)
