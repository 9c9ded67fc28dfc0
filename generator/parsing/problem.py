"""Problems with the content, and the suggestions in their messages."""

import difflib
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from itertools import islice

from generator.model import characters


@dataclass(frozen=True, order=True)
class Problem:
    """A mistake in a content file, with a message in Dutch for the editor."""

    path: str
    line: int
    """Counted from 1."""
    column: int
    """Counted from 1."""
    message: str
    rule: str
    """The rule's Dutch name, as docs/meldingen.md explains it."""
    end_column: int | None = field(default=None, compare=False)
    """The column after the wrong part, if that ends on the same line and its end is known."""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}"
        return escape_invisible(f"{place}: {self.message} [{self.rule}]")


_BLANK_OR_UNSEEN = re.compile(
    rf"{characters.UNSEEN.pattern}|[\n\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]"
)


def escape_invisible(text: str) -> str:
    """Replace line breaks and invisible characters by their code point, such as ``<U+200B>``."""
    return _BLANK_OR_UNSEEN.sub(lambda found: f"<{characters.code_point(found[0])}>", text)


def escape_blanks(quoted: str) -> str:
    """Text in double quotes, as JSON or YAML, with blanks that messages do not show as escapes.

    What a message tells an editor to paste must be the same value after it was printed.
    """
    return _BLANK_OR_UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


MAX_FOUND = 200
"""At most this many problems are looked for in one file, and by one rule: more help nobody."""

MAX_SHOWN = 60
"""How much of a wrong value a message shows, in characters."""


def shorten(word: object) -> str:
    """A wrong value as a message shows it, cut off if it is long."""
    text = str(word)
    return text if len(text) <= MAX_SHOWN else f"{text[:MAX_SHOWN]}…"


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """The end of a message about an unknown name: the closest allowed name, or nothing."""
    return "".join(f"; bedoelde u '{close}'?" for close in close_matches(word, allowed))


MAX_LISTED = 14
"""At most this many allowed names are listed in a message, when none is close."""


def hint(word: str, allowed: Iterable[str]) -> str:
    """The end of a message about an unknown name: the closest name, or all if there are few."""
    names = list(allowed)
    choices = f"; kies uit: {', '.join(names)}" if 0 < len(names) <= MAX_LISTED else ""
    return did_you_mean(word, names) or choices


MAX_COMPARED = 500
"""Of more names than this, a word is compared only with those that begin or end like it."""


def close_matches(word: str, allowed: Iterable[str]) -> list[str]:
    """The allowed name closest to a word, in a list; an empty list if none is close.

    Capitals do not count.
    """
    names = {name.casefold(): name for name in sorted(allowed, reverse=True)}
    close = difflib.get_close_matches(
        word[:MAX_SHOWN].casefold(), _alike(word.casefold(), names), n=1
    )
    return [names[each] for each in close]


def _alike(word: str, names: Collection[str]) -> list[str]:
    """The names to compare a word with."""
    if len(names) <= MAX_COMPARED:
        return sorted(names)
    alike = (name for name in sorted(names) if name[:3] == word[:3] or name[-3:] == word[-3:])
    return list(islice(alike, MAX_COMPARED))
