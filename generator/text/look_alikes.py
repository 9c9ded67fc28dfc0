"""Texts that look the same and are not, and the first place where they differ."""

import re
import unicodedata
from dataclasses import dataclass

from generator.model import characters

_SIGN = re.compile(r"\s+|.", re.DOTALL)
"""A run of blanks, or one character."""
_PLAIN = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
    **dict.fromkeys("‘’\u201a\u02bc\u2032", "'"),
    **dict.fromkeys("“”„\u2033", '"'),
    **dict(
        zip(
            "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458",
            "aeopcyxsij",
            strict=True,
        )
    ),
}
"""Signs by what they look like, where Unicode does not say so; the last are Cyrillic letters."""


@dataclass(frozen=True)
class Difference:
    """Two signs that look alike, and what is before them in both texts."""

    before: str
    there: str
    here: str

    @property
    def names(self) -> tuple[str, str]:
        """What messages call the signs, as nobody sees which is which: ``U+00A0``."""
        return _code_points(self.there), _code_points(self.here)


def _code_points(sign: str) -> str:
    return " ".join(map(characters.code_point, sign))


def first_difference(line: str, text: str) -> Difference | None:
    """Where a text first differs from a line that seems to have it; None if it does not seem so.

    Blanks are taken together, so two spaces look like one.
    """
    start = _find(line, text)
    if start is None or text in line:
        return None
    there = line[start:]
    pairs = enumerate(zip(there, text, strict=False))
    at = next((at for at, pair in pairs if pair[0] != pair[1]), min(len(there), len(text)))
    if there[at : at + 1].isspace() or text[at : at + 1].isspace():
        at = len(text[:at].rstrip())  # a run of blanks is one sign
    return Difference(text[:at], _sign(there, at), _sign(text, at))


def _find(line: str, text: str) -> int | None:
    """The offset in a line at which a text seems to begin."""
    plain, offsets = "", list[int]()
    for found in _SIGN.finditer(line):
        plain += _plainest(found[0])
        offsets += [found.start()] * (len(plain) - len(offsets))
    at = plain.find("".join(map(_plainest, _SIGN.findall(text))))
    return offsets[at] if at >= 0 else None


def _plainest(sign: str) -> str:
    if sign.isspace():
        return " "
    return _PLAIN.get(sign) or unicodedata.normalize("NFKC", sign)


def _sign(text: str, at: int) -> str:
    found = _SIGN.match(text, at)
    return found[0] if found else ""
