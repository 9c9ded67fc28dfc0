"""Committed files that a command generates: which of them are out of date."""

from collections.abc import Iterator, Mapping

from generator.model import characters
from generator.parsing.problem import Problem


def outdated(
    current: Mapping[str, str], committed: Mapping[str, str], message: str, rule: str
) -> Iterator[Problem]:
    """A problem for each file that is out of date, at the first line that differs.

    Both mappings have the texts by path. A file that only one of them has is out of date too.
    """
    for path in sorted({*current, *committed}):
        if committed.get(path) != current.get(path):
            line = _first_difference(committed.get(path, ""), current.get(path, ""))
            yield Problem(path, line, 1, message, rule)


def _first_difference(one: str, other: str) -> int:
    pairs = zip(characters.lines(one), characters.lines(other), strict=False)
    different = (number for number, (left, right) in enumerate(pairs, 1) if left != right)
    return next(different, min(one.count("\n"), other.count("\n")) + 1)
