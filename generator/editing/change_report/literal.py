"""Values as Markdown that shows them literally, with the words that changed marked.

The content may come from a stranger, and the report is posted under the project's name. So a value
is shown literally and has no effect: no Markdown, no HTML, no mention of a user, no link.
"""

import difflib
import re
import unicodedata
from collections.abc import Iterator, Sequence

from generator.site.views.escaping import in_markdown
from generator.site.views.inline_html import plural
from generator.text import word_diff

LONGEST = 1_500
"""Of one value, in characters: one very long sentence must not displace all other changes."""
LONGEST_NAME = 60
"""Of the name of a record before what changed in it, in characters."""
CONTEXT = 100
"""Of the unchanged words on either side of a change in a long text, in characters."""

_JOINER = "\u2060"
"""Word joiner, invisible: after the sign that starts a mention, it turns that into plain text.

An HTML entity would not work: GitHub and GitLab look for mentions in the rendered text.
"""
_MENTION_SIGNS = re.compile(
    r"(?<=[@#:!%$&~^])(?=\S)|(?<=www)(?=\.)|(?<=GH)(?=-[0-9])", re.IGNORECASE
)
_TAGS = {"same": "{}", "gone": "<del>{}</del>", "new": "<ins>{}</ins>"}
_SAFE_IN_CODE = re.compile(r"[\w/#.,:-]+")


def literal_markdown(value: str) -> str:
    """A value as Markdown that shows it literally, without mentions or links, wherever posted.

    Of a very long value, the end is left out, and it says how much.
    """
    text = " ".join(value.split())
    text = "".join(each for each in text if unicodedata.category(each) not in ("Cc", "Cf"))
    left = len(text) - LONGEST
    end = f"… (nog {plural(left, 'teken', 'tekens')})" if left > 0 else ""
    return str(in_markdown(_MENTION_SIGNS.sub(_JOINER, text[:LONGEST]))) + end


def name(value: str) -> str:
    """The name of something in quotation marks; of a long one only its first words."""
    text = " ".join(value.split())
    if len(text) > LONGEST_NAME:
        text = f"{text[:LONGEST_NAME].rpartition(' ')[0] or text[:LONGEST_NAME]} …"
    return f"‘{literal_markdown(text)}’"


def code(address: str) -> str:
    """An address or a key as code, if that is certain to show it literally."""
    return f"`{address}`" if _SAFE_IN_CODE.fullmatch(address) else literal_markdown(address)


def gone(value: str) -> str:
    """A value that was removed."""
    return _tagged("gone", value)


def new(value: str) -> str:
    """A value that was added."""
    return _tagged("new", value)


def word_changes(before: str, after: str) -> str:
    """Both texts in one, with removed words in ``<del>`` and added words in ``<ins>``."""
    parts = word_diff.between(before.strip(), after.strip())
    last = len(parts) - 1
    shown = "".join(
        _tagged(
            part.kind,
            _shortened(part.text, at > 0, at < last) if part.kind == "same" else part.text,
        )
        for at, part in enumerate(parts)
    )
    if before != after and "<del>" not in shown and "<ins>" not in shown:
        return f"{shown} (alleen de spaties of regels zijn anders)"
    return shown


def _shortened(text: str, has_before: bool, has_after: bool) -> str:  # noqa: FBT001
    """Unchanged words without those far from any change."""
    if len(text) <= LONGEST // 3:
        return text
    start = text[:CONTEXT].rpartition(" ")[0] if has_before else ""
    end = text[-CONTEXT:].partition(" ")[2] if has_after else ""
    return f"{start} … {end}"


def list_changes(before: Sequence[str], after: Sequence[str]) -> str:
    """The values that were removed from a list and added to it, or the list in its new order."""
    if sorted(before) == sorted(after):
        return f"andere volgorde: {literal_markdown(', '.join(after))}"
    if len(before) == len(after) == 1:
        return word_changes(before[0], after[0])
    return ", ".join(_list_changes(before, after))


def _list_changes(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            continue
        if j - i == m - k and all(" " in each for each in (*before[i:j], *after[k:m])):
            yield from map(word_changes, before[i:j], after[k:m])
        else:
            yield from map(gone, before[i:j])
            yield from map(new, after[k:m])


def _tagged(kind: str, text: str) -> str:
    """Some words in the tag of their kind, with the spaces around them outside it."""
    start, end = " " * text[:1].isspace(), " " * text[-1:].isspace()
    return f"{start}{_TAGS[kind].format(literal_markdown(text))}{end}" if text.strip() else " "
