"""The HTTP headers of a site, in a file that hosts such as Netlify and Cloudflare Pages read."""

from collections.abc import Iterable

from generator.site import security_policy
from generator.site.api.answers import VERSION
from generator.site.api.openapi import VERSION_HEADER

_OF_API = f"/api/*\n  {VERSION_HEADER}: {VERSION}\n  Access-Control-Allow-Origin: *\n"
"""The version of the API, and that scripts of other sites may read it."""


def file(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """The file; its first rule, for all addresses, allows these scripts and styles in pages."""
    return f"{security_policy.headers_file(scripts, styles)}{_OF_API}"
