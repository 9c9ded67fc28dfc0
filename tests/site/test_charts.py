"""Charts have a title, a description and a table. These tests count the data independently."""

from collections import Counter
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup, Tag

from generator.dossier.dossier import Dossier
from generator.model import Statement
from tests.support.pages import Pages, text_of

ADDRESSES = ["/voortgang/"]


def chart_figure(page: BeautifulSoup) -> Tag:
    (found,) = page.select("figure.picture")
    return found


def table_rows(page: BeautifulSoup) -> list[list[str]]:
    """The rows of the data table of the chart, with the header row first."""
    rows = page.select("details.picture-data tr")
    return [[text_of(cell) for cell in row.select("th, td")] for row in rows]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_chart_has_a_title_a_description_and_a_table(address: str, pages: Pages) -> None:
    drawings = chart_figure(pages[address]).select("svg")

    assert len(drawings) == 2
    for drawing in drawings:
        assert drawing["role"] == "img"
        ids = str(drawing["aria-labelledby"]).split()
        assert len(ids) == 2
        assert all(text_of(pages[address].select(f"#{name}")[0]) for name in ids)
    assert len({str(each["aria-labelledby"]) for each in drawings}) == 2
    assert len(table_rows(pages[address])) > 3


@pytest.mark.parametrize("address", ADDRESSES)
def test_all_shapes_are_inside_the_drawing(address: str, pages: Pages) -> None:
    for drawing in chart_figure(pages[address]).select("svg"):
        root = ET.fromstring(str(drawing))  # noqa: S314  (our own)
        _, _, width, height = map(float, root.get("viewbox", root.get("viewBox", "")).split())
        for shape in root.iter():
            for key, limit in (("x", width), ("cx", width), ("x2", width), ("y", height)):
                assert 0 <= float(shape.get(key, 0)) <= limit, ET.tostring(shape)
            if shape.tag == "rect":
                assert float(shape.get("x", 0)) + float(shape.get("width", 0)) <= width + 0.1


OUTSIDE = "Buiten de thema’s"


def counts_in_the_register(pages: Pages, titles: set[str]) -> dict[str, Counter[str]]:
    """The number of commitments for each status, by theme."""
    found: dict[str, Counter[str]] = {title: Counter() for title in (*titles, OUTSIDE)}
    for line in pages["/afspraken/"].select("table.register tbody tr"):
        title = text_of(line.select('[data-facet="thema"]')[0])
        status = text_of(line.select('[data-facet="status"]')[0])
        found[title if title in titles else OUTSIDE][status] += 1
    return found


def test_the_bars_count_every_commitment_once(pages: Pages, frozen: Dossier) -> None:
    head, *rows = table_rows(pages["/voortgang/"])
    found = counts_in_the_register(pages, {theme.title for theme in frozen.themes})

    assert [row[0] for row in rows] == [*(theme.title for theme in frozen.themes), OUTSIDE]
    for title, *cells in rows:
        counted = found[title]
        assert cells == [*(str(counted[label]) for label in head[1:-1]), str(counted.total())]
    assert sum(int(row[-1]) for row in rows) == len(frozen.commitments)


def test_words_in_the_chart_say_what_each_bar_is(pages: Pages, frozen: Dossier) -> None:
    found = counts_in_the_register(pages, {theme.title for theme in frozen.themes})
    assert not all(found.values()), "a theme without commitments"
    for drawing in chart_figure(pages["/voortgang/"]).select("svg"):
        words = " ".join(text_of(each) for each in drawing.select("text.label, text.title"))
        for title, counted in found.items():
            if not counted:
                assert f"{title} geen afspraken in het document" in words
            for label, count in counted.items():
                assert f"{count} {label}" in words.replace("\xa0", " ")


def test_the_table_of_parties_counts_statements_and_commitments(
    pages: Pages, frozen: Dossier
) -> None:
    _, *rows = pages["/partijen/"].select("table.matrix tr")
    shown = {
        text_of(row.select("th")[0]): [text_of(cell) for cell in row.select("td")] for row in rows
    }
    for party in frozen.parties:
        naming = [each for each in frozen.statements if party.slug in each.parties]
        by_theme = [[each for each in naming if each in part.statements] for part in frozen.themes]
        outside = [each for each in naming if not frozen.theme(each)]
        expected = [cell_text(found) for found in (*by_theme, outside)]
        assert shown[party.display_name] == expected, party.slug


def cell_text(found: list[Statement]) -> str:
    if not found:
        return "– niet genoemd"
    commitments = sum(each.commitment for each in found)
    statements = f"{len(found)} {'uitspraak' if len(found) == 1 else 'uitspraken'}"
    some = f"{commitments} {'afspraak' if commitments == 1 else 'afspraken'}"
    return f"{statements} waarvan {some}" if commitments else statements
