"""Reads one line of the register: JSON of one event, in text that everyone sees."""

import json
import re
from collections.abc import Iterator

from generator.model import characters
from generator.parsing import unseen

MAX_LENGTH = 100_000
"""In characters: more than the two longest texts together."""

_ESCAPES = re.compile(r"(?:\\u[0-9A-Fa-f]{4})+|\\[^u]")
"""Escapes in a line of JSON; adjoining code points together, as two can be one character."""


class LineError(Exception):
    """The line cannot be read."""

    def __init__(self, column: int, message: str) -> None:
        super().__init__(message)
        self.column = column
        """Counted from 1."""
        self.message = message
        """In Dutch."""


def read(line: str) -> object:
    """The value on a line.

    Raises:
        LineError: the line is no JSON, is too long, or has what nobody sees or could be taken for
            something else.

    """
    if len(line) > MAX_LENGTH:
        raise LineError(1, f"deze regel is langer dan {MAX_LENGTH} tekens; zet hem terug")
    _refuse_first(characters.unseen(line))
    value = _parse(line)
    if ("[" in line or "{" in line[1:]) and _is_nested(value):
        raise LineError(1, "op deze regel staan lijsten of velden in elkaar; zet hem terug")
    if "\\" in line:
        _refuse_first(_unseen_in_escapes(line))
    for text in (line, *_escaped_texts(line, value)):
        if character := characters.first_unseen(text):
            raise LineError(1, unseen.message(character))
        if found := characters.first_decomposed(text):
            at, written, composed = found
            column = at + 1 if text is line else 1
            raise LineError(column, unseen.decomposed_message(written, composed))
    return value


def _refuse_first(unseen_characters: Iterator[tuple[int, str]]) -> None:
    for at, character in unseen_characters:
        raise LineError(at + 1, unseen.message(character))


def _parse(line: str) -> object:
    try:
        return json.loads(line)
    except json.JSONDecodeError as error:
        message = "deze regel is geen JSON; zet hem terug, of haal hem weg als hij is afgebroken"
        raise LineError(error.colno, message) from error
    except RecursionError as error:
        message = "op deze regel staan te veel lijsten of velden in elkaar; zet hem terug"
        raise LineError(1, message) from error
    except ValueError as error:
        message = "op deze regel staat een getal van duizenden cijfers; zet hem terug"
        raise LineError(1, message) from error


def _is_nested(value: object) -> bool:
    """Whether a value is nested deeper than an event: fields, of which some are lists of names."""
    fields = value.values() if isinstance(value, dict) else (value,)
    items = (item for field in fields for item in _items(field))
    return any(isinstance(each, dict) for each in fields) or any(
        isinstance(item, dict | list) for item in items
    )


def _items(field: object) -> list[object]:
    return field if isinstance(field, list) else []


def _unseen_in_escapes(line: str) -> Iterator[tuple[int, str]]:
    for found in _ESCAPES.finditer(line):
        if character := characters.first_unseen(json.loads(f'"{found[0]}"')):
            yield found.start(), character


def _escaped_texts(line: str, value: object) -> Iterator[str]:
    """The texts of an event on a line with escaped code points."""
    if "\\u" in line and isinstance(value, dict):
        yield from (each for each in value.values() if isinstance(each, str))
