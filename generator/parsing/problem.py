"""What is wrong with the content, and where."""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, order=True)
class Problem:
    """A mistake in a content file, told in Dutch to the editor who made it."""

    path: str
    line: int
    """Counted from 1."""
    column: int
    """Counted from 1."""
    message: str
    rule: str
    """The rule's Dutch name, as CONTRIBUTING.md explains it."""
    end_column: int | None = field(default=None, compare=False)
    """The column after what is wrong, if that ends on the same line and it is known where."""

    def __str__(self) -> str:
        told = f"{self.path}:{self.line}:{self.column}: {self.message} [{self.rule}]"
        return visible(told)


_INVISIBLE = re.compile(
    r"[\x00-\x1f\x7f-\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ud800-\udfff]"
)


def visible(text: str) -> str:
    """A text on one line, what no reader can see as its number: found text may hold anything."""
    return _INVISIBLE.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)


LONGEST = 60
"""How much of a wrong value is told, in characters."""


def shortened(word: object) -> str:
    """A wrong value as it is told: its beginning, if it is long."""
    text = str(word)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def nearest(word: str, allowed: Iterable[str]) -> str:
    """The end of a message about a wrong name: the name that was probably meant, if any."""
    return "".join(f"; bedoelde u '{close}'?" for close in close_to(word, allowed))


FEW = 12
"""So many allowed names are told, when none is near."""


def hint(word: str, allowed: Iterable[str]) -> str:
    """The end of a message about a wrong name: the nearest one, or else all if they are few."""
    names = list(allowed)
    few = f"; kies uit: {', '.join(names)}" if 0 < len(names) <= FEW else ""
    return nearest(word, names) or few


def close_to(word: str, allowed: Iterable[str]) -> list[str]:
    """The name that was probably meant, or none."""
    return difflib.get_close_matches(word[:LONGEST], sorted(allowed), n=1)
