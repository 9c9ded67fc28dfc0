"""The text of a cell of a workbook, whatever a spreadsheet program made of what was typed.

These programs turn ``2020-02`` into a day and ``1.10`` into a number. What can only have been one
thing is understood; all else is reported, as nobody can know any more what was typed.
"""

import datetime as dt
import math
import re
from typing import Any

from generator.editing.sheets.columns import Column
from generator.editing.sheets.rows import NO, YES
from generator.model import characters
from generator.parsing import unseen

TYPE_AGAIN = "kies voor deze cel de opmaak Tekst en typ de waarde opnieuw"
_TRUTH = {YES: YES, "true": YES, "waar": YES, NO: NO, "false": NO, "onwaar": NO}
_LINE_END = re.compile(r"\r\n?|_x000D_\n?", re.IGNORECASE)
_DAY_IS_SHOWN = re.compile(r"d", re.IGNORECASE)
_NO_BREAK_SPACE = "\xa0"


class CellError(Exception):
    """What is in a cell means nothing as a value; the message says why, in Dutch."""


def text_of(cell: Any, column: Column) -> str:  # noqa: ANN401  (openpyxl has no types)
    """The text of a cell as content has it; empty if there is nothing in it.

    Raises:
        CellError: the value cannot be known from it.

    """
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        raise CellError("hier staat een formule; zet er de waarde zelf neer")
    if cell.data_type == "e":
        raise CellError(f"hier staat de foutwaarde {value}; zet er de waarde zelf neer")
    if isinstance(value, str):
        return _typed(value, column)
    return _converted(value, column, str(cell.number_format))


def _typed(value: str, column: Column) -> str:
    text = characters.composed(_LINE_END.sub("\n", value))
    if character := characters.first_unseen(text):
        raise CellError(unseen.message(character))
    if text and not text.strip():
        raise CellError("hier staan alleen spaties; maak de cel leeg of vul haar in")
    if column.form == "yes or no" and text:
        return _truth(text)
    return text.rstrip("\n")


def _truth(text: str) -> str:
    if text.strip().lower() not in _TRUTH:
        raise CellError(f"‘{text}’ kan hier niet; kies {YES} of {NO}, of maak de cel leeg")
    return _TRUTH[text.strip().lower()]


def _converted(value: object, column: Column, number_format: str) -> str:
    """The text of a value that is no text in the workbook."""
    if isinstance(value, bool):
        return _from_truth(column, value=value)
    if isinstance(value, int | float) and math.isfinite(value):
        return _from_number(value, column)
    if isinstance(value, dt.date):
        return _from_day(value, column, number_format)
    raise CellError(f"uw programma heeft hier een tijd van gemaakt; {TYPE_AGAIN}")


def _from_truth(column: Column, *, value: bool) -> str:
    if column.form != "yes or no":
        raise CellError(f"uw programma heeft hier WAAR of ONWAAR van gemaakt; {TYPE_AGAIN}")
    return YES if value else NO


def _from_number(value: float, column: Column) -> str:
    text = str(int(value)) if value == int(value) else str(value)
    is_year = column.holds_dates and re.fullmatch(r"[0-9]{4}", text)
    if column.form == "number" or is_year:
        return text
    shown = text.replace(".", ",")
    raise CellError(f"uw programma heeft hier het getal {shown} van gemaakt; {TYPE_AGAIN}")


def _from_day(value: dt.date, column: Column, number_format: str) -> str:
    """The day as ``yyyy-mm-dd``, if the cell shows one: programs make a day of ``2020-02`` too."""
    day = value.date() if isinstance(value, dt.datetime) else value
    is_whole = not isinstance(value, dt.datetime) or value.time() == dt.time()
    is_day = column.form == "day" or (column.holds_dates and _DAY_IS_SHOWN.search(number_format))
    if is_day and is_whole:
        return day.isoformat()
    raise CellError(f"uw programma heeft hier de dag {day} van gemaakt; {TYPE_AGAIN}")


def has_new_no_break_space(text: str, before: str) -> bool:
    """Whether a text has a no-break space that it had not: spreadsheets and web pages add them."""
    return text.count(_NO_BREAK_SPACE) > before.count(_NO_BREAK_SPACE)
