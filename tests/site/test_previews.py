"""What others show of a page where its address is shared: every page says so itself."""

import datetime as dt
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from generator.dossier.dossier import Dossier
from generator.site.views import progress
from generator.site.views.linker import Linker
from tests.support.pages import Pages

WIDTH, HEIGHT = 1200, 630
SITE = "https://afspraken.example"
DAY = dt.date(2026, 11, 23)


def page_of(project: Path, address: str) -> BeautifulSoup:
    text = (project / "site" / address / "index.html").read_text(encoding="utf-8")
    return BeautifulSoup(text, "html.parser")


def meta(page: BeautifulSoup) -> dict[str, str]:
    """The content of the meta tags of a page, by their name or property."""
    return {
        str(tag.get("name") or tag.get("property")): str(tag["content"])
        for tag in page.find_all("meta", content=True)
    }


@pytest.fixture(scope="session")
def shared(pages: Pages) -> dict[str, dict[str, str]]:
    """The meta tags of every page that has an address to share."""
    return {a: meta(page) for a, page in pages.items() if a != "/404.html" and not is_in_frame(a)}


def is_in_frame(address: str) -> bool:
    """Whether a page is made for a frame: that shows nothing but a statement and a link to it."""
    return address.endswith("/kaart/")


def test_every_page_says_what_it_is(shared: dict[str, dict[str, str]]) -> None:
    for address, tags in shared.items():
        assert tags["og:title"].strip(), address
        assert tags["og:description"].strip(), address
        assert tags["description"] == tags["og:description"], address
        assert tags["og:url"] == f"{SITE}{address}", address
        assert tags["twitter:card"] == "summary_large_image", address
        assert tags["og:image:alt"].strip(), address
    assert len(shared) > 600


def test_every_card_exists_in_the_size_that_is_announced(
    shared: dict[str, dict[str, str]], site: Path
) -> None:
    cards = {urlsplit(tags["og:image"]).path for tags in shared.values()}

    for card in cards:
        with Image.open(site / card[1:]) as picture:
            assert picture.size == (WIDTH, HEIGHT), card
    assert {(tags["og:image:width"], tags["og:image:height"]) for tags in shared.values()} == {
        (str(WIDTH), str(HEIGHT))
    }
    assert len(cards) > 30


def test_a_commitment_is_shared_with_its_sentence_its_theme_and_its_status(
    shared: dict[str, dict[str, str]], frozen: Dossier
) -> None:
    link = Linker(frozen, DAY)
    for statement in frozen.commitments:
        tags = shared[f"/id/{statement.id}/"]
        start = statement.text[:60].rpartition(" ")[0]
        assert tags["og:title"].startswith(start)
        assert tags["og:description"].startswith(f"‘{start}")
        assert link.title(frozen.home(statement)) in tags["og:description"]
        status = progress.status(link, statement).label
        assert tags["og:description"].endswith(f"Status: {status}.")
        for address in (f"/id/{statement.id}/", f"/afspraken/{statement.id}/"):
            assert shared[address]["og:image"] == f"{SITE}/id/{statement.id}/kaart.png"


def test_a_theme_is_shared_with_its_card(
    shared: dict[str, dict[str, str]], frozen: Dossier
) -> None:
    for theme in frozen.themes:
        for address in (f"/themas/{theme.slug}/", f"/id/{theme.slug}/", f"/id/{theme.slug}/v1/"):
            assert shared[address]["og:image"] == f"{SITE}/id/{theme.slug}/kaart.png"


def test_an_older_version_is_not_shared_with_the_card_of_the_newest(changed: Path) -> None:
    """The card of the site is of no version; the others show the newest text."""
    old, new = (meta(page_of(changed, f"id/HRE-063/v{number}")) for number in (1, 2))

    assert old["og:image"] == f"{SITE}/assets/kaart.png"
    assert new["og:image"] == f"{SITE}/id/HRE-063/kaart.png"
    assert "binnen arbeidsmarktregio's" in old["og:description"]


def test_a_page_is_called_by_its_first_words_not_by_its_slug(pages: Pages, frozen: Dossier) -> None:
    for name in frozen.register.history:
        for version in frozen.register.versions(name):
            heading = pages[f"/id/{name}/v{version.number}/"].h1
            assert heading
            assert heading.get_text()[:20] == version.event.text[:20], name


def test_no_two_pages_about_a_statement_have_the_same_title(pages: Pages) -> None:
    statements = [address for address in pages if address.startswith("/id/HRE-")]
    titles = {page.title.get_text() for a in statements if (page := pages[a]).title}

    assert len(statements) == len(titles) > 100


def test_every_static_page_leads_to_the_site_to_search_and_to_its_makers(pages: Pages) -> None:
    static = {a: page for a, page in pages.items() if not (page.find("article") or is_in_frame(a))}
    static.pop("/dossier.html")  # it is read without the rest of the site

    assert len(static) > 300
    for address, page in static.items():
        assert page.header, address
        assert page.footer, address
        assert [link.get_text() for link in page.header.find_all("a")][1:] == ["Zoeken"], address
        found = [link.get_text() for link in page.footer.find_all("a")]
        assert found[:4] == ["Over deze site", "Toegankelijkheid", "Privacy", "Contact"], address


def test_a_permalink_shows_status_and_theme_of_a_commitment(pages: Pages, frozen: Dossier) -> None:
    link = Linker(frozen, DAY)
    for statement in frozen.commitments:
        page = pages[f"/id/{statement.id}/"]
        rows = {
            row.dt.get_text(): row.dd.get_text()  # type: ignore[union-attr]
            for row in page.select("dl > div")
        }
        assert rows["Status"].startswith(progress.status(link, statement).label)
        if theme := frozen.theme(statement):
            assert rows["Thema"] == theme.title
        assert page.find("a", href=f"../../afspraken/{statement.id}/")


def test_what_is_compared_stands_above_the_details_of_a_version(changed: Path) -> None:
    page = page_of(changed, "id/HRE-063/v2")
    order = [each.name for each in page.select(".difference, dl, details")]

    assert order == ["p", "dl", "details"]
    assert "sha256sum" not in " ".join(
        each.get_text() for each in page.select("main > :not(details)")
    )
