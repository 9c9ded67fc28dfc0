"""The HTTP headers of the files of the site, as rules.

The format is that of a file ``_headers``, which Netlify and Cloudflare Pages read: a pattern of
addresses on a line of its own, below it the headers, each on an indented line.
Sources: https://docs.netlify.com/manage/routing/headers/ and
https://developers.cloudflare.com/pages/configuration/headers/.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.site import security_policy
from generator.site.api.answers import VERSION
from generator.site.api.openapi import VERSION_HEADER

ALL = "/*"
HASHED_NAME = re.compile(r"assets/.+\.[0-9a-f]{8}\.min\.(?:css|js)")
"""The theme names these files after a hash of their contents."""
YEAR = 31_536_000
"""In seconds."""


@dataclass(frozen=True)
class HeaderRule:
    """The headers of all addresses that match a pattern, in which ``*`` is any text."""

    addresses: str
    headers: Mapping[str, str]


SECURITY = {
    "Strict-Transport-Security": f"max-age={YEAR}",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
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
        *(HeaderRule(f"/{name}", FOR_EVER) for name in hashed),
    )


def file(rules: Iterable[HeaderRule]) -> str:
    """The file ``_headers`` with these rules."""
    return "".join(line for rule in rules for line in _lines(rule))


def _lines(rule: HeaderRule) -> Iterator[str]:
    yield f"{rule.addresses}\n"
    for name, value in rule.headers.items():
        yield f"  {name}: {value}\n"


def parse(text: str) -> tuple[HeaderRule, ...]:
    """The rules in a file ``_headers``.

    Raises:
        ValueError: a line is no rule and no header.

    """
    found: list[tuple[str, dict[str, str]]] = []
    for line in filter(str.strip, text.splitlines()):
        if not line.startswith(" "):
            found.append((line.strip(), {}))
            continue
        name, separator, value = line.strip().partition(": ")
        if not separator or not found:
            raise ValueError(line)
        found[-1][1][name] = value
    return tuple(HeaderRule(addresses, headers) for addresses, headers in found)
