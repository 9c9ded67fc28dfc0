"""Every published file of the API is valid, complete, and leads to files and pages that exist."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import jsonschema
import pytest
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from generator.dossier import urls
from generator.dossier.dossier import Dossier
from generator.dossier.kinds import LISTED
from generator.dossier.register import fingerprint
from generator.site import files
from generator.site.api import items
from tests.conftest import TODAY

Answers = Mapping[str, Any]
API = "api/v1/"
DOCUMENT = "urn:openapi"


@pytest.fixture(scope="module")
def rendered(frozen: Dossier, templates: dict[str, str]) -> dict[str, str]:
    return files.render(frozen, templates, TODAY)


@pytest.fixture(scope="module")
def answers(rendered: dict[str, str]) -> Answers:
    """Every file of the API, parsed, by its path below the version."""
    found = {path: text for path, text in rendered.items() if path.startswith(API)}
    return {path.removeprefix(API): json.loads(text) for path, text in found.items()}


def closed(value: Any) -> Any:  # noqa: ANN401  (any JSON)
    """A schema in which no object may have a field that the schema does not name."""
    if isinstance(value, list):
        return [closed(each) for each in value]
    if not isinstance(value, dict):
        return value
    found = {key: closed(each) for key, each in value.items() if key != "example"}
    return {**found, "additionalProperties": False} if "properties" in found else found


def schema_at(openapi: Any, path: str) -> Any:  # noqa: ANN401  (any JSON)
    """The schema that the description gives for a file."""
    paths = openapi["paths"]
    own = f"/v1/{path}" if f"/v1/{path}" in paths else f"/{path}"
    known = own if own in paths else f"/{path.partition('/')[0]}/{{bestand}}"
    answer = paths[known]["get"]["responses"]["200"]
    return answer["content"]["application/json"]["schema"]


def test_every_file_is_valid_against_its_schema(answers: Answers) -> None:
    openapi = answers["openapi.json"]
    document = {"$id": DOCUMENT, **closed({"components": openapi["components"]})}
    resource = Resource.from_contents(document, default_specification=DRAFT202012)
    registry: Registry[Any] = Registry().with_resource(DOCUMENT, resource)
    for path, answer in answers.items():
        schema = json.loads(json.dumps(schema_at(openapi, path)).replace("#/", f"{DOCUMENT}#/"))
        checker = jsonschema.Draft202012Validator(
            schema, registry=registry, format_checker=jsonschema.FormatChecker()
        )
        assert [each.message for each in checker.iter_errors(answer)] == [], path

    assert len(answers) > 300


def every_string(value: Any) -> Iterator[str]:  # noqa: ANN401  (any JSON)
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from every_string(each)


def test_every_link_to_the_site_leads_to_a_file_or_page(
    answers: Answers, rendered: dict[str, str], frozen: Dossier
) -> None:
    site = frozen.settings.address
    published = {urls.address(path) for path in rendered}
    links = {
        text.removeprefix(site.rstrip("/")).partition("#")[0]
        for answer in answers.values()
        for text in every_string(answer)
        if text.startswith(site)
    }

    apart = {"/api", "/api/v1"}  # the servers in the description
    assert links - published == apart
    assert len(links) > 500


def test_every_item_is_on_its_list(answers: Answers) -> None:
    for entry in answers["index.json"]["lijsten"]:
        found = answers[f"{entry['naam']}/index.json"]
        assert found["aantal"] == len(found["items"]) == entry["aantal"]
        for item in found["items"]:
            if "href" in item:
                address = item["href"].partition(API)[2]
                assert answers[address]["id"] == item["id"]


def test_every_kind_with_several_records_has_a_list(answers: Answers) -> None:
    assert {kind.key for kind in LISTED} <= items.MAKING.keys()
    assert {f"{kind.collection}/index.json" for kind in LISTED} <= answers.keys()


def test_relations_lead_both_ways(answers: Answers) -> None:
    pairs = {
        "genoemdePartijen": "partijen",
        "genoemdeOverleggen": "overleggen",
        "genoemdeInstrumenten": "instrumenten",
        "genoemdeBronnen": "bronnen",
        "begrippen": "begrippen",
        "feiten": "feiten",
        "termijnen": "termijnen",
        "kanttekeningen": "kanttekeningen",
    }
    for field, collection in pairs.items():
        there = {
            (each["id"], said["id"])
            for path, each in answers.items()
            if path.startswith(f"{collection}/") and "uitspraken" in each
            for said in each["uitspraken"]
        }
        back = {
            (each["id"], said["id"])
            for path, said in answers.items()
            if path.startswith("uitspraken/") and field in said
            for each in said[field]
        }
        assert there == back, field
        assert there, field


def test_one_statement_is_complete(answers: Answers, frozen: Dossier) -> None:
    said = frozen.commitments[0]

    answer = answers[f"uitspraken/{said.id}.json"]

    assert answer["tekst"] == said.text
    assert answer["versie"]["vingerafdruk"] == fingerprint(said.text)
    assert answer["vasteLink"] == f"{frozen.settings.address}id/{said.id}/"
    assert answer["vindplaats"]["regel"] == said.line
    assert said.text in answer["versie"]["citatie"]
    assert answer["isAfspraak"] is True
    assert answer["status"]["omschrijving"]


def test_answers_are_compact_and_keep_letters(rendered: dict[str, str], frozen: Dossier) -> None:
    said = next(each for each in frozen.statements if not each.text.isascii())

    text = rendered[f"{API}uitspraken/{said.id}.json"]

    assert said.text in text
    assert text.endswith("}\n")
    assert ": " not in text.partition('"versie"')[0]
    assert text.count("\n") == 1
