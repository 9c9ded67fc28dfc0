"""The fields of the published models, as readers see them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.site.api import schemas
from generator.site.api.schemas import Schema

_WORDS = {"string": "tekst", "integer": "getal", "boolean": "true of false", "null": "null"}
"""What readers see of each type of JSON."""
_FORMATS = {"date": "datum", "uri": "webadres"}


@dataclass(frozen=True)
class FieldView:
    name: str
    type: str
    """The type in words, such as ``lijst van Verwijzing``."""
    explanation: str


@dataclass(frozen=True)
class ModelView:
    name: str
    anchor: str
    explanation: str
    fields: Sequence[FieldView]


def models() -> list[ModelView]:
    """Every model, those of the answers first."""
    found = schemas.schemas()
    answers = [model.__name__ for model in schemas.models()]
    return [_model(name, found[name]) for name in dict.fromkeys([*answers, *sorted(found)])]


def _model(name: str, schema: Schema) -> ModelView:
    return ModelView(
        name=name,
        anchor=f"model-{name.lower()}",
        explanation=str(schema["description"]),
        fields=[*_fields(schema)],
    )


def _fields(schema: Schema) -> Iterator[FieldView]:
    for name, field in schema["properties"].items():
        yield FieldView(name, type_words(field), " ".join(str(field["description"]).split()))


def type_words(schema: Schema) -> str:
    """A type in words."""
    if options := schema.get("anyOf"):
        return " of ".join(map(type_words, options))
    if named := schemas.name(schema):
        return named
    if schema.get("type") == "array":
        return f"lijst van {type_words(schema['items'])}"
    return _FORMATS.get(schema.get("format", ""), _WORDS[schema["type"]])
