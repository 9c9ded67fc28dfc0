"""The one place where values become Markdown or HTML: everything that a template prints is escaped.

What is Markdown already is ``Markup``; a quotation mark within an attribute needs ``attribute``.
"""

import html
import json
import re
from functools import lru_cache

import jinja2
from markupsafe import Markup

from generator.dossier import urls
from generator.site.views.page import Link, Page, Piece

_SPECIAL = {ord(letter): f"&#{ord(letter)};" for letter in r"\`*_{}[]<>&#|~^=$"}
REMEMBERED = 50_000
"""So many texts are not escaped again: most stand on several pages."""
_SPACE = re.compile(r"\s+")
_AT_START = re.compile(r"^( ?[0-9]*)([-+.):])")


def escape(value: object) -> Markup:
    """Any value as Markdown that shows it as it is, also at the start of a line."""
    if isinstance(value, Markup):
        return value
    return _at_start(_inline(value))


@lru_cache(maxsize=REMEMBERED)
def _at_start(text: Markup) -> Markup:
    return Markup(_AT_START.sub(lambda m: f"{m[1]}&#{ord(m[2])};", text))


def _inline(value: object) -> Markup:
    if isinstance(value, Markup):
        return value
    if not isinstance(value, str | int):
        raise TypeError(f"a template prints {type(value).__name__}, not text")
    return _escaped(str(value))


@lru_cache(maxsize=REMEMBERED)
def _escaped(text: str) -> Markup:
    return Markup(_SPACE.sub(" ", text).translate(_SPECIAL))


def attribute(value: str) -> Markup:
    """A text as the value of an attribute, without the quotation marks around it."""
    return Markup(re.sub(r"[{}\n]", " ", html.escape(value)))


def as_json(value: object) -> Markup:
    """A value as JSON."""
    return Markup(json.dumps(value, ensure_ascii=False))


def preformatted(value: str) -> Markup:
    """A text within ``<pre>``, its lines kept."""
    return Markup(html.escape(value).replace("\n", "&#10;"))


def plural(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


@jinja2.pass_context
def href(context: jinja2.runtime.Context, link: Link) -> Markup:
    """Where a link leads, as seen from the page that is being made."""
    page: Page = context["page"]
    if link.address:
        return Markup(html.escape(link.address))
    if link.file:
        goal = urls.address(link.file) + (f"#{link.fragment}" if link.fragment else "")
        return Markup(urls.relative_address(urls.address(page.path), goal))
    return Markup(urls.relative(page.path, link.page, link.fragment, link.query))


@jinja2.pass_context
def markdown(context: jinja2.runtime.Context, value: Link | tuple[Piece, ...]) -> Markup:
    """A link, or pieces of text of which some are links."""
    if isinstance(value, tuple):
        pieces = (markdown(context, piece.link) if piece.link else piece.text for piece in value)
        first, *rest = *pieces, ""
        return escape(first) + Markup("").join(map(_inline, rest))
    if value.file:  # no page of Markdown, so MkDocs does not know it
        return Markup(f'<a href="{href(context, value)}">{html.escape(value.text)}</a>')
    title = f'{{ title="{attribute(value.title)}" }}' if value.title else ""
    return Markup(f"[{escape(value.text)}]({href(context, value)}){title}")
