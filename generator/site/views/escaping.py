"""The only place where values are escaped: one function for each context that a value enters.

Static pages are the exception: Jinja escapes what their templates print. XML and calendars are
written by libraries that escape.
"""

import html
import json
import re
from functools import lru_cache

from markupsafe import Markup

_CACHE_SIZE = 50_000
"""The number of escaped texts that are cached; most texts are shown on several pages."""
_WHITESPACE = re.compile(r"\s+")


# Markdown -----------------------------------------------------------------------------------------

_MARKDOWN = {ord(letter): f"&#{ord(letter)};" for letter in r"\`*_{}[]<>&#|~^=$!"}
"""Characters with a meaning in Markdown. Markdown leaves a character reference as it is."""
_LINE_START_MARKER = re.compile(r"^( ?[0-9]*)([-+.):])")


def in_markdown(value: object) -> Markup:
    """Any value as Markdown that displays it literally, also at the start of a line.

    Raises:
        TypeError: the value is neither text nor a number.

    """
    if isinstance(value, Markup):
        return value
    return _escape_line_start(inside_line(value))


@lru_cache(maxsize=_CACHE_SIZE)
def _escape_line_start(text: Markup) -> Markup:
    return Markup(_LINE_START_MARKER.sub(lambda m: f"{m[1]}&#{ord(m[2])};", text))


def inside_line(value: object) -> Markup:
    """Any value as Markdown, for where other text comes before it on the line.

    Raises:
        TypeError: the value is neither text nor a number.

    """
    if isinstance(value, Markup):
        return value
    if not isinstance(value, str | int):
        raise TypeError(f"a template prints {type(value).__name__}, not text")
    return _escape_text(str(value))


@lru_cache(maxsize=_CACHE_SIZE)
def _escape_text(text: str) -> Markup:
    return Markup(on_one_line(text).translate(_MARKDOWN))


_ATTRIBUTE = {**_MARKDOWN, ord('"'): "&quot;", ord("'"): "&#39;"}


def in_attribute(value: str) -> Markup:
    """A text as the value of an HTML attribute in Markdown, without the quotation marks around it.

    Markdown reads links and emphasis in attributes too, before it reads the HTML.
    """
    return Markup(on_one_line(value).translate(_ATTRIBUTE))


def in_destination(web_address: str) -> Markup:
    """A web address between the parentheses of a link in Markdown.

    The form that web addresses must have leaves nothing else to escape.
    """
    return Markup(html.escape(web_address))


def in_front_matter(value: str) -> Markup:
    """A text as a value in front matter: MkDocs and its theme put it in HTML as it is."""
    return Markup(json.dumps(html.escape(value), ensure_ascii=False))


_SCRIPT = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&"}
"""JSON has these characters in texts alone, where an escape stands for the same character."""


def in_data_block(value: object) -> Markup:
    """A value as JSON inside ``<script>``, in front matter: HTML ends at ``</script`` or ``<!--``.

    MkDocs and its theme put it in HTML as it is. All its characters are ASCII: YAML, in which front
    matter is written, takes some others for the end of a line.
    """
    return Markup(json.dumps(json.dumps(value, separators=(",", ":")).translate(_SCRIPT)))


def in_pre(value: str) -> Markup:
    """A text for inside ``<pre>``; its line breaks are kept."""
    return Markup(html.escape(value).replace("\n", "&#10;"))


def in_html(value: str) -> str:
    """A text in HTML for others to use, also as the value of an attribute in quotation marks."""
    return html.escape(on_one_line(value))


def rendered(text: str) -> Markup:
    """A text that a template of the same format gave: what it shows is escaped."""
    return Markup(text)


# Other formats ------------------------------------------------------------------------------------

_COMMONMARK = re.compile(r"[\\`*_\[\]<>&]")


def in_commonmark(text: str) -> str:
    """A text as Markdown for others to use: with backslashes, as CommonMark 0.31 (2.4) has it."""
    return _COMMONMARK.sub(r"\\\g<0>", on_one_line(text))


_EXTENDED = {ord(letter): f"\\{letter}" for letter in "~|!"}
_COMMONMARK_START = re.compile(r"^( ?[0-9]{0,9})([-+.)=#])")


def in_commonmark_document(value: object) -> Markup:
    """Any value in a file of CommonMark, also at the start of a line, and where others extend it.

    Raises:
        TypeError: the value is neither text nor a number.

    """
    if isinstance(value, Markup):
        return value
    if not isinstance(value, str | int):
        raise TypeError(f"a template prints {type(value).__name__}, not text")
    return Markup(_COMMONMARK_START.sub(r"\1\\\2", inside_commonmark(str(value))))


def inside_commonmark(text: str) -> Markup:
    """A text in a file of CommonMark, for where other text comes before it on the line.

    A link may come after it, of which an exclamation mark makes an image.
    """
    return Markup(in_commonmark(text).translate(_EXTENDED))


_TEX = {
    **{ord(letter): f"\\{letter}" for letter in "&%$#_"},
    ord("\\"): r"\textbackslash{}",
    ord("{"): r"\textbraceleft{}",
    ord("}"): r"\textbraceright{}",
    ord("~"): r"\textasciitilde{}",
    ord("^"): r"\textasciicircum{}",
}
"""BibTeX counts braces, also those with a backslash, so a brace has to be named."""


def in_tex(text: str) -> str:
    """A text as a value in BibTeX."""
    return on_one_line(text).translate(_TEX)


def on_one_line(text: str) -> str:
    """A text with single spaces for its white space, for formats in which a line is a field."""
    return _WHITESPACE.sub(" ", text)


_FORMULA = ("=", "+", "-", "@")


def in_cell(text: str) -> str:
    """A text as a cell of a table: spreadsheets would run what looks like a formula.

    The apostrophe is what OWASP advises against CSV injection.
    """
    cell = on_one_line(text).strip()
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
