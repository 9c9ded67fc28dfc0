"""Decides whether the previous build can be reused.

One fingerprint covers everything that all pages depend on apart from the content: our code, Python
and its libraries, the templates, mkdocs.yml and the hooks it names. With another fingerprint the
whole site is rebuilt. The content needs none: see ``fingerprints``.
"""

import hashlib
import platform
import sysconfig
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import generator
from generator.build import state_files
from generator.parsing import content_files, yaml_reader
from generator.parsing.content_files import CONFIGURATION

FINGERPRINT = "build/fingerprint"
SITE = "build/site"
"""The output of MkDocs; readers see a copy."""


def fingerprint(root: Path) -> str:
    """The fingerprint of the environment of a build, as it is now."""
    return _sha256(
        [*_files(root / "templates"), *_configuration(root), code_fingerprint().encode()]
    )


def _configuration(root: Path) -> Iterator[bytes]:
    """mkdocs.yml and the hooks it names; ``check`` reports what is missing."""
    text = content_files.read_file(root, CONFIGURATION).texts.get(CONFIGURATION, "")
    yield text.encode()
    value = yaml_reader.parse(CONFIGURATION, text).value
    hooks = value.get("hooks") if isinstance(value, dict) else None
    for path in (root / str(name) for name in hooks or ()):
        if path.is_file():
            yield path.read_bytes()


@cache
def code_fingerprint() -> str:
    """The fingerprint of our own code, Python and its libraries."""
    return _sha256([*_files(Path(generator.__file__).parent), *_libraries()])


def last_fingerprint(root: Path) -> str | None:
    """The fingerprint of the environment of the last complete build, if there is one."""
    fingerprint = state_files.read(root / FINGERPRINT) if (root / SITE).is_dir() else None
    return None if fingerprint is None else fingerprint.decode()


@contextmanager
def unfinished_build(root: Path, becomes: str | None) -> Iterator[None]:
    """Run a build in the body: if it is interrupted, the next build reuses nothing.

    ``becomes`` is the fingerprint of the environment that it is built in, if the site is complete
    afterwards.
    """
    path = root / FINGERPRINT
    path.unlink(missing_ok=True)
    yield
    if becomes is not None:
        state_files.write(path, becomes.encode())


def _sha256(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[bytes]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            yield path.relative_to(folder).as_posix().encode()
            yield path.read_bytes()


def _libraries() -> list[bytes]:
    """Python's version, and the names of the ``.dist-info`` folders, which hold the versions."""
    folders = {Path(sysconfig.get_path(kind)) for kind in ("purelib", "platlib")}
    names = sorted(path.name for folder in folders for path in folder.glob("*.dist-info"))
    return [platform.python_version().encode(), *(name.encode() for name in names)]
