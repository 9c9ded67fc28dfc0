"""Publishing: readers get everything that was built in one step.

There are two copies of the site: what readers see, and a spare. The spare is brought up to date and
exchanged with what readers see, which is the next spare. So readers see the old site or the new
one. On Linux the exchange is one operation of the kernel. Elsewhere, or on a disk that cannot do
it, it takes two renames, and a build that is killed between them leaves the old site in
``site.old``, from where the next command puts it back.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from functools import partial
from pathlib import Path

from generator.build import checksums, exchange, folders, state_files
from generator.build.folders import FileState

PUBLISHED = "site"
"""The folder that readers see."""
SPARE = "build/spare"

Layers = Sequence[tuple[Path, str]]
"""Folders with built files and the place of each in the site: empty, or ending in a slash."""
Names = AbstractSet[str]
"""Files by their path in the site."""


def publish(folder: Path, layers: Layers, spare: Path, touched: Names | None) -> None:
    """Make a folder hold all files of the layers, in one step.

    ``touched`` are the files that were written or removed since the last time; None means that any
    may have been. Where the disk can, the copies are hard links: no file may be changed in place.
    """
    note = _note(spare)
    outdated = _outdated(note) if folder.is_dir() and spare.is_dir() else None
    note.unlink(missing_ok=True)  # an interrupted build leaves a spare of which nothing is known
    if touched is None or outdated is None:
        _update_all(spare, layers)
        checksums.write(spare)
    else:
        _update(spare, {name: _built(layers, name) for name in touched | outdated})
        checksums.update(spare, folder, touched)
    replace(folder, spare)
    if touched is not None and spare.is_dir():
        state_files.write_json(note, sorted(touched))


def _note(spare: Path) -> Path:
    return spare.with_suffix(".state")


def _outdated(note: Path) -> Names | None:
    """The files in the spare that are older than what readers see, or None if unknown."""
    names = state_files.read_json(note)
    return None if names is None else frozenset(names)


def _built(layers: Layers, name: str) -> Path | None:
    """The built file for a path of the site, if there is one."""
    paths = (
        layer / name.removeprefix(prefix) for layer, prefix in layers if name.startswith(prefix)
    )
    return next((path for path in paths if path.is_file()), None)


def unpublished(layer: Path, place: str, folder: Path) -> Names:
    """The files of the site in which a layer differs from what readers see."""
    built, seen = folders.files(layer), folders.files(folder / place)
    return {f"{place}{name}" for name in built | seen if built.get(name) != seen.get(name)}


def prepare(layer: Path, place: str, spare: Path) -> None:
    """Bring one layer into the spare ahead of publishing, as far as that can be done."""
    _note(spare).unlink(missing_ok=True)
    built, present = _files_of([(layer, place)]), folders.files(spare)
    for name, path in _differing(built, present).items():
        with suppress(OSError):  # for example when a file has to replace a folder
            folders.put(spare / name, partial(folders.link_or_copy, path))


def _update_all(spare: Path, layers: Layers) -> None:
    built, present = _files_of(layers), folders.files(spare)
    removed = dict.fromkeys(present.keys() - built.keys())
    _update(spare, {**removed, **_differing(built, present)})


def _files_of(layers: Layers) -> Mapping[str, tuple[Path, FileState]]:
    """All built files, by their path in the site."""
    return {
        f"{prefix}{name}": (layer / name, state)
        for layer, prefix in layers
        for name, state in folders.files(layer).items()
    }


def _differing(
    built: Mapping[str, tuple[Path, FileState]], present: Mapping[str, FileState]
) -> dict[str, Path]:
    return {name: path for name, (path, state) in built.items() if present.get(name) != state}


def _update(spare: Path, files: Mapping[str, Path | None]) -> None:
    """Bring files of the spare up to date, each from its built file; None removes it."""
    folders.remove_all(spare, (name for name, path in files.items() if path is None))
    for name, path in files.items():
        if path is not None:
            folders.put(spare / name, partial(folders.link_or_copy, path))


def replace(folder: Path, spare: Path) -> None:
    """Put a spare folder in the place of another, which becomes the spare if it exists."""
    if not folder.exists():
        spare.rename(folder)
    elif not exchange.exchange(folder, spare):
        _exchange_in_two_steps(folder, spare)


def _exchange_in_two_steps(folder: Path, spare: Path) -> None:
    old = _old(folder)
    folders.remove_folder(old)
    folder.rename(old)
    spare.rename(folder)
    old.rename(spare)


def _old(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.old")


def is_interrupted(folder: Path) -> bool:
    """Whether an exchange was interrupted after it took away what readers see."""
    return _old(folder).is_dir() and not folder.exists()


def recover(folder: Path, spare: Path) -> None:
    """Put back what readers see after an interrupted exchange; a spare that is a file is removed.

    Only whoever may publish may do this: an exchange that goes on looks like an interrupted one.
    """
    if is_interrupted(folder):
        _old(folder).rename(folder)
    if spare.is_file():  # an exchange with a file that stood in the place of the site
        spare.unlink()
