"""Reads a published site, from a folder or from the web, to compare it with its register."""

import urllib.error
import urllib.request
from functools import partial
from pathlib import Path

from generator.site import published_register
from generator.site.published_register import Published, Read

TIMEOUT = 20
"""In seconds, for each file."""
MAX_SIZE = 20_000_000
"""In bytes, of each file."""


class SiteNotFoundError(Exception):
    """There is no site to read; the message says so, in Dutch."""


def verify(place: str) -> Published:
    """Compare the site in a folder or at a web address with its register.

    Raises:
        SiteNotFoundError: there is no such folder, or the address does not answer.

    """
    return published_register.verify(_reader(place))


def _reader(place: str) -> Read:
    if place.startswith(("https://", "http://")):
        return partial(_from_web, place.rstrip("/"))
    folder = Path(place)
    if not folder.is_dir():
        what = "is geen map" if folder.exists() else "bestaat niet"
        raise SiteNotFoundError(f"Niets nagegaan: '{place}' {what}.")
    return partial(_from_folder, folder)


def _from_folder(folder: Path, path: str) -> str | None:
    try:
        return (folder / path.lstrip("/")).read_text(encoding="utf-8", errors="replace")
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def _from_web(start: str, path: str) -> str | None:
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
    return content.decode("utf-8", errors="replace")
