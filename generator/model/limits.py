"""How long texts may be, and from when until when dates may lie.

The limits are far beyond what content needs: in a dossier of hundreds of records the longest word
has 41 characters, the longest line 386 and the longest text 673. They keep one field from taking
all time and memory, and one word from making a page too wide.
"""

import re

from pydantic_core import PydanticCustomError

WORD = 100
"""In characters without white space; the target of a link is no word."""
LINE = 1_000
"""In characters, of a text that is one line."""
TEXT = 20_000
"""In characters, of any text."""
NAME = 100
"""In characters, of a slug or a number: it becomes the name of a folder."""
NUMBER = 15
"""In characters, of the number of a statement: its digits fit in any integer."""
ADDRESS = 2_000
"""In characters, of a web address: browsers and servers accept no more everywhere."""
FIRST_YEAR = 1800
LAST_YEAR = 2199
FIRST_TODAY = 1970
LAST_TODAY = 2099
"""The years in which a site can be built: compressed files have no other days than 1970 to 2106."""

LINK_TARGET = re.compile(r"\]\([^()\s]*\)")
_LONG_WORD = re.compile(rf"\S{{{WORD + 1},}}")


def text(value: str) -> str:
    """The given text.

    Raises:
        PydanticCustomError: the text, or a word in it, is too long.

    """
    return _within(TEXT, value)


def line(value: str) -> str:
    """The given text of one line.

    Raises:
        PydanticCustomError: the text, or a word in it, is too long.

    """
    return _within(LINE, value)


def fits_on_a_line(value: str) -> bool:
    """Whether a text can be that of a field of one line."""
    try:
        _within(LINE, value)
    except PydanticCustomError:
        return False
    return True


def _within(limit: int, value: str) -> str:
    if len(value) > limit:
        raise PydanticCustomError("text_too_long", "too long", {"limit": limit})
    if len(value) > WORD and _LONG_WORD.search(LINK_TARGET.sub("] ", value)):
        raise PydanticCustomError("word_too_long", "word too long", {"limit": WORD})
    return value


def year(value: str) -> None:
    """Check the year that a date begins with.

    Raises:
        PydanticCustomError: the year is out of range.

    """
    if not FIRST_YEAR <= int(value[:4]) <= LAST_YEAR:
        raise PydanticCustomError("date_range", "out of range")
