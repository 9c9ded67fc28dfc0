"""What still stands of the last build, so that only what changed has to be made anew.

The content needs no mark of its own: what is made of it is compared with what was made before. All
else that a page depends on has one mark here, and another mark means that nothing stands.
"""

import hashlib
import platform
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

MARK = "build/mark"
SITE = "build/site"
"""Where MkDocs works; readers see a copy."""


@contextmanager
def standing(root: Path, *, clean: bool = False) -> Iterator[bool]:
    """Whether the site that was built last stands, but for what changed in the content.

    A build that is cut short leaves nothing standing; with ``clean``, nothing stands either.
    """
    mark, now = root / MARK, _mark(root)
    stands = mark.is_file() and mark.read_text(encoding="utf-8") == now and (root / SITE).is_dir()
    mark.unlink(missing_ok=True)
    yield stands and not clean
    mark.parent.mkdir(parents=True, exist_ok=True)
    mark.write_text(now, encoding="utf-8")


@contextmanager
def unfinished(root: Path) -> Iterator[None]:
    """Do the rest of a build: whoever is cut short in it leaves nothing standing either."""
    mark = root / MARK
    was = mark.read_text(encoding="utf-8") if mark.is_file() else None
    mark.unlink(missing_ok=True)
    yield
    if was is not None:
        mark.write_text(was, encoding="utf-8")


def _mark(root: Path) -> str:
    """The same as long as theme, configuration, libraries and our own code are."""
    found = hashlib.sha256()
    for part in (*_files(root / "templates"), *_files(Path(__file__).parent), *_libraries()):
        found.update(part)
    found.update((root / "mkdocs.yml").read_bytes())
    return found.hexdigest()


def _files(folder: Path) -> Iterator[bytes]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            yield path.relative_to(folder).as_posix().encode()
            yield path.read_bytes()


@cache
def _libraries() -> list[bytes]:
    """Python's version, and the libraries with theirs: so the folders are called that say it."""
    folders = {Path(sysconfig.get_path(kind)) for kind in ("purelib", "platlib")}
    names = sorted(path.name for folder in folders for path in folder.glob("*.dist-info"))
    return [platform.python_version().encode(), *(name.encode() for name in names)]
