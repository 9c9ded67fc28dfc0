"""The built site: every link and anchor has a target, nothing is loaded from other hosts."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from generator.dossier import urls
from generator.dossier.dossier import Dossier
from generator.dossier.fixed_addresses import LIST_PAGES
from generator.dossier.references import related_names
from generator.model import Body, Instrument, Party
from tests.support.frozen import FROZEN
from tests.support.pages import Pages, broken_links, content_pages, texts_of_pages
from tests.support.source_units import UNITS

LISTS = frozenset(map(urls.address, LIST_PAGES))


def test_every_link_and_anchor_resolves(site: Path) -> None:
    followed, broken = broken_links(texts_of_pages(site), site)

    assert broken == []
    assert followed > 5000


def test_broken_links_and_anchors_are_found(site: Path) -> None:
    page = '<a href="../weg/">x</a><a href="#niet-hier">y</a>'

    assert broken_links({**texts_of_pages(site), "/proef/": page}, site)[1] == [
        ("/proef/", "../weg/"),
        ("/proef/", "#niet-hier"),
    ]


def main_text(page: BeautifulSoup, between: str = "") -> str:
    article = page.find("article")
    assert isinstance(article, Tag)
    return " ".join(article.get_text(between).split())


def test_every_unit_of_the_source_is_published(pages: Pages) -> None:
    found = content_pages(pages)
    source = {each for each, page in found.items() if "53d" in main_text(page, " ").split()}
    elsewhere = " ".join(main_text(found[each]) for each in found.keys() - source)

    assert source == {"/bronnen/slides/"}
    assert [unit for unit in UNITS if unit not in elsewhere] == ["53d"]


def test_the_complete_source_text_is_published(pages: Pages, frozen: Dossier) -> None:
    rows = pages["/bronnen/slides/"].select("table.source-text tbody tr")
    published = [row.find_all("td")[0].get_text().strip() for row in rows]

    assert published == [line.strip() for line in frozen.texts["slides"]]


@pytest.fixture(scope="session")
def statements(pages: Pages) -> dict[str, Tag]:
    """The element of every statement by its number, with the notes and links next to it."""
    found: dict[str, Tag] = {}
    for address, page in content_pages(pages).items():
        for element in page.find_all(id=re.compile(r"^[A-Z]{2,5}-[0-9]+$")):
            if not address.startswith("/afspraken/"):
                assert element["id"] not in found, "a statement is shown on one page"
                block = element if element.name == "li" else element.parent
                assert isinstance(block, Tag)
                found[str(element["id"])] = block
    return found


def test_every_statement_has_its_anchor_and_links_to_itself(
    statements: dict[str, Tag], frozen: Dossier
) -> None:
    assert set(statements) == {statement.id for statement in frozen.statements}
    for name, block in statements.items():
        link = block.find("a", class_="statement-id", href=f"#{name}")
        assert link, name
        assert link.get_text() == name


def test_every_commitment_has_its_page(pages: Pages, frozen: Dossier) -> None:
    register = main_text(pages["/afspraken/"])

    assert len(frozen.commitments) > 0
    for statement in frozen.commitments:
        assert statement.text in main_text(pages[f"/afspraken/{statement.id}/"])
        assert statement.id in register


def test_an_entity_page_shows_the_statements_that_name_it(pages: Pages, frozen: Dossier) -> None:
    folders: dict[str, tuple[Party | Body | Instrument, ...]] = {
        "partijen": frozen.parties,
        "overleggen": frozen.bodies,
        "instrumenten": frozen.instruments,
    }
    for folder, records in folders.items():
        for record in records:
            text = main_text(pages[f"/{folder}/{record.slug}/"])
            naming = frozen.backlinks.naming(record)
            assert naming, record.slug
            for statement in naming:
                assert statement.text in text


def test_nothing_is_loaded_from_another_host(pages: Pages, site: Path) -> None:
    loading = [("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src")]
    fetched = [
        str(element[name])
        for page in pages.values()
        for tag, name in loading
        for element in page.find_all(tag, attrs={name: True})
    ]
    fetched += [
        str(element["href"])
        for page in pages.values()
        for element in page.find_all("link")
        if set(element["rel"]) & {"stylesheet", "icon", "preload", "preconnect", "dns-prefetch"}
    ]
    styles = "".join(path.read_text(encoding="utf-8") for path in site.rglob("*.css"))
    fetched += re.findall(r"(?:url\(|@import\s*)[\"']?([^\"')]+)", styles)

    assert len(fetched) > 100
    assert [link for link in fetched if re.match(r"(https?:)?//", link)] == []


def test_pages_are_dutch(pages: Pages) -> None:
    """In their words: BeautifulSoup does not take scripts and styles for those."""
    english = re.compile(
        r"\b(search|skip to|table of contents|back to top|previous|next|last update|edit this|"
        r"made with|home page|not found|permanent link|navigation|footer|header|close|share)\b",
        re.IGNORECASE,
    )
    for address, page in pages.items():
        assert page.html
        assert page.html["lang"] == "nl"
        words = [re.sub(r"content/\S+", "", each) for each in (page.get_text(" "), *labels(page))]
        assert [match for text in words for match in english.findall(text)] == [], address


def labels(page: BeautifulSoup) -> Iterator[str]:
    """Texts in attributes that readers see or hear."""
    for element in page.find_all():
        for name in ("title", "aria-label", "placeholder", "alt"):
            if value := element.get(name):
                yield str(value)


def test_every_page_links_to_its_yaml(pages: Pages) -> None:
    for address, page in content_pages(pages).items():
        foot = page.find(class_="page-foot")
        assert foot, address
        edit_link = foot.find("a", class_="edit")
        if not edit_link:
            assert address in LISTS, address
            continue
        path = str(edit_link["href"]).partition("/edit/main/")[2]
        assert (FROZEN / path).exists(), address
        assert path.endswith((".yml", ".jsonl", "/")), address
        assert re.search(r"Laatst gewijzigd op \d+ [a-z]+ \d{4}", foot.get_text()), address


def test_item_pages_link_to_their_neighbours_and_their_list(pages: Pages, frozen: Dossier) -> None:
    first, *_, last = (f"/afspraken/{statement.id}/" for statement in frozen.commitments)

    for address, other in ((first, frozen.commitments[1]), (last, frozen.commitments[-2])):
        (link,) = pages[address].select(".sequence a")
        assert link.get_text().startswith(f"{other.id} ‘{other.text[:20]}")
    assert "Afspraken" in pages[first].select_one(".crumb").get_text()  # type: ignore[union-attr]


def test_the_menu_does_not_grow_with_the_content(pages: Pages) -> None:
    for address, page in content_pages(pages).items():
        menu = page.select_one("details.menu")
        assert menu, address
        assert 10 < len(menu.find_all("a")) < 60, address


def test_relations_between_statements_are_shown_on_both_sides(
    statements: dict[str, Tag], frozen: Dossier
) -> None:
    shown = 0
    for statement in frozen.statements:
        for other in related_names(statement):
            for here, there in ((statement.id, other), (other, statement.id)):
                links = [link.get_text() for link in statements[here].select("dd a")]
                assert any(link.startswith(there) for link in links), (here, there)
                shown += 1
    assert shown > 60


def test_every_note_and_open_point_is_shown_with_its_statement(
    statements: dict[str, Tag], frozen: Dossier
) -> None:
    shown = 0
    for statement in frozen.statements:
        more = statements[statement.id].find("details", class_="more")
        assert isinstance(more, Tag), statement.id
        text = " ".join(more.get_text(" ").split())
        for point in frozen.backlinks.points_about(statement):
            assert point.title in text, statement.id
            shown += 1
        assert bool(statement.note) == ("Toelichting" in text), statement.id
    assert shown > 60
