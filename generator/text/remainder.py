"""What is left of a line of a source when the quotes from it are taken away."""

import re
from collections.abc import Iterable

_DASH = re.compile(r"^\s*-\s")


def pieces(line: str, quotes: Iterable[str]) -> list[str]:
    """The pieces of a line between the quotes from it; each quote is taken away once."""
    found = [line]
    for quote in sorted(quotes, key=len, reverse=True):
        at = next((at for at, piece in enumerate(found) if quote in piece), None)
        if at is not None:
            before, _, after = found[at].partition(quote)
            found[at : at + 1] = [before, after]
    return found


def uncovered(line: str, quotes: Iterable[str]) -> str:
    """What remains of a line without its list dash and the quotes from it."""
    first, *others = pieces(line, quotes)
    return "".join((_DASH.sub("", first), *others)).strip()
