"""The Content-Security-Policy of the site: what a browser may run and load on its pages.

Source: https://www.w3.org/TR/CSP3/. The only inline scripts that run are those of the theme, by
their hash. They are read from the page for unknown addresses, which shows no content: a script that
gets into another page is not among them, whatever it looks like.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Sequence

from generator.site import html_tags

PAGE_WITHOUT_CONTENT = "404.html"
HEADERS = "_headers"
"""Netlify, Cloudflare Pages and others read the HTTP headers of a site from this file."""
NAME = "Content-Security-Policy"
NOT_FRAMED = "; frame-ancestors 'none'"
"""Browsers ignore this in a page: it has to be in a header."""
_ROOT = re.compile(r'(?<=new URL\(")[^"]*(?=",location\))')
"""In a script of the theme: the root of the site, as the page with the script refers to it."""


def policy(scripts: Iterable[str] = (), styles: Iterable[str] = ()) -> str:
    """The policy of a page with these inline scripts and styles, each as the text of its tag."""
    directives = (
        "default-src 'none'",
        " ".join(("script-src 'self' 'wasm-unsafe-eval'", *_sources(scripts))),  # for Pagefind
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


def scripts_of_page(name: str, scripts: Sequence[str]) -> list[str]:
    """The scripts of the page without content as they are in the page with this path."""
    if name == PAGE_WITHOUT_CONTENT:
        return [*scripts]
    root = "/".join([".."] * name.count("/")) or "."
    return [_ROOT.sub(root, script) for script in scripts]


def policy_of_page(name: str, scripts: Sequence[str]) -> str:
    """The policy in the page with this path, given the scripts of the page without content."""
    return policy(scripts_of_page(name, scripts))


def headers_file(names: Iterable[str], scripts: Sequence[str]) -> str:
    """The file with one rule for all addresses, given the paths of the pages.

    It depends only on how deep the pages are, so it changes when the first page of some depth
    appears or the last one disappears.
    """
    by_depth = {name.count("/"): name for name in names if name != PAGE_WITHOUT_CONTENT}
    pages = (PAGE_WITHOUT_CONTENT, *(by_depth[depth] for depth in sorted(by_depth)))
    all_scripts = [script for name in pages for script in scripts_of_page(name, scripts)]
    return f"/*\n  {NAME}: {policy(all_scripts)}{NOT_FRAMED}\n"


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
