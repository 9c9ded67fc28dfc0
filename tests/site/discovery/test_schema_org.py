"""What search engines are told in JSON-LD, as parsers that others wrote read it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from bs4 import BeautifulSoup
from hypothesis import example, given
from hypothesis import strategies as st
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, SDO

from generator.dossier.dossier import Dossier
from generator.dossier.fixed_addresses import TABLES
from generator.site.discovery import schema_org
from generator.site.views.escaping import in_data_block
from generator.site.views.linker import Linker
from tests.conftest import TODAY
from tests.support.linked_data import graph_of_schema_org
from tests.support.pages import Pages

TOOI = URIRef("https://identifier.overheid.nl/tooi/id/gemeente/gm9999")


def values(graph: Graph, subject: object, *names: str) -> list[str]:
    return [
        str(found)
        for name in names
        for found in graph.objects(subject, SDO[name])  # type: ignore[arg-type]
    ]


def data_blocks(page: BeautifulSoup) -> list[Any]:
    found = page.find_all("script", type="application/ld+json")
    return [json.loads(each.get_text()) for each in found]


def test_the_dataset_says_what_it_is_and_where_it_can_be_downloaded(world: Dossier) -> None:
    graph = graph_of_schema_org(schema_org.dataset(Linker(world, TODAY, has_packs=True)))
    (dataset,) = graph.subjects(RDF.type, SDO.Dataset)
    downloads = {
        values(graph, each, "contentUrl")[0]: values(graph, each, "encodingFormat")[0]
        for each in graph.objects(dataset, SDO.distribution)
    }

    assert values(graph, dataset, "name", "identifier", "license") == [
        "Het Waterplein",
        "https://waterplein.example/id/gegevens/",
        "https://creativecommons.org/publicdomain/zero/1.0/deed.nl",
    ]
    assert 50 <= len(values(graph, dataset, "description")[0]) <= 5000  # what Google shows
    recorded = {str(each.date) for each in world.register.events}
    assert values(graph, dataset, "dateModified") == [max(recorded)]
    assert values(graph, next(graph.objects(dataset, SDO.creator)), "name", "url") == [
        "Stichting Waterplein",
        "https://stichting.example/contact",
    ]
    assert {address.rpartition(".")[2] for address in downloads} == {
        *("csv", "html", "json", "md", "ods", "pdf", "xlsx")
    }
    assert downloads["https://waterplein.example/dossier.pdf"] == "application/pdf"
    assert len(downloads) == 6 + len(TABLES)


def test_what_is_not_known_or_not_made_is_left_out(frozen: Dossier) -> None:
    described = schema_org.dataset(Linker(frozen, TODAY))

    assert "license" not in described
    assert "@type" not in described["creator"]  # type: ignore[operator]
    assert not any("pdf" in str(each) for each in described["distribution"])  # type: ignore[attr-defined]


def test_only_a_party_with_an_identifier_is_an_organization(world: Dossier) -> None:
    link = Linker(world, TODAY)
    found = {each.slug: schema_org.organization(link, each) for each in world.parties}
    (name,) = (name for name, described in found.items() if described)
    graph = graph_of_schema_org(found[name] or {})

    assert (TOOI, RDF.type, SDO.Organization) in graph
    assert (TOOI, SDO.name, Literal("Gemeente Waterstad")) in graph
    assert values(graph, TOOI, "alternateName") == ["Waterstad", "GW"]
    page = "https://waterplein.example/partijen/gemeente/"
    assert values(graph, TOOI, "mainEntityOfPage") == [page]


def test_each_download_exists(pages: Pages, site: Path) -> None:
    (described,) = data_blocks(pages["/data/"])
    graph = graph_of_schema_org(described)
    files = {str(each).partition(".example/")[2] for each in graph.objects(None, SDO.contentUrl)}

    assert len(files) > 15
    assert [name for name in files if not (site / name).is_file()] == []


def test_no_other_page_has_data_that_nobody_asked_for(pages: Pages) -> None:
    """The frozen dossier knows no identifier of a party."""
    assert [address for address, page in pages.items() if data_blocks(page)] == ["/data/"]


def shown(value: object) -> Iterator[str]:
    """The page with a value as the theme shows it: from front matter, which is YAML."""
    front_matter = yaml.safe_load(f"linked_data: {in_data_block(value)}")
    text = front_matter["linked_data"]
    yield f'<p>a</p><script type="application/ld+json">{text}</script><p id="b">b</p>'


@given(st.text(st.characters(exclude_categories=["Cs"])))
@example("</script><script>alert(1)</script>")
@example("<!--<script>")
@example("]]> &amp; \u2028 \u2029 \\ \" ' \r\n \x85 \ufeff")
def test_a_value_stays_inside_its_data_block(value: str) -> None:
    (html,) = shown({"name": value})
    page = BeautifulSoup(html, "html.parser")

    assert [each.name for each in page.find_all()] == ["p", "script", "p"]
    assert not re.search("[<>&]", str(page.script.get_text() if page.script else "<"))
    assert data_blocks(page) == [{"name": value}]
