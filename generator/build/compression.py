"""Compressed copies of files, in the same folder, for a server that sends them unchanged."""

import gzip
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from operator import methodcaller
from pathlib import Path, PurePosixPath

import brotli

from generator.build import folders

COMPRESSED = frozenset(
    (
        *(".atom", ".css", ".csv", ".html", ".ics", ".js", ".json", ".jsonl", ".jsonld"),
        *(".map", ".md", ".sha256", ".svg", ".txt", ".xml"),
    )
)
"""The kinds of text. Pictures, PDFs and spreadsheets are compressed already."""
SMALLEST = 512
"""In bytes; a smaller file fits in one packet anyway."""
_BROTLI_QUALITY = 9
"""Of 11, which takes twenty times as long to save another twentieth."""
_THREADS = 4
"""Both libraries leave other threads running while they compress."""


def _gzip(data: bytes) -> bytes:
    return gzip.compress(data, compresslevel=9, mtime=0)


def _brotli(data: bytes) -> bytes:
    compressed: bytes = brotli.compress(data, quality=_BROTLI_QUALITY)
    return compressed


METHODS: Mapping[str, Callable[[bytes], bytes]] = {".gz": _gzip, ".br": _brotli}
"""How to compress, by the suffix of the copy."""


def is_compressed(name: str) -> bool:
    """Whether a file gets compressed copies, if it is large enough."""
    return PurePosixPath(name).suffix in COMPRESSED


def compress(folder: Path, names: Iterable[str]) -> None:
    """Write the compressed copies of some files of a folder that are not there, if smaller."""
    with ThreadPoolExecutor(_THREADS) as pool:
        for _ in pool.map(lambda name: _compress(folder / name), filter(is_compressed, names)):
            pass  # an error in a thread is raised here


def _compress(path: Path) -> None:
    data = path.read_bytes()
    if len(data) < SMALLEST:
        return
    for suffix, method in METHODS.items():
        goal = Path(f"{path}{suffix}")
        if not goal.is_file() and len(copy := method(data)) < len(data):
            folders.put(goal, methodcaller("write_bytes", copy))
