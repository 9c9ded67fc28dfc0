"""Draws a card: the picture that is shown where an address is shared (Open Graph image).

Every pixel is an index into a palette with some shades of each ink, so that a card is small and
quickly drawn.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from generator.site.exports import status_shapes
from generator.site.exports.card_text import Face

if TYPE_CHECKING:
    from PIL.Image import Image

SIZE = (1200, 630)
_PAPER = (31, 75, 95)
_WHITE, _SOFT = "white", "soft"
_INKS = {
    _WHITE: (255, 255, 255),
    _SOFT: (226, 235, 239),
    "uitgevoerd": (181, 217, 143),
    "deels-uitgevoerd": (181, 217, 143),
    "in-uitvoering": (143, 201, 232),
    "overgenomen": (195, 174, 240),
    "vervallen": (240, 163, 174),
    "niet-te-toetsen": (169, 183, 190),
    "onbeslist": (169, 183, 190),
    "onbekend": (169, 183, 190),
}
"""The colours of text, and of the shape of each status: those of the dark pages."""
_SHADES = 8
"""From paper to full ink: the edges of letters are in between."""

_LEFT, _TOP, _BOTTOM = 80, 64, 566
_WIDTH = SIZE[0] - 2 * _LEFT
_BAR = 20
"""The width of the bar at the left."""
_NAME = Face(30, 400, _WIDTH)
"""The letters of the name of the site."""
_LABEL = Face(34, 400, _WIDTH)
_TEXT = Face(42, 400, _WIDTH)
_WORDS = [Face(size, 600, _WIDTH) for size in (80, 72, 64, 56, 50, 44)]
"""The letters of the words, from which the largest that fit are chosen."""
_ROW = 48
_GAP = 44
"""Between two facts in a row."""
_SHAPE = 30


@dataclass(frozen=True)
class Fact:
    """A few words on a card, after the shape of a status if there is one."""

    words: str
    status: str = ""
    """One of the keys of the labels of a status."""


@dataclass(frozen=True)
class Card:
    """The content of a card, from top to bottom."""

    kind: str
    """What it is about; may be empty."""
    words: str
    text: str = ""
    """What is said of it in smaller letters."""
    facts: tuple[Fact, ...] = ()
    site: str = ""
    """The name of the site; empty if that is what the words say."""


def draw(card: Card) -> bytes:
    """A card as PNG."""
    from PIL import Image  # noqa: PLC0415  (slow to import, and cards seldom change)

    canvas = Image.new("L", SIZE)
    canvas.paste(_indices(_SOFT)[-1], (0, 0, _BAR, SIZE[1]))
    top, bottom = _TOP, _BOTTOM
    if card.site:
        bottom -= 2 * _NAME.size
        _stamp_text(canvas, card.site, _NAME, (bottom + _NAME.size, _BOTTOM))
    if card.kind:
        top += 2 * _LABEL.size
        _stamp_text(canvas, card.kind, _LABEL, (_TOP, _TOP))
    bottom = _stamp_facts(canvas, card.facts, bottom) - _ROW
    top = _stamp_text(canvas, card.words, _face(card.words, bottom - top), (top, bottom), _WHITE)
    if card.text:
        _stamp_text(canvas, card.text, _TEXT, (top + _TEXT.size, bottom))
    return _png(canvas)


def _png(canvas: Image) -> bytes:
    data = io.BytesIO()
    canvas.putpalette(_palette())
    canvas.save(data, "PNG", compress_level=3)  # higher ones take twice as long for a quarter less
    return data.getvalue()


# Inks ---------------------------------------------------------------------------------------------


@cache
def _palette() -> list[int]:
    return [
        round(paper + (full - paper) * shade / (_SHADES - 1))
        for ink in _INKS.values()
        for shade in range(_SHADES)
        for paper, full in zip(_PAPER, ink, strict=True)
    ]


@cache
def _indices(ink: str) -> list[int]:
    """The index into the palette for each of the 256 strengths of an ink."""
    first = [*_INKS].index(ink) * _SHADES
    shades = (strength * _SHADES // 256 for strength in range(256))
    return [first + shade if shade else 0 for shade in shades]


def _stamp(canvas: Image, mask: Image, left: int, top: int, ink: str) -> None:
    canvas.paste(mask.point(_indices(ink)), (left, top))


# Words --------------------------------------------------------------------------------------------


def _face(words: str, height: int) -> Face:
    """The largest letters in which words fit, or the smallest if they fit in none."""
    return next((face for face in _WORDS if face.fits(words, height)), _WORDS[-1])


def _stamp_text(
    canvas: Image, text: str, face: Face, between: tuple[int, int], ink: str = _SOFT
) -> int:
    """Text between two heights, cut short if it does not fit; gives the height where it ends."""
    top, bottom = between
    lines = face.cut(text, face.room(bottom - top))
    _stamp(canvas, face.mask(lines), _LEFT, top, ink)
    return top + len(lines) * face.line_height


# Facts --------------------------------------------------------------------------------------------


def _stamp_facts(canvas: Image, facts: Iterable[Fact], bottom: int) -> int:
    """Rows of facts that end at a height; gives the height at which they begin."""
    rows = _rows(facts)
    top = bottom - len(rows) * _ROW
    for number, row in enumerate(rows):
        left = _LEFT
        for fact in row:
            _stamp_fact(canvas, fact, left, top + number * _ROW)
            left += _width(fact)
    return top


def _rows(facts: Iterable[Fact]) -> list[list[Fact]]:
    rows: list[list[Fact]] = []
    for fact in facts:
        if not rows or sum(map(_width, (*rows[-1], fact))) - _GAP > _WIDTH:
            rows.append([])
        rows[-1].append(fact)
    return rows


def _width(fact: Fact) -> int:
    """The width of a fact with the gap behind it."""
    return _shape_width(fact) + int(_LABEL.width_of(fact.words)) + _GAP


def _shape_width(fact: Fact) -> int:
    return _SHAPE + _SHAPE // 2 if fact.status else 0


def _stamp_fact(canvas: Image, fact: Fact, left: int, top: int) -> None:
    if fact.status:
        shape, middle = status_shapes.drawn(fact.status, _SHAPE), top + (_ROW - _SHAPE) // 2
        _stamp(canvas, shape, left, middle, fact.status)
    text = _LABEL.mask(_LABEL.cut(fact.words, 1))
    _stamp(canvas, text, left + _shape_width(fact), top, _SOFT)
