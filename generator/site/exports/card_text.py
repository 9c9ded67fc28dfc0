"""Text on a card: in lines of a given width, as strengths of ink.

Letters are laid out without the libraries and the fonts of the machine: in such a layout this font
has no kerning, so that each letter is measured and drawn once for all cards.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw as Draw
    from PIL.ImageFont import FreeTypeFont

_LEADING = 1.22
_KEPT_LETTERS = 1_000
"""How many letters of each size are kept; a language with an alphabet has fewer."""


@dataclass(frozen=True)
class Face:
    """The letters of a text, and the width that its lines may have."""

    size: int
    weight: int
    width: int

    @property
    def line_height(self) -> int:
        return int(self.size * _LEADING)

    def room(self, height: int) -> int:
        """How many lines fit in a height: at least one."""
        return max(1, height // self.line_height)

    def fits(self, text: str, height: int) -> bool:
        lines = self.wrapped(text)
        narrow = all(self.width_of(line) <= self.width for line in lines)
        return narrow and len(lines) <= self.room(height)

    def width_of(self, text: str) -> float:
        return sum(map(_measure(self.size, self.weight), text))

    def wrapped(self, text: str) -> list[str]:
        """Lines that are no wider than allowed, unless a single word is."""
        lines = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".lstrip()
            if lines[-1] and self.width_of(longer) > self.width:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    def cut(self, text: str, count: int) -> list[str]:
        """At most ``count`` lines; what does not fit is replaced by an ellipsis."""
        lines = self.wrapped(text)
        last = len(lines) > count
        return [
            self._with_ellipsis(line)
            if self.width_of(line) > self.width or (last and number == count)
            else line
            for number, line in enumerate(lines[:count], start=1)
        ]

    def _with_ellipsis(self, line: str) -> str:
        """As many words of a line as fit before an ellipsis; of a single word as many letters."""
        shorter = line
        while shorter and self.width_of(f"{shorter} …") > self.width:
            start, space, _ = shorter.rpartition(" ")
            shorter = start if space else shorter[:-1]
        return f"{shorter.rstrip('.,;:')} …"

    def mask(self, lines: Sequence[str]) -> Image:
        """Lines of text as strengths of ink."""
        from PIL import Image, ImageDraw  # noqa: PLC0415  (slow to import, and cards seldom change)

        mask = Image.new("L", (self.width, self.line_height * len(lines) + self.size // 8))
        pen = ImageDraw.Draw(mask)
        for number, line in enumerate(lines):
            self._write(pen, line, number * self.line_height)
        return mask

    def _write(self, pen: Draw, line: str, top: int) -> None:
        width_of, drawn = _measure(self.size, self.weight), _drawn(self.size, self.weight)
        left = -_margin(self.size)
        for letter in line:
            pen.bitmap((left, top), drawn(letter), fill=255)
            left += round(width_of(letter))


@cache
def font(size: int, weight: int) -> FreeTypeFont:
    import fontpkg_source_sans_3 as source_sans  # noqa: PLC0415
    from PIL import ImageFont  # noqa: PLC0415

    path = source_sans.ROOT / "files/SourceSans3[wght].ttf"
    found = ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)
    found.set_variation_by_axes([weight])
    return found


@cache
def _measure(size: int, weight: int) -> Callable[[str], float]:
    """Gives the width of a letter: a whole number of pixels."""
    return lru_cache(_KEPT_LETTERS)(font(size, weight).getlength)


@cache
def _drawn(size: int, weight: int) -> Callable[[str], Image]:
    """Gives a letter as strengths of ink, with room for what sticks out at both sides."""
    from PIL import Image, ImageDraw  # noqa: PLC0415

    letters, margin = font(size, weight), _margin(size)

    @lru_cache(_KEPT_LETTERS)
    def drawn(letter: str) -> Image.Image:
        mask = Image.new("L", (int(letters.getlength(letter)) + 2 * margin, size + margin))
        ImageDraw.Draw(mask).text((margin, 0), letter, fill=255, font=letters)
        return mask

    return drawn


def _margin(size: int) -> int:
    """The room around a letter, for what sticks out."""
    return size // 2
