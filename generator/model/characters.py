"""Characters that nobody sees, their positions in a text, and the composed form of a text.

Every way in uses this one set: content files, the register, arguments and file names. It holds the
control characters but for tab and line feed, the line and paragraph separators, the characters with
the property ``Default_Ignorable_Code_Point`` of Unicode 16 (zero-width and bidirectional controls,
fillers, variation selectors, tags), the other invisible format characters, the noncharacters, and
halves of surrogate pairs; and the marks on top of thirty others. A joiner or variation selector
inside an emoji is part of what is seen.
"""

import heapq
import re
import unicodedata
from collections.abc import Iterator

_CONTROL_RANGES = r"\x00-\x08\x0b-\x1f\x7f-\x9f"
_SEPARATOR_RANGES = r"\u2028\u2029"
_IGNORABLE_RANGES = (
    r"\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u200e\u200f\u202a-\u202e"
    r"\u2060-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3"
    r"\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_ANNOTATION_RANGES = r"\ufff9-\ufffb\U00013430-\U0001343f"
_NOT_A_CHARACTER_RANGES = r"\ud800-\udfff\ufdd0-\ufdef" + "".join(
    f"\\U{plane:04x}fffe\\U{plane:04x}ffff" for plane in range(17)
)
_PICTURE_RANGES = (
    r"\xa9\xae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u25fe\u2600-\u27bf"
    r"\u2934\u2935\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
_OUTSIDE_PICTURES = (
    rf"(?<![{_PICTURE_RANGES}\ufe0f])\u200d|\u200d(?![{_PICTURE_RANGES}])"
    rf"|(?<![{_PICTURE_RANGES}])\ufe0f(?!\u20e3)"
)
"""The joiner and the variation selector with which a picture, an emoji, is written."""
UNSEEN = re.compile(
    f"[{_CONTROL_RANGES}{_SEPARATOR_RANGES}{_IGNORABLE_RANGES}{_ANNOTATION_RANGES}"
    f"{_NOT_A_CHARACTER_RANGES}]|{_OUTSIDE_PICTURES}"
)
MAX_MARKS = 30
"""On one letter, as in the Stream-Safe Text Format of Unicode (UAX 15)."""
_RUN_WITH_MARKS = re.compile(rf"[\u0300-\U0010ffff]{{{MAX_MARKS + 1},}}")
_UNUSUAL = re.compile(r"[^\t\n -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u20ac]")
"""All of the above, and more: most texts have none, and this is found faster."""
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f]")
LINE_END = re.compile(r"[\x85\u2028\u2029]")
"""Characters that some programs show as the end of a line; for ours a line ends at a line feed."""
_SPACED = re.compile(r"[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
"""Unseen characters between words."""
_HARMLESS = frozenset("\x0b\x0c\x85\xad\u2028\u2029")
"""Unseen characters that are left over from the pages and lines of a document."""


def code_point(character: str) -> str:
    """How messages name a character: ``U+202E``."""
    return f"U+{ord(character):04X}"


def unseen(text: str) -> Iterator[tuple[int, str]]:
    """Each character that nobody sees, with its offset from 0."""
    if not _UNUSUAL.search(text):
        return iter(())
    alone = ((found.start(), found[0]) for found in UNSEEN.finditer(text))
    return heapq.merge(alone, _piled(text))


def _piled(text: str) -> Iterator[tuple[int, str]]:
    """Each combining mark on top of so many others that it cannot be seen."""
    for run in _RUN_WITH_MARKS.finditer(text):
        count = 0
        for at, character in enumerate(run[0], run.start()):
            count = count + 1 if unicodedata.combining(character) else 0
            if count > MAX_MARKS:
                yield at, character


def first_unseen(text: str) -> str | None:
    """The first character that nobody sees, if there is one."""
    return next((character for _, character in unseen(text)), None)


def deceptive(text: str) -> Iterator[tuple[int, str]]:
    """The unseen characters that can hide or reorder words, each with its offset from 0."""
    return (found for found in unseen(text) if found[1] not in _HARMLESS)


def lines(text: str) -> list[str]:
    """The lines of a text without their line feeds; nothing else ends a line, as in an editor."""
    return text.removesuffix("\n").split("\n") if text else []


def composed(text: str) -> str:
    """The text in the composed form of Unicode, NFC: ``é`` is one character, not two.

    A text with piles of marks, which no way in accepts, stays as it is: to order them takes hours.
    """
    if not _UNUSUAL.search(text) or any(_piled(text)):
        return text
    return unicodedata.normalize("NFC", text)


def first_decomposed(text: str) -> tuple[int, str, str] | None:
    """Where a text is not composed: the offset from 0, what is there, and what should be."""
    should_be = composed(text)
    if text == should_be:
        return None
    at = next(
        (at for at, pair in enumerate(zip(text, should_be, strict=False)) if pair[0] != pair[1]),
        min(len(text), len(should_be)),
    )
    start = _start_of_cluster(text, at)
    cluster = text[start : _end_of_cluster(text, start)]
    return start, cluster, composed(cluster)


def _start_of_cluster(text: str, at: int) -> int:
    """The start of the letter to which the character at an offset belongs."""
    at = min(at, len(text) - 1)
    while at and unicodedata.combining(text[at]):
        at -= 1
    return at


def _end_of_cluster(text: str, start: int) -> int:
    end = start + 1
    while end < len(text) and (
        unicodedata.combining(text[end])
        or composed(text[start : end + 1]) != composed(text[start:end]) + text[end]
    ):
        end += 1
    return end


def readable(text: str) -> str:
    """The text as readers see it: composed, and without what nobody sees."""
    if _UNUSUAL.search(text):
        text = UNSEEN.sub("", _SPACED.sub(" ", text))
    return composed(_RUN_WITH_MARKS.sub(_without_piles, text))


def _without_piles(run: re.Match[str]) -> str:
    text = run[0]
    piled = {at for at, _ in _piled(text)}
    return "".join(character for at, character in enumerate(text) if at not in piled)
