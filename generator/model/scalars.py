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

from generator.model import limits


class DisplayOnly:
    """Marks a field that only affects the texts that show it: nothing else depends on it."""


class RichText(DisplayOnly):
    """Marks a text in which ``[words](name)`` is a link to a record or a web address."""


class Link:
    """Marks a text that can be a web address to which readers are led."""


class Verbatim:
    """Marks words of a source: they stay as they are, with mistakes and all."""


class Happened:
    """Marks the day or date of something that has happened, so that it is not in the future."""


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
    limits.year(value)
    return value


def _day(value: object) -> object:
    """Refuse numbers, which pydantic would accept as dates, and any text but ``yyyy-mm-dd``."""
    if isinstance(value, int) or not _DAY.match(str(value)):
        raise PydanticCustomError("day", "not a day")
    limits.year(str(value))
    return value


_DAY = re.compile(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")


def _one_line(value: str) -> str:
    """Refuse a line end inside a text; the one that YAML adds after a block of text is dropped."""
    line = value.removesuffix("\n")
    if "\n" in line:
        raise PydanticCustomError("one_line", "more than one line")
    return line


def is_web_address(text: str) -> bool:
    """Whether a text is an http or https URL of the characters of RFC 3986, without a user name.

    Quotes, parentheses and brackets, which RFC 3986 allows in some places, must be percent-encoded:
    an address is put between them in Markdown and HTML. So must a point, comma or other mark at the
    end, which is nearly always that of the sentence.
    """
    return _WEB_ADDRESS.fullmatch(text) is not None and not text.endswith(END_MARKS)


END_MARKS = (".", ",", ";", "!", "?")


_HOST = r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*"
_URL_CHARACTER = r"([A-Za-z0-9._~!$&*+,;=:@/?-]|%[0-9A-Fa-f]{2})"
_WEB_ADDRESS = re.compile(
    rf"https?://{_HOST}(:[0-9]{{1,5}})?([/?]{_URL_CHARACTER}*)?(#{_URL_CHARACTER}*)?"
)
_MAIL_ADDRESS = re.compile(rf"[A-Za-z0-9._%+-]+@{_HOST}")


def is_plain(text: str) -> bool:
    """Whether a text is the same in HTML, in an attribute as well."""
    return _PLAIN.fullmatch(text) is not None


def _require_plain(value: str) -> str:
    if not is_plain(value):
        raise PydanticCustomError("plain_line", "characters with a meaning in HTML")
    return value


_PLAIN = re.compile(r"(?:[^<>\"&]|&(?= ))*")


def require_web_address(value: str) -> str:
    """Refuse, with a validation error, what is not a web address."""
    if not is_web_address(value):
        raise PydanticCustomError("web_address", "not a web address")
    return value


def _require_folder(address: str) -> str:
    """Refuse an address with which the path behind it would run together."""
    if not address.endswith("/") or "?" in address or "#" in address:
        raise PydanticCustomError("base_address", "a path cannot be added")
    return address


def require_no_query(address: str) -> str:
    """Refuse, with a validation error, an address to which no query can be added."""
    if "?" in address or "#" in address:
        raise PydanticCustomError("no_query", "a query cannot be added")
    return address


def require_mail_address(value: str) -> str:
    """Refuse, with a validation error, what is not an e-mail address."""
    if not _MAIL_ADDRESS.fullmatch(value):
        raise PydanticCustomError("mail_address", "not an e-mail address")
    return value


def _require_contact(value: str) -> str:
    """Refuse, with a validation error, what is neither an e-mail address nor a web address."""
    return require_web_address(value) if "/" in value else require_mail_address(value)


def require_safe_connection(value: str) -> str:
    """Refuse, with a validation error, a web address that others can read along with."""
    if value.startswith("http:"):
        raise PydanticCustomError("safe_connection", "not an https address")
    return value


Text = Annotated[
    str, StringConstraints(pattern=r"^\S([\s\S]*\S)?\n?$"), AfterValidator(limits.text)
]
"""Text of one or more lines."""
Line = Annotated[Text, AfterValidator(_one_line), AfterValidator(limits.line)]
PlainLine = Annotated[Line, AfterValidator(_require_plain)]
"""A line for which no HTML has to be escaped: themes of MkDocs show some values as they are."""
Rich = Annotated[Text, RichText()]
Contact = Annotated[Line, AfterValidator(_require_contact), Link()]
SafeContact = Annotated[Contact, AfterValidator(require_safe_connection)]
Quote = Annotated[Line, Verbatim()]
"""A line that a source has literally."""
DisplayOnlyQuote = Annotated[Quote, DisplayOnly()]
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
STATEMENT_ID = r"^[A-Z]{2,5}-[0-9]{3,}$"
TOOI = r"^https://identifier\.overheid\.nl/tooi/id/[a-z]+/[a-z]+[0-9]+$"
WEB_ADDRESS = r"^https?://[^\s/]+\S*$"
_AnySlug = Annotated[str, StringConstraints(pattern=SLUG)]
_AnyStatementId = Annotated[str, StringConstraints(pattern=STATEMENT_ID)]
Slug = Annotated[_AnySlug, StringConstraints(max_length=limits.NAME)]
StatementId = Annotated[_AnyStatementId, StringConstraints(max_length=limits.NUMBER)]
Name = Annotated[
    str,
    StringConstraints(
        pattern=r"^([A-Z]{2,5}-[0-9]{3,}|[a-z0-9]+(-[a-z0-9]+)*)$", max_length=limits.NAME
    ),
]
Fingerprint = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
SitePath = Annotated[
    str,
    StringConstraints(
        pattern=r"^/([\w-]+/)*([\w-]+\.[a-z][a-z0-9]*|#[\w-]+)?$", max_length=limits.ADDRESS
    ),
]
Prefix = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,5}$")]
_AnyWebAddress = Annotated[
    str,
    StringConstraints(pattern=WEB_ADDRESS, max_length=limits.ADDRESS),
    AfterValidator(require_web_address),
]
WebAddress = Annotated[_AnyWebAddress, Link()]
Tooi = Annotated[str, StringConstraints(pattern=TOOI, max_length=limits.ADDRESS), DisplayOnly()]
"""The identifier of a government organization."""
BaseAddress = Annotated[_AnyWebAddress, AfterValidator(_require_folder)]
"""A web address to which a path is added."""
PartialDate = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"),
    AfterValidator(_calendar_date),
]
PastDate = Annotated[PartialDate, Happened()]
Day = Annotated[dt.date, BeforeValidator(_day)]
PastDay = Annotated[Day, Happened()]
DayOfChange = Annotated[PastDay, DisplayOnly()]
DayOfReview = Annotated[PastDay, DisplayOnly()]
LineMove = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,6}[+-][1-9][0-9]{0,5}$")]
"""Lines inserted after a line of a text, or removed there: ``78+2``, ``78-1``."""
LineNumber = Annotated[StrictInt, Field(ge=1)]

StatementName = Annotated[_AnyStatementId, Reference("statement")]
PartyName = Annotated[_AnySlug, Reference("party")]
BodyName = Annotated[_AnySlug, Reference("body")]
InstrumentName = Annotated[_AnySlug, Reference("instrument")]
SourceName = Annotated[_AnySlug, Reference("source")]
ThemeName = Annotated[_AnySlug, Reference("theme")]
KindName = Annotated[_AnySlug, Reference("kind")]
GroupName = Annotated[_AnySlug, Reference("group")]
PointKindName = Annotated[_AnySlug, Reference("point_kind")]


def is_slug(text: str) -> bool:
    return len(text) <= limits.NAME and re.fullmatch(SLUG, text) is not None
