"""Which sheets there are and which columns they have: taken from the table of kinds and the models.

A field fits in a cell if it is a text, a number, a day, a truth value or a list of texts of which
none can contain the separator. Nested records do not fit.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args, get_type_hints

from pydantic import TypeAdapter, ValidationError

from generator.dossier.kind import Kind
from generator.dossier.kinds import LISTED
from generator.editing.change_report import labels
from generator.model import Record, Stored
from generator.model.scalars import NAMES_OF
from generator.model.traversal import fields_with_records

Form = Literal["text", "number", "day", "yes or no"]
"""What the cells of a column hold."""
HOME = "(home)"
"""The column with the file that holds a record; no field has this name."""
SEPARATORS = (", ", "\n")
"""What can stand between the items of a list in one cell: the first that no item can contain."""


@dataclass(frozen=True)
class Column:
    """A column of a sheet: a field of its records, or where they are."""

    field: str
    title: str
    """What is above it, in the words of the model."""
    note: str
    """What an editor reads when pointing at that."""
    form: Form = "text"
    separator: str = ""
    """Between the items of a list; empty if a cell holds a single value."""
    choices: tuple[str, ...] = ()
    names_of: str = ""
    """The kind of records that its values are names of."""
    holds_dates: bool = False
    """Whether its texts are dates of which only the year may be known."""


@dataclass(frozen=True)
class Sheet:
    """A sheet with the records of one kind: a row each."""

    kind: Kind
    columns: tuple[Column, ...]
    """The first one has the number or name of a record, which never changes."""
    left_out: tuple[str, ...]
    """The labels of the fields that do not fit in a cell."""

    @property
    def title(self) -> str:
        return self.kind.plural[:1].upper() + self.kind.plural[1:]

    @property
    def key(self) -> str:
        """The field with the number or name of a record."""
        return self.columns[0].field

    @property
    def has_files(self) -> bool:
        """Whether each record has a file of its own; else it is in a list in that of another."""
        return issubclass(self.kind.model, Stored)

    @property
    def order(self) -> tuple[str, ...]:
        """The fields of its records in the order in which new ones are written, lists last."""
        model = self.kind.model
        names = dict.fromkeys((*self.kind.first_fields, *model.model_fields))
        nested = fields_with_records(model)
        return (*(each for each in names if each not in nested), *nested)


@cache
def sheets() -> tuple[Sheet, ...]:
    """A sheet for each kind of which several records exist."""
    return tuple(map(_sheet, LISTED))


def list_field(holder: type[Record], model: type[Record]) -> str | None:
    """The field of a file in which the records of a model are written; None if there is none."""
    hints = get_type_hints(holder, include_extras=True)
    return next((each for each in fields_with_records(holder) if _item(hints[each]) is model), None)


def _sheet(kind: Kind) -> Sheet:
    fields = kind.model.model_fields
    key = "slug" if "slug" in fields else "id"
    others = [each for each in fields if each != key]
    columns = {each: _column(kind.model, each) for each in others}
    home = () if issubclass(kind.model, Stored) else (_HOME,)
    fitting = sorted(filter(None, columns.values()), key=lambda each: _rank(kind, each.field))
    left_out = tuple(
        labels.of_field(kind.model, each)
        for each in others
        if not columns[each] and not _has_a_sheet(kind.model, each)
    )
    return Sheet(kind, (_key(kind, key), *home, *fitting), left_out)


def _has_a_sheet(model: type[Record], field: str) -> bool:
    """Whether the records in a field have a sheet of their own."""
    return any(list_field(model, kind.model) == field for kind in LISTED)


def _rank(kind: Kind, field: str) -> int:
    """The place of a field among the columns: as in a file, with the day of change at the end."""
    names = [*dict.fromkeys((*kind.first_fields, *kind.model.model_fields))]
    return names.index(field) + len(names) * (field in ("changed", "reviewed"))


def _key(kind: Kind, field: str) -> Column:
    title = "Nummer" if field == "id" else "Naam"
    note = (
        "Verandert nooit. Laat deze cel leeg bij een nieuwe rij: dan wordt het het volgende nummer."
        if field == "id"
        else "De naam waarmee u ernaar verwijst. Verandert hier niet: dat doet de opdracht rename. "
        "Laat deze cel leeg bij een nieuwe rij: dan wordt de naam van de titel gemaakt."
    )
    return Column(field, title, f"{note}\n\nSoort: {kind.noun}.")


_HOME = Column(
    HOME,
    "Staat in",
    "De naam van het bestand waar dit in staat. Verandert hier niet. Leeg bij een nieuwe rij: in "
    "hetzelfde bestand als de rij erboven.",
)


# From a field to a column -------------------------------------------------------------------------


def _column(model: type[Record], field: str) -> Column | None:
    """The column of a field; None if it does not fit in a cell."""
    info = model.model_fields[field]
    schema = _properties(model)[field]
    is_list = schema.get("type") == "array"
    value = schema.get("items", {}) if is_list else schema
    hint = get_type_hints(model, include_extras=True)[field]
    separator = _separator(_item(hint)) if is_list else ""
    if separator is None or value.get("type") not in _FORMS or (is_list and "$ref" in value):
        return None
    label = labels.of_field(model, field)
    return Column(
        field=field,
        title=label[:1].upper() + label[1:],
        note=_note(field, info.description or "", separator, required=info.is_required()),
        form="day" if value.get("format") == "date" else _FORMS[value["type"]],
        separator=separator,
        choices=tuple(value.get("enum", ())),
        names_of=value.get(NAMES_OF, ""),
        holds_dates=_accepts(hint, "2020-02") and not _accepts(hint, "tekst"),
    )


_FORMS: Mapping[str, Form] = {"string": "text", "integer": "number", "boolean": "yes or no"}


@cache
def _properties(model: type[Record]) -> dict[str, Any]:
    """The JSON Schema of each field, without the possibility that there is no value."""
    schema = model.model_json_schema(by_alias=False)
    return {name: _of_a_value(each) for name, each in schema["properties"].items()}


def _of_a_value(schema: dict[str, Any]) -> dict[str, Any]:
    choices = [each for each in schema.get("anyOf", ()) if each.get("type") != "null"]
    return {**schema, **choices[0]} if len(choices) == 1 else schema


def _item(hint: Any) -> Any:  # noqa: ANN401  (a type hint can be anything)
    """The type of the items of a list; None if the hint is of no list."""
    if hasattr(hint, "__metadata__"):
        return _item(hint.__origin__)
    return get_args(hint)[0] if getattr(hint, "__origin__", None) is tuple else None


def _separator(item: Any) -> str | None:  # noqa: ANN401  (as above)
    """What separates the items of a list in one cell; None if they can contain anything."""
    return next((each for each in SEPARATORS if not _accepts(item, f"a{each}b")), None)


def _accepts(hint: Any, text: str) -> bool:  # noqa: ANN401  (as above)
    try:
        TypeAdapter(hint).validate_python(text)
    except ValidationError:
        return False
    return True


def _note(field: str, description: str, separator: str, *, required: bool) -> str:
    return "\n\n".join(_note_parts(field, description, separator, required=required))


def _note_parts(field: str, text: str, separator: str, *, required: bool) -> Iterator[str]:
    yield text + (" Verplicht." if required else "")
    if separator:
        between = "een komma" if separator.strip() else "een nieuwe regel (Alt+Enter)"
        yield f"Een lijst: zet {between} tussen de waarden."
    yield f"In het bestand heet dit veld {field}."
