"""A release: the site with all that a web server needs to serve it.

It has the files of the site with compressed copies in ``www/``, and the configuration of nginx
next to that folder. It replaces an earlier release in the same folder in one step.
"""

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from generator.build import compression, folders, publish
from generator.build.errors import SiteError
from generator.site.hosting import headers, nginx, redirects
from generator.site.security_policy import HEADERS, PAGE_WITHOUT_CONTENT

FILES = "www"
"""The folder in a release with the files that are served."""
CONFIGURATION = "deploy/nginx"
"""The configuration that is the same for all sites, in the folder of the project."""
ONLY_FOR_HOSTS = (HEADERS, redirects.REDIRECTS)
"""What is in the configuration of nginx, and not served."""


def make(root: Path, site: Path, release: Path, listen: str) -> None:
    """Make a release of a built site.

    Args:
        root: the folder of the project.
        site: the folder of the built site.
        release: the folder to make or to replace.
        listen: where nginx listens, as it writes addresses: ``127.0.0.1:8080`` or ``8080``.

    Raises:
        SiteError: the folder is not that of a whole site, or ``release`` has something else in it.

    """
    if not (site / PAGE_WITHOUT_CONTENT).is_file() or not (site / HEADERS).is_file():
        raise SiteError(f"In '{site}' staat geen hele site. Maak die met: site_build.py build")
    if release.exists() and not (release / FILES).is_dir():
        raise SiteError(f"'{release}' is geen eerdere uitgave. Kies een map die nog niet bestaat.")
    new = release.with_name(f"{release.name}.new")
    folders.remove_folder(new)
    shutil.copytree(root / CONFIGURATION, new)
    _copy_files(site, new / FILES)
    _reuse_or_compress(new / FILES, release / FILES)
    folders.write_into(new, _generated(site, listen))
    publish.replace(release, new)
    folders.remove_folder(new)


def _copy_files(site: Path, folder: Path) -> None:
    for name in folders.files(site):
        if name not in ONLY_FOR_HOSTS:
            folders.put(folder / name, partial(folders.link_or_copy, site / name))


def _reuse_or_compress(files: Path, earlier: Path) -> None:
    """Give each file its compressed copies, those of the earlier release if it is unchanged."""
    changed = []
    for name in folders.files(files):
        if _same(files / name, earlier / name):
            _link_copies(files / name, earlier / name)
        else:
            changed.append(name)
    compression.compress(files, changed)


def _same(one: Path, other: Path) -> bool:
    return other.is_file() and one.read_bytes() == other.read_bytes()


def _link_copies(path: Path, earlier: Path) -> None:
    for suffix in compression.METHODS:
        copy, goal = Path(f"{earlier}{suffix}"), Path(f"{path}{suffix}")
        if copy.is_file() and not goal.is_file():
            folders.link_or_copy(copy, goal)


def _generated(site: Path, listen: str) -> Iterator[tuple[str, str]]:
    rules = (nginx.FOR_A_MINUTE, *headers.parse(_read(site / HEADERS)))
    moved = redirects.parse(_read(site / redirects.REDIRECTS))
    yield "maps.conf", nginx.maps(rules, moved)
    yield "headers.conf", nginx.add_headers(rules)
    yield "listen.conf", f"listen {listen};\n"


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""
