"""The JSON Schemas of the published models (draft 2020-12)."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from generator.dossier.kinds import LISTED
from generator.site.api import answers, items
from generator.site.api_models.answers import Dossier, Lijst
from generator.site.api_models.items import Beeindigd
from generator.site.api_models.values import Published

Schema = Mapping[str, Any]
_REFERENCE = "#/components/schemas/"


class _WithoutTitles(GenerateJsonSchema):
    """Leaves out the titles that pydantic makes of the names of fields."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401, ARG002
        return False


def models() -> tuple[type[Published], ...]:
    """The model of every answer: of the entry point, the lists and the items."""
    lists: tuple[type[Published], ...] = (Dossier, Lijst, *answers.LIST_MODELS.values())
    made = dict.fromkeys(items.making(kind).model for kind in LISTED)
    return (*lists, *made, Beeindigd)


@cache
def schemas() -> Mapping[str, Schema]:
    """The schema of every model, also of those inside others, by the name of the model."""
    _, found = models_json_schema(
        [(model, "serialization") for model in models()],
        ref_template=f"{_REFERENCE}{{model}}",
        schema_generator=_WithoutTitles,
    )
    definitions: dict[str, Schema] = found["$defs"]
    return definitions


def reference(model: type[Published]) -> Schema:
    """The schema that stands for that of a model."""
    return {"$ref": f"{_REFERENCE}{model.__name__}"}


def name(schema: Schema) -> str:
    """The name of the model to which a schema refers; empty if it does not."""
    return str(schema.get("$ref", "")).removeprefix(_REFERENCE)
