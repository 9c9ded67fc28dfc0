"""The picture shown with a shared link (Open Graph image): title and summary of the site."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from generator.site.views.linker import Linker
from generator.site.views.page import BinaryOutput

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

PATH = "assets/kaart.png"
SIZE = (1200, 630)
INK, PAPER, SOFT = "#1f4b5f", "#ffffff", "#e2ebef"
MARGIN = 80


def outputs(link: Linker) -> Iterator[BinaryOutput]:
    """The picture as PNG."""
    yield PATH, partial(_draw, link)


def _draw(link: Linker) -> bytes:
    from PIL import Image, ImageDraw  # noqa: PLC0415  (slow to import, and the picture seldom changes)

    settings = link.dossier.settings
    image = Image.new("RGB", SIZE, INK)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 24, SIZE[1]), fill=SOFT)
    bottom = _write(draw, settings.title, (MARGIN, 150), 76, PAPER)
    _write(draw, settings.summary, (MARGIN, bottom + 40), 38, SOFT)
    data = io.BytesIO()
    image.save(data, "PNG", optimize=True)
    return data.getvalue()


def _write(draw: ImageDraw, text: str, position: tuple[int, int], size: int, colour: str) -> int:
    """Write text in lines that fit the width, and return the y coordinate of their bottom."""
    from PIL import ImageFont  # noqa: PLC0415

    font = ImageFont.load_default(size)
    line_length = int((SIZE[0] - 2 * MARGIN) / (size * 0.52))
    lines = textwrap.wrap(text, line_length)
    draw.multiline_text(position, "\n".join(lines), fill=colour, font=font, spacing=size // 4)
    return position[1] + len(lines) * (size + size // 4)
