"""The HTTP headers of a site, in a file that hosts such as Netlify and Cloudflare Pages read."""

from collections.abc import Iterable

from generator.dossier import urls
from generator.site import security_policy
from generator.site.api.answers import VERSION
from generator.site.api.openapi import VERSION_HEADER
from generator.site.discovery import dcat

_OF_API = f"/api/*\n  {VERSION_HEADER}: {VERSION}\n  Access-Control-Allow-Origin: *\n"
"""The version of the API, and that scripts of other sites may read it."""
_OF_CATALOGUE = f"{urls.address(urls.DCAT)}\n  Content-Type: {dcat.MEDIA_TYPE}\n"
"""By its type, catalogues know how to read the description of the data."""


def file(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """The file; its first rule, for all addresses, allows these scripts and styles in pages."""
    return f"{security_policy.headers_file(scripts, styles)}{_OF_API}{_OF_CATALOGUE}"
