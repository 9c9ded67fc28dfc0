"""What still stands of the last build, so that only what changed has to be made anew.

The content needs no mark of its own: what is made of it is compared with what was made before. All
else that a page depends on has one mark here, and another mark means that nothing stands.
"""

import hashlib
import platform
import sysconfig
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import generator
from generator.parsing import content_files, yaml_reader

MARK = "build/mark"
SITE = "build/site"
"""Where MkDocs works; readers see a copy."""


def mark(root: Path) -> str:
    """The same as long as templates, configuration, and all that they are read by are."""
    return _mark([*_files(root / "templates"), *_configuration(root), mark_of_code().encode()])


def _configuration(root: Path) -> Iterator[bytes]:
    """mkdocs.yml and the hooks that it names; the check reports what is missing."""
    text = content_files.read_file(root, "mkdocs.yml").texts.get("mkdocs.yml", "")
    yield text.encode()
    value = yaml_reader.parse("mkdocs.yml", text).value
    hooks = value.get("hooks") if isinstance(value, dict) else None
    for name in hooks or ():
        yield from (path.read_bytes() for path in [root / str(name)] if path.is_file())


@cache
def mark_of_code() -> str:
    """The same as long as our own code, Python and its libraries are."""
    return _mark([*_files(Path(generator.__file__).parent), *_libraries()])


def last_mark(root: Path) -> str | None:
    """The mark under which the site that was built last stands, if one does."""
    noted = root / MARK
    is_there = noted.is_file() and (root / SITE).is_dir()
    return noted.read_text(encoding="utf-8") if is_there else None


@contextmanager
def unfinished(root: Path, becomes: str | None) -> Iterator[None]:
    """Build: whoever is cut short in it leaves nothing standing.

    When it is done, the site stands under the mark that is given, if one is.
    """
    noted = root / MARK
    noted.unlink(missing_ok=True)
    yield
    if becomes is not None:
        noted.parent.mkdir(parents=True, exist_ok=True)
        noted.write_text(becomes, encoding="utf-8")


def _mark(parts: Iterable[bytes]) -> str:
    found = hashlib.sha256()
    for part in parts:
        found.update(part)
    return found.hexdigest()


def _files(folder: Path) -> Iterator[bytes]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            yield path.relative_to(folder).as_posix().encode()
            yield path.read_bytes()


def _libraries() -> list[bytes]:
    """Python's version, and the libraries with theirs: so the folders are called that say it."""
    folders = {Path(sysconfig.get_path(kind)) for kind in ("purelib", "platlib")}
    names = sorted(path.name for folder in folders for path in folder.glob("*.dist-info"))
    return [platform.python_version().encode(), *(name.encode() for name in names)]
