"""Inline links in rich texts: ``[words](target)``, the target being a name or a web address."""

import re
from collections.abc import Callable, Iterator

from generator.text.name_matcher import Segment

_LINK_MIDDLE = "]("
"""Part of every link; searching for it is faster than matching the full pattern."""
_LINK = re.compile(r"\[([^\[\]]+)\]\(([^()\s]+)\)")


def segments(text: str) -> Iterator[Segment[str]]:
    """Split a text into segments; each link is one segment, with its target as meaning."""
    end = 0
    for match in _LINK.finditer(text):
        yield Segment(text[end : match.start()])
        yield Segment(match.group(1), match.group(2))
        end = match.end()
    yield Segment(text[end:])


def targets(text: str) -> Iterator[str]:
    """The targets of the links in a text, in order."""
    return (target for _, target in _LINK.findall(text)) if _LINK_MIDDLE in text else iter(())


def with_targets(text: str, new_target: Callable[[str], str]) -> str:
    """The text with the target of each link replaced by what a function makes of it."""
    if _LINK_MIDDLE not in text:
        return text
    return _LINK.sub(lambda match: f"[{match[1]}]({new_target(match[2])})", text)


def is_unfinished(text: str) -> bool:
    """Whether the text has a malformed link: not closed, or with a space in its target."""
    return _LINK_MIDDLE in text and _LINK_MIDDLE in _LINK.sub(" ", text)


def is_external(target: str) -> bool:
    """Whether a target is a web address and not a name."""
    return target.startswith(("https://", "http://"))


def plain_text(text: str) -> str:
    """The text without link notation: every link is replaced by its words."""
    return "".join(segment.text for segment in segments(text))
