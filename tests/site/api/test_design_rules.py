"""The description follows OpenAPI 3.1 and the Dutch API Design Rules that apply to files.

The rules, with the names that are in the comments: https://gitdocumentatie.logius.nl/publicatie/api/adr/
The patterns are those of the rule set for Spectral that goes with them.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from generator.dossier.dossier import Dossier
from generator.site.api import openapi
from generator.site.api.collections import collections
from generator.site.views.linker import Linker
from tests.conftest import TODAY, dossier_of, world_texts

Json = Any
KEBAB_CASE = re.compile(
    r"^(/|(/_[a-z0-9]+|/(([a-z0-9\-]+|{[^}]+})(/([a-z0-9\-.]+|{[^}]+}))*)(/_[a-z]+)?)/?)$"
)
DATE = re.compile(r"^(date|datum)$|\w+(D(ate|atum))$")
MAY_BE_NULL = re.compile(r"\bnull\b")


@pytest.fixture(scope="module")
def described(frozen: Dossier) -> Json:
    return description_of(frozen)


def description_of(dossier: Dossier) -> Json:
    return json.loads(openapi.text(Linker(dossier, TODAY), collections(dossier)))


def operations(described: Json) -> Iterator[tuple[str, Json]]:
    for path, item in described["paths"].items():
        assert item.keys() <= {"get", "servers"}, "/core/http-methods"
        yield path, item["get"]


def fields(described: Json) -> Iterator[tuple[str, str, Json]]:
    for model, schema in described["components"]["schemas"].items():
        for name, field in schema["properties"].items():
            yield model, name, field


def test_it_is_valid_openapi(described: Json) -> None:
    OpenAPIV31SpecValidator(described).validate()

    assert re.fullmatch(r"3(.\d+){1,2}", described["openapi"])  # /core/doc-openapi


def test_paths_are_in_kebab_case_without_a_slash_at_the_end(described: Json) -> None:
    for path, _ in operations(described):  # /core/path-segments-kebab-case, no-trailing-slash
        assert KEBAB_CASE.match(path) or path == "/openapi.json", path
        assert not path.endswith("/")


def test_names_of_lists_are_plurals(described: Json) -> None:
    names = {path.split("/")[1] for path, _ in operations(described) if path.count("/") > 1}

    assert len(names) > 15  # /core/naming-collections: Dutch plurals end in -en or -s
    assert [name for name in names - {"v1"} if not name.endswith(("en", "s"))] == []


def test_fields_and_schemas_are_in_camel_case(described: Json) -> None:
    for model, name, _ in fields(described):
        assert re.fullmatch(r"[A-Z][a-z]*([A-Z][a-z]*)*", model), model
        assert re.fullmatch(r"[a-z][a-z\d]*([A-Z][a-z\d]*)*", name), (model, name)


def test_the_version_is_in_the_address_and_the_description(described: Json) -> None:
    version = described["info"]["version"]

    assert re.fullmatch(r"\d+\.\d+\.\d+", version)  # /core/semver
    assert described["servers"][0]["url"].endswith(f"/v{version[0]}")  # /core/uri-version
    for _, operation in operations(described):  # /core/version-header
        assert "API-Version" in operation["responses"]["200"]["headers"]


def test_the_contact_has_a_name_an_address_and_a_mail_address(described: Json) -> None:
    contact = described["info"]["contact"]  # /core/doc-openapi-contact

    assert contact.keys() == {"name", "url", "email"}
    assert contact["url"].startswith("https://")
    assert "@" in contact["email"]


@pytest.mark.parametrize(
    ("report", "mail"),
    [("report: {by: mail, address: fout@stichting.example}", "fout@stichting.example"), ("", None)],
)
def test_a_mail_address_is_never_made_up(report: str, mail: str | None) -> None:
    texts, path = world_texts(), "content/dossier.yml"
    if report:
        texts[path] = re.sub(
            r"^report:.*\n(?: .*\n)*", f"{report}\n", texts[path], flags=re.MULTILINE
        )

    contact = description_of(dossier_of(texts))["info"]["contact"]

    assert contact.get("email") == mail


def test_what_is_called_a_date_is_a_full_date(described: Json) -> None:
    dates = [(model, name, field) for model, name, field in fields(described) if DATE.search(name)]

    assert len(dates) > 1  # /core/date-time/date-omit-time-portion
    assert [(model, name) for model, name, field in dates if field.get("format") != "date"] == []


def test_every_field_is_there_and_says_when_it_is_null(described: Json) -> None:
    schemas = described["components"]["schemas"]
    for model, schema in schemas.items():
        assert set(schema["required"]) == schema["properties"].keys(), model
    for model, name, field in fields(described):
        accepts_null = {"type": "null"} in field.get("anyOf", [])
        assert accepts_null == bool(MAY_BE_NULL.search(field["description"])), (model, name)


def test_everything_is_explained_in_dutch_sentences(described: Json) -> None:
    explained = [field["description"] for _, _, field in fields(described)]
    explained += [each["description"] for each in described["components"]["schemas"].values()]

    assert len(explained) > 150
    assert [text for text in explained if not re.match(r"[A-ZÉ].*\.$", text, re.DOTALL)] == []
    assert [text for text in explained if re.search(r"\b(the|of the|and|is the)\b", text)] == []


def test_what_has_a_parameter_can_refuse_a_request(described: Json) -> None:
    with_parameters = [each for _, each in operations(described) if each.get("parameters")]

    assert len(with_parameters) > 10  # /core/error-handling/invalid-input
    for operation in with_parameters:
        assert {"400", "404"} <= operation["responses"].keys()
