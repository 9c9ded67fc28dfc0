"""Chart of which party is named in which theme: a circle with the number of statements."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Party
from generator.site.charts import NARROW, WIDE, Chart
from generator.site.charts.svg import Drawing
from generator.site.views.linker import Linker
from generator.site.views.page import Link

ROW_HEIGHT = 30
HEADINGS_HEIGHT = 24
NAMES_WIDTH = {WIDE: 280, NARROW: 150}
"""The width of the column with the names of the parties, by the width of the drawing."""
LETTER_WIDTH = 7
"""The average width of a letter, to cut off names that are too long."""
ELSEWHERE = "Elders"
MAX_THEMES = 10
MAX_PARTIES = 60
"""With more themes or parties than these, the chart is unreadable."""


@dataclass(frozen=True)
class _Row:
    party: Link
    counts: tuple[int, ...]
    """The number of statements in each theme, and after those the number elsewhere."""


def chart(link: Linker) -> Chart | None:
    """The chart; None if there are too many themes or parties for one."""
    themes = link.dossier.themes
    if len(themes) > MAX_THEMES or len(link.dossier.parties) > MAX_PARTIES:
        return None
    rows = [row for party in link.dossier.parties if any((row := _row(link, party)).counts)]
    rows.sort(key=lambda row: (-sum(row.counts), row.party.text.lower()))
    headings = (*(str(theme.number) for theme in themes), ELSEWHERE)
    legend = [f"{theme.number}: {theme.title}" for theme in themes]
    return Chart(
        wide=_draw(rows, headings, legend, WIDE),
        narrow=_draw(rows, headings, legend, NARROW),
        caption="In hoeveel uitspraken elke partij wordt genoemd, per thema",
        columns=("Partij", *(theme.title for theme in themes), "Elders in de bron"),
        rows=tuple(((row.party,), *map(str, row.counts)) for row in rows),
    )


def _row(link: Linker, party: Party) -> _Row:
    naming = link.dossier.backlinks.naming(party)
    counts = Counter(theme.slug if (theme := link.dossier.theme(each)) else "" for each in naming)
    slugs = (*(theme.slug for theme in link.dossier.themes), "")
    return _Row(link.record(party), tuple(counts[slug] for slug in slugs))


def _draw(rows: Sequence[_Row], headings: Sequence[str], legend: Sequence[str], width: int) -> str:
    drawing = Drawing(
        f"partijen-{width}",
        "Partijen per thema",
        f"Van {len(rows)} partijen het aantal uitspraken waarin zij worden genoemd, per thema. "
        "De getallen staan in de tabel hieronder.",
        width,
    )
    names_width = NAMES_WIDTH[width]
    step = (width - names_width) / len(headings)
    centres = [names_width + (column + 0.5) * step for column in range(len(headings))]
    for centre, heading in zip(centres, headings, strict=True):
        drawing.text((centre, 16), heading, "count label")
    for index, row in enumerate(rows):
        _draw_row(drawing, row, HEADINGS_HEIGHT + index * ROW_HEIGHT, centres)
    bottom = HEADINGS_HEIGHT + len(rows) * ROW_HEIGHT
    for index, line in enumerate(legend, start=1):
        drawing.text((0, bottom + index * 20), line)
    return drawing.svg(bottom + len(legend) * 20 + 8)


def _draw_row(drawing: Drawing, row: _Row, top: float, centres: Sequence[float]) -> None:
    drawing.line((0, top), (drawing.width, top))
    letters = NAMES_WIDTH[drawing.width] // LETTER_WIDTH
    drawing.text((0, top + 20), _shortened(row.party.text, letters))
    for centre, count in zip(centres, row.counts, strict=True):
        if count:
            drawing.circle((centre, top + ROW_HEIGHT / 2), min(13, 8 + count / 2), "dot")
            drawing.text((centre, top + ROW_HEIGHT / 2 + 4.5), str(count), "count on-dot")


def _shortened(name: str, length: int) -> str:
    return name if len(name) <= length else f"{name[: length - 1].rstrip(' ,')}…"
