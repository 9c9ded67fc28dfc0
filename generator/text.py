"""Templates and what they may do with a value; the one place where values become Markdown.

Every value that a template prints is escaped, whatever it holds. What is Markdown already is
``Markup``; a quotation mark within an attribute is what ``attribute`` is for.
"""

import html
import json
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import jinja2
from markupsafe import Markup

from generator import days, urls
from generator.page import Link, Page, Piece

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


def preformatted(value: str) -> Markup:
    """A text within ``<pre>``, its lines kept."""
    return Markup(html.escape(value).replace("\n", "&#10;"))


def dutch_date(value: object) -> str:
    """A date, or part of one, as ``16 december 2020``, ``december 2020`` or ``2020``."""
    year, *rest = str(value).split("-")
    month = [days.MONTH_NAMES[int(rest[0]) - 1]] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join((*day, *month, year))


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


Compiled = jinja2.BytecodeCache
Environment = jinja2.Environment
TemplateError = jinja2.TemplateError
"""What a mistake in a template raises."""


def place_and_reason(error: TemplateError) -> str:
    """Where a template is wrong, if that is known, and why; in the words of Jinja."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return f"templates/{error.name}:{error.lineno}: {error.message}"
    return f"templates/: {error.message}"


def environment(templates: Mapping[str, str], compiled: Compiled | None = None) -> Environment:
    """The templates of pages, given as ``{"pages/home.md.j2": text}``, which are Markdown.

    Those that were compiled before are taken from ``compiled``.
    """
    made = _environment(templates, compiled)
    made.finalize = escape
    made.filters |= {
        "attribute": attribute,
        "date": dutch_date,
        "drawing": Markup,
        "href": href,
        "json": lambda value: Markup(json.dumps(value, ensure_ascii=False)),
        "markdown": markdown,
        "plural": plural,
        "pre": preformatted,
    }
    return made


def html_environment(templates: Mapping[str, str], compiled: Compiled | None = None) -> Environment:
    """The templates of static pages, which are HTML; otherwise the same."""
    made = _environment(templates, compiled)
    made.filters["date"] = dutch_date
    return made


def _environment(templates: Mapping[str, str], compiled: Compiled | None) -> Environment:
    return Environment(
        loader=jinja2.DictLoader(templates),
        bytecode_cache=compiled,
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def render(environment: Environment, page: Page) -> str:
    """A page as Markdown, with its front matter."""
    view: dict[str, Any] = {"page": page, "view": page.view()}
    return environment.get_template("page.md.j2").render(view)
