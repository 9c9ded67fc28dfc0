"""The templates, and what they may do with a value."""

from collections.abc import Mapping
from typing import Any

import jinja2
from markupsafe import Markup

from generator.site.views.markdown import (
    as_json,
    attribute,
    escape,
    href,
    markdown,
    plural,
    preformatted,
)
from generator.site.views.page import Page
from generator.text import dates

Compiled = jinja2.BytecodeCache
Environment = jinja2.Environment
TemplateError = jinja2.TemplateError
"""What a mistake in a template raises."""


def place_and_reason(error: TemplateError) -> str:
    """Where a template is wrong, if that is known, and why; in the words of Jinja."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return f"templates/{error.name}:{error.lineno}: {error.message}"
    return f"templates/: {error.message}"


def markdown_environment(
    templates: Mapping[str, str], compiled: Compiled | None = None
) -> Environment:
    """The templates of pages, given as ``{"pages/home.md.j2": text}``, which are Markdown.

    Those that were compiled before are taken from ``compiled``.
    """
    made = _environment(templates, compiled)
    made.finalize = escape
    made.filters |= {
        "attribute": attribute,
        "date": dates.dutch_date,
        "drawing": Markup,
        "href": href,
        "json": as_json,
        "markdown": markdown,
        "plural": plural,
        "pre": preformatted,
    }
    return made


def html_environment(templates: Mapping[str, str], compiled: Compiled | None = None) -> Environment:
    """The templates of static pages, which are HTML; otherwise the same."""
    made = _environment(templates, compiled)
    made.filters["date"] = dates.dutch_date
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
