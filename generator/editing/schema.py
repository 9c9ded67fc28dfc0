"""JSON Schema of what editors write, so that their own editor helps: names to choose, hover texts.

The names of the content stand apart, in one file: a new statement changes that one alone.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from generator.checks.problem_json import Report
from generator.dossier.dossier import Dossier
from generator.dossier.loader import FOLDERS, SINGLE_FILES
from generator.model.scalars import NAMES_OF
from generator.parsing.problem import Problem
from generator.parsing.validation_messages import PATTERNS

FOLDER = "schema"
COMMAND = "python site_build.py schema"
DIALECT = "https://json-schema.org/draft/2020-12/schema"

GLOBS = {
    **{PurePosixPath(name).stem: f"content/{name}" for name in SINGLE_FILES},
    **{folder: f"content/{folder}/*.yml" for folder in FOLDERS},
}
"""Which files each schema is for, by its name."""

_MODELS = {
    **{PurePosixPath(name).stem: model for name, model in SINGLE_FILES.items()},
    **FOLDERS,
}


def modeline(path: str) -> str:
    """The first line of a content file, by which an editor finds its schema."""
    _, *folder, name = PurePosixPath(path).parts
    kind = folder[0] if folder else PurePosixPath(name).stem
    return f"# yaml-language-server: $schema={'../' * (len(folder) + 1)}{FOLDER}/{kind}.json"


def render(dossier: Dossier) -> dict[str, str]:
    """Every schema by its path: one per kind of content file, the names, the report of a check."""
    schemas = {
        **{kind: _schema(model, _ForEditors) for kind, model in _MODELS.items()},
        "names": _names(dossier),
        "report": _schema(Report, GenerateJsonSchema),
    }
    return {
        f"{FOLDER}/{name}.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in schemas.items()
    }


def stale(dossier: Dossier, texts: Mapping[str, str]) -> Iterator[Problem]:
    """The schemas that are not as they would be written now, told where they first differ."""
    right = render(dossier)
    for path in sorted({*right, *texts}):
        if texts.get(path) != right.get(path):
            line = _first_difference(texts.get(path, ""), right.get(path, ""))
            message = f"dit schema is verouderd; werk het bij met: {COMMAND}"
            yield Problem(path, line, 1, message, "verouderd-schema")


def _first_difference(one: str, other: str) -> int:
    pairs = zip(one.splitlines(), other.splitlines(), strict=False)
    same = (number for number, (ours, theirs) in enumerate(pairs, 1) if ours != theirs)
    return next(same, min(one.count("\n"), other.count("\n")) + 1)


def _names(dossier: Dossier) -> JsonSchemaValue:
    names = {kind: {"enum": list(names)} for kind, names in dossier.referable.items()}
    return {"$schema": DIALECT, "title": "Namen om naar te verwijzen", "$defs": names}


def _schema(model: type[BaseModel], generator: type[GenerateJsonSchema]) -> JsonSchemaValue:
    schema = model.model_json_schema(schema_generator=generator, by_alias=True)
    return {"$schema": DIALECT, **_finished(schema)}


def _finished(schema: Any) -> Any:  # noqa: ANN401  (any part of a schema)
    """A schema with references to names in the place of their marks, and Dutch for each pattern."""
    if isinstance(schema, list):
        return [_finished(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if kind := schema.get(NAMES_OF):
        about = {key: schema[key] for key in ("description",) if key in schema}
        return {"$ref": f"names.json#/$defs/{kind}", **about}
    reason = PATTERNS.get(str(schema.get("pattern")))
    hint = {"patternErrorMessage": f"Deze waarde {reason}."} if reason else {}
    return {**{key: _finished(part) for key, part in schema.items()}, **hint}


class _ForEditors(GenerateJsonSchema):
    """As pydantic makes it, without what it makes up in English and what a check does not allow."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401, ARG002
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        made = super().model_schema(schema)
        made.pop("description", None)  # the docstring, for maintainers
        return made

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])  # a field is left out, never left empty

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        made = super().dict_schema(schema)
        return {"additionalProperties": False, **made} if "patternProperties" in made else made
