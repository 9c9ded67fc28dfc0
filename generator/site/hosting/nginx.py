"""The part of nginx's configuration that differs by site: its headers and its redirects.

All headers of nginx come from one place, because ``add_header`` in a location replaces those of
the server. So each header is a variable that depends on the address asked for, and a header with
an empty value is not sent.
Sources: https://nginx.org/en/docs/http/ngx_http_map_module.html and
https://nginx.org/en/docs/http/ngx_http_headers_module.html.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.site.hosting.headers import ALL, CONTENT_TYPE, HeaderRule

ASKED = "$asked"
"""The address that a reader asked for, whichever file the answer is made of."""
REDIRECT = "$redirect"
FOR_A_MINUTE = HeaderRule(ALL, {"Cache-Control": "public, max-age=60"})
"""What may differ after the next release. Other hosts have a rule of their own for this."""


def maps(rules: Sequence[HeaderRule], redirects: Mapping[str, str]) -> str:
    """The value of each header, and where each former address is now, by address.

    Raises:
        ValueError: a value has a sign that nginx would read as its own.

    """
    of_headers = (_map(_variable(name), _values(name, rules)) for name in _names(rules))
    of_redirects = ((_quoted(start), _quoted(goal)) for start, goal in redirects.items())
    return "\n".join((*of_headers, _map(REDIRECT, of_redirects)))


def add_headers(rules: Iterable[HeaderRule]) -> str:
    """The directives that add all headers, to answers of any status."""
    return "".join(f"add_header {name} {_variable(name)} always;\n" for name in _names(rules))


def _names(rules: Iterable[HeaderRule]) -> Iterable[str]:
    """The headers to add; nginx knows the type of each file itself, and would send it twice."""
    names = dict.fromkeys(name for rule in rules for name in rule.headers)
    return (name for name in names if name != CONTENT_TYPE)


def _variable(header: str) -> str:
    return f"$header_{header.lower().replace('-', '_')}"


def _values(header: str, rules: Sequence[HeaderRule]) -> Iterator[tuple[str, str]]:
    """The last rule that matches decides, so it comes first: nginx takes the first that matches."""
    for rule in reversed(rules):
        if header in rule.headers or header in rule.removed:
            yield _address(rule.addresses), _quoted(rule.headers.get(header, ""))


def _address(pattern: str) -> str:
    if pattern == ALL:
        return "default"
    if "*" not in pattern:
        return _quoted(pattern)
    return _quoted(f"~^{'.*'.join(map(re.escape, pattern.split('*')))}$", pattern=True)


def _quoted(text: str, *, pattern: bool = False) -> str:
    if (not pattern and ("$" in text or "\\" in text)) or '"' in text or "\n" in text:
        raise ValueError(text)
    return f'"{text}"'


def _map(variable: str, values: Iterable[tuple[str, str]]) -> str:
    lines = "".join(f"    {address} {value};\n" for address, value in values)
    return f"map {ASKED} {variable} {{\n{lines}}}\n"
