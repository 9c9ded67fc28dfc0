"""Slugs made of the words of a title."""

import re
import unicodedata

_MAX_LENGTH = 60


def from_title(title: str) -> str:
    """The words of a title in lower case without accents, with hyphens; whole words only."""
    plain = unicodedata.normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain)
    while len(words) > 1 and len("-".join(words)) > _MAX_LENGTH:
        words.pop()
    return "-".join(words)[:_MAX_LENGTH] or "zonder-titel"


def unused(slug: str, used: set[str]) -> str:
    """The slug, with a number after it if it is in use; it is added to the slugs in use."""
    found, number = slug, 2
    while found in used:
        found, number = f"{slug}-{number}", number + 1
    used.add(found)
    return found
