"""What is wrong with the content, and where."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


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

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message} [{self.rule}]"


def nearest(word: str, allowed: Iterable[str]) -> str:
    """The end of a message about a wrong name: the name that was probably meant, if any."""
    return "".join(f"; bedoelde u '{close}'?" for close in close_to(word, allowed))


def close_to(word: str, allowed: Iterable[str]) -> list[str]:
    """The name that was probably meant, or none."""
    return difflib.get_close_matches(word, sorted(allowed), n=1)
