"""The checksum of every file of the site, in a file that ``sha256sum --check`` reads too."""

import hashlib
from collections.abc import Iterator, Mapping

from generator.dossier import urls
from generator.model import characters

NAME = urls.MANIFEST
_NOT_SERVED = "_"
"""What the names of files for hosts begin with: ``_headers``, ``_redirects``."""
_BETWEEN = "  "
"""Two spaces, of which the second says that the file is a text or is read as one."""


def lists(name: str) -> bool:
    """Whether a file of the site is in the list: everything that readers can ask for is."""
    return name != NAME and not name.startswith(_NOT_SERVED)


def checksum(content: bytes) -> str:
    """The SHA-256 of the content of a file."""
    return hashlib.sha256(content).hexdigest()


def text(checksums: Mapping[str, str]) -> str:
    """The list: a line for each file, in the order of their names."""
    return "".join(f"{checksums[name]}{_BETWEEN}{name}\n" for name in sorted(checksums))


def parse(text: str) -> dict[str, str]:
    """The checksums by the names of the files; a line without both is passed over."""
    lines = (line.partition(_BETWEEN) for line in characters.lines(text))
    return {name: checksum for checksum, _, name in lines if name}


def differences(checksums: Mapping[str, str], found: Mapping[str, str | None]) -> Iterator[str]:
    """How files differ from the list, in Dutch; ``found`` has None for a file that is not there."""
    for name in sorted(checksums.keys() | found.keys()):
        if name not in checksums:
            yield f"{name}: dit bestand staat niet in {NAME}"
        elif found.get(name) is None:
            yield f"{name}: dit bestand ontbreekt"
        elif found[name] != checksums[name]:
            yield f"{name}: dit bestand is anders dan in {NAME} staat"
