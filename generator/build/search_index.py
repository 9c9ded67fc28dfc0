"""The search index on disk: the files that a reader's browser searches, and what was looked up."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.build import folders, state_files
from generator.model import Synonym
from generator.search import index, lexicon, records, word_cache
from generator.search.lexicon import Keys
from generator.search.records import SearchRecord
from generator.site.views.linker import Linker

INDEX = "build/index"
SITE_FOLDER = "zoekindex"
"""The folder of the index in the site."""
STATE = "build/indexed"
"""What the next build needs of this one: looked-up words, and the keys of each record."""
LOOKUPS = "lookups.state"
KEYS = "keys.state"


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

    The keys of unchanged records are reused; ``clean`` reuses nothing. ``state`` is the folder for
    what the next call needs of this one. Unchanged files are left as they are.
    """
    if clean:
        folders.remove_folder(state)
    state.mkdir(parents=True, exist_ok=True)
    with _cached_words(state / LOOKUPS):
        keys = _keys(content.items, state / KEYS)
        found = index.files(content.items, keys, content.synonyms, content.prefix)
    folders.write(folder, {f"{name}.json": _json(value) for name, value in found.items()})


def _keys(items: Sequence[SearchRecord], path: Path) -> list[Keys]:
    """The keys of each record, reused as far as the record is unchanged."""
    saved = state_files.read_json(path) or {}
    names = [hashlib.sha256(repr(item).encode()).hexdigest() for item in items]
    found = {
        name: saved.get(name) or lexicon.keys_by_place(item)
        for name, item in zip(names, items, strict=True)
    }
    if found.keys() != saved.keys():
        state_files.write_json(path, found)
    return [found[name] for name in names]


@contextmanager
def _cached_words(path: Path) -> Iterator[None]:
    """Restore the cache of looked-up words, and save it if words were added in the body."""
    saved = state_files.read_json(path)
    word_cache.restore(saved or {})
    before = word_cache.size()
    yield
    if word_cache.size() != before or saved is None:
        state_files.write_json(path, word_cache.RESULTS)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
