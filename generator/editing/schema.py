"""JSON Schemas of the content files: with them a text editor suggests names and shows help.

The names in the content have a schema file of their own: a new statement changes only that file.
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
from generator.dossier.kinds import FOLDERS, SINGLE_FILES
from generator.editing.generated_files import outdated
from generator.model.scalars import NAMES_OF
from generator.parsing.problem import Problem
from generator.parsing.validation_messages import PATTERNS

FOLDER = "schema"
NAMES = f"{FOLDER}/names.json"
"""The names in the content, for text editors; every build renews it, and git ignores it."""
COMMAND = "python site_build.py schema"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def _schema_name(file: str) -> str:
    """The name of the schema of a file that exists once; its folder can have a schema too."""
    stem = PurePosixPath(file).stem
    return f"{stem}-page" if stem in FOLDERS else stem


GLOBS = {
    **{_schema_name(name): f"content/{name}" for name in SINGLE_FILES},
    **{folder: f"content/{folder}/*.yml" for folder in FOLDERS},
}
"""The files that each schema applies to, by the name of the schema."""

_MODELS = {
    **{_schema_name(name): model for name, model in SINGLE_FILES.items()},
    **FOLDERS,
}


def modeline(path: str) -> str:
    """The first line of a content file, with which a text editor finds the schema."""
    _, *folder, name = PurePosixPath(path).parts
    kind = folder[0] if folder else _schema_name(name)
    return f"# yaml-language-server: $schema={'../' * (len(folder) + 1)}{FOLDER}/{kind}.json"


def render(dossier: Dossier) -> dict[str, str]:
    """Every schema by path: one per kind of content file, the names, and the report of a check."""
    schemas = {
        **{kind: _schema(model, _ForEditors) for kind, model in _MODELS.items()},
        "names": _names(dossier),
        "report": _schema(Report, GenerateJsonSchema),
    }
    return {f"{FOLDER}/{name}.json": _text(schema) for name, schema in schemas.items()}


def stale(dossier: Dossier, texts: Mapping[str, str]) -> Iterator[Problem]:
    """A problem for each schema that is out of date, at the first line that differs.

    The schema of the names follows the content and is not stored with it, so it is not judged.
    """
    message = f"dit schema is verouderd; werk het bij met: {COMMAND}"
    current, stored = (
        {path: text for path, text in each.items() if path != NAMES}
        for each in (render(dossier), texts)
    )
    yield from outdated(current, stored, message, "verouderd-schema")


def names_text(dossier: Dossier) -> str:
    """The schema of the names in the content, as the text of its file."""
    return _text(_names(dossier))


def _text(schema: JsonSchemaValue) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _names(dossier: Dossier) -> JsonSchemaValue:
    names = {kind: {"enum": list(names)} for kind, names in dossier.referable.items()}
    return {"$schema": DIALECT, "title": "Namen om naar te verwijzen", "$defs": names}


def _schema(model: type[BaseModel], generator: type[GenerateJsonSchema]) -> JsonSchemaValue:
    schema = model.model_json_schema(schema_generator=generator, by_alias=True)
    return {"$schema": DIALECT, **_completed(schema)}


def _completed(schema: Any) -> Any:  # noqa: ANN401  (any part of a schema)
    """A schema with references to names for the markers, and a Dutch message for each pattern."""
    if isinstance(schema, list):
        return [_completed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if kind := schema.get(NAMES_OF):
        description = {key: schema[key] for key in ("description",) if key in schema}
        return {"$ref": f"names.json#/$defs/{kind}", **description}
    requirement = PATTERNS.get(str(schema.get("pattern")))
    hint = {"patternErrorMessage": f"Deze waarde {requirement}."} if requirement else {}
    return {**{key: _completed(part) for key, part in schema.items()}, **hint}


class _ForEditors(GenerateJsonSchema):
    """Pydantic's schema without its generated English texts and without what a check rejects."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401, ARG002
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        generated = super().model_schema(schema)
        generated.pop("description", None)  # the docstring is for maintainers
        return generated

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])  # an optional field is omitted, never null

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        generated = super().dict_schema(schema)
        closed = {"additionalProperties": False} if "patternProperties" in generated else {}
        return {**closed, **generated}
