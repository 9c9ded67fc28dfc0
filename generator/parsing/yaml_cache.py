"""Content files as plain values, remembered: to read YAML takes most of the time of a check.

What a text says hangs on the text alone, so it may be written down and brought back in another
process, as long as the code that reads it is the same.
"""

import hashlib
import json
from collections.abc import Iterable

from generator.parsing import yaml_reader
from generator.parsing.yaml_reader import Document

KNOWN: dict[str, str] = {}
"""By the mark of a text, what was read in it: as JSON, in one line."""


def parse(path: str, text: str) -> Document:
    """Read one YAML file as ``source.parse`` does, unless its text was read before."""
    mark = _mark(text)
    if known := KNOWN.get(mark):
        value, is_filled = json.loads(known)
        return Document(path, value, text, is_filled=is_filled)
    document = yaml_reader.parse(path, text)
    if not document.problems:
        KNOWN[mark] = json.dumps([document.value, document.is_filled], ensure_ascii=False)
    return document


def render(texts: Iterable[str]) -> str:
    """What is known of some texts, to be brought back later."""
    known = ((mark, KNOWN.get(mark)) for mark in map(_mark, texts))
    return "".join(f"{mark} {value}\n" for mark, value in known if value)


def bring_back(rendered: str) -> None:
    """Know what was rendered, in this process or another, by the same code."""
    lines = (line.partition(" ") for line in rendered.split("\n"))
    KNOWN.update((mark, value) for mark, _, value in lines if value)


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
