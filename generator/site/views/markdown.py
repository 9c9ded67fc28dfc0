"""The only place where values become Markdown or HTML.

Everything that a template prints is escaped. Text that is already Markdown has the type ``Markup``
and is not escaped again. A value inside an HTML attribute needs the filter ``attribute``, which
also escapes quotation marks.
"""

import html
import json
import re
from functools import lru_cache

import jinja2
from markupsafe import Markup

from generator.dossier import urls
from generator.site.views.page import Link, Page, Piece

_SPECIAL_CHARACTERS = {ord(letter): f"&#{ord(letter)};" for letter in r"\`*_{}[]<>&#|~^=$"}
_CACHE_SIZE = 50_000
"""The number of escaped texts that are cached; most texts are shown on several pages."""
_WHITESPACE = re.compile(r"\s+")
_LINE_START_MARKER = re.compile(r"^( ?[0-9]*)([-+.):])")


def escape(value: object) -> Markup:
    """Any value as Markdown that displays it literally, also at the start of a line.

    Raises:
        TypeError: the value is neither text nor a number.

    """
    if isinstance(value, Markup):
        return value
    return _escape_line_start(_escape_inline(value))


@lru_cache(maxsize=_CACHE_SIZE)
def _escape_line_start(text: Markup) -> Markup:
    return Markup(_LINE_START_MARKER.sub(lambda m: f"{m[1]}&#{ord(m[2])};", text))


def _escape_inline(value: object) -> Markup:
    if isinstance(value, Markup):
        return value
    if not isinstance(value, str | int):
        raise TypeError(f"a template prints {type(value).__name__}, not text")
    return _escape_text(str(value))


@lru_cache(maxsize=_CACHE_SIZE)
def _escape_text(text: str) -> Markup:
    return Markup(_WHITESPACE.sub(" ", text).translate(_SPECIAL_CHARACTERS))


def attribute(value: str) -> Markup:
    """A text as the value of an HTML attribute, without the quotation marks around it."""
    return Markup(re.sub(r"[{}\n]", " ", html.escape(value)))


def as_json(value: object) -> Markup:
    """A value as JSON."""
    return Markup(json.dumps(value, ensure_ascii=False))


def preformatted(value: str) -> Markup:
    """A text for inside ``<pre>``; its line breaks are kept."""
    return Markup(html.escape(value).replace("\n", "&#10;"))


def plural(count: int, one: str, many: str) -> str:
    """A number with its noun: ``one`` is the singular, ``many`` the plural."""
    return f"{count} {one if count == 1 else many}"


@jinja2.pass_context
def href(context: jinja2.runtime.Context, link: Link) -> Markup:
    """The target of a link, relative to the page that is being rendered."""
    page: Page = context["page"]
    if link.address:
        return Markup(html.escape(link.address))
    if link.file:
        target = urls.address(link.file) + (f"#{link.fragment}" if link.fragment else "")
        return Markup(_from_root(urls.address(page.path), target))
    return Markup(urls.relative(page.path, link.page, link.fragment, link.query))


def _from_root(start: str, target: str) -> str:
    """The link from one address to another by way of the root of the site.

    MkDocs leaves raw HTML as it is; Zensical takes the link to start from the Markdown file, and
    puts another ``../`` before it. That changes nothing for a link that goes up to the root of a
    domain, since browsers do not go above it.
    """
    return "../" * (start.count("/") - 1) + target.removeprefix("/")


@jinja2.pass_context
def markdown(context: jinja2.runtime.Context, value: Link | tuple[Piece, ...]) -> Markup:
    """A link, or pieces of text of which some are links, as Markdown."""
    if isinstance(value, tuple):
        pieces = (markdown(context, piece.link) if piece.link else piece.text for piece in value)
        first, *rest = *pieces, ""
        return escape(first) + Markup("").join(map(_escape_inline, rest))
    if value.file:  # not a Markdown page, so MkDocs cannot resolve the link
        return Markup(f'<a href="{href(context, value)}">{html.escape(value.text)}</a>')
    title = f'{{ title="{attribute(value.title)}" }}' if value.title else ""
    return Markup(f"[{escape(value.text)}]({href(context, value)}){title}")
