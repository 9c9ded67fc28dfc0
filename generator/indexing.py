"""The search index, made by Pagefind: in shards, and of each a browser loads only what it needs."""

import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path

from pagefind_bin_extended import get_executable

from generator import folders, lexicon, lookups, shards
from generator.dictionary import LANGUAGE
from generator.findable import Findable
from generator.lexicon import Words
from generator.model import Synonym
from generator.shards import Shard

FOLDER = "pagefind"
"""Where the site has it."""
LEXICON = "woorden"
"""The words in pieces, by the letter with which they begin; ``all`` holds what is always needed."""
LOOKUPS = "lookups.json"
WEIGHTS = {"title": 10, "text": 2, "also": 0.7, "parts": 0.4, "filters": 0.1}
"""How much more a key counts in one place than in another."""
PROGRAM = ("pagefind.js", "pagefind-worker.js", f"wasm.{LANGUAGE}.pagefind")
NEEDED_ENDS = (".pf_meta", ".pf_index", ".pf_fragment", "pagefind-entry.json")


@dataclass(frozen=True)
class Searched:
    """What readers search, and by what words: all that the index is made of."""

    items: Sequence[Findable]
    synonyms: Sequence[Synonym]
    prefix: str


def index(searched: Searched, folder: Path, kept: Path, *, anew: bool) -> frozenset[str]:
    """Make a folder hold the index, and tell which files of it were made or taken away.

    A shard stays if its items are as they were; with ``anew`` nothing stays. ``kept`` is the folder
    for what the next time needs of this one.
    """
    before = folders.files(folder)
    if anew:
        folders.remove_folder(folder)
        folders.remove_folder(kept)
    kept.mkdir(parents=True, exist_ok=True)
    _make_all(searched, folder, kept)
    after = folders.files(folder)
    return frozenset(each for each in before | after if before.get(each) != after.get(each))


def _make_all(searched: Searched, folder: Path, kept: Path) -> None:
    cut = shards.cut(searched.items)
    with _remembering(kept / LOOKUPS):
        words = [_index_shard(at, shard, folder, kept) for at, shard in enumerate(cut)]
        made = lexicon.lexicon(words, searched.synonyms, searched.prefix)
    texts = {f"{name}.json": _json(piece) for name, piece in lexicon.pieces(made).items()}
    folders.write(folder / LEXICON, texts)
    _remove_shards_from(len(cut), folder)


@contextmanager
def _remembering(path: Path) -> Iterator[None]:
    """Look up only the words that were not looked up before."""
    if path.is_file():
        lookups.bring_back(json.loads(path.read_bytes()))
    before = lookups.size()
    yield
    if lookups.size() != before or not path.is_file():
        path.write_text(_json(lookups.FOUND), encoding="utf-8")


def _index_shard(at: int, shard: Shard, folder: Path, kept: Path) -> Words:
    """Index a shard unless it stands, and tell what the lexicon needs of it."""
    made, note, mark = folder / str(at), kept / f"{at}.json", shards.mark(shard)
    before = json.loads(note.read_bytes()) if note.is_file() and made.is_dir() else {}
    if before.get("mark") == mark:
        words: Words = before["words"]
        return words
    note.unlink(missing_ok=True)  # whoever is cut short leaves a shard that does not stand
    with _being_made(shard, made, kept / str(at), is_first=at == 0):
        words = lexicon.words_of(shard)
    note.write_text(_json({"mark": mark, "words": words}), encoding="utf-8")
    return words


@contextmanager
def _being_made(shard: Shard, folder: Path, given: Path, *, is_first: bool) -> Iterator[None]:
    """Have Pagefind index a shard meanwhile; the program of the browser goes with the first.

    What Pagefind is given is kept, for to make a file takes longer than to see that it is the same.
    """
    folders.remove_folder(folder)
    folders.write(given, {f"{at:06}.html": _html(item) for at, item in enumerate(shard)})
    with _running_pagefind(given, folder):
        yield
    for path in sorted(folder.iterdir()):
        if path.is_file() and not _is_needed(path.name, is_first=is_first):
            path.unlink()


def _remove_shards_from(number: int, folder: Path) -> None:
    """Take away the shards of a time when there were more."""
    for path in folder.iterdir():
        if path.name.isdecimal() and int(path.name) >= number:
            folders.remove_folder(path)


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
        yield
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command)


def _is_needed(name: str, *, is_first: bool) -> bool:
    return name.endswith(NEEDED_ENDS) or (is_first and name in PROGRAM)


def _html(item: Findable) -> str:
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


def _shown(item: Findable) -> Mapping[str, object]:
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
