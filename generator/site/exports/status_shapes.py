"""The shape of each status of a commitment, in ink, as the pages show it in CSS."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

_FINE = 4
"""How many times larger a shape is drawn, before it is reduced to smooth its edges."""
_SIDE = 100
"""The coordinates of a shape go from 0 to this number."""
_LINE = 14
_BOX = (0, 0, _SIDE, _SIDE)
Point = tuple[float, float]


@cache
def drawn(status: str, size: int) -> Image:
    """The shape of a status as strengths of ink, in a square of ``size`` pixels."""
    from PIL import Image, ImageDraw  # noqa: PLC0415  (slow to import)

    side = size * _FINE
    mask = Image.new("L", (side, side))
    _SHAPES[status](_Pen(ImageDraw.Draw(mask), (side - 1) / _SIDE))
    return mask.reduce(_FINE)


class _Pen:
    """Draws in coordinates from 0 to ``_SIDE``."""

    def __init__(self, draw: ImageDraw, scale: float) -> None:
        self._draw = draw
        self._scale = scale

    def disk(self) -> None:
        self._draw.ellipse(self._scaled(_BOX), fill=255)

    def ring(self) -> None:
        self._draw.ellipse(self._scaled(_BOX), outline=255, width=round(_LINE * self._scale))

    def arc(self, start: float, end: float, *, filled: bool = False) -> None:
        """A part of the ring, or of the disk; degrees are clockwise from the right."""
        if filled:
            self._draw.pieslice(self._scaled(_BOX), start, end, fill=255)
        else:
            width = round(_LINE * self._scale)
            self._draw.arc(self._scaled(_BOX), start, end, fill=255, width=width)

    def area(self, *points: Point) -> None:
        self._draw.polygon([self._point(each) for each in points], fill=255)

    def line(self, *points: Point) -> None:
        width = round(_LINE * self._scale)
        self._draw.line([self._point(each) for each in points], fill=255, width=width)

    def _point(self, point: Point) -> Point:
        return point[0] * self._scale, point[1] * self._scale

    def _scaled(self, box: tuple[float, float, float, float]) -> tuple[Point, Point]:
        return self._point(box[:2]), self._point(box[2:])


def _half(pen: _Pen) -> None:
    pen.ring()
    pen.arc(90, 270, filled=True)


def _arrow(pen: _Pen) -> None:
    pen.area((12, 0), (100, 50), (12, 100))


def _double_arrow(pen: _Pen) -> None:
    for left in (0, 45):
        pen.area(
            (left, 0), (left + 20, 0), (left + 55, 50),
            (left + 20, 100), (left, 100), (left + 35, 50),
        )  # fmt: skip


def _cross(pen: _Pen) -> None:
    pen.area((18, 0), (100, 82), (82, 100), (0, 18))
    pen.area((82, 0), (100, 18), (18, 100), (0, 82))


def _crossed_ring(pen: _Pen) -> None:
    pen.ring()
    pen.line((20, 80), (80, 20))


def _diamond(pen: _Pen) -> None:
    pen.line((50, 8), (92, 50), (50, 92), (8, 50), (50, 8), (92, 50))


def _dots(pen: _Pen) -> None:
    for start in range(0, 360, 45):
        pen.arc(start, start + 24)


_SHAPES: Mapping[str, Callable[[_Pen], None]] = {
    "uitgevoerd": _Pen.disk,
    "deels-uitgevoerd": _half,
    "in-uitvoering": _arrow,
    "overgenomen": _double_arrow,
    "vervallen": _cross,
    "niet-te-toetsen": _crossed_ring,
    "onbeslist": _diamond,
    "onbekend": _dots,
}
