"""Messages about validation errors, in the words of an editor."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from generator.model import FILE_NAME, Stored, limits, scalars
from generator.model.record import StrictModel
from generator.model.traversal import KeyPath
from generator.parsing.problem import Problem, close_matches, did_you_mean, hint, shorten
from generator.parsing.validation import Fault
from generator.parsing.yaml_reader import Document

NOT_A_WEB_ADDRESS = (
    "is geen webadres; schrijf een teken dat er niet in past als procentcode, zoals %20 voor een "
    "spatie en %28 en %29 voor haakjes"
)
_SCHEME_TWICE = re.compile(r"https?:/*https?[:/]")


def not_a_web_address(text: str) -> str:
    """Why a text is no web address, as the end of a message."""
    if any(each.isspace() for each in text):
        return "bevat een spatie; haal die weg, of schrijf %20"
    if _SCHEME_TWICE.match(text):
        return "begint twee keer met https:// of http://; haal er één weg"
    if text.endswith((*scalars.END_MARKS, ")")):
        code = f"%{ord(text[-1]):02X}"
        return f"eindigt op een leesteken; haal dat weg, of schrijf {code} als het erbij hoort"
    return NOT_A_WEB_ADDRESS


NOT_PLAIN = 'mag geen <, > of " bevatten, en & alleen met een spatie erachter'
PATTERNS = {
    r"^\S([\s\S]*\S)?\n?$": "mag niet leeg zijn en niet met een spatie beginnen of eindigen",
    scalars.SLUG: "mag alleen kleine letters, cijfers en losse streepjes bevatten",
    scalars.STATEMENT_ID: "is geen nummer zoals ABC-001",
    r"^([A-Z]{2,5}-[0-9]{3,}|[a-z0-9]+(-[a-z0-9]+)*)$": "is geen nummer zoals ABC-001 of naam",
    r"^[0-9]{1,6}[+-][1-9][0-9]{0,5}$": "is geen verschuiving van regels, zoals 78+2 of 78-1",
    r"^[0-9a-f]{64}$": "is geen vingerafdruk van 64 hexadecimale tekens",
    r"^/([\w-]+/)*([\w-]+\.[a-z][a-z0-9]*|#[\w-]+)?$": (
        "is geen adres op deze site, zoals /map/pagina/#deel"
    ),
    r"^assets/[a-z0-9-]+(\.[a-z0-9]+)+$": "is geen bestand in templates/assets, zoals assets/x.css",
    r"^[a-z0-9-]+(/[a-z0-9-]+)+$": "is geen naam van een pictogram, zoals material/pencil",
    r"^[a-z]+([.-][a-z]+)*$": "mag alleen kleine letters, punten en streepjes bevatten",
    r"^[A-Z]{2,5}$": "moet uit twee tot vijf hoofdletters bestaan",
    scalars.TOOI: (
        "is geen identificatie zoals https://identifier.overheid.nl/tooi/id/gemeente/gm0363"
    ),
    scalars.WEB_ADDRESS: "is geen webadres dat met https:// of http:// begint",
    r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$": "is geen datum zoals 2020, 2020-12 of 2020-12-16",
}
"""What to say about a value that does not match, by the pattern of its type."""
_WRONG_TYPE = {
    "string_type": "moet tekst zijn; zet de waarde tussen aanhalingstekens",
    "int_type": "moet een geheel getal zijn, zonder aanhalingstekens",
    "bool_type": "moet true of false zijn, zonder aanhalingstekens",
    "tuple_type": "moet een lijst zijn: elke waarde op een eigen regel na een streepje",
    "model_type": "moet uit velden bestaan: elk op een eigen regel, zoals naam: waarde",
    "dict_type": "moet uit velden bestaan: elk op een eigen regel, zoals naam: waarde",
}
_WRONG_VALUE = {
    "greater_than_equal": "moet minstens 1 zijn",
    "int_type": "moet minstens 1 zijn, zonder teken of nul ervoor",
    "too_short": "mag geen lege lijst zijn",
    "day": "is geen datum zoals 2020-12-16",
    "date_from_datetime_parsing": "is een datum die niet bestaat",
    "date_parsing": "is een datum die niet bestaat",
    "calendar_date": "is een datum die niet bestaat",
    "mail_address": "is geen e-mailadres",
    "one_line": "moet op één regel staan; haal de regeleinden weg, of schrijf > in plaats van |",
    "plain_line": NOT_PLAIN,
    "fixed": "hoort bij het programma en niet bij de inhoud; zet de oude waarde terug",
    "web_address": NOT_A_WEB_ADDRESS,
    "safe_connection": "moet met https:// beginnen",
    "no_query": "mag geen ? of # bevatten: daarachter komt de melding van de lezer",
    "base_address": "moet op / eindigen, zonder ? of #: er komt een pad achter",
    "date_range": f"ligt vóór {limits.FIRST_YEAR} of na {limits.LAST_YEAR}",
    "literal_error": "is niet een van de toegestane waarden",
    "string_unicode": "bevat een half teken dat niets betekent; typ de waarde opnieuw",
    "string_too_long": "is langer dan {max_length} tekens",
    "text_too_long": "is langer dan {limit} tekens; verdeel de tekst of kort hem in",
    "word_too_long": "heeft een woord van meer dan {limit} tekens zonder spatie",
}
_SIGNED = re.compile(r"[+-][0-9]+|0[0-9]+")
UNKNOWN_FAULT = "kan hier niet staan"
"""What to say about a value with an error for which there are no words of its own."""


def problems(
    document: Document, model: type[StrictModel], faults: Iterable[Fault]
) -> Iterator[Problem]:
    """The problems to report for the faults in a file, without those that follow from another.

    A misspelled field gives only one, and so does a list of which the only value is wrong.
    """
    faults = tuple(faults)
    misspelled = {
        (*fault.keys[:-1], meant)
        for fault in faults
        if fault.kind == "extra_forbidden"
        for meant in close_matches(str(fault.keys[-1]), _fields_at(model, fault.keys[:-1]))
    }
    with_parts = {fault.keys[:-1] for fault in faults if fault.keys}
    for fault in faults:
        is_consequence = fault.kind == "too_short" and fault.keys in with_parts
        if not is_consequence and (fault.kind != "missing" or fault.keys not in misspelled):
            yield _problem(document, model, fault)


def _problem(document: Document, model: type[StrictModel], fault: Fault) -> Problem:
    keys = fault.keys
    if keys == (FILE_NAME,):
        return document.problem((), f"de bestandsnaam{_invalid_value(fault)}", "ongeldige-waarde")
    field = f"'{keys[-1]}'" if keys and isinstance(keys[-1], str) else "deze waarde"
    if fault.kind == "missing":
        message = f"verplicht veld {field} ontbreekt"
        return document.key_problem(fault.keys_to_remove, message, "ontbrekend-veld")
    if fault.kind == "extra_forbidden":
        field = f"'{shorten(keys[-1])}'"
        allowed = hint(str(keys[-1]), _fields_at(model, keys[:-1]))
        return document.key_problem(keys, f"onbekend veld {field}{allowed}", "onbekend-veld")
    if fault.value is None:
        message = f"{field} is leeg; vul een waarde in of haal de regel weg"
        return document.problem(keys, message, "ongeldige-waarde")
    is_number = fault.kind == "int_type" and _SIGNED.fullmatch(str(fault.value))
    if (reason := _WRONG_TYPE.get(fault.kind)) and not is_number:
        return document.problem(keys, f"{field} {reason}", "verkeerd-type")
    return document.problem(keys, f"{field}{_invalid_value(fault)}", "ongeldige-waarde")


def _invalid_value(fault: Fault) -> str:
    """The end of a message: the value, what it should be, and a suggestion."""
    value = f": '{shorten(fault.value)}'" if isinstance(fault.value, str | int) else ""
    expected = str(fault.context.get("expected", "")).replace(" or ", ", ")
    allowed = [*re.findall(r"'([^']*)'", expected), *_in_other_letters(fault)]
    suggestion = did_you_mean(str(fault.value), allowed)
    return f"{value} {_reason(fault)}{f': {expected}' if expected else ''}{suggestion}"


def _reason(fault: Fault) -> str:
    pattern, value = str(fault.context.get("pattern")), str(fault.value)
    if pattern in PATTERNS and "," in value and _all_match(pattern, value.split(",")):
        return "is meer dan één waarde; zet elke waarde apart"
    if fault.kind == "web_address" or (
        pattern == scalars.WEB_ADDRESS and re.match("https?:", value)
    ):
        return not_a_web_address(value)
    return PATTERNS.get(pattern) or _WRONG_VALUE.get(fault.kind, UNKNOWN_FAULT).format(
        **fault.context
    )


def _all_match(pattern: str, parts: Iterable[str]) -> bool:
    return all(re.search(pattern, part.strip()) for part in parts)


def _in_other_letters(fault: Fault) -> Iterator[str]:
    """The value with other capitals, or with dashes for spaces, if it can be written so."""
    value, pattern = str(fault.value), fault.context.get("pattern")
    if isinstance(fault.value, str) and pattern in (scalars.SLUG, scalars.STATEMENT_ID):
        dashed = re.sub(r"[\s_]+", "-", value)
        yield from (each for each in (dashed.lower(), value.upper()) if re.search(pattern, each))


def _fields_at(model: type[StrictModel], keys: KeyPath) -> Iterable[str]:
    """The names of the fields that are allowed at a key path in a file."""
    for name in keys:
        if isinstance(name, str) and name in model.model_fields:
            model = _record_type_in(model.model_fields[name].annotation) or model
    return [name for name in model.model_fields if name != "slug" or not issubclass(model, Stored)]


def _record_type_in(type_hint: Any) -> type[StrictModel] | None:  # noqa: ANN401  (a type hint is anything)
    if isinstance(type_hint, type) and issubclass(type_hint, StrictModel):
        return type_hint
    parts = getattr(type_hint, "__args__", ())
    return next((found for part in parts if (found := _record_type_in(part))), None)
