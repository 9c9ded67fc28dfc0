"""Links on built pages: what leads nowhere is reported, on which page."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.build.link_check import broken_links

PAGES = {
    "index.html": '<article><h1 id="begin">Begin</h1></article>',
    "themas/groen/index.html": '<article><p id="WAT-005">Groen</p></article>',
}


def problems(folder: Path, html: str, pages: Mapping[str, str] = PAGES) -> list[str]:
    """What is wrong with a page at ``/themas/rood/`` that has some HTML in its article."""
    page = "themas/rood/index.html"
    article = f'<nav><a href="../weg/">weg</a></nav><article id="hier">{html}</article>'
    for name, text in {**pages, page: article}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return list(broken_links(folder, {page, "style.css"}))


@pytest.mark.parametrize(
    "link",
    [
        *("#hier", "../../", "../../#begin", "../groen/", "../groen/#WAT-005", "../groen/?a=b"),
        *("../../id/WEG-001/", "../../id/WEG-001/v1/", "../../data/weg.csv", "../weg.atom"),
        *("https://plein.example/weg/", "//plein.example/weg/", "mailto:a@plein.example", "./"),
    ],
)
def test_what_leads_somewhere_is_right(link: str, tmp_path: Path) -> None:
    assert problems(tmp_path, f'<a class="x" href="{link}">tekst</a>') == []


@pytest.mark.parametrize(
    "link", ["#weg", "../weg/", "../../../weg/", "../groen/#weg", "../../#WAT-005", "weg/#hier"]
)
def test_what_leads_nowhere_is_reported_with_its_page(link: str, tmp_path: Path) -> None:
    found = problems(tmp_path, f'<a class="x" href="{link}">tekst</a><a href="{link}">weer</a>')

    assert found == [f"themas/rood/index.html: de link naar {link} leidt nergens heen"]


def test_a_character_reference_is_read(tmp_path: Path) -> None:
    assert problems(tmp_path, '<a href="../groen/?a=1&amp;b=2#WAT&#45;005">tekst</a>') == []


def test_only_the_given_pages_are_checked(tmp_path: Path) -> None:
    wrong = {"themas/groen/index.html": '<article><a href="../weg/">weg</a></article>'}

    assert problems(tmp_path, "tekst", {**PAGES, **wrong}) == []


def test_the_page_for_unknown_addresses_is_left_out(tmp_path: Path) -> None:
    """Its links start from the root of the domain, under which the site may have a path."""
    (tmp_path / "404.html").write_text('<article><a href="/pad/">weg</a></article>')

    assert list(broken_links(tmp_path, {"404.html"})) == []
