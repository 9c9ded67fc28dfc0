"""Which party is named in which theme: a circle with the number of statements."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Party
from generator.site.charts import NARROW, WIDE, Picture
from generator.site.charts.svg import Drawing
from generator.site.views.linker import Linker
from generator.site.views.page import Link

ROW = 30
HEAD = 24
NAMES = {WIDE: 280, NARROW: 150}
"""The width of the names of the parties, by that of the drawing."""
LETTER = 7
"""About the width of a letter: a name that is too long is cut off."""
ELSEWHERE = "Elders"
MOST_THEMES = 10
MOST_PARTIES = 60
"""With more columns or rows than these, nobody sees anything in it."""


@dataclass(frozen=True)
class _Row:
    party: Link
    counts: tuple[int, ...]
    """The statements in each theme, and then those elsewhere."""


def picture(link: Linker) -> Picture | None:
    """The picture; None if there is too much for one."""
    themes = link.dossier.themes
    if len(themes) > MOST_THEMES or len(link.dossier.parties) > MOST_PARTIES:
        return None
    rows = [row for party in link.dossier.parties if any((row := _row(link, party)).counts)]
    rows.sort(key=lambda row: (-sum(row.counts), row.party.text.lower()))
    heads = (*(str(theme.number) for theme in themes), ELSEWHERE)
    key = [f"{theme.number}: {theme.title}" for theme in themes]
    return Picture(
        wide=_draw(rows, heads, key, WIDE),
        narrow=_draw(rows, heads, key, NARROW),
        caption="In hoeveel uitspraken elke partij wordt genoemd, per thema",
        columns=("Partij", *(theme.title for theme in themes), "Elders in de bron"),
        rows=tuple(((row.party,), *map(str, row.counts)) for row in rows),
    )


def _row(link: Linker, party: Party) -> _Row:
    naming = link.dossier.backlinks.naming(party)
    found = Counter(theme.slug if (theme := link.dossier.theme(each)) else "" for each in naming)
    names = (*(theme.slug for theme in link.dossier.themes), "")
    return _Row(link.record(party), tuple(found[name] for name in names))


def _draw(rows: Sequence[_Row], heads: Sequence[str], key: Sequence[str], width: int) -> str:
    drawing = Drawing(
        f"partijen-{width}",
        "Partijen per thema",
        f"Van {len(rows)} partijen het aantal uitspraken waarin zij worden genoemd, per thema. "
        "De getallen staan in de tabel hieronder.",
        width,
    )
    names = NAMES[width]
    step = (width - names) / len(heads)
    middles = [names + (at + 0.5) * step for at in range(len(heads))]
    for middle, head in zip(middles, heads, strict=True):
        drawing.text((middle, 16), head, "count label")
    for at, row in enumerate(rows):
        _draw_row(drawing, row, HEAD + at * ROW, middles)
    bottom = HEAD + len(rows) * ROW
    for at, line in enumerate(key, start=1):
        drawing.text((0, bottom + at * 20), line)
    return drawing.svg(bottom + len(key) * 20 + 8)


def _draw_row(drawing: Drawing, row: _Row, top: float, middles: Sequence[float]) -> None:
    drawing.line((0, top), (drawing.width, top))
    drawing.text((0, top + 20), _short(row.party.text, NAMES[drawing.width] // LETTER))
    for middle, count in zip(middles, row.counts, strict=True):
        if count:
            drawing.circle((middle, top + ROW / 2), min(13, 8 + count / 2), "dot")
            drawing.text((middle, top + ROW / 2 + 4.5), str(count), "count on-dot")


def _short(name: str, length: int) -> str:
    return name if len(name) <= length else f"{name[: length - 1].rstrip(' ,')}…"
