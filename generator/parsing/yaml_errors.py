"""What is wrong with a text that is no YAML, in the words of an editor."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

Position = tuple[int, int]
"""Line and column, counted from 1."""

Slip = tuple[Position, str]
"""Where something is wrong, and what."""

_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?= |$)", re.MULTILINE)
_ODD_SPACE = re.compile(
    r"^[ -]*([\u00a0\u00ad\u1680\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff])", re.MULTILINE
)
_ODD_BREAK = re.compile(r"[\u0085\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_CURLY = re.compile(r"(?:: |^|- )\s*[“”„‘’]")
_NO_SPACE = re.compile(r"^ *(?:- )?[a-z_]+:(?=[^\s/:])(?!.*: )")
_OPEN_QUOTE = re.compile(r"""(?::|-) +(["'])(?:(?!\1).)*$""")

CURLY = (
    "deze aanhalingstekens zijn gekruld, zoals Word ze zet, en doen hier niets; "
    'zet rechte om de hele waarde: "…"'
)
CONTROL = "hier staat een onzichtbaar stuurteken; haal het weg"
UNWRITTEN = "hergebruik met & en * kan niet; schrijf de waarde uit"
NO_NAME = "hier hoort de naam van een veld te staan: één woord, zoals naam: waarde"

_STARTS = {
    "\t": "hier staat een tab; gebruik spaties",
    "@": "een waarde kan niet met @ beginnen; zet er aanhalingstekens om",
    "`": "een waarde kan niet met ` beginnen; zet er aanhalingstekens om",
    "%": "een waarde kan niet met % beginnen; zet er aanhalingstekens om",
}
"""By the character that may not begin a value."""

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
    "duplicate anchor": UNWRITTEN,
    "tag": "een waarde kan niet met ! beginnen; zet er aanhalingstekens om",
    "directive": "een regel kan niet met % beginnen; haal hem weg",
    "incompatible YAML document": "een regel kan niet met % beginnen; haal hem weg",
    "expected a single document": "er staat een tweede document in het bestand (---); haal het weg",
    "<document start>": "hier houdt het document op, maar er staat nog tekst; haal die weg",
    "control characters are not allowed": CONTROL,
    "hexdecimal number": (
        r"tussen dubbele aanhalingstekens begint \ een bijzonder teken; "
        "zet er enkele aanhalingstekens om, of schrijf \\\\"
    ),
    "too many values": "het bestand is te groot om te lezen; verdeel het over meer bestanden",
    "nested too deep": "hier staan te veel lijsten of velden in elkaar; haal er lagen uit",
    "did not find expected": _INDENTATION,
}
"""By a part of what the parser says; the first that fits tells it."""

_BEGUN = {
    "while scanning a quoted scalar": "dit aanhalingsteken wordt nergens gesloten",
    "while parsing a flow sequence": "deze lijst met [ wordt niet goed gesloten",
    "while parsing a flow mapping": "deze velden met { worden niet goed gesloten",
    "while scanning a simple key": (
        "deze regel is geen veld: er ontbreekt een dubbele punt met een spatie erachter"
    ),
    "while scanning an alias": "een waarde kan niet met * beginnen; zet er aanhalingstekens om",
    "while scanning an anchor": "een waarde kan niet met & beginnen; zet er aanhalingstekens om",
}
"""By what the parser was reading: told where that began."""

_TEXT_AFTER = {
    **dict.fromkeys(
        "\"'",
        "dit aanhalingsteken sluit de waarde, maar er volgt nog tekst; "
        "zet om de waarde aanhalingstekens die er zelf niet in staan",
    ),
    **dict.fromkeys(
        "]}", "deze haak sluit de waarde, maar er volgt nog tekst; zet er aanhalingstekens om"
    ),
}
"""By the character that closed a value."""

_UNKNOWN = (
    "dit is geen geldige YAML; controleer de inspringing, de dubbele punten en de aanhalingstekens"
)


@dataclass(frozen=True)
class Failure:
    """Where and why a parser gave up."""

    cause: str
    """Its own words."""
    position: Position
    start: Position
    """Where what it was reading began."""


def stray(text: str) -> Iterator[Slip]:
    """What no content file may hold, and a parser would misread or tell in the wrong place."""
    for found in _CONFLICT.finditer(text):
        message = (
            "hier hebt u en iemand anders hetzelfde gewijzigd (een conflict in git); kies een van "
            "beide teksten en haal de regels met <<<<<<<, ======= en >>>>>>> weg"
        )
        yield position(text, found.start()), message
    for found in _ODD_SPACE.finditer(text):
        message = (
            f"hier staat een onzichtbaar teken (U+{ord(found[1]):04X}) dat op een spatie lijkt; "
            "haal het weg of zet er een gewone spatie"
        )
        yield position(text, found.start(1)), message
    for found in _CONTROL.finditer(text):
        yield position(text, found.start()), CONTROL
    for found in _ODD_BREAK.finditer(text):
        message = f"hier staat een bijzonder regeleinde (U+{ord(found[0]):04X}); haal het weg"
        yield position(text, found.start()), message


def diagnosed(text: str, failure: Failure) -> Slip:
    """What an editor is told when a parser gave up, and where."""
    lines = [*text.split("\n"), ""]
    number, column = failure.position
    line = lines[number - 1]
    if _CURLY.search(line):
        return failure.position, CURLY
    if line.startswith("\t"):
        return (number, 1), _STARTS["\t"]
    if line[: column - 1].strip(" -") == "" and line[column - 1 :].startswith(":"):
        return failure.position, NO_NAME
    if "cannot start any token" in failure.cause or "tab character" in failure.cause:
        return failure.position, _STARTS.get(line[column - 1 : column], _UNKNOWN)
    told = _run_together(lines, failure) or _begun(failure) or _unclosed(lines, failure)
    return told or (failure.position, _reason(failure.cause))


def _begun(failure: Failure) -> Slip | None:
    """What was begun and never ended, told where it began."""
    found = (message for reading, message in _BEGUN.items() if reading in failure.cause)
    is_inside = "escape" in failure.cause or "hexdecimal" in failure.cause
    return next(((failure.start, message) for message in found if not is_inside), None)


def _unclosed(lines: list[str], failure: Failure) -> Slip | None:
    """A quote that runs on to where the next one opens, or a value that was closed too early."""
    if "did not find expected" not in failure.cause:
        return None
    number, column = failure.position
    before = lines[number - 1][: column - 1].rstrip()
    after = _TEXT_AFTER.get(before[-1:])
    opened = _opened_before(lines, failure)
    return opened or (((number, len(before)), after) if after else None)


def _opened_before(lines: list[str], failure: Failure) -> Slip | None:
    for number in range(failure.position[0] - 1, failure.start[0] - 1, -1):
        if found := _OPEN_QUOTE.search(lines[number - 1]):
            message = "dit aanhalingsteken wordt niet op dezelfde regel gesloten"
            return (number, found.start(1) + 1), message
    return None


def _run_together(lines: list[str], failure: Failure) -> Slip | None:
    """A field without a space after its colon, which is no field but text that runs on."""
    is_field = "mapping values" in failure.cause or "simple key" in failure.cause
    for number in (failure.start[0], failure.position[0] - 1) if is_field else ():
        if found := _NO_SPACE.match(lines[number - 1]):
            return (number, found.end()), "na deze dubbele punt hoort een spatie"
    return None


def _reason(cause: str) -> str:
    return next((dutch for part, dutch in _CAUSES.items() if part in cause), _UNKNOWN)


def position(text: str, offset: int) -> Position:
    """The line and column of a character in a text."""
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1
