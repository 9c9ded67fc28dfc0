"""The search index: Pagefind indexes the search records in shards, so that browsers load little.

An interrupted build leaves a valid start for the next one.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path

from generator.build import folders, pagefind, state_files
from generator.build.pagefind import PIECE
from generator.model import Synonym
from generator.search import lexicon, records, shards, word_cache
from generator.search.dictionary import LANGUAGE
from generator.search.lexicon import Words
from generator.search.records import SearchRecord
from generator.search.shards import Shard
from generator.site.views.linker import Linker

INDEX = "build/index"
SITE_FOLDER = "pagefind"
"""The folder of the index in the site."""
STATE = "build/indexed"
"""What the next build needs of this one: Pagefind's input, notes on shards, looked-up words."""
LEXICON = "woorden"
"""The folder with the lexicon by first letter; ``all`` has what a browser always needs."""
LOOKUPS = "lookups.state"
WEIGHTS = {"title": 10, "text": 2, "also": 0.7, "parts": 0.4, "filters": 0.1}
"""The weight of a key by the place in which it occurs."""


@dataclass(frozen=True)
class IndexContent:
    """Everything that the index is made from."""

    items: Sequence[SearchRecord]
    synonyms: Sequence[Synonym]
    prefix: str


def update_index(root: Path, link: Linker, *, clean: bool) -> None:
    """Bring the index of a project up to date with a dossier; with ``clean`` rebuild all of it."""
    dossier = link.dossier
    items = tuple(records.search_records(link))
    content = IndexContent(items, dossier.search.synonyms, dossier.settings.prefix)
    write_index(content, root / INDEX, root / STATE, clean=clean)


def write_index(content: IndexContent, folder: Path, state: Path, *, clean: bool) -> None:
    """Make a folder hold the index of some content.

    Unchanged shards are reused; ``clean`` rebuilds all. ``state`` is the folder for what the next
    call needs of this one.
    """
    if clean:
        folders.remove_folder(folder)
        folders.remove_folder(state)
    state.mkdir(parents=True, exist_ok=True)
    split = shards.split(content.items)
    with _cached_words(state / LOOKUPS):
        words = [_index_shard(number, shard, folder, state) for number, shard in enumerate(split)]
        complete = lexicon.lexicon(words, content.synonyms, content.prefix)
    pieces = lexicon.split_by_letter(complete)
    folders.write(
        folder / LEXICON, {f"{name}.json": _json(piece) for name, piece in pieces.items()}
    )
    _remove_shards_from(len(split), folder)


@contextmanager
def _cached_words(path: Path) -> Iterator[None]:
    """Restore the cache of looked-up words, and save it if words were added in the body."""
    saved = state_files.read_json(path)
    word_cache.restore(saved or {})
    before = word_cache.size()
    yield
    if word_cache.size() != before or saved is None:
        state_files.write_json(path, word_cache.RESULTS)


def _index_shard(number: int, shard: Shard, folder: Path, state: Path) -> Words:
    """Index a shard unless its items are unchanged; give what the lexicon needs of it."""
    output, path, fingerprint = (
        folder / str(number),
        state / f"{number}.state",
        shards.fingerprint(shard),
    )
    note = (state_files.read_json(path) if output.is_dir() else None) or {"whole": []}
    if note.get("fingerprint") == fingerprint:
        words: Words = note["words"]
        return words
    _keep_only(output, {name for name in note["whole"] if PIECE.search(name)})
    state_files.write_json(path, {"whole": [*folders.files(output)]})  # later pieces may be cut off
    with _indexing(shard, output, state / str(number), with_program=number == 0):
        words = lexicon.words_of(shard)
    note = {"whole": [*folders.files(output)], "fingerprint": fingerprint, "words": words}
    state_files.write_json(path, note)
    return words


def _keep_only(folder: Path, names: AbstractSet[str]) -> None:
    folders.remove_all(folder, folders.files(folder).keys() - names)


@contextmanager
def _indexing(shard: Shard, output: Path, given: Path, *, with_program: bool) -> Iterator[None]:
    """Have Pagefind index a shard while the body runs, then remove pieces that are not used.

    The input of Pagefind is kept: comparing a file is faster than writing it. Pagefind itself
    keeps the pieces that are there already.
    """
    folders.write(given, {f"{at:06}.html": _html(item) for at, item in enumerate(shard)})
    with pagefind.running(given, output):
        yield
    _keep_only(output, pagefind.whole_index(output, with_program=with_program))


def _remove_shards_from(number: int, folder: Path) -> None:
    """Remove the shards of an earlier build that had more of them."""
    for path in folder.iterdir():
        if path.name.isdecimal() and int(path.name) >= number:
            folders.remove_folder(path)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _html(item: SearchRecord) -> str:
    """The page that Pagefind reads: keys by weight, and the result to show.

    Pagefind's own filters are not used: it writes them in a different order every time.
    """
    body = "".join(
        f'<p data-pagefind-weight="{WEIGHTS[place]}">{" ".join(keys)}</p>'
        for place, keys in lexicon.keys_of(item).items()
        if keys
    )
    result = escape(json.dumps(_result(item), ensure_ascii=False))
    meta = f'<i data-pagefind-meta="record[data-value]" data-value="{result}"></i>'
    return f'<html lang="{LANGUAGE}"><body>{meta}{body}</body></html>'


def _result(item: SearchRecord) -> Mapping[str, object]:
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
