"""Links in a text of ours: ``[words](name)``, with the name of a record or a web address."""

import re
from collections.abc import Iterator

from generator.text.name_matcher import Segment

_MARK = "]("
"""In every link; to look for it takes less than to look for a link."""
_LINK = re.compile(r"\[([^\[\]]+)\]\(([^()\s]+)\)")


def segments(text: str) -> Iterator[Segment[str]]:
    """The text in pieces, a link being a piece whose meaning is where it leads."""
    end = 0
    for match in _LINK.finditer(text):
        yield Segment(text[end : match.start()])
        yield Segment(match.group(1), match.group(2))
        end = match.end()
    yield Segment(text[end:])


def targets(text: str) -> Iterator[str]:
    """Where the links in a text lead."""
    return (target for _, target in _LINK.findall(text)) if _MARK in text else iter(())


def is_unfinished(text: str) -> bool:
    """Whether a link was begun that is none: not closed, or with a space in it."""
    return _MARK in text and _MARK in _LINK.sub(" ", text)


def is_web_address(target: str) -> bool:
    return target.startswith(("https://", "http://"))


def words(text: str) -> str:
    """A text as it is read: its links as their words."""
    return "".join(piece.text for piece in segments(text))
