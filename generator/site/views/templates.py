"""The Jinja environments: the templates and the filters that they can use."""

import re
from collections.abc import Mapping

import jinja2
from markupsafe import Markup

from generator.site.views.escaping import (
    in_attribute,
    in_commonmark_document,
    in_data_block,
    in_destination,
    in_front_matter,
    in_markdown,
    in_pre,
    inside_commonmark,
    inside_line,
)
from generator.site.views.inline_html import href, inline_html, plural
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
    environment.globals[_FIXED_IDS] = _FixedIds(templates)
    environment.finalize = in_markdown
    environment.filters |= {
        "attribute": in_attribute,
        "data_block": in_data_block,
        "date": dates.dutch_date,
        "on_date": dates.on_dutch_date,
        "destination": in_destination,
        "drawing": Markup,
        "front_matter": in_front_matter,
        "href": href,
        "html": inline_html,
        "inside": inside_line,
        "plural": plural,
        "pre": in_pre,
    }
    return environment


def html_environment(
    templates: Mapping[str, str], bytecode_cache: BytecodeCache | None = None
) -> Environment:
    """The environment for static pages, whose templates are HTML; the arguments are the same."""
    environment = _environment(templates, bytecode_cache)
    environment.globals[_FIXED_IDS] = _FixedIds(templates)
    environment.filters["date"] = dates.dutch_date
    return environment


def commonmark(environment: Environment) -> Environment:
    """The environment for a file that is Markdown itself, made from the one for static pages."""
    found = environment.overlay(finalize=in_commonmark_document)
    own = {"destination": in_destination, "inside": inside_commonmark}
    found.filters = {**environment.filters, **own}
    return found


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


_FIXED_ID = re.compile(r"\{ #([a-z][a-z-]*) \}")
"""A heading in a template whose fragment does not depend on the content."""


_REFERENCE = re.compile(r'\{% (?:extends|include) "([^"]+\.j2)"')
"""Where a template names another one."""
_FIXED_IDS = "fixed_ids"


def render(environment: Environment, page: Page) -> str:
    """A page as Markdown, with its front matter.

    It has every fragment that a page of its kind can have, also of parts that it does not need now:
    a published link to such a part still leads to the page.
    """
    view: dict[str, object] = {"page": page, "view": page.view()}
    text = environment.get_template("page.md.j2").render(view)
    fixed_ids: _FixedIds = environment.globals[_FIXED_IDS]  # type: ignore[assignment]  # by its key
    ids = fixed_ids[f"pages/{page.template}.md.j2"]
    missing = [each for each in ids if f"{{ #{each} }}" not in text]
    return text + "".join(f'\n<div id="{each}"></div>\n' for each in missing)


class _FixedIds(dict[str, dict[str, None]]):
    """The fixed fragments in each template and in those that it extends or includes."""

    def __init__(self, templates: Mapping[str, str]) -> None:
        super().__init__()
        self._templates = templates

    def __missing__(self, name: str) -> dict[str, None]:
        source = self._templates[name]
        found: dict[str, None] = dict.fromkeys(_FIXED_ID.findall(source))
        for other in _REFERENCE.findall(source):
            found |= self[other]
        self[name] = found
        return found
