"""Reads the files of a published site, from a folder or from the web."""

import urllib.error
import urllib.request
from collections.abc import Callable
from functools import partial
from pathlib import Path

TIMEOUT = 20
"""In seconds, for each file."""
MAX_SIZE = 20_000_000
"""In bytes, of each file."""

ReadBytes = Callable[[str], bytes | None]
"""Gives a file of the site by its path, ``id/naam/index.html``; None if it has none."""


class SiteNotFoundError(Exception):
    """There is no site to read; the message says so, in Dutch."""


def is_on_the_web(place: str) -> bool:
    return place.startswith(("https://", "http://"))


def reader(place: str) -> ReadBytes:
    """How to read the files of the site in a folder or at a web address.

    Raises:
        SiteNotFoundError: there is no such folder; for a web address this is raised on reading.

    """
    if is_on_the_web(place):
        return partial(_from_web, place.rstrip("/"))
    folder = Path(place)
    if not folder.is_dir():
        what = "is geen map" if folder.exists() else "bestaat niet"
        raise SiteNotFoundError(f"Niets nagegaan: '{place}' {what}.")
    return partial(_from_folder, folder)


def _from_folder(folder: Path, path: str) -> bytes | None:
    try:
        return (folder / path.lstrip("/")).read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def _from_web(start: str, path: str) -> bytes | None:
    address = f"{start}/{path.lstrip('/').removesuffix('index.html')}"
    request = urllib.request.Request(address, headers={"User-Agent": "site_build verify"})  # noqa: S310  (the editor gave a web address)
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:  # noqa: S310
            content: bytes = answer.read(MAX_SIZE)
    except urllib.error.HTTPError as error:
        if error.code == 404:  # noqa: PLR2004  (the code of HTTP)
            return None
        raise SiteNotFoundError(f"Gestopt: {address} antwoordt met fout {error.code}.") from error
    except OSError as error:
        raise SiteNotFoundError(f"Gestopt: {address} geeft geen antwoord.") from error
    return content
