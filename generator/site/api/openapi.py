"""The description of the API as OpenAPI 3.1, with examples from the dossier.

It follows the Dutch API Design Rules, as far as they can apply to files:
https://gitdocumentatie.logius.nl/publicatie/api/adr/
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.dossier import urls
from generator.dossier.citable import name_of
from generator.site.api import answers, contact, items, schemas
from generator.site.api.collections import Collection
from generator.site.api_models.answers import Dossier
from generator.site.api_models.items import Beeindigd
from generator.site.api_models.values import Published
from generator.site.views.linker import Linker

Values = dict[str, Any]
_EXAMPLES_ON_LIST = 2
"""How many items the example of a list has."""
VERSION_HEADER = "API-Version"


def text(link: Linker, lists: Sequence[Collection]) -> str:
    """The description as JSON."""
    values = description(link, lists)
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")) + "\n"


def description(link: Linker, lists: Sequence[Collection]) -> Values:
    start = link.absolute_url(urls.API)
    return {
        "openapi": "3.1.0",
        "info": _info(link),
        "servers": [{"url": start.removesuffix(urls.api_path(urls.API))}],
        "externalDocs": {
            "description": "Uitleg met voorbeelden",
            "url": link.absolute_url(urls.DATA),
        },
        "tags": [{"name": each.name, "description": each.title} for each in lists],
        "paths": dict(_paths(link, lists)),
        "components": {"schemas": schemas.schemas(), "headers": {VERSION_HEADER: _version()}},
    }


def _info(link: Linker) -> Values:
    settings = link.dossier.settings
    return {
        "title": settings.title,
        "description": settings.summary,
        "version": answers.VERSION,
        "contact": contact.contact(link),
    }


def _version() -> Values:
    return {
        "description": "De versie van de API, als de server die meegeeft.",
        "schema": {"type": "string", "examples": [answers.VERSION]},
    }


# Paths --------------------------------------------------------------------------------------------


def _paths(link: Linker, lists: Sequence[Collection]) -> Iterator[tuple[str, Values]]:
    yield _entry_point(link)
    yield urls.api_path(urls.OPENAPI), _get("beschrijving", "Deze beschrijving", _any_object())
    for found in lists:
        yield from _of_list(link, found)


def _entry_point(link: Linker) -> tuple[str, Values]:
    """The entry point. The design rules allow no dot in the first part of a path: one part more."""
    path = urls.api_path(urls.API)
    server, _, version = link.absolute_url(urls.API).removesuffix(path).rpartition("/")
    content = {"schema": schemas.reference(Dossier)}
    operation = _get("dossier", "Het dossier als geheel, met alle lijsten", content)
    return f"/{version}{path}", {"servers": [{"url": server}], **operation}


def _of_list(link: Linker, found: Collection) -> Iterator[tuple[str, Values]]:
    for number in range(1, len(found.pages) + 1):
        title = found.title if number == 1 else f"{found.title}, pagina {number}"
        content: Values = {"schema": schemas.reference(answers.list_model(found))}
        if number == 1:
            content["example"] = _plain(answers.list_page(link, found, 1, _EXAMPLES_ON_LIST))
        path = urls.api_path(urls.api_list(found.name, number))
        yield path, _get(f"{found.name}Pagina{number}", title, content, tag=found.name)
    if found.has_items:
        yield urls.api_path(urls.api_file(found.name)), _of_item(link, found)


def _of_item(link: Linker, found: Collection) -> Values:
    model = items.making(found.kind).model
    content: Values = {
        "schema": {"oneOf": [schemas.reference(model), schemas.reference(Beeindigd)]}
    }
    for record in found.records[:1]:
        content["example"] = _plain(items.whole(link, record))
    summary = f"{found.kind.label}: alles wat ervan bekend is"
    operation = _get(f"{found.name}Bestand", summary, content, tag=found.name)
    name = next(map(name_of, found.records), "naam")
    operation["get"]["parameters"] = [_file_parameter(name)]
    operation["get"]["responses"] |= {
        "400": {"description": "Het verzoek is niet goed gevormd."},
        "404": {"description": "Dit nummer of deze naam bestaat niet."},
    }
    return operation


def _file_parameter(name: str) -> Values:
    return {
        "name": "bestand",
        "in": "path",
        "required": True,
        "description": "Het nummer of de naam, met .json erachter.",
        "schema": {"type": "string", "pattern": r"^[A-Za-z0-9-]+\.json$"},
        "example": f"{name}.json",
    }


def _get(operation: str, summary: str, content: Values, tag: str = "") -> Values:
    return {
        "get": {
            "operationId": operation,
            "summary": summary,
            "tags": [tag] if tag else [],
            "responses": {
                "200": {
                    "description": "Gevonden.",
                    "headers": {VERSION_HEADER: {"$ref": f"#/components/headers/{VERSION_HEADER}"}},
                    "content": {"application/json": content},
                }
            },
        }
    }


def _any_object() -> Values:
    return {"schema": {"type": "object"}}


def _plain(answer: Published) -> Mapping[str, Any]:
    return answer.model_dump(mode="json", by_alias=True)
