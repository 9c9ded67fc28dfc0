"""What was looked up before: functions of a word that remember, and what they found can be kept.

To look a word up, the whole dictionary is read first. What it says hangs on the word alone, so it
may be written down and brought back in another process.
"""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, TypeVar

Value = TypeVar("Value")

FOUND: dict[str, dict[str, Any]] = {}
"""By what was asked, what was found for each word: plain values."""


def remembered(find: Callable[[str], Value]) -> Callable[[str], Value]:
    """Find nothing twice for the same word."""
    found = of(find.__name__)

    @wraps(find)
    def remembering(word: str) -> Value:
        if word not in found:
            found[word] = find(word)
        value: Value = found[word]
        return value

    return remembering


def of(name: str) -> dict[str, Any]:
    """What was found for each word when this was asked."""
    return FOUND.setdefault(name, {})


def bring_back(kept: Mapping[str, Mapping[str, Any]]) -> None:
    """Remember what was found in another process."""
    for name, found in kept.items():
        of(name).update(found)


def size() -> int:
    """How much is remembered."""
    return sum(map(len, FOUND.values()))
