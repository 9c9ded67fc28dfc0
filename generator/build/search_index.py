"""The search index, made by Pagefind: in shards, and of each a browser loads only what it needs."""

import gzip
import json
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path

from pagefind_bin_extended import get_executable

from generator.build import folders
from generator.model import Synonym
from generator.search import lexicon, shards, word_cache
from generator.search.dictionary import LANGUAGE
from generator.search.lexicon import Words
from generator.search.records import SearchRecord
from generator.search.shards import Shard

FOLDER = "pagefind"
"""Where the site has it."""
LEXICON = "woorden"
"""The words in pieces, by the letter with which they begin; ``all`` holds what is always needed."""
LOOKUPS = "lookups.json"
WEIGHTS = {"title": 10, "text": 2, "also": 0.7, "parts": 0.4, "filters": 0.1}
"""How much more a key counts in one place than in another."""
PROGRAM = ("pagefind.js", "pagefind-worker.js", f"wasm.{LANGUAGE}.pagefind")
ENTRY = "pagefind-entry.json"
PIECE = re.compile(r"(\w+)\.pf_(?:meta|index|fragment)$")
"""Pagefind names these after their contents."""


@dataclass(frozen=True)
class Searched:
    """What readers search, and by what words: all that the index is made of."""

    items: Sequence[SearchRecord]
    synonyms: Sequence[Synonym]
    prefix: str


def index(searched: Searched, folder: Path, kept: Path, *, anew: bool) -> None:
    """Make a folder hold the index. It may be cut short, and begun again.

    A shard stays if its items are as they were; with ``anew`` nothing stays. ``kept`` is the folder
    for what the next time needs of this one.
    """
    if anew:
        folders.remove_folder(folder)
        folders.remove_folder(kept)
    kept.mkdir(parents=True, exist_ok=True)
    cut = shards.split(searched.items)
    with _remembering(kept / LOOKUPS):
        words = [_index_shard(at, shard, folder, kept) for at, shard in enumerate(cut)]
        made = lexicon.lexicon(words, searched.synonyms, searched.prefix)
    texts = {f"{name}.json": _json(piece) for name, piece in lexicon.split_by_letter(made).items()}
    folders.write(folder / LEXICON, texts)
    _remove_shards_from(len(cut), folder)


@contextmanager
def _remembering(path: Path) -> Iterator[None]:
    """Look up only the words that were not looked up before."""
    if path.is_file():
        word_cache.restore(json.loads(path.read_bytes()))
    before = word_cache.size()
    yield
    if word_cache.size() != before or not path.is_file():
        _write_json(path, word_cache.RESULTS)


def _index_shard(at: int, shard: Shard, folder: Path, kept: Path) -> Words:
    """Index a shard unless it stands, and tell what the lexicon needs of it."""
    made, path, mark = folder / str(at), kept / f"{at}.json", shards.fingerprint(shard)
    note = json.loads(path.read_bytes()) if path.is_file() and made.is_dir() else {"whole": []}
    if note.get("mark") == mark:
        words: Words = note["words"]
        return words
    _keep_only(made, {name for name in note["whole"] if PIECE.search(name)})
    _write_json(path, {"whole": [*folders.files(made)]})  # whoever is cut short may leave torn ones
    with _being_made(shard, made, kept / str(at), is_first=at == 0):
        words = lexicon.words_of(shard)
    _write_json(path, {"whole": [*folders.files(made)], "mark": mark, "words": words})
    return words


def _keep_only(folder: Path, names: AbstractSet[str]) -> None:
    folders.remove_all(folder, folders.files(folder).keys() - names)


@contextmanager
def _being_made(shard: Shard, folder: Path, given: Path, *, is_first: bool) -> Iterator[None]:
    """Have Pagefind index a shard meanwhile; the program of the browser goes with the first.

    What Pagefind is given is kept, for to make a file takes longer than to see that it is the same.
    Pagefind itself keeps the pieces that it finds.
    """
    folders.write(given, {f"{at:06}.html": _html(item) for at, item in enumerate(shard)})
    with _running_pagefind(given, folder):
        yield
    program, listing = PROGRAM if is_first else (), _listing(folder)
    needed = {name for name in folders.files(folder) if _is_listed(name, listing)}
    _keep_only(folder, {ENTRY, *program, *needed})


def _listing(folder: Path) -> bytes:
    """Pagefind's own list of the pieces of an index, compressed, with the name of that list."""
    entry = (folder / ENTRY).read_bytes()
    name = json.loads(entry)["languages"][LANGUAGE]["hash"]
    return entry + gzip.decompress((folder / f"pagefind.{name}.pf_meta").read_bytes())


def _is_listed(name: str, listing: bytes) -> bool:
    """Whether a file is a piece of the index as it is now."""
    piece = PIECE.search(name)
    return piece is not None and piece[1].encode() in listing


def _remove_shards_from(number: int, folder: Path) -> None:
    """Take away the shards of a time when there were more."""
    for path in folder.iterdir():
        if path.name.isdecimal() and int(path.name) >= number:
            folders.remove_folder(path)


def _write_json(path: Path, value: object) -> None:
    """Write a file at once: whoever is cut short leaves the old one or the new one."""
    new = path.with_suffix(".new")
    new.write_text(_json(value), encoding="utf-8")
    new.replace(path)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@contextmanager
def _running_pagefind(given: Path, folder: Path) -> Iterator[None]:
    """Its own program: the way in from Python waits a tenth of a second for every page."""
    options = [
        "--site",
        str(given),
        "--output-path",
        str(folder),
        "--force-language",
        LANGUAGE,
        "--quiet",
    ]
    command = [get_executable(), *options]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as running:  # noqa: S603  (our own paths)
        try:
            yield
            running.wait()
        except BaseException:
            running.kill()  # nobody waits for it any more
            raise
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command)


def _html(item: SearchRecord) -> str:
    """What Pagefind is given to read: the keys by weight, and what to show.

    Its own filters are not used: it writes them in another order every time.
    """
    body = "".join(
        f'<p data-pagefind-weight="{WEIGHTS[place]}">{" ".join(keys)}</p>'
        for place, keys in lexicon.keys_of(item).items()
        if keys
    )
    shown = escape(json.dumps(_shown(item), ensure_ascii=False))
    meta = f'<i data-pagefind-meta="record[data-value]" data-value="{shown}"></i>'
    return f'<html lang="{LANGUAGE}"><body>{meta}{body}</body></html>'


def _shown(item: SearchRecord) -> Mapping[str, object]:
    return {
        "address": item.address,
        "title": item.title,
        "text": item.text,
        "kind": item.kind,
        "themes": item.themes,
        "status": item.status,
        "number": item.number,
        "weight": item.weight,
    }
