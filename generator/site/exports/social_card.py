"""The picture that goes with a link that is shared: the name of the site and what it is about."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from generator.site.views.linker import Linker
from generator.site.views.page import Picture

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

PATH = "assets/kaart.png"
SIZE = (1200, 630)
INK, PAPER, SOFT = "#1f4b5f", "#ffffff", "#e2ebef"
MARGIN = 80


def outputs(link: Linker) -> Iterator[Picture]:
    """The picture as PNG."""
    yield PATH, partial(_draw, link)


def _draw(link: Linker) -> bytes:
    from PIL import Image, ImageDraw  # noqa: PLC0415  (takes long, and the picture seldom changes)

    settings = link.dossier.settings
    image = Image.new("RGB", SIZE, INK)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 24, SIZE[1]), fill=SOFT)
    bottom = _write(draw, settings.title, (MARGIN, 150), 76, PAPER)
    _write(draw, settings.summary, (MARGIN, bottom + 40), 38, SOFT)
    data = io.BytesIO()
    image.save(data, "PNG", optimize=True)
    return data.getvalue()


def _write(draw: ImageDraw, words: str, at: tuple[int, int], size: int, colour: str) -> int:
    """Write words in lines that fit, and tell where they end."""
    from PIL import ImageFont  # noqa: PLC0415

    font = ImageFont.load_default(size)
    letters = int((SIZE[0] - 2 * MARGIN) / (size * 0.52))
    lines = textwrap.wrap(words, letters)
    draw.multiline_text(at, "\n".join(lines), fill=colour, font=font, spacing=size // 4)
    return at[1] + len(lines) * (size + size // 4)
