"""A cache of parsed content files: parsing YAML takes most of the time of a check.

A parsed value depends only on the text, so the cache may be saved and loaded by another process,
as long as the code that parses is the same.
"""

import hashlib
import json

from generator.parsing import yaml_reader
from generator.parsing.yaml_reader import Document


class YamlCache:
    """Parses each text once; keeps what it was made with, and what was parsed since."""

    def __init__(self, saved: str = "") -> None:
        """Start with the entries in a text that ``dump`` gave; other lines are skipped."""
        lines = (line.partition(" ") for line in saved.split("\n"))
        self._entries = {fingerprint: value for fingerprint, _, value in lines if value}
        self._used: dict[str, str] = {}

    def parse(self, path: str, text: str) -> Document:
        """Like ``yaml_reader.parse``; a text with problems is parsed again every time."""
        fingerprint = hashlib.sha256(text.encode()).hexdigest()
        if entry := self._used.get(fingerprint) or self._entries.get(fingerprint):
            self._used[fingerprint] = entry
            value, is_filled = json.loads(entry)
            return Document(path, value, text, is_filled=is_filled)
        document = yaml_reader.parse(path, text)
        if not document.problems:
            entry = json.dumps([document.value, document.is_filled], ensure_ascii=False)
            self._used[fingerprint] = entry
        return document

    def dump(self) -> str:
        """The entries of the texts that were parsed with this cache, a line each."""
        return "".join(f"{fingerprint} {entry}\n" for fingerprint, entry in self._used.items())
