"""The HTTP headers of a site, in a file that hosts such as Netlify and Cloudflare Pages read.

Two rules cover what others may show in a frame, and these hosts combine rules in different ways:

- Cloudflare Pages gives an answer the headers of every rule that covers its address, and joins
  those with one name by a comma. A browser would then apply both policies, and allow no frame. A
  line ``! NAME`` takes away what earlier rules gave.
  https://developers.cloudflare.com/pages/configuration/headers/ (Attach a header, Detach a header)
- Netlify gives the header of the more specific rule, and skips a line without a colon.
  https://docs.netlify.com/manage/routing/headers/ and, for the line,
  https://github.com/netlify/build/blob/main/packages/headers-parser/src/line_parser.ts

So the rule for frames comes last, takes away the headers about frames, and then has all its own. A
host that knows neither way shows such a page, only not in a frame. Where ``X-Frame-Options`` stays,
browsers ignore it beside ``frame-ancestors``:
https://www.w3.org/TR/CSP3/#frame-ancestors-and-frame-options
"""

from collections.abc import Iterable

from generator.dossier import urls
from generator.site import security_policy
from generator.site.api.answers import VERSION
from generator.site.api.openapi import VERSION_HEADER

_FRAME_OPTIONS = "X-Frame-Options"
_OF_API = f"/api/*\n  {VERSION_HEADER}: {VERSION}\n  Access-Control-Allow-Origin: *\n"
"""The version of the API, and that scripts of other sites may read it."""
_OF_EMBEDS = (
    f"{urls.address(urls.embed('*'))}\n"
    f"  ! {security_policy.NAME}\n"
    f"  ! {_FRAME_OPTIONS}\n"
    f"  {security_policy.NAME}: {security_policy.OF_EMBEDS}{security_policy.FRAMED}\n"
)
"""That other sites may show a statement in a frame."""


def file(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """The file; its first rule, for all addresses, allows these scripts and styles in pages."""
    of_all = f"{security_policy.headers_file(scripts, styles)}  {_FRAME_OPTIONS}: DENY\n"
    return f"{of_all}{_OF_API}{_OF_EMBEDS}"
