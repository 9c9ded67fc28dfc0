"""The search index, made by Pagefind: in pieces, of which a browser loads only what it needs."""

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from generator import lexicon
from generator.dutch import LANGUAGE
from generator.findable import Findable
from generator.model import Synonym

FOLDER = "pagefind"
"""Where the site has it."""
LEXICON = "woorden-{}.json"
"""The words in pieces, by the letter with which they begin; ``all`` holds what is always needed."""
WEIGHTS = {"title": 10, "text": 2, "also": 0.7, "parts": 0.4, "filters": 0.1}
"""How much more a key counts in one place than in another."""
NEEDED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", f"wasm.{LANGUAGE}.pagefind")
NEEDED_ENDS = (".pf_meta", ".pf_index", ".pf_fragment")


def index(
    items: Iterable[Findable], synonyms: Iterable[Synonym], prefix: str, folder: Path
) -> None:
    """Write the index into a folder."""
    found = list(items)
    with TemporaryDirectory() as given:
        for at, item in enumerate(found):
            (Path(given) / f"{at:06}.html").write_text(_html(item), encoding="utf-8")
        _run_pagefind(given, folder)
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not _is_needed(path.name):
            path.unlink()
    for name, words in lexicon.pieces(lexicon.lexicon(found, synonyms, prefix)).items():
        text = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
        (folder / LEXICON.format(name)).write_text(text, encoding="utf-8")


def _run_pagefind(given: str, folder: Path) -> None:
    """Its own program: the way in from Python waits a tenth of a second for every page."""
    options = [
        "--site",
        given,
        "--output-path",
        str(folder),
        "--force-language",
        LANGUAGE,
        "--quiet",
    ]
    command = [sys.executable, "-m", "pagefind", *options]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603  (our own paths)


def _is_needed(name: str) -> bool:
    return name in NEEDED or name.endswith(NEEDED_ENDS)


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
