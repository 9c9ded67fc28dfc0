"""Compares a published site, in a folder or on the web, with what is published with it."""

from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from generator.build import folders
from generator.site import manifest, published_register
from generator.site.published_register import Published
from generator.web.site_reader import ReadBytes, is_on_the_web, reader

AT_ONCE = 8
"""How many files are asked for at the same time."""
COMPRESSED = (".br", ".gz")
"""Copies that a release adds beside files."""


def verify(place: str) -> Published:
    """Compare the site in a folder or at a web address with its register.

    Raises:
        SiteNotFoundError: there is no such folder, or the address does not answer.

    """
    return published_register.verify(partial(_text, reader(place)))


def verify_files(place: str) -> tuple[str, ...]:
    """How the files of a site differ from the checksums that are published with it, in Dutch.

    A file that is not listed is found in a folder only.

    Raises:
        SiteNotFoundError: as ``verify``.

    """
    read = reader(place)
    listed = _text(read, manifest.NAME)
    if listed is None:
        return (f"{manifest.NAME}: dit bestand ontbreekt",)
    checksums = manifest.parse(listed)
    names = {*checksums} if is_on_the_web(place) else {*checksums, *_unlisted(place, checksums)}
    return tuple(manifest.differences(checksums, _checksums(read, names)))


def compare(place: str, built: Path) -> tuple[str, ...]:
    """How the published checksums differ from those of a site that was built, in Dutch.

    Raises:
        SiteNotFoundError: as ``verify``.

    """
    published, expected = (
        manifest.parse(_text(reader(each), manifest.NAME) or "") for each in (place, str(built))
    )
    found: Mapping[str, str | None] = dict(published)
    return tuple(manifest.differences(expected, found))


def _text(read: ReadBytes, path: str) -> str | None:
    content = read(path)
    return None if content is None else content.decode("utf-8", "replace")


def _unlisted(folder: str, checksums: Mapping[str, str]) -> Iterable[str]:
    """The files in a folder that are not listed and are no compressed copy of one that is."""
    for name in folders.files(Path(folder)):
        is_copy = name.endswith(COMPRESSED) and name.rpartition(".")[0] in checksums
        if manifest.lists(name) and name not in checksums and not is_copy:
            yield name


def _checksums(read: ReadBytes, names: Iterable[str]) -> dict[str, str | None]:
    def checksum(name: str) -> tuple[str, str | None]:
        content = read(name)
        return name, None if content is None else manifest.checksum(content)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return dict(pool.map(checksum, sorted(names)))
