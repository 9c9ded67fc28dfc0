"""Charts have a title, a description and a table. These tests count the data independently."""

import re
from collections import Counter
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup, Tag

from generator.dossier.dossier import Dossier
from tests.support.pages import text_of

Pages = dict[str, BeautifulSoup]
ADDRESSES = ["/tijdlijn/", "/partijen/", "/voortgang/"]


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


def test_the_bars_count_the_statuses(pages: Pages, frozen: Dossier) -> None:
    head, *rows = table_rows(pages["/voortgang/"])
    labels = head[1:-1]
    for theme, row in zip(frozen.themes, rows, strict=True):
        shown = Counter[str]()
        for line in pages["/afspraken/"].select("table.register tbody tr"):
            if text_of(line.select('[data-facet="thema"]')[0]) == theme.title:
                shown[text_of(line.select('[data-facet="status"]')[0])] += 1
        assert row == [theme.title, *(str(shown[label]) for label in labels), str(shown.total())]
        drawn = chart_figure(pages["/voortgang/"]).select("svg")[0]
        assert f"{theme.title}: {shown.total()}" in [text_of(each) for each in drawn.select("text")]


def test_the_matrix_counts_the_statements(pages: Pages, frozen: Dossier) -> None:
    _, *rows = table_rows(pages["/partijen/"])
    shown = {row[0]: row[1:] for row in rows}
    for party in frozen.parties:
        naming = [each for each in frozen.statements if party.slug in each.parties]
        themes = [str(sum(each in theme.statements for each in naming)) for theme in frozen.themes]
        elsewhere = len(naming) - sum(map(int, themes))
        assert shown[party.display_name] == [*themes, str(elsewhere)]


def slug_of_theme(dossier: Dossier, name: str) -> str:
    theme = dossier.theme(dossier.statement[name])
    return theme.slug if theme else ""


def test_the_timeline_draws_source_and_later_facts_with_different_shapes(
    pages: Pages, frozen: Dossier
) -> None:
    drawing = chart_figure(pages["/tijdlijn/"]).select("svg")[0]
    source = drawing.select(".source, .source-bar")
    later_facts = drawing.select(".sequel, .sequel-bar")
    dated = [each for each in frozen.timeline.milestones if each.date]
    in_legend = 1, 2

    assert len(source) == len(dated) + in_legend[0]
    assert len(later_facts) - in_legend[1] == sum(
        len({slug_of_theme(frozen, name) for name in item.statements})
        for item in frozen.progress.items
    )
    years = re.findall(r"\b20\d\d\b", " ".join(text_of(each) for each in drawing.select("text")))
    assert years[0] == "2020"
    assert years[-1] == max(item.date[:4] for item in frozen.progress.items)
