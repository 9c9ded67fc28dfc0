"""Links and running text as HTML inside Markdown, for templates.

Links are HTML, with the address of the built page: Python-Markdown takes much longer to find a link
than to leave HTML as it is. ``generator/build/link_check.py`` checks where they lead.
"""

from collections.abc import Iterator

import jinja2
from markupsafe import Markup

from generator.dossier import urls
from generator.site.views.escaping import in_attribute, in_destination, in_markdown, inside_line
from generator.site.views.page import Link, Page, Piece


def plural(count: int, one: str, many: str) -> str:
    """A number with its noun: ``one`` is the singular, ``many`` the plural."""
    return f"{count} {one if count == 1 else many}"


@jinja2.pass_context
def href(context: jinja2.runtime.Context, link: Link) -> Markup:
    """The target of a link, relative to the page that is being rendered."""
    page: Page = context["page"]
    if link.address:
        return in_destination(link.address)
    fragment = f"#{link.fragment}" if link.fragment else ""
    if link.page == page.path and fragment and not link.query:
        return Markup(fragment)
    query = f"?{link.query}" if link.query else ""
    target = f"{urls.address(link.file or link.page)}{query}{fragment}"
    return Markup(_from_root(urls.address(page.path), target))


def _from_root(start: str, target: str) -> str:
    """The link from one address to another by way of the root of the site.

    MkDocs leaves raw HTML as it is; Zensical takes the link to start from the Markdown file, and
    puts another ``../`` before it. That changes nothing for a link that goes up to the root of a
    domain, since browsers do not go above it.
    """
    return "../" * (start.count("/") - 1) + target.removeprefix("/") or "./"


@jinja2.pass_context
def inline_html(context: jinja2.runtime.Context, value: Link | tuple[Piece, ...]) -> Markup:
    """A link, or pieces of text of which some are links, as HTML."""
    if isinstance(value, tuple):
        pieces = (inline_html(context, each.link) if each.link else each.text for each in value)
        first, *rest = *pieces, ""
        return in_markdown(first) + Markup("").join(map(inside_line, rest))
    names = "".join(f" {each}" for each in _attributes(value))
    return Markup(f'<a href="{href(context, value)}"{names}>{inside_line(value.text)}</a>')


def _attributes(link: Link) -> Iterator[str]:
    if link.title:
        yield f'title="{in_attribute(link.title)}"'
    if link.language:
        yield f'lang="{link.language}"'
    if link.label:
        yield f'aria-label="{in_attribute(link.label)}"'
