"""A cache for functions of one word, which can be saved and restored in another process.

The first look-up of a word loads the complete dictionary, which is slow. The result depends only on
the word, so it can be reused in a later process.
"""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, TypeVar

Value = TypeVar("Value")

RESULTS: dict[str, dict[str, Any]] = {}
"""The result for each word, as plain values, by the module and name of the function."""


def cached_by_word(find: Callable[[str], Value]) -> Callable[[str], Value]:
    """Decorator: call a function only once for each word."""
    found = results(f"{find.__module__}.{find.__qualname__}")

    @wraps(find)
    def cached(word: str) -> Value:
        if word not in found:
            found[word] = find(word)
        value: Value = found[word]
        return value

    return cached


def results(name: str) -> dict[str, Any]:
    """The cached result of the function with this name for each word."""
    return RESULTS.setdefault(name, {})


def restore(saved: Mapping[str, Mapping[str, Any]]) -> None:
    """Add the results that another process saved."""
    for name, found in saved.items():
        results(name).update(found)


def size() -> int:
    """The number of cached results."""
    return sum(map(len, RESULTS.values()))
