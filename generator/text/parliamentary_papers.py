"""Citations of parliamentary papers, in the form of Aanwijzing 3.43 voor de regelgeving."""

import re
from collections.abc import Iterator

from generator.text.name_matcher import Segment

PUBLISHED_AT = "https://zoek.officielebekendmakingen.nl/kst-"
EXAMPLE = "Kamerstukken II 2020/21, 35420, nr. 131"

_WELL_FORMED = re.compile(
    r"Kamerstukken (?P<house>II|I) (?P<from>[0-9]{4})/(?P<to>[0-9]{2}), "
    r"(?P<dossier>[0-9]{5})(?: (?P<chapter>[A-Z]+))?, "
    r"(?:nr\. (?P<number>[0-9]+)|(?P<letter>[A-Z]{1,3})(?![\w]))"
)
_CANDIDATE = re.compile(r"[Kk]amerstuk(?:ken)?\s+(?:I{1,2}\b|[0-9])(?:nr\. ?|[^;.)\]])*")


def malformed(text: str) -> Iterator[str]:
    """The parts of a text that look like a citation of a parliamentary paper but are not valid."""
    for candidate in _CANDIDATE.finditer(text):
        found = _WELL_FORMED.match(text, candidate.start())
        if not found or not _has_valid_year(found):
            yield candidate.group().strip()


def segments(text: str) -> Iterator[Segment[str]]:
    """Split a text into segments; each citation in the right form has its URL as meaning."""
    end = 0
    for match in _WELL_FORMED.finditer(text):
        yield Segment(text[end : match.start()])
        yield Segment(match.group(), _address(match))
        end = match.end()
    yield Segment(text[end:])


def _has_valid_year(match: re.Match[str]) -> bool:
    """Whether the two years are consecutive: a parliamentary year is like ``2020/21``."""
    return (int(match["from"]) + 1) % 100 == int(match["to"])


def _address(match: re.Match[str]) -> str:
    parts = (match["dossier"], match["chapter"], match["number"] or match["letter"])
    identifier = "-".join(part for part in parts if part)
    return f"{PUBLISHED_AT}{identifier}.html"
