"""Letting readers have what was made, in one step.

There are two copies of the site: what readers see, and a spare. The spare is brought up to date and
takes the place of what they see; what they saw is the next spare. So readers see the old site or
the new one, and never something between.
"""

import json
import os
import shutil
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from functools import partial
from pathlib import Path

from generator.build import folders
from generator.build.folders import Known

Layers = Sequence[tuple[Path, str]]
"""Folders with what was made, and the place that the site has for each: nothing, or with a /."""
Names = AbstractSet[str]
"""Files by their path in the site."""


def publish(folder: Path, layers: Layers, spare: Path, touched: Names | None) -> None:
    """Make a folder hold all files of some others, in one step.

    ``touched`` are the files that were made or taken away since the last time; without it, any may
    have been. Where the disk can, the copies share files: nobody may change these in their place.
    """
    note = _note(spare)
    lacking = _lacking(note) if folder.is_dir() and spare.is_dir() else None
    note.unlink(missing_ok=True)  # whoever is cut short leaves a spare of which nothing is known
    if touched is None or lacking is None:
        _renew(spare, layers)
    else:
        _bring(spare, {name: _made(layers, name) for name in touched | lacking})
    _exchange(folder, spare)
    if touched is not None and spare.is_dir():
        note.write_text(json.dumps(sorted(touched)), encoding="utf-8")


def _note(spare: Path) -> Path:
    return spare.with_suffix(".json")


def _lacking(note: Path) -> Names | None:
    """What the spare lacks of what readers see, if that is known."""
    return frozenset(json.loads(note.read_bytes())) if note.is_file() else None


def _made(layers: Layers, name: str) -> Path | None:
    """Where a file of the site was made, if it still is there."""
    ways = (layer / name.removeprefix(place) for layer, place in layers if name.startswith(place))
    return next((way for way in ways if way.is_file()), None)


def unpublished(layer: Path, place: str, folder: Path) -> Names:
    """The files of the site in which a folder that was made is other than what readers see."""
    made, seen = folders.files(layer), folders.files(folder / place)
    return {f"{place}{name}" for name in made | seen if made.get(name) != seen.get(name)}


def prepare(layer: Path, place: str, spare: Path) -> None:
    """Bring one of the folders into the spare ahead of time, as far as that can be done."""
    _note(spare).unlink(missing_ok=True)
    made, there = _all([(layer, place)]), folders.files(spare)
    for name, path in _other(made, there).items():
        with suppress(OSError):  # as when a file has to take the place of a folder
            folders.put(spare / name, partial(_share, path))


def _renew(spare: Path, layers: Layers) -> None:
    """Bring all of the spare up to date."""
    made, there = _all(layers), folders.files(spare)
    _bring(spare, {**dict.fromkeys(there.keys() - made.keys()), **_other(made, there)})


def _all(layers: Layers) -> Mapping[str, tuple[Path, Known]]:
    """All that was made, by its name in the site."""
    return {
        f"{place}{name}": (layer / name, known)
        for layer, place in layers
        for name, known in folders.files(layer).items()
    }


def _other(made: Mapping[str, tuple[Path, Known]], there: Mapping[str, Known]) -> dict[str, Path]:
    return {name: path for name, (path, known) in made.items() if there.get(name) != known}


def _bring(spare: Path, files: Mapping[str, Path | None]) -> None:
    """Bring some files of the spare up to date: each was made somewhere, or is no more."""
    folders.remove_all(spare, (name for name, path in files.items() if path is None))
    for name, path in files.items():
        if path is not None:
            folders.put(spare / name, partial(_share, path))


def _share(path: Path, copy: Path) -> None:
    try:
        os.link(path, copy)
    except FileNotFoundError:
        raise  # it has no folder yet
    except OSError:
        shutil.copy2(path, copy)


def _exchange(folder: Path, spare: Path) -> None:
    old = folder.with_name(f"{folder.name}.old")
    folders.remove_folder(old)
    if folder.exists():
        folder.rename(old)
    spare.rename(folder)
    if old.exists():
        old.rename(spare)
