"""The Content-Security-Policy of the site: what a browser may run and load on its pages.

Source: https://www.w3.org/TR/CSP3/. The only inline scripts that run are those of the theme, by
their hash. They are read from the page for unknown addresses, which shows no content: a script that
gets into another page is not among them, whatever it looks like.
"""

import base64
import hashlib
from collections.abc import Iterable

from generator.site import html_tags

PAGE_WITHOUT_CONTENT = "404.html"
HEADERS = "_headers"
"""Netlify, Cloudflare Pages and others read the HTTP headers of a site from this file."""
NAME = "Content-Security-Policy"
NOT_FRAMED = "; frame-ancestors 'none'"
"""Browsers ignore this in a page: it has to be in a header."""

FRAMED = "; frame-ancestors *"
"""In the headers of what others may show on their sites; it has to be in a header as well."""
OF_EMBEDS = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"
"""The policy of what others may show on their sites: it needs nothing but its style."""


def policy(scripts: Iterable[str] = (), styles: Iterable[str] = ()) -> str:
    """The policy of a page with these inline scripts and styles, each as the text of its tag."""
    directives = (
        "default-src 'none'",
        " ".join(("script-src 'self'", *_sources(scripts))),
        " ".join(("style-src 'self'", *_sources(styles))),
        "img-src 'self' data:",  # the theme has icons in its styles
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
    )
    return "; ".join(directives)


def _sources(texts: Iterable[str]) -> list[str]:
    digests = (hashlib.sha256(text.encode("utf-8", "surrogateescape")) for text in texts)
    encoded = (base64.b64encode(digest.digest()).decode() for digest in digests)
    return [f"'sha256-{each}'" for each in dict.fromkeys(encoded)]


def inline_scripts(page: str) -> tuple[str, ...]:
    """The texts of the inline scripts in the HTML of the page without content."""
    return tuple(
        html_tags.raw_text(tag)
        for tag in html_tags.split(page)[1::2]
        if html_tags.name(tag) == "script"
        and html_tags.attribute(tag, "src") is None
        and html_tags.attribute(tag, "type") is None  # otherwise it is data, such as JSON
    )


def in_header(scripts: Iterable[str], styles: Iterable[str] = ()) -> str:
    """The policy in the header of all pages.

    Args:
        scripts: those of the page without content.
        styles: those that single pages have inside them. A browser applies the policy in a header
            as well as that of the page, so both have to allow them.

    """
    return f"{policy(scripts, styles)}{NOT_FRAMED}"


def from_headers_file(text: str) -> str:
    """The policy in a file with headers; empty if there is none."""
    return text.partition(f"{NAME}: ")[2].partition("\n")[0]


def extended(policy: str, scripts: Iterable[str] = (), styles: Iterable[str] = ()) -> str:
    """A policy that also allows these inline scripts and styles."""
    for directive, texts in (("script-src 'self'", scripts), ("style-src 'self'", styles)):
        policy = policy.replace(directive, " ".join((directive, *_sources(texts))), 1)
    return policy


def meta(policy: str) -> str:
    """The tag that holds a policy in a page."""
    return f'<meta http-equiv="{NAME}" content="{policy}">'
