"""Tags of an HTML text: find them and edit their attributes; every other byte stays as it is.

Tags are found as a browser finds them: not in comments, scripts, styles and titles, and a ``>``
within quotation marks ends none.
"""

import re
from collections.abc import Iterator

_NAME = r"(?:=?+[^\s/>=]++|=)"
_VALUE = r"""(?:"[^"]*+"|'[^']*+'|(?!["'])[^\s>]++)?+"""
_REST = rf"(?:[\s/]++|{_NAME}(?:\s*+=\s*+{_VALUE})?+)*+>"
_TAG = rf"</?[a-z][^\s/>]*+{_REST}"
_RAW = "|".join(
    rf"<{each}(?=[\s/>]){_REST}.*?(?:(?=</{each}[\s/>])|\Z)"
    for each in ("script", "style", "textarea", "title")
)
_COMMENT = r"<!--.*?(?:-->|\Z)|<[!?][^>]*+>"
_MARKUP = re.compile(rf"({_RAW}|{_TAG}|{_COMMENT})", re.DOTALL | re.IGNORECASE)
_START_TAG = re.compile(_TAG, re.IGNORECASE)
_TAG_NAME = re.compile(r"<(/?[a-z][^\s/>]*+)", re.IGNORECASE)
_ATTRIBUTE = re.compile(rf"[\s/]*+(?P<name>{_NAME})(?:\s*+=\s*+(?P<value>{_VALUE}))?+")


def split(html: str) -> list[str]:
    """The pieces of an HTML text: text at even places, tags and comments at odd ones.

    What a script or the like contains is in one piece with the tag before it.
    """
    return _MARKUP.split(html)


def name(markup: str) -> str:
    """The name of a tag in small letters, ``p`` or ``/p``; empty for a comment."""
    found = _TAG_NAME.match(markup)
    return found[1].lower() if found else ""


def raw_text(markup: str) -> str:
    """What a script or the like contains, given the piece that it is in with its tag."""
    start = _START_TAG.match(markup)
    return markup[start.end() :] if start else ""


def attribute(tag: str, wanted: str) -> str | None:
    """The value of an attribute as HTML has it, without quotation marks; None without it."""
    found = _find(tag, wanted)
    value = (found["value"] or "") if found else None
    return value[1:-1] if value and value[0] in "\"'" else value


def remove(tag: str, unwanted: str) -> str:
    """A tag without an attribute and the space before it."""
    return _edit(tag, unwanted, "")


def replace(tag: str, old: str, new: str, value: str) -> str:
    """A tag with another attribute, with a value in HTML, instead of one that it has."""
    quoted = value.replace('"', "&quot;")
    return _edit(tag, old, f' {new}="{quoted}"')


def _edit(tag: str, old: str, new: str) -> str:
    found = [each for each in _attributes(tag) if each["name"].lower() == old]
    for each in reversed(found[1:]):  # browsers ignore an attribute that is there already
        tag = _spliced(tag, each.span(), "")
    return _spliced(tag, found[0].span(), new) if found else tag


def _spliced(tag: str, span: tuple[int, int], new: str) -> str:
    start, end = span
    apart = new or tag[end].isspace() or tag[end] in "/>"
    return f"{tag[:start]}{new if apart else ' '}{tag[end:]}"


def _find(tag: str, wanted: str) -> re.Match[str] | None:
    return next((each for each in _attributes(tag) if each["name"].lower() == wanted), None)


def _attributes(tag: str) -> Iterator[re.Match[str]]:
    start = _TAG_NAME.match(tag)
    found = _ATTRIBUTE.match(tag, start.end()) if start else None
    while found:
        yield found
        found = _ATTRIBUTE.match(tag, found.end())
