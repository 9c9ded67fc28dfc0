"""Where a host is on the network, and whether anyone may see it there."""

import ipaddress
import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network

from generator.web.finding import Finding, Outcome

_NAT64 = IPv6Network("64:ff9b::/96")
_UNKNOWN = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}


class VisitError(Exception):
    """A visit that ends without a response, and what that finds."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.reason)
        self.finding = finding


def ip_addresses(host: str, port: int, *, allow_internal: bool) -> list[str]:
    """The IP addresses of a host, to connect to: looked up once, so that they are what was checked.

    Raises:
        VisitError: the host has none, or one in an internal network and that is not allowed.

    """
    found = _looked_up(host, port)
    if not allow_internal and not all(map(is_public, found)):
        raise VisitError(Finding(Outcome.INTERNAL, "leidt naar een intern netwerk"))
    return found


def _looked_up(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError as error:  # such as a label of more than 63 characters
        raise VisitError(Finding(Outcome.DIED, "dit is geen naam van een server")) from error
    except socket.gaierror as error:
        if error.errno in _UNKNOWN:
            finding = Finding(Outcome.DIED, "deze server bestaat niet (meer)")
        else:
            finding = Finding(Outcome.NO_ANSWER, "de naam van de server is niet op te zoeken")
        raise VisitError(finding) from error
    return [*dict.fromkeys(str(address[0]) for *_, address in found)]


def is_public(address: str) -> bool:
    """Whether an IP address is on the public internet, also as it is written inside IPv6."""
    ip = ipaddress.ip_address(address)
    return all(each.is_global and not each.is_multicast for each in (ip, *_inside(ip)))


def _inside(ip: IPv4Address | IPv6Address) -> list[IPv4Address]:
    """The IPv4 addresses to which an IPv6 address leads."""
    if isinstance(ip, IPv4Address):
        return []
    nat64 = IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _NAT64 else None
    found = (ip.ipv4_mapped, ip.sixtofour, nat64, *(ip.teredo or ()))
    return [each for each in found if each]
