"""The last hand on the built pages: what neither a template nor a partial of the theme can mend.

HTML text in, HTML text out; nothing here knows the theme's version or the engine that built it.
"""

import re
from collections import Counter

_CAPTION = re.compile(r"<p>\s*(<caption>.*?</caption>)\s*</p>", re.DOTALL)
_NAVIGATION = re.compile(
    r'(<nav class="md-nav"[^>]*?) aria-labelledby="[^"]+"([^>]*>\s*'
    r'<label class="md-nav__title"[^>]*>(?:\s*<span[^>]*></span>)?)([^<]*)'
)
_NAMED_MENU = re.compile(r'(<nav class="md-nav[^>]*? aria-label=")([^"]+)"')
_LABEL_FOR = re.compile(r'(<label\b[^>]*?) for="([^"]+)"')
_CHECK_BOX = re.compile(r'(type="checkbox" id="[^"]+") autocomplete="off"')
_MARKDOWN_LEFT = re.compile(r' markdown(?:="[^"]*")?(?=(?: [^<>]*)?>)')


def finish(html: str) -> str:
    """A page as it is published."""
    for mend in MENDS:
        html = mend(html)
    return html


def captions_stand_in_their_table(html: str) -> str:
    """Markdown takes a caption for a paragraph."""
    return _CAPTION.sub(r"\1", html)


def menus_have_a_name(html: str) -> str:
    """A menu within the menu is called as what it opens under: it points to an icon."""
    return _NAVIGATION.sub(
        lambda found: f'{found[1]} aria-label="{found[3].strip()}"{found[2]}{found[3]}', html
    )


def menus_have_names_apart(html: str) -> str:
    """The contents of a page stand beside it and, for small screens, in the menu before it."""
    count = Counter(_NAMED_MENU.findall(html))
    seen: set[str] = set()

    def apart(found: re.Match[str]) -> str:
        again = found[2] in seen
        seen.add(found[2])
        first = count[found[1], found[2]] > 1 and not again
        return f'{found[1]}{found[2]}, in het menu"' if first else found[0]

    return _NAMED_MENU.sub(apart, html)


def labels_lead_to_a_control(html: str) -> str:
    """A label for a control that is not on this page is none."""
    return _LABEL_FOR.sub(lambda found: found[0] if f' id="{found[2]}"' in html else found[1], html)


def attributes_are_allowed(html: str) -> str:
    """A check box completes nothing; an empty ``tabindex`` is no number."""
    return _CHECK_BOX.sub(r"\1", html).replace(' tabindex=""', "")


def no_mark_of_markdown_is_left(html: str) -> str:
    """What told Markdown where to go on is for nobody else."""
    return _MARKDOWN_LEFT.sub("", html)


MENDS = (
    captions_stand_in_their_table,
    menus_have_a_name,
    menus_have_names_apart,
    labels_lead_to_a_control,
    attributes_are_allowed,
    no_mark_of_markdown_is_left,
)
"""Each mends one thing."""
