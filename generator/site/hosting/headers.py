"""The HTTP headers of the files of the site, as rules.

The format is that of a file ``_headers``, which Netlify and Cloudflare Pages read: a pattern of
addresses on a line of its own, below it the headers, each on an indented line.

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

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.dossier import urls
from generator.site import security_policy
from generator.site.api.answers import VERSION
from generator.site.api.openapi import VERSION_HEADER
from generator.site.discovery import dcat

ALL = "/*"
CONTENT_TYPE = "Content-Type"
_FRAME_OPTIONS = "X-Frame-Options"
_REMOVED = "! "
HASHED_NAME = re.compile(r"assets/.+\.[0-9a-f]{8}\.min\.(?:css|js)")
"""The theme names these files after a hash of their contents."""
YEAR = 31_536_000
"""In seconds."""


@dataclass(frozen=True)
class HeaderRule:
    """The headers of all addresses that match a pattern, in which ``*`` is any text."""

    addresses: str
    headers: Mapping[str, str]
    removed: tuple[str, ...] = ()
    """The headers of earlier rules that these addresses do not have."""


SECURITY = {
    "Strict-Transport-Security": f"max-age={YEAR}",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    _FRAME_OPTIONS: "DENY",
}
"""The headers of every file but the policy itself.

Source: https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html.
"""
OF_API = HeaderRule(
    "/api/*",
    {
        VERSION_HEADER: VERSION,
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Expose-Headers": VERSION_HEADER,
    },
)
"""Scripts of other sites may read the data, and its version."""
OF_DESCRIPTIONS = (
    HeaderRule(urls.address(urls.DCAT), {CONTENT_TYPE: dcat.MEDIA_TYPE}),
    HeaderRule(urls.address(urls.TABLES_METADATA), {CONTENT_TYPE: "application/csvm+json"}),
)
"""By these types, programs know how to read the descriptions of the data."""
OF_TABLES_FOR_EXCEL = HeaderRule(
    urls.address(urls.table_for_excel(urls.table("*"))), {CONTENT_TYPE: "text/csv; charset=utf-16"}
)
"""These tables are not in UTF-8, as a host takes text to be."""
OF_EMBEDS = HeaderRule(
    urls.address(urls.embed("*")),
    {security_policy.NAME: f"{security_policy.OF_EMBEDS}{security_policy.FRAMED}"},
    removed=(security_policy.NAME, _FRAME_OPTIONS),
)
"""Other sites may show a statement in a frame."""
FOR_EVER = {"Cache-Control": f"public, max-age={YEAR}, immutable"}
"""A file with another content has another name."""


def rules(
    names: Iterable[str], scripts: Iterable[str], styles: Iterable[str]
) -> tuple[HeaderRule, ...]:
    """The rules of a site with these files, whose pages have these inline scripts and styles."""
    policy = security_policy.in_header(scripts, styles)
    hashed = sorted(name for name in names if HASHED_NAME.fullmatch(name))
    return (
        HeaderRule(ALL, {security_policy.NAME: policy, **SECURITY}),
        OF_API,
        *OF_DESCRIPTIONS,
        OF_TABLES_FOR_EXCEL,
        *(HeaderRule(f"/{name}", FOR_EVER) for name in hashed),
        OF_EMBEDS,
    )


def file(rules: Iterable[HeaderRule]) -> str:
    """The file ``_headers`` with these rules."""
    return "".join(line for rule in rules for line in _lines(rule))


def _lines(rule: HeaderRule) -> Iterator[str]:
    yield f"{rule.addresses}\n"
    for name in rule.removed:
        yield f"  {_REMOVED}{name}\n"
    for name, value in rule.headers.items():
        yield f"  {name}: {value}\n"


def parse(text: str) -> tuple[HeaderRule, ...]:
    """The rules in a file ``_headers``.

    Raises:
        ValueError: a line is no rule and no header.

    """
    found: list[HeaderRule] = []
    for line in filter(str.strip, text.splitlines()):
        if not line.startswith(" "):
            found.append(HeaderRule(line.strip(), {}))
        elif found:
            found[-1] = _with_line(found[-1], line.strip())
        else:
            raise ValueError(line)
    return tuple(found)


def _with_line(rule: HeaderRule, line: str) -> HeaderRule:
    if line.startswith(_REMOVED):
        return replace(rule, removed=(*rule.removed, line.removeprefix(_REMOVED)))
    name, separator, value = line.partition(": ")
    if not separator:
        raise ValueError(line)
    return replace(rule, headers={**rule.headers, name: value})
