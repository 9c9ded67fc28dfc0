"""Search engines find every page once: by its canonical address, robots.txt and the sitemap."""

import re
from functools import cache
from pathlib import Path
from urllib.robotparser import RobotFileParser

import pytest

from generator.dossier.dossier import Dossier
from generator.site.discovery import robots
from generator.site.views.linker import Linker
from tests.conftest import TODAY, dossier_of, world_texts
from tests.support.pages import Texts, texts_of_pages, values

SITE = "https://afspraken.example"
UNKNOWN = "/404.html"
"""What is shown at any address that does not exist has no address of its own."""


@cache
def canonicals(page: str) -> list[str]:
    return values(page, "//link[@rel='canonical']/@href")


def pages_of(project: Path) -> Texts:
    return texts_of_pages(project / "site")


def assert_canonical(pages: Texts, project: Path, site: str) -> dict[str, str]:
    """Check every page; give the address that each names, if that is of another page or file."""
    found = {address: canonicals(page) for address, page in pages.items() if address != UNKNOWN}
    assert {address: named for address, named in found.items() if len(named) != 1} == {}
    paths = {address: named[0].removeprefix(site) for address, named in found.items()}
    files = {path for path in paths.values() if (project / "site" / path[1:]).is_file()}
    assert [address for address, path in paths.items() if path not in pages.keys() | files] == []
    assert [each for each, path in paths.items() if paths.get(path, path) != path] == []  # a chain
    return {address: path for address, path in paths.items() if address != path}


def test_every_page_has_one_canonical_address_that_exists(site: Path) -> None:
    pages = pages_of(site.parent)
    elsewhere = assert_canonical(pages, site.parent, SITE)

    assert canonicals(pages[UNKNOWN]) == []
    assert "/dossier.html" in pages
    assert "/dossier.html" not in elsewhere
    assert {address.split("/")[1] for address in elsewhere} == {"id"}  # permalinks alone
    assert elsewhere["/id/HRE-063/"] == "/afspraken/HRE-063/"
    assert not any(re.search(r"/v[0-9]+/$", address) for address in elsewhere)


def test_what_ended_or_moved_and_later_pages_of_lists_have_one_too(
    changed: Path, longer: Path
) -> None:
    after, long = pages_of(changed), pages_of(longer)

    elsewhere = assert_canonical(after, changed, SITE)
    assert "/id/HRE-002/" in after  # a tombstone is the page that search engines should show
    assert "/id/HRE-002/" not in elsewhere
    assert elsewhere["/id/winkelgebieden/"] == "/themas/winkelgebieden/"
    site = canonicals(long["/"])[0].rstrip("/")
    further = {address for address in long if re.search(r"/pagina-[0-9]+/$", address)}
    assert len(further) > 5
    assert not further & assert_canonical(long, longer, site).keys()  # each shows other items


def locations(project: Path) -> set[str]:
    sitemap = (project / "site/sitemap.xml").read_text(encoding="utf-8")
    return set(re.findall(r"<loc>(.*)</loc>", sitemap))


def test_the_sitemap_has_the_pages_that_readers_search_for(site: Path, longer: Path) -> None:
    """All pages made of Markdown, later pages of lists too.

    Permalinks lead to those, so they are not in it; neither are versions, tombstones and the file
    with everything, which would show readers the same or former words.
    """
    for project in (site.parent, longer):
        pages = pages_of(project).items()
        built = [page for address, page in pages if address != UNKNOWN and "<article" in page]
        named = {canonical for page in built for canonical in canonicals(page)}

        assert len(named) == len(built) > 100
        assert locations(project) == named


def robots_of(dossier: Dossier) -> tuple[str, RobotFileParser]:
    ((path, make),) = robots.outputs(Linker(dossier, TODAY))
    parser = RobotFileParser()
    parser.parse(make().splitlines())
    assert path == "robots.txt"
    return make(), parser


def test_all_programs_may_read_everything(frozen: Dossier) -> None:
    text, parser = robots_of(frozen)

    assert parser.site_maps() == [f"{SITE}/sitemap.xml"]
    assert all(parser.can_fetch("Voorbeeldbot", each) for each in (f"{SITE}/", f"{SITE}/id/ezk/"))
    assert "#" not in text


def test_a_site_below_a_path_says_what_belongs_at_the_host() -> None:
    """RFC 9309 (2.3): programs read ``/robots.txt`` of the host alone."""
    texts, path = world_texts(), "content/dossier.yml"
    address = "https://waterplein.example/"
    texts[path] = texts[path].replace(f"address: {address}", f"address: {address}dossiers/plein/")

    text, parser = robots_of(dossier_of(texts))

    assert parser.site_maps() == [f"{address}dossiers/plein/sitemap.xml"]
    comment = [line for line in text.splitlines() if line.startswith("#")]
    assert f"{address}robots.txt" in comment[0]
    assert text.splitlines()[-1].startswith("Sitemap: ")


@pytest.mark.slow
def test_robots_are_published(site: Path) -> None:
    parser = RobotFileParser()
    parser.parse((site / "robots.txt").read_text(encoding="utf-8").splitlines())

    (sitemap,) = parser.site_maps() or []
    assert (site / sitemap.removeprefix(f"{SITE}/")).is_file()
