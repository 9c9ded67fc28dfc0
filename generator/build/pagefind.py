"""Pagefind, the program that makes a search index: running it, and checking what it wrote."""

import gzip
import json
import os
import re
import subprocess
import zlib
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from pathlib import Path

from pagefind_bin_extended import get_executable

from generator.build import folders, parent_death
from generator.build.errors import MachineError
from generator.search.dictionary import LANGUAGE

PROGRAM = ("pagefind.js", "pagefind-worker.js", f"wasm.{LANGUAGE}.pagefind")
ENTRY = "pagefind-entry.json"
PIECE = re.compile(r"(\w+)\.pf_(?:meta|index|fragment)$")
"""A piece of an index: Pagefind names it after its contents."""


@contextmanager
def running(given: Path, folder: Path) -> Iterator[None]:
    """Run Pagefind's program while the body runs: its Python API waits 0.1 s for every page.

    Raises:
        MachineError: Pagefind is missing or fails.

    """
    options = [
        "--site",
        str(given),
        "--output-path",
        str(folder),
        "--force-language",
        LANGUAGE,
        "--quiet",
    ]
    command = parent_death.ending_with_this_process([_program(), *options])
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:  # noqa: S603  (our own paths)
        try:
            yield
            _, said = process.communicate()
        except BaseException:
            process.kill()  # nobody waits for it any more
            raise
    if process.returncode:
        raise MachineError(_failure(process.returncode, said.decode(errors="replace")))


def _program() -> str:
    try:
        program = Path(get_executable())
    except FileNotFoundError as error:
        raise MachineError(_MISSING) from error
    if not os.access(program, os.X_OK):
        raise MachineError(_MISSING)
    return str(program)


_MISSING = (
    "Pagefind ontbreekt of mag niet worden gestart; zonder dat programma komt er geen zoekindex. "
    "Installeer opnieuw wat in requirements/site.txt staat."
)


def _failure(code: int, said: str) -> str:
    return (
        f"Pagefind, dat de zoekindex maakt, is gestopt met code {code}. Kijk of er genoeg ruimte "
        f"op de schijf is en genoeg geheugen vrij is, en probeer het opnieuw.\n{said}"
    ).rstrip()


def whole_index(folder: Path, *, with_program: bool) -> AbstractSet[str]:
    """The files of the index that Pagefind wrote into a folder, with or without its scripts.

    Pagefind says nothing of a write that failed, as on a full disk, and ends with code 0.

    Raises:
        MachineError: a file is missing or cut off.

    """
    try:
        names = {ENTRY, *(PROGRAM if with_program else ()), *_pieces(folder)}
        is_whole = all(_is_whole(name, (folder / name).read_bytes()) for name in names)
    except (EOFError, FileNotFoundError, ValueError, gzip.BadGzipFile, zlib.error) as error:
        raise MachineError(_CUT_OFF) from error
    if not is_whole:
        raise MachineError(_CUT_OFF)
    return names


def _pieces(folder: Path) -> AbstractSet[str]:
    """The pieces of the current index.

    Raises:
        EOFError: one is missing.

    """
    listing = _listing(folder)
    pieces = {name for name in folders.files(folder) if _is_listed(name, listing)}
    if len(pieces) != listing.count(f"{LANGUAGE}_".encode()):
        raise EOFError
    return pieces


def _is_whole(name: str, content: bytes) -> bool:
    """Whether a script closes all its braces; other files are compressed, save the entry file.

    Raises:
        EOFError: a compressed file is cut off; if it is cut off oddly, other errors.

    """
    if name == ENTRY:
        return True
    if name.endswith(".js"):
        return 0 < content.count(b"{") == content.count(b"}")
    return bool(gzip.decompress(content))


_CUT_OFF = (
    "De zoekindex is niet helemaal geschreven; meestal is dan de schijf vol. Maak ruimte vrij en "
    "probeer het opnieuw."
)


def _listing(folder: Path) -> bytes:
    """Pagefind's entry file, which names the list of pieces, and that list itself."""
    entry = (folder / ENTRY).read_bytes()
    name = json.loads(entry)["languages"][LANGUAGE]["hash"]
    return entry + gzip.decompress((folder / f"pagefind.{name}.pf_meta").read_bytes())


def _is_listed(name: str, listing: bytes) -> bool:
    """Whether a file is a piece of the current index."""
    piece = PIECE.search(name)
    return piece is not None and piece[1].encode() in listing
