"""Published links keep working: every old address is checked after all changes in ``changes``."""

import hashlib
import re
import subprocess
from pathlib import Path

import bibtexparser
import feedparser
import pytest
import rispy
from bs4 import BeautifulSoup

from generator.dossier.fixed_addresses import all_addresses
from generator.site.hosting import redirects
from tests.support.pages import ids, values


def page(site: Path, address: str) -> BeautifulSoup | None:
    """The page that a server returns for an address, or None."""
    text = html_of(site, address)
    return BeautifulSoup(text, "html.parser") if text else None


def html_of(site: Path, address: str) -> str:
    """Its HTML, or none."""
    path = site / address.strip("/") / "index.html"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def addresses(site: Path) -> list[str]:
    found = (path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    return sorted("/" if folder == "." else f"/{folder}/" for folder in found)


def permalink_names(site: Path) -> set[str]:
    """The names of all permalinks."""
    return {path.name for path in (site / "id").iterdir()}


def test_every_old_address_and_anchor_still_exists(site: Path, changed: Path) -> None:
    new = changed / "site"
    known = permalink_names(site) - {each.name for each in all_addresses()}  # these have no anchor
    checked = 0
    for address in addresses(site):
        before, after = html_of(site, address), html_of(new, address)
        assert before, address
        assert after, f"{address} is gone"
        for anchor in ids(before):
            if anchor in known or anchor.startswith("regel-"):
                checked += 1
                assert anchor in ids(after), f"{address}#{anchor} is gone"
    assert len(addresses(site)) > 600
    assert checked > 250


def test_every_old_card_still_exists(site: Path, changed: Path) -> None:
    """Also that of a theme with another name, and of a sentence that is no commitment any more."""
    cards = {path.relative_to(site).as_posix() for path in site.rglob("kaart.png")}

    assert cards > {"id/gebiedsontwikkeling/kaart.png", "id/HRE-080/kaart.png", "assets/kaart.png"}
    assert [path for path in cards if not (changed / "site" / path).is_file()] == []


def test_a_missing_anchor_is_detected(site: Path, changed: Path) -> None:
    """Only the redirect page at the old address has the anchors of the renamed theme."""
    stub = changed / "site/themas/gebiedsontwikkeling/index.html"
    text = stub.read_text(encoding="utf-8")
    stub.write_text(text.replace('id="HRE-091"', ""), encoding="utf-8")
    try:
        with pytest.raises(AssertionError, match="#HRE-091 is gone"):
            test_every_old_address_and_anchor_still_exists(site, changed)
    finally:
        stub.write_text(text, encoding="utf-8")


def test_a_redirect_leads_to_all_that_was_at_the_old_address(changed: Path) -> None:
    """Hosts that redirect do not show the page at the old address, with what was on it."""
    site = changed / "site"
    moved = redirects.parse((site / "_redirects").read_text(encoding="utf-8"))
    left = {address for address in addresses(site) if is_left(html_of(site, address))}

    assert moved["/partijen/ezk/"] == "/partijen/economische-zaken/"
    assert moved["/themas/gebiedsontwikkeling/"] == "/themas/winkelgebieden/"
    assert moved.keys() <= left
    for start, goal in moved.items():
        old, new = page(site, start), page(site, goal.partition("#")[0])
        assert old
        assert new, goal
        parts = {str(each["id"]) for each in old.select(".former [id]")}
        assert parts <= {str(each["id"]) for each in new.find_all(id=True)}, start


def is_left(text: str) -> bool:
    return values(text, "//h1//text()") == ["Deze pagina is verplaatst of vervallen"]


def permalink(project: Path, name: str) -> BeautifulSoup:
    found = page(project / "site", f"/id/{name}/")
    assert found
    return found


def text_of(found: BeautifulSoup) -> str:
    assert found.main
    return " ".join(found.main.get_text(" ").split())


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("HRE-091", "../../afspraken/HRE-091/"),
        ("HRE-073", "../../themas/breed-mkb/#HRE-073"),
        ("HRE-063", "../../afspraken/HRE-063/"),
        ("winkelgebieden", "../../themas/winkelgebieden/"),
    ],
)
def test_a_permalink_redirects_to_the_current_address(
    changed: Path, name: str, target: str
) -> None:
    found = permalink(changed, name)

    assert found.html
    assert found.html["data-forward"] == target
    assert found.find("a", href=target)
    canonical = found.find("link", rel="canonical")
    assert canonical
    path = target.removeprefix("../../").partition("#")[0]
    assert canonical["href"] == f"https://afspraken.example/{path}"


@pytest.mark.parametrize(
    ("name", "words", "into"),
    [
        ("HRE-002", "HRE-002: vervallen op 25 november 2026. Het was geen uitspraak.", []),
        ("HRE-072", "HRE-072: gesplitst op 25 november 2026.", ["../HRE-094/", "../HRE-095/"]),
        (
            "gebiedsontwikkeling",
            "Gebiedsontwikkeling: hernoemd op 25 november 2026",
            ["../winkelgebieden/"],
        ),
        ("ezk", "hernoemd op 25 november 2026", ["../economische-zaken/"]),
    ],
)
def test_a_tombstone_says_what_happened_and_links_to_successors(
    changed: Path, name: str, words: str, into: list[str]
) -> None:
    found = permalink(changed, name)
    notice = found.find(class_="notice")

    assert notice
    assert words in " ".join(notice.get_text(" ").split())
    assert [link["href"] for link in notice.find_all("a")] == into
    assert found.html
    assert "data-forward" not in found.html.attrs


def test_the_page_of_a_former_commitment_says_that_it_is_none(changed: Path) -> None:
    found = page(changed / "site", "/afspraken/HRE-080/")

    assert found
    assert "HRE-080 is geen afspraak" in text_of(found)
    assert found.find("a", href="../../id/HRE-080/")


def test_an_old_version_is_unchanged_and_links_to_the_new_one(changed: Path) -> None:
    old, new = (page(changed / "site", f"/id/HRE-063/v{number}/") for number in (1, 2))

    assert old
    assert new
    assert "binnen arbeidsmarktregio's" in text_of(old)
    assert old.find("a", href="../v2/")
    assert "binnen alle arbeidsmarktregio's" in text_of(new)
    assert [each.get_text() for each in new.find_all("ins")] == ["alle "]
    assert new.find_all("del") == []
    assert "De bron is verbeterd." in text_of(new)


def test_the_printed_fingerprint_is_that_of_the_text(changed: Path) -> None:
    """The fingerprint is computed with another tool, as the page explains to readers."""
    found = page(changed / "site", "/id/HRE-063/v2/")
    assert found
    assert found.blockquote
    text = found.blockquote.get_text()
    tool = subprocess.run(["sha256sum"], input=text.encode(), capture_output=True, check=True)  # noqa: S607

    printed = found.find(class_="fingerprint")
    assert printed
    assert printed.get_text() == tool.stdout.decode().split()[0]
    assert printed.get_text() == hashlib.sha256(text.encode()).hexdigest()


def test_a_permalink_page_shows_its_full_address_as_text(changed: Path) -> None:
    assert "https://afspraken.example/id/HRE-063/ " in text_of(permalink(changed, "HRE-063"))


def test_every_item_shows_its_history(changed: Path) -> None:
    found = page(changed / "site", "/afspraken/HRE-063/")

    assert found
    assert "Inhoud gewijzigd ( versie 2 ). De bron is verbeterd." in " ".join(
        found.get_text(" ").split()
    )


def test_changes_are_listed_on_their_page(changed: Path) -> None:
    listed = page(changed / "site", "/wijzigingen/")
    assert listed
    assert [day.get_text() for day in listed.select("article h2")][:2] == [
        "25 november 2026",
        "23 november 2026",
    ]


@pytest.mark.parametrize("path", ["wijzigingen.atom", "themas/human-capital/wijzigingen.atom"])
def test_feeds_are_valid_atom(changed: Path, path: str) -> None:
    feed = feedparser.parse((changed / "site" / path).read_bytes())

    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    assert feed.feed.id == f"https://afspraken.example/{path}"
    assert feed.feed.updated == "2026-11-25T00:00:00Z"
    ids = [entry.id for entry in feed.entries]
    assert len(ids) == len(set(ids)) > 5
    changed_name = re.compile("Inhoud gewijzigd: HRE-063 ‘.+’")
    assert any(changed_name.fullmatch(entry.title) for entry in feed.entries)


def citations(project: Path, address: str) -> dict[str, str]:
    found = page(project / "site", address)
    assert found
    return {
        str(cited["aria-labelledby"]).removeprefix("citeren-"): cited.get_text()
        for cited in found.find_all("pre", class_="citation")
    }


def test_a_citation_is_complete(changed: Path) -> None:
    cited = citations(changed, "/id/HRE-063/v1/")["tekst"]

    assert cited == (
        "‘Versterken van de samenwerking binnen arbeidsmarktregio's’ (Afspraken EZK-IPO-VNG in "
        "kader van IPO-Herstelplan Regionale Economieën, zonder datum, volgens de inhoud tussen "
        "17 december 2020 en februari 2021, uitspraak HRE-063), in: Afspraken regionale economie, "
        "versie 1 van 23 november 2026, https://afspraken.example/id/HRE-063/v1/ "
        "(geraadpleegd op [datum]), controlecode 77aa67152aa4."
    )


def test_ris_and_bibtex_can_be_parsed_by_other_libraries(changed: Path) -> None:
    cited = citations(changed, "/id/HRE-063/v2/")
    (ris,) = rispy.loads(cited["ris"])
    (bibtex,) = bibtexparser.loads(cited["bibtex"]).entries

    assert ris["type_of_reference"] == "ELEC"
    assert ris["urls"] == ["https://afspraken.example/id/HRE-063/v2/"]
    assert ris["title"].endswith("uitspraak HRE-063")
    assert ris["edition"] == "versie 2 van 25 november 2026"
    assert "binnen alle arbeidsmarktregio's" in ris["notes"][0]
    assert bibtex["ID"] == "HRE-063-v2"
    assert bibtex["year"] == "[2020 of 2021]"
    assert "binnen alle arbeidsmarktregio's" in bibtex["note"]
    assert "https://afspraken.example/id/HRE-063/v2/" in bibtex["howpublished"]


@pytest.mark.parametrize("name", ["HRE-002", "HRE-072"])
def test_the_citation_of_a_version_does_not_change_after_its_end(
    site: Path, changed: Path, name: str
) -> None:
    """A frozen version keeps its citation, including the source and the number."""
    before, after = (page(root, f"/id/{name}/v1/") for root in (site, changed / "site"))
    assert before
    assert after
    old, new = (
        [cited.get_text() for cited in found.find_all("pre", class_="citation")]
        for found in (before, after)
    )

    assert old == new
    assert f"uitspraak {name}), in:" in new[0]
