"""Fixes to built pages: what neither a template nor a partial of the theme can mend.

HTML text in, HTML text out; nothing here knows the engine that built it. Menus are found by the
classes of Material's markup. A page that is fixed already stays as it is.
"""

from collections import defaultdict
from collections.abc import Iterator

from generator.site import html_tags, security_policy

Pieces = list[str]
"""A page as ``html_tags.split`` gives it."""
IN_THE_MENU = ", in het menu"


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


def unwrap_captions(pieces: Pieces) -> None:
    """Python-Markdown wraps the caption of a table in a paragraph."""
    ends = _places(pieces, "/caption")
    for start in _places(pieces, "caption"):
        end = next((at for at in ends if at > start), start)
        before, after = slice(start - 2, start), slice(end + 1, end + 3)
        around = [*map(str.strip, pieces[before] + pieces[after])]
        if around == ["<p>", "", "", "</p>"]:
            pieces[before] = pieces[after] = ["", ""]


def name_menus(pieces: Pieces) -> None:
    """A submenu is named after its title: the theme names it after a label with only an icon."""
    for at in _menus(pieces):
        if title := _menu_title(pieces, at):
            pieces[at] = html_tags.replace(pieces[at], "aria-labelledby", "aria-label", title)


def _menu_title(pieces: Pieces, menu: int) -> str:
    """The text of the label that a menu begins with, if it does."""
    label, tags = menu + 2, range(menu, len(pieces), 2)
    end = next((at for at in tags if pieces[at].startswith("</label")), 0)
    if label > end or "md-nav__title" not in _classes(pieces[label]):
        return ""
    return "".join(pieces[label + 1 : end : 2]).strip()


def distinguish_menus(pieces: Pieces) -> None:
    """The contents of a page are also in the menu, for small screens: there with another name."""
    named = defaultdict(list)
    for at in _menus(pieces):
        named[_classes(pieces[at]), html_tags.attribute(pieces[at], "aria-label")].append(at)
    for (classes, name), (first, *others) in named.items():
        if name and others and (classes, f"{name}{IN_THE_MENU}") not in named:
            label = f"{name}{IN_THE_MENU}"
            pieces[first] = html_tags.replace(pieces[first], "aria-label", "aria-label", label)


def unlink_labels(pieces: Pieces) -> None:
    """A label must not refer to a control that is not on this page."""
    labels = _places(pieces, "label")
    ids = {html_tags.attribute(tag, "id") for tag in pieces[1::2] if "id" in tag.lower()}
    for at in labels:
        target = html_tags.attribute(pieces[at], "for")
        if target and target not in ids:
            pieces[at] = html_tags.remove(pieces[at], "for")


def allow_attributes(pieces: Pieces) -> None:
    """HTML allows no ``autocomplete`` on a check box, and no empty ``tabindex``."""
    for at in _places(pieces, "input"):
        if html_tags.attribute(pieces[at], "type") == "checkbox":
            pieces[at] = html_tags.remove(pieces[at], "autocomplete")
    for at in _containing(pieces, "tabindex"):
        if html_tags.attribute(pieces[at], "tabindex") == "":
            pieces[at] = html_tags.remove(pieces[at], "tabindex")


def remove_markdown_attributes(pieces: Pieces) -> None:
    """``markdown`` tells Python-Markdown to look inside an element: readers do not need it."""
    for at in _containing(pieces, "markdown"):
        pieces[at] = html_tags.remove(pieces[at], "markdown")


FIXES = (
    unwrap_captions,
    name_menus,
    distinguish_menus,
    unlink_labels,
    allow_attributes,
    remove_markdown_attributes,
)
"""Each changes pieces of a page in place, in this order."""


def _places(pieces: Pieces, name: str) -> list[int]:
    """Where the tags with a name are."""
    found = _containing(pieces, f"<{name}")
    return [at for at in found if html_tags.name(pieces[at]) == name]


def _containing(pieces: Pieces, text: str) -> Iterator[int]:
    """Where the tags are that contain a text somewhere."""
    return (2 * at + 1 for at, tag in enumerate(pieces[1::2]) if text in tag)


def _menus(pieces: Pieces) -> list[int]:
    return [at for at in _places(pieces, "nav") if "md-nav" in _classes(pieces[at])]


def _classes(tag: str) -> tuple[str, ...]:
    return tuple((html_tags.attribute(tag, "class") or "").split())
