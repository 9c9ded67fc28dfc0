"""Fixes to built pages: what neither a template nor a partial of the theme can mend.

HTML text in, HTML text out; nothing here knows the engine that built it. A page that is fixed
already stays as it is.
"""

from collections.abc import Iterator

from generator.site import html_tags, security_policy

Pieces = list[str]
"""A page as ``html_tags.split`` gives it."""


def finish(html: str, policy: str = "") -> str:
    """A page as it is published, with a security policy if one is given."""
    pieces = html_tags.split(html)
    for fix in FIXES:
        fix(pieces)
    if policy:
        insert_policy(pieces, policy)
    return "".join(pieces)


def insert_policy(pieces: Pieces, policy: str) -> None:
    """Put a security policy at the beginning of a page, before anything that a browser loads.

    It follows the tag with the encoding, which has to come first. Nothing of the content is before
    that place, so a policy that is there already is ours.
    """
    at = next(_encodings(pieces), None)
    if at is not None and not _is_policy(pieces[at + 2 : at + 3]):
        pieces[at] += security_policy.meta(policy)


def _encodings(pieces: Pieces) -> Iterator[int]:
    tags = _places(pieces, "meta")
    return (at for at in tags if html_tags.attribute(pieces[at], "charset") is not None)


def _is_policy(tags: Pieces) -> bool:
    """Whether the only tag holds a security policy."""
    return [html_tags.attribute(tag, "http-equiv") for tag in tags] == [security_policy.NAME]


def allow_attributes(pieces: Pieces) -> None:
    """HTML allows no ``autocomplete`` on a check box."""
    for at in _places(pieces, "input"):
        if html_tags.attribute(pieces[at], "type") == "checkbox":
            pieces[at] = html_tags.remove(pieces[at], "autocomplete")


FIXES = (allow_attributes,)
"""Each changes pieces of a page in place, in this order."""


def _places(pieces: Pieces, name: str) -> list[int]:
    """Where the tags with a name are."""
    found = _containing(pieces, f"<{name}")
    return [at for at in found if html_tags.name(pieces[at]) == name]


def _containing(pieces: Pieces, text: str) -> Iterator[int]:
    """Where the tags are that contain a text somewhere."""
    return (2 * at + 1 for at, tag in enumerate(pieces[1::2]) if text in tag)
