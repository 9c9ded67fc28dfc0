"""What search engines may read: everything, with the address of the sitemap.

Source: RFC 9309. Programs ask a host for ``/robots.txt`` and for no other file (2.3), so a site
below a path of a host can only say what belongs there.
"""

from collections.abc import Iterator
from functools import partial

from generator.dossier import urls
from generator.site.views.linker import Linker
from generator.site.views.page import Output

_EVERYONE = "User-agent: *\nAllow: /\n"


def outputs(link: Linker) -> Iterator[Output]:
    yield urls.ROBOTS, partial(_text, link)


def _text(link: Linker) -> str:
    sitemap = f"\nSitemap: {link.absolute_url(urls.SITEMAP)}\n"
    return f"{_for_host(link.dossier.settings.address)}{_EVERYONE}{sitemap}"


def _for_host(address: str) -> str:
    """What the maker of a site below a path has to do; empty for a site of a whole host."""
    host = urls.host_of(address)
    if host == address:
        return ""
    return (
        f"# Zoekmachines lezen dit bestand niet: ze lezen alleen {host}{urls.ROBOTS}\n"
        "# Zet daar de laatste regel van dit bestand in.\n"
    )
