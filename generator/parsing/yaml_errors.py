"""Messages about texts that are not valid YAML, in the words of an editor."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import characters
from generator.parsing import unseen
from generator.parsing.unseen import CONTROL_CHARACTER

Position = tuple[int, int]
"""Line and column, counted from 1."""

Mistake = tuple[Position, str]
"""The position of a mistake, and the message about it."""

_CONFLICT_MARKER = re.compile(r"^(?:<{7}|>{7}|\|{7})(?= |$)", re.MULTILINE)
_INVISIBLE_SPACE = re.compile(
    r"^[ -]*([\u00a0\u00ad\u1680\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff])", re.MULTILINE
)
_OPENING_CURLY_QUOTE = re.compile(r"(?:: |^|- )\s*[“”„‘’]")
_FIELD_WITHOUT_SPACE = re.compile(r"^ *(?:- )?[a-z_]+:(?=[^\s/:])(?!.*: )")
_OPEN_QUOTE = re.compile(r"""(?::|-) +(["'])(?:(?!\1).)*$""")

CURLY_QUOTES = (
    "deze aanhalingstekens zijn gekruld, zoals Word ze zet, en doen hier niets; "
    'zet rechte om de hele waarde: "…"'
)
NO_ALIASES = "hergebruik met & en * kan niet; schrijf de waarde uit"
FIELD_NAME_EXPECTED = "hier hoort de naam van een veld te staan: één woord, zoals naam: waarde"

_INVALID_STARTS = {
    "\t": "hier staat een tab; gebruik spaties",
    "@": "een waarde kan niet met @ beginnen; zet er aanhalingstekens om",
    "`": "een waarde kan niet met ` beginnen; zet er aanhalingstekens om",
    "%": "een waarde kan niet met % beginnen; zet er aanhalingstekens om",
}
"""Messages by the character that must not begin a value."""

_INDENTATION = (
    "deze regel past niet bij de regels erboven; geef velden die bij elkaar horen evenveel spaties "
    "aan het begin, en zet tekst met aanhalingstekens erin tussen andere aanhalingstekens"
)
_CAUSES = {
    "mapping values are not allowed": (
        "hier staat een dubbele punt met een spatie die YAML als nieuw veld leest; "
        "zet de tekst tussen aanhalingstekens of controleer de inspringing"
    ),
    "block sequence entries are not allowed": (
        "een lijst begint op een nieuwe regel: elke waarde na een streepje; "
        "zet een tekst die met een streepje begint tussen aanhalingstekens"
    ),
    "while scanning a block scalar": (
        "na | of > hoort niets te staan; begin de tekst op de volgende regel, met spaties ervoor"
    ),
    "escape": (
        r"tussen dubbele aanhalingstekens begint \ een bijzonder teken; "
        "zet er enkele aanhalingstekens om, of schrijf \\\\"
    ),
    "undefined alias": "een waarde kan niet met * beginnen; zet er aanhalingstekens om",
    "duplicate anchor": NO_ALIASES,
    "tag": "een waarde kan niet met ! beginnen; zet er aanhalingstekens om",
    "directive": "een regel kan niet met % beginnen; haal hem weg",
    "incompatible YAML document": "een regel kan niet met % beginnen; haal hem weg",
    "expected a single document": "er staat een tweede document in het bestand (---); haal het weg",
    "<document start>": "hier houdt het document op, maar er staat nog tekst; haal die weg",
    "control characters are not allowed": CONTROL_CHARACTER,
    "hexdecimal number": (
        r"tussen dubbele aanhalingstekens begint \ een bijzonder teken; "
        "zet er enkele aanhalingstekens om, of schrijf \\\\"
    ),
    "too many values": "het bestand is te groot om te lezen; verdeel het over meer bestanden",
    "nested too deep": "hier staan te veel lijsten of velden in elkaar; haal er lagen uit",
    "did not find expected": _INDENTATION,
}
"""Messages by a part of the parser's own message; the first match is used."""

_UNENDED = {
    "while scanning a quoted scalar": "dit aanhalingsteken wordt nergens gesloten",
    "while parsing a flow sequence": "deze lijst met [ wordt niet goed gesloten",
    "while parsing a flow mapping": "deze velden met { worden niet goed gesloten",
    "while scanning a simple key": (
        "deze regel is geen veld: er ontbreekt een dubbele punt met een spatie erachter"
    ),
    "while scanning an alias": "een waarde kan niet met * beginnen; zet er aanhalingstekens om",
    "while scanning an anchor": "een waarde kan niet met & beginnen; zet er aanhalingstekens om",
}
"""Messages by what the parser was reading, reported at the position where that began."""

_CLOSED_TOO_EARLY = {
    **dict.fromkeys(
        "\"'",
        "dit aanhalingsteken sluit de waarde, maar er volgt nog tekst; "
        "zet om de waarde aanhalingstekens die er zelf niet in staan",
    ),
    **dict.fromkeys(
        "]}", "deze haak sluit de waarde, maar er volgt nog tekst; zet er aanhalingstekens om"
    ),
}
"""Messages by the character that closed a value too early."""

_UNKNOWN_CAUSE = (
    "dit is geen geldige YAML; controleer de inspringing, de dubbele punten en de aanhalingstekens"
)


@dataclass(frozen=True)
class Failure:
    """The error of the YAML parser."""

    cause: str
    """The parser's own message."""
    position: Position
    start: Position
    """The start of the construct that the parser was reading."""


def forbidden_text(text: str) -> Iterator[Mistake]:
    """Find text that is not allowed, and that the parser would misread or locate wrongly."""
    for found in _CONFLICT_MARKER.finditer(text):
        message = (
            "hier hebt u en iemand anders hetzelfde gewijzigd (een conflict in git); houd beide "
            "teksten als ze er allebei horen te staan en kies er anders een, en haal de regels met "
            "<<<<<<<, ======= en >>>>>>> weg"
        )
        yield position(text, found.start()), message
    reported = set()
    for found in _INVISIBLE_SPACE.finditer(text):
        message = (
            f"hier staat een onzichtbaar teken ({characters.code_point(found[1])}) dat op een "
            "spatie lijkt; haal het weg of zet er een gewone spatie"
        )
        reported.add(found.start(1))
        yield position(text, found.start(1)), message
    for offset, character in characters.unseen(text):
        if offset not in reported:
            yield position(text, offset), unseen.message(character)


def diagnose(text: str, failure: Failure) -> Mistake:
    """The message for an editor about a parser error, and its position."""
    lines = [*text.split("\n"), ""]
    number, column = failure.position
    line = lines[number - 1]
    if _OPENING_CURLY_QUOTE.search(line):
        return failure.position, CURLY_QUOTES
    if line.startswith("\t"):
        return (number, 1), _INVALID_STARTS["\t"]
    if line[: column - 1].strip(" -") == "" and line[column - 1 :].startswith(":"):
        return failure.position, FIELD_NAME_EXPECTED
    if "cannot start any token" in failure.cause or "tab character" in failure.cause:
        return failure.position, _INVALID_STARTS.get(line[column - 1 : column], _UNKNOWN_CAUSE)
    specific = _missing_space(lines, failure) or _unended(failure) or _badly_closed(lines, failure)
    return specific or (failure.position, _message_for(failure.cause))


def _unended(failure: Failure) -> Mistake | None:
    """A construct that was begun but not ended, reported at its start."""
    found = (message for construct, message in _UNENDED.items() if construct in failure.cause)
    is_inside = "escape" in failure.cause or "hexdecimal" in failure.cause
    return next(((failure.start, message) for message in found if not is_inside), None)


def _badly_closed(lines: list[str], failure: Failure) -> Mistake | None:
    """A quotation mark that is not closed on its own line, or a value that is closed too early."""
    if "did not find expected" not in failure.cause:
        return None
    number, column = failure.position
    before = lines[number - 1][: column - 1].rstrip()
    after = _CLOSED_TOO_EARLY.get(before[-1:])
    unclosed_quote = _unclosed_quote(lines, failure)
    return unclosed_quote or (((number, len(before)), after) if after else None)


def _unclosed_quote(lines: list[str], failure: Failure) -> Mistake | None:
    for number in range(failure.position[0] - 1, failure.start[0] - 1, -1):
        if found := _OPEN_QUOTE.search(lines[number - 1]):
            message = "dit aanhalingsteken wordt niet op dezelfde regel gesloten"
            return (number, found.start(1) + 1), message
    return None


def _missing_space(lines: list[str], failure: Failure) -> Mistake | None:
    """A field without a space after its colon: YAML reads it as text that continues."""
    is_field = "mapping values" in failure.cause or "simple key" in failure.cause
    for number in (failure.start[0], failure.position[0] - 1) if is_field else ():
        if found := _FIELD_WITHOUT_SPACE.match(lines[number - 1]):
            return (number, found.end()), "na deze dubbele punt hoort een spatie"
    return None


def _message_for(cause: str) -> str:
    return next((message for part, message in _CAUSES.items() if part in cause), _UNKNOWN_CAUSE)


def position(text: str, offset: int) -> Position:
    """The line and column of the character at an offset in a text."""
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1
