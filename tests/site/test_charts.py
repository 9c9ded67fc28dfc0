"""Charts have a title, a description and a table. These tests count the data again."""

import re
from collections import Counter
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup, Tag

from generator.dossier.dossier import Dossier
from tests.support.pages import text_of

Pages = dict[str, BeautifulSoup]
PLACES = ["/tijdlijn/", "/partijen/", "/voortgang/"]


def picture(page: BeautifulSoup) -> Tag:
    (found,) = page.select("figure.picture")
    return found


def table(page: BeautifulSoup) -> list[list[str]]:
    """The rows of the table behind the picture, its head first."""
    rows = page.select("details.picture-data tr")
    return [[text_of(cell) for cell in row.select("th, td")] for row in rows]


@pytest.mark.parametrize("place", PLACES)
def test_a_picture_has_a_title_a_description_and_a_table(place: str, pages: Pages) -> None:
    drawings = picture(pages[place]).select("svg")

    assert len(drawings) == 2
    for drawing in drawings:
        assert drawing["role"] == "img"
        ids = str(drawing["aria-labelledby"]).split()
        assert len(ids) == 2
        assert all(text_of(pages[place].select(f"#{name}")[0]) for name in ids)
    assert len({str(each["aria-labelledby"]) for each in drawings}) == 2
    assert len(table(pages[place])) > 3


@pytest.mark.parametrize("place", PLACES)
def test_everything_drawn_lies_within_the_drawing(place: str, pages: Pages) -> None:
    for drawing in picture(pages[place]).select("svg"):
        root = ET.fromstring(str(drawing))  # noqa: S314  (our own)
        _, _, width, height = map(float, root.get("viewbox", root.get("viewBox", "")).split())
        for shape in root.iter():
            for key, limit in (("x", width), ("cx", width), ("x2", width), ("y", height)):
                assert 0 <= float(shape.get(key, 0)) <= limit, ET.tostring(shape)
            if shape.tag == "rect":
                assert float(shape.get("x", 0)) + float(shape.get("width", 0)) <= width + 0.1


def test_the_bars_count_the_statuses(pages: Pages, frozen: Dossier) -> None:
    head, *rows = table(pages["/voortgang/"])
    labels = head[1:-1]
    for theme, row in zip(frozen.themes, rows, strict=True):
        shown = Counter[str]()
        for line in pages["/afspraken/"].select("table.register tbody tr"):
            if text_of(line.select('[data-facet="thema"]')[0]) == theme.title:
                shown[text_of(line.select('[data-facet="status"]')[0])] += 1
        assert row == [theme.title, *(str(shown[label]) for label in labels), str(shown.total())]
        drawn = picture(pages["/voortgang/"]).select("svg")[0]
        assert f"{theme.title}: {shown.total()}" in [text_of(each) for each in drawn.select("text")]


def test_the_matrix_counts_the_statements(pages: Pages, frozen: Dossier) -> None:
    _, *rows = table(pages["/partijen/"])
    shown = {row[0]: row[1:] for row in rows}
    for party in frozen.parties:
        naming = [each for each in frozen.statements if party.slug in each.parties]
        themes = [str(sum(each in theme.statements for each in naming)) for theme in frozen.themes]
        elsewhere = len(naming) - sum(map(int, themes))
        assert shown[party.display_name] == [*themes, str(elsewhere)]


def slug_of_theme(dossier: Dossier, name: str) -> str:
    theme = dossier.theme(dossier.statement[name])
    return theme.slug if theme else ""


def test_the_timeline_holds_source_and_sequel_in_different_hands(
    pages: Pages, frozen: Dossier
) -> None:
    drawing = picture(pages["/tijdlijn/"]).select("svg")[0]
    source = drawing.select(".source, .source-bar")
    sequel = drawing.select(".sequel, .sequel-bar")
    dated = [each for each in frozen.timeline.milestones if each.date]
    in_key = 1, 2

    assert len(source) == len(dated) + in_key[0]
    assert len(sequel) - in_key[1] == sum(
        len({slug_of_theme(frozen, name) for name in item.statements})
        for item in frozen.progress.items
    )
    years = re.findall(r"\b20\d\d\b", " ".join(text_of(each) for each in drawing.select("text")))
    assert years[0] == "2020"
    assert years[-1] == max(item.date[:4] for item in frozen.progress.items)
