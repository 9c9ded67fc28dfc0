"""The Jinja environments: the templates and the filters that they can use."""

from collections.abc import Mapping

import jinja2
from markupsafe import Markup

from generator.site.views.escaping import (
    in_attribute,
    in_destination,
    in_front_matter,
    in_markdown,
    in_pre,
)
from generator.site.views.markdown import href, markdown, plural
from generator.site.views.page import Page
from generator.text import dates

BytecodeCache = jinja2.BytecodeCache
Environment = jinja2.Environment
TemplateError = jinja2.TemplateError
"""Raised for an error in a template."""


def format_error(error: TemplateError) -> str:
    """An error in a template as text: the message of Jinja, with file and line if known."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return f"templates/{error.name}:{error.lineno}: {error.message}"
    return f"templates/: {error.message}"


def markdown_environment(
    templates: Mapping[str, str], bytecode_cache: BytecodeCache | None = None
) -> Environment:
    """The environment for pages, whose templates are Markdown.

    Args:
        templates: the text of each template by its path, as in ``{"pages/home.md.j2": text}``.
        bytecode_cache: the cache of compiled templates that is read and filled.

    """
    environment = _environment(templates, bytecode_cache)
    environment.finalize = in_markdown
    environment.filters |= {
        "attribute": in_attribute,
        "date": dates.dutch_date,
        "destination": in_destination,
        "drawing": Markup,
        "front_matter": in_front_matter,
        "href": href,
        "markdown": markdown,
        "plural": plural,
        "pre": in_pre,
    }
    return environment


def html_environment(
    templates: Mapping[str, str], bytecode_cache: BytecodeCache | None = None
) -> Environment:
    """The environment for static pages, whose templates are HTML; the arguments are the same."""
    environment = _environment(templates, bytecode_cache)
    environment.filters["date"] = dates.dutch_date
    return environment


def _environment(templates: Mapping[str, str], bytecode_cache: BytecodeCache | None) -> Environment:
    return Environment(
        loader=jinja2.DictLoader(templates),
        bytecode_cache=bytecode_cache,
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def render(environment: Environment, page: Page) -> str:
    """A page as Markdown, with its front matter."""
    view: dict[str, object] = {"page": page, "view": page.view()}
    return environment.get_template("page.md.j2").render(view)
