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
from generator.site.api import collections, items
from generator.site.api import files as api_files
from generator.site.api.dossier import whole
from generator.site.views.linker import Linker
from tests.conftest import TODAY

Answers = Mapping[str, Any]
API = "api/v1/"
DOCUMENT = "urn:openapi"


@pytest.fixture(scope="module")
def rendered(frozen: Dossier, templates: dict[str, str]) -> dict[str, str]:
    return files.render(frozen, templates, TODAY)


@pytest.fixture(scope="module")
def answers(rendered: dict[str, str]) -> Answers:
    return answers_in(rendered)


def answers_in(rendered: Mapping[str, str]) -> Answers:
    """Every file of the API, parsed, by its path below the version."""
    found = {path: text for path, text in rendered.items() if path.startswith(API)}
    return {path.removeprefix(API): json.loads(text) for path, text in found.items()}


def answers_of(dossier: Dossier) -> Answers:
    outputs = api_files.outputs(Linker(dossier, TODAY))
    return answers_in({path: make() for path, make in outputs})


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


def mistakes(answers: Answers) -> Iterator[tuple[str, str]]:
    """What in each file differs from the schema that the description gives for it."""
    openapi = answers["openapi.json"]
    document = {"$id": DOCUMENT, **closed({"components": openapi["components"]})}
    resource = Resource.from_contents(document, default_specification=DRAFT202012)
    registry: Registry[Any] = Registry().with_resource(DOCUMENT, resource)
    for path, answer in answers.items():
        schema = json.loads(json.dumps(schema_at(openapi, path)).replace("#/", f"{DOCUMENT}#/"))
        checker = jsonschema.Draft202012Validator(
            schema, registry=registry, format_checker=jsonschema.FormatChecker()
        )
        yield from ((path, each.message) for each in checker.iter_errors(answer))


def test_every_file_is_valid_against_its_schema(answers: Answers, world: Dossier) -> None:
    assert len(answers) > 300
    assert [*mistakes(answers)] == []
    assert [*mistakes(answers_of(world))] == []


@pytest.mark.parametrize(
    ("field", "value"),
    [("naam", None), ("nagekekenOp", "2020"), ("nieuw", 1), ("inGebruik", False)],
)
def test_a_file_that_differs_from_its_schema_is_seen(
    answers: Answers, field: str, value: object
) -> None:
    path = next(each for each in answers if each.startswith("partijen/") and "index" not in each)

    assert [*mistakes({**answers, path: {**answers[path], field: value}})] != []


def test_what_ended_keeps_its_address(world: Dossier) -> None:
    answers = answers_of(world)
    ended = {name for name in world.register.history if world.register.tombstone(name)}
    kept = {path: each for path, each in answers.items() if each.get("inGebruik") is False}

    assert ended
    assert {each["id"] for each in kept.values()} == ended
    for answer in kept.values():
        last = world.register.history[answer["id"]][-1]
        assert answer["datum"] == last.date.isoformat()
        assert [each["id"] for each in answer["opvolgers"]] == [*last.into]
        assert answer["versies"]


def test_a_long_list_has_pages_that_stay_when_it_gets_shorter(
    world: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collections, "ITEMS", 3)
    answers, found, path = answers_of(world), list[str](), "uitspraken/index.json"
    while path:
        page = answers[path]
        found += [each["id"] for each in page["items"]]
        assert page["href"].endswith(path)
        assert page["aantal"] == len(world.statements)
        path = (page["volgende"] or "").partition(API)[2]

    assert [*mistakes(answers)] == []
    assert found == [each.id for each in world.statements]
    ever = sum(name[0].isupper() for name in world.register.history)
    pages = [each for each in answers if each.startswith("uitspraken/pagina-")]
    assert len(pages) == -(-ever // 3) - 1
    assert answers["uitspraken/pagina-2.json"]["vorige"].endswith("uitspraken/index.json")


def test_the_whole_is_in_memory_too(frozen: Dossier, answers: Answers) -> None:
    found = whole(Linker(frozen, TODAY))

    lists = {each.naam: each.aantal for each in found.about.lijsten}
    assert {name: len(records) for name, records in found.lists.items()} == lists
    for collection in ("uitspraken", "termijnen", "feiten"):
        for name, record in found.lists[collection].items():
            plain = record.model_dump(mode="json", by_alias=True)
            assert plain == answers[f"{collection}/{name}.json"]


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


@pytest.mark.parametrize(
    ("collection", "fields"),
    [
        ("feiten", ("tijdstip", "statusCode", "status")),
        ("termijnen", ("einde", "laatsteDag", "stand")),
    ],
)
def test_a_list_shows_when_and_how_it_stands(
    collection: str, fields: tuple[str, ...], answers: Answers
) -> None:
    found = answers[f"{collection}/index.json"]["items"]

    assert len(found) > 1
    for each in found:
        whole = answers[each["href"].partition("/api/v1/")[2]]
        assert {name: each[name] for name in fields} == {name: whole[name] for name in fields}


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
