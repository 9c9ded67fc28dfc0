"""The file with the whole dossier: complete, without a script, and usable without the site."""

import datetime as dt
import itertools
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from generator.dossier.dossier import Dossier
from generator.site import files
from generator.site.security_policy import from_headers_file
from tests.support.policies import directives, policy_in, source

DAY = dt.date(2020, 6, 1)
SITE = "https://afspraken.example/"
MOST_BYTES = 1_000_000
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def text(site: Path) -> str:
    return (site / "dossier.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(text: str) -> BeautifulSoup:
    return BeautifulSoup(text, "html.parser")


def words(element: Tag | None) -> str:
    assert element
    return " ".join(element.get_text().split())


def test_it_is_small(text: str) -> None:
    assert 100_000 < len(text.encode()) < MOST_BYTES


def test_every_statement_is_in_it_with_its_version_and_address(
    page: BeautifulSoup, frozen: Dossier
) -> None:
    for statement in frozen.statements:
        place = page.find(id=statement.id)
        assert isinstance(place, Tag)
        around = place if place.name == "li" else place.parent
        assert " ".join(statement.text.split()) in words(around)
        version = frozen.register.versions(statement.id)[-1]
        assert f"{statement.id}, versie {version.number} van" in words(around)
        assert f"{SITE}id/{statement.id}/" in words(around)


def test_statements_are_in_the_order_of_their_source(page: BeautifulSoup, frozen: Dossier) -> None:
    found = [str(each["id"]) for each in page.find_all(id=re.compile(r"^[A-Z]+-[0-9]+$"))]

    assert found == [each.id for each in frozen.statements]


def test_every_record_is_in_it(page: BeautifulSoup, frozen: Dossier) -> None:
    records = (
        *frozen.parts,
        *frozen.parties,
        *frozen.bodies,
        *frozen.instruments,
        *frozen.sources,
        *(entry for entry, _ in frozen.entries()),
    )
    ids = {str(each["id"]) for each in page.find_all(id=True)}

    assert len(records) > 200
    assert {each.slug for each in records} - {"follow-up"} <= ids
    events = page.find(id="wijzigingen")
    assert events


def test_every_link_inside_has_a_target(page: BeautifulSoup) -> None:
    ids = Counter(str(each["id"]) for each in page.find_all(id=True))
    inside = {str(each["href"])[1:] for each in page.select('a[href^="#"]')}

    assert len(inside) > 200
    assert inside - ids.keys() == set()
    assert [name for name, count in ids.items() if count > 1] == []


def test_every_other_link_is_absolute_and_those_to_the_site_exist(
    page: BeautifulSoup, site: Path
) -> None:
    others = [str(each["href"]) for each in page.select("a[href]") if each["href"][0] != "#"]
    on_site = [urlsplit(each).path for each in others if each.startswith(SITE)]

    assert {urlsplit(each).scheme for each in others} <= {"https", "http", "mailto"}
    assert len(on_site) > 200
    for path in on_site:
        assert (site / path.lstrip("/") / "index.html").is_file(), path


def test_it_needs_no_script_and_no_other_file(page: BeautifulSoup, site: Path) -> None:
    assert page.find_all(["script", "img", "iframe", "object", "embed", "svg"]) == []
    assert [each["rel"] for each in page.find_all("link")] == [["canonical"]]
    style = page.find_all("style")
    assert len(style) == 1
    assert not re.search(r"url\(|@import", style[0].get_text())
    allowed = source(str(style[0].string))
    header = from_headers_file((site / "_headers").read_text(encoding="utf-8"))
    for policy in (policy_in(page), header):
        assert allowed in directives(policy)["style-src"]


def test_its_headings_are_an_outline(page: BeautifulSoup) -> None:
    levels = [int(each.name[1]) for each in page.find_all(re.compile("^h[1-6]$"))]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in itertools.pairwise(levels))
    html = page.find("html")
    assert isinstance(html, Tag)
    assert html["lang"] == "nl"
    named = {str(each["href"])[1:] for each in page.select("nav a")}
    assert {str(each["id"]) for each in page.select("main h2")} == named & {
        str(each["id"]) for each in page.select("h2")
    }


def test_a_commitment_shows_its_status_and_evidence(page: BeautifulSoup, frozen: Dossier) -> None:
    rows = page.select("table tbody tr")

    assert len(rows) == len(frozen.commitments)
    row = next(each for each in rows if "(HRE-064)" in words(each))
    assert "voortgezet door de Werkcentra" in words(row)
    assert "Dat blijkt uit:" in words(row)


def test_pages_lead_to_it(world: Dossier, templates: Mapping[str, str]) -> None:
    rendered = files.render(world, templates, DAY)

    for name in ("over.md", "inhoud.md"):
        assert '<a href="../dossier.html">' in rendered[name], name


def test_it_is_the_same_each_time(world: Dossier, templates: Mapping[str, str]) -> None:
    first, second = (files.render(world, templates, DAY)["dossier.html"] for _ in range(2))

    assert first == second
