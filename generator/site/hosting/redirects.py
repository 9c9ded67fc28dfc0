"""Where former addresses are now, as a file ``_redirects`` that Netlify and Cloudflare read.

A line each: the old address, the new one, and the status 301.
Source: https://developers.cloudflare.com/pages/configuration/redirects/.
"""

from collections.abc import Mapping

REDIRECTS = "_redirects"
_STATUS = "301"


def file(redirects: Mapping[str, str]) -> str:
    """The file with the new address of each former one."""
    return "".join(f"{start} {goal} {_STATUS}\n" for start, goal in redirects.items())


def parse(text: str) -> dict[str, str]:
    """The new address of each former one.

    Raises:
        ValueError: a line is no redirect.

    """
    found = {}
    for line in filter(str.strip, text.splitlines()):
        start, goal, status = line.split()
        if status != _STATUS:
            raise ValueError(line)
        found[start] = goal
    return found
