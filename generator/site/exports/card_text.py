"""Text on a card: in lines of a given width, as strengths of ink.

Letters are laid out without the libraries and the fonts of the machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

_LEADING = 1.22


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
        return _width(text, self.size, self.weight)

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
        pen, font = ImageDraw.Draw(mask), _font(self.size, self.weight)
        for number, line in enumerate(lines):
            pen.text((0, number * self.line_height), line, fill=255, font=font)
        return mask


@cache
def _font(size: int, weight: int) -> FreeTypeFont:
    import fontpkg_source_sans_3 as source_sans  # noqa: PLC0415
    from PIL import ImageFont  # noqa: PLC0415

    path = source_sans.ROOT / "files/SourceSans3[wght].ttf"
    font = ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font


@lru_cache(maxsize=50_000)
def _width(text: str, size: int, weight: int) -> float:
    return _font(size, weight).getlength(text)
