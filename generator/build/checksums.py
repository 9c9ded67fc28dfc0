"""The checksums of a site on disk, in the file that is published with it."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from pathlib import Path

from generator.build import folders
from generator.site import manifest


def write(site: Path) -> None:
    """Write the checksums of all files of a site."""
    _save(site, of(site, folders.files(site)))


def update(site: Path, earlier: Path, touched: AbstractSet[str]) -> None:
    """Write the checksums of a site that differs from an earlier one in the touched files."""
    try:
        known = manifest.parse((earlier / manifest.NAME).read_text(encoding="utf-8"))
    except FileNotFoundError:
        write(site)
        return
    present = (name for name in touched if (site / name).is_file())
    kept = {name: known[name] for name in known.keys() - touched}
    _save(site, {**kept, **of(site, present)})


def of(site: Path, names: Iterable[str]) -> dict[str, str]:
    """The checksums of some files, as far as these are listed."""
    return {
        name: manifest.checksum((site / name).read_bytes())
        for name in names
        if manifest.lists(name)
    }


def _save(site: Path, checksums: dict[str, str]) -> None:
    folders.write_into(site, [(manifest.NAME, manifest.text(checksums))])
