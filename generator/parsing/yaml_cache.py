"""A cache of parsed content files: parsing YAML takes most of the time of a check.

A parsed value depends only on the text, so the cache may be saved and loaded by another process,
as long as the code that parses is the same.
"""

import hashlib
import json
from collections.abc import Iterable

from generator.parsing import yaml_reader
from generator.parsing.yaml_reader import Document

CACHE: dict[str, str] = {}
"""The parsed value of each text as one line of JSON, by the fingerprint of the text."""


def parse(path: str, text: str) -> Document:
    """Like ``yaml_reader.parse``, but a text that was parsed before is taken from the cache."""
    fingerprint = _fingerprint(text)
    if cached := CACHE.get(fingerprint):
        value, is_filled = json.loads(cached)
        return Document(path, value, text, is_filled=is_filled)
    document = yaml_reader.parse(path, text)
    if not document.problems:
        CACHE[fingerprint] = json.dumps([document.value, document.is_filled], ensure_ascii=False)
    return document


def dump(texts: Iterable[str]) -> str:
    """The cache entries of the given texts as lines, to be saved and restored later."""
    cached = ((fingerprint, CACHE.get(fingerprint)) for fingerprint in map(_fingerprint, texts))
    return "".join(f"{fingerprint} {value}\n" for fingerprint, value in cached if value)


def restore(saved: str) -> None:
    """Add saved cache entries, which must come from the same code."""
    lines = (line.partition(" ") for line in saved.split("\n"))
    CACHE.update((fingerprint, value) for fingerprint, _, value in lines if value)


def _fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
