"""The constrained text, number and date types of fields, and the markers on them."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetJsonSchemaHandler,
    StrictInt,
    StringConstraints,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError


class DisplayOnly:
    """Marks a field that only affects the texts that show it: nothing else depends on it."""


class RichText(DisplayOnly):
    """Marks a text in which ``[words](name)`` is a link to a record or a web address."""


NAMES_OF = "x-names-of"
"""The JSON Schema keyword on a text that is the name of a record; its value is the kind."""


@dataclass(frozen=True)
class Reference:
    """Marks a text that is the name of another record."""

    target: Literal[
        "statement", "party", "body", "instrument", "source", "theme", "kind", "group", "point_kind"
    ]

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(schema), NAMES_OF: self.target}


def _calendar_date(value: str) -> str:
    try:
        dt.date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        raise PydanticCustomError("calendar_date", "not a date") from None
    return value


def _day(value: object) -> object:
    """Refuse numbers, which pydantic would accept as dates, and any text but ``yyyy-mm-dd``."""
    if isinstance(value, int) or not _DAY.match(str(value)):
        raise PydanticCustomError("day", "not a day")
    return value


_DAY = re.compile(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
Text = Annotated[str, StringConstraints(pattern=r"^\S([\s\S]*\S)?\n?$")]
Rich = Annotated[Text, RichText()]
DisplayOnlyText = Annotated[Text, DisplayOnly()]
_SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Slug = Annotated[str, StringConstraints(pattern=_SLUG)]
StatementId = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,5}-[0-9]{3,}$")]
Name = Annotated[
    str,
    StringConstraints(pattern=r"^([A-Z]{2,5}-[0-9]{3,}|[a-z0-9]+(-[a-z0-9]+)*)$"),
]
Fingerprint = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
SitePath = Annotated[str, StringConstraints(pattern=r"^/([^\s]*/)?(#[^\s#]+)?$")]
Prefix = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,5}$")]
WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/]+\S*$")]
PartialDate = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"),
    AfterValidator(_calendar_date),
]
Day = Annotated[dt.date, BeforeValidator(_day)]
DayOfChange = Annotated[Day, DisplayOnly()]
LineNumber = Annotated[StrictInt, Field(ge=1)]

StatementName = Annotated[StatementId, Reference("statement")]
PartyName = Annotated[Slug, Reference("party")]
BodyName = Annotated[Slug, Reference("body")]
InstrumentName = Annotated[Slug, Reference("instrument")]
SourceName = Annotated[Slug, Reference("source")]
ThemeName = Annotated[Slug, Reference("theme")]
KindName = Annotated[Slug, Reference("kind")]
GroupName = Annotated[Slug, Reference("group")]
PointKindName = Annotated[Slug, Reference("point_kind")]


def is_slug(text: str) -> bool:
    return re.fullmatch(_SLUG, text) is not None
