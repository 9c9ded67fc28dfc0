"""The description of the data has what DCAT-AP-NL 3 requires, as rdflib reads it.

No package registry has the shapes of the profile, so what they require is written out here, from
https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/ and, for what that leaves as it is, from
https://semiceu.github.io/DCAT-AP/releases/3.0.0/.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, SKOS, XSD
from rdflib.term import Node

from generator.dossier.dossier import Dossier
from generator.site.discovery import dcat
from generator.site.views.linker import Linker
from tests.conftest import TODAY, dossier_of, world_texts
from tests.support.linked_data import graph

VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
AUTHORITIES = "http://publications.europa.eu/resource/authority"


class Required(NamedTuple):
    """How many values a property must have, and what they are: of a class, or literals."""

    most: int | None = None
    kind: Node | None = None


MANY, ONE = Required(), Required(1)
AGENT, CONTACT = Required(1, FOAF.Agent), Required(1, VCARD.Kind)
REQUIRED: Mapping[Node, Mapping[Node, Required]] = {
    DCAT.Catalog: {
        DCTERMS.title: MANY,
        DCTERMS.description: MANY,
        DCTERMS.publisher: AGENT,
        DCAT.contactPoint: CONTACT,
        DCAT.dataset: Required(None, DCAT.Dataset),
    },
    DCAT.Dataset: {
        DCTERMS.title: MANY,
        DCTERMS.description: MANY,
        DCTERMS.accessRights: Required(1, DCTERMS.RightsStatement),
        DCAT.contactPoint: CONTACT,
        DCTERMS.creator: AGENT,
        DCTERMS.identifier: ONE,
        DCTERMS.publisher: AGENT,
        DCAT.theme: Required(None, SKOS.Concept),
    },
    DCAT.Distribution: {
        DCAT.accessURL: ONE,
        DCAT.downloadURL: ONE,
        DCTERMS.license: Required(1, DCTERMS.LicenseDocument),
    },
    DCAT.DataService: {
        DCTERMS.title: MANY,
        DCTERMS.description: MANY,
        DCTERMS.accessRights: Required(1, DCTERMS.RightsStatement),
        DCAT.contactPoint: CONTACT,
        DCAT.endpointURL: ONE,
        DCAT.endpointDescription: ONE,
        DCTERMS.identifier: ONE,
        DCTERMS.license: Required(1, DCTERMS.LicenseDocument),
        DCTERMS.publisher: AGENT,
        DCAT.theme: Required(None, SKOS.Concept),
    },
    FOAF.Agent: {FOAF.name: MANY},
    VCARD.Kind: {VCARD.fn: MANY},
}
"""What must be there at least once."""


def graph_of(dossier: Dossier) -> Graph:
    ((path, make),) = dcat.outputs(Linker(dossier, TODAY))
    assert path == "data/catalogus.jsonld"
    return graph(make())


def lacking(found: Graph) -> set[tuple[str, str]]:
    """The required properties, by class, that something does not have as it must."""
    return {(_name(kind), _name(each)) for kind, each in _lacking(found)}


def _lacking(found: Graph) -> Iterator[tuple[Node, Node]]:
    for kind, properties in REQUIRED.items():
        subjects = [*found.subjects(RDF.type, kind)]
        assert subjects, kind
        for subject in subjects:
            for name, required in properties.items():
                values = [*found.objects(subject, name)]
                is_typed = required.kind is None or all(
                    (value, RDF.type, required.kind) in found for value in values
                )
                if not values or len(values) > (required.most or len(values)) or not is_typed:
                    yield kind, name


def _name(node: Node) -> str:
    return str(node).replace("#", "/").rpartition("/")[2]


def test_all_that_the_profile_requires_is_there(world: Dossier) -> None:
    assert lacking(graph_of(world)) == set()


def test_what_is_lacking_is_seen(world: Dossier) -> None:
    found = graph_of(world)
    (dataset,) = found.subjects(RDF.type, DCAT.Dataset)
    found.remove((dataset, DCTERMS.identifier, None))
    found.add((dataset, DCAT.contactPoint, URIRef("https://elders.example/")))

    assert lacking(found) == {("Dataset", "identifier"), ("Dataset", "contactPoint")}


def test_only_what_nobody_decided_is_lacking(frozen: Dossier) -> None:
    """The frozen dossier says nothing of a licence or a theme: neither is made up."""
    assert lacking(graph_of(frozen)) == {
        ("Dataset", "theme"),
        ("DataService", "theme"),
        ("DataService", "license"),
        ("Distribution", "license"),
    }


def test_values_are_from_the_lists_of_the_european_union(world: Dossier) -> None:
    found = graph_of(world)
    (dataset,) = found.subjects(RDF.type, DCAT.Dataset)

    assert {str(each) for each in found.objects(dataset, DCAT.theme)} == {
        f"{AUTHORITIES}/data-theme/ENVI",
        f"{AUTHORITIES}/data-theme/REGI",
    }
    assert set(found.objects(dataset, DCTERMS.language)) == {URIRef(f"{AUTHORITIES}/language/NLD")}
    rights = URIRef(f"{AUTHORITIES}/access-right/PUBLIC")
    assert set(found.objects(dataset, DCTERMS.accessRights)) == {rights}


def test_dates_and_words_have_their_types(world: Dossier) -> None:
    found = graph_of(world)

    days = set(found.objects(None, DCTERMS.modified))
    assert {each.datatype for each in days if isinstance(each, Literal)} == {XSD.date}
    for name in (DCTERMS.title, DCTERMS.description, FOAF.name):
        assert {each.language for each in found.objects(None, name)} == {"nl"}  # type: ignore[attr-defined]


def test_the_api_serves_the_data(world: Dossier) -> None:
    found = graph_of(world)
    (service,) = found.subjects(RDF.type, DCAT.DataService)
    (dataset,) = found.subjects(RDF.type, DCAT.Dataset)

    assert (service, DCAT.servesDataset, dataset) in found
    assert (service, DCAT.endpointURL, URIRef("https://waterplein.example/api/v1")) in found


def test_each_download_exists(site: Path) -> None:
    found = graph((site / "data/catalogus.jsonld").read_text(encoding="utf-8"))
    addresses = [str(each) for each in found.objects(None, DCAT.downloadURL)]
    files = [site / each.partition(".example/")[2] for each in addresses]

    assert len(files) > 15
    assert [path for path in files if not path.is_file()] == []


@pytest.mark.parametrize("words", ['</script> <!-- "', "a {b} ]]> \\\\ ‘c’", "rechts \u05d0 🌳"])
def test_words_of_the_content_stay_words(words: str, world: Dossier) -> None:
    texts, path = world_texts(), "content/dossier.yml"
    texts[path] = (
        texts[path]
        .replace("summary: Een klein dossier", f"summary: '{words.replace(chr(39), chr(39) * 2)}")
        .replace("een keer voorkomt.", "een keer voorkomt.'")
    )

    found, usual = graph_of(dossier_of(texts)), graph_of(world)

    assert len(found) == len(usual)
    assert all(words in str(each) for each in found.objects(None, DCTERMS.description))
