"""The packs as PDF: made again if their data, the template, the font or a package changed.

Their data is JSON in ``DATA``, each by the path of its PDF.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.build import folders, state_files
from generator.build.incremental.output_folder import forget, state_path
from generator.build.publish import Names
from generator.build.typesetting import Typesetter, ingredients

DATA = "build/packs"
PDF = "build/pdf"


def update(root: Path, *, clean: bool) -> Names:
    """Make the folder of PDFs hold one for each pack; give the paths that changed.

    With ``clean`` all are made again.

    Raises:
        SiteError: the template is wrong.

    """
    folder, wanted = root / PDF, _fingerprints(root)
    last = {} if clean else _last_fingerprints(folder)
    outdated = {path: key for path, key in wanted.items() if last.get(path) != key}
    removed = folders.files(folder).keys() - wanted.keys()
    if not outdated and not removed:
        return frozenset()
    folders.remove_all(folder, removed)
    changed = folders.write_into(folder, _made(root, outdated))
    state = {path: (key, folders.state(folder / path)) for path, key in wanted.items()}
    state_files.write_json(state_path(folder), state)
    return changed | removed


def remove(root: Path) -> Names:
    """Remove all PDFs and their data, if there are any; give the paths of the PDFs."""
    removed = frozenset(folders.files(root / PDF))
    for folder in (root / DATA, root / PDF):
        forget(folder)
        folders.remove_folder(folder)
    return removed


def _fingerprints(root: Path) -> dict[str, str]:
    """The fingerprint of everything that each PDF is made from, by its path."""
    names = sorted(folders.files(root / DATA))
    shared = _sha256(ingredients(root)).encode() if names else b""
    return {name: _sha256([shared, (root / DATA / name).read_bytes()]) for name in names}


def _sha256(parts: Iterable[bytes]) -> str:
    digests = (hashlib.sha256(part).digest() for part in parts)
    return hashlib.sha256(b"".join(digests)).hexdigest()


def _last_fingerprints(folder: Path) -> dict[str, str]:
    """The fingerprints of the PDFs that are still as they were written."""
    saved = state_files.read_json(state_path(folder)) or {}
    files = folders.files(folder)
    return {path: key for path, (key, state) in saved.items() if files.get(path) == tuple(state)}


def _made(root: Path, outdated: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """The PDF of each pack. At a left address is the same pack as elsewhere: it is made once."""
    made: dict[str, bytes] = {}
    typesetter = Typesetter(root) if outdated else None
    for path, key in outdated.items():
        if typesetter and key not in made:
            made[key] = typesetter.pdf((root / DATA / path).read_text(encoding="utf-8"))
        yield path, made[key]
