"""Where researchers report a weak spot in the site: ``security.txt``, if there is a contact.

Source: RFC 9116. Section 3 gives its place on a host and its form: plain text in UTF-8 with a field
on each line. Section 2.5 gives the fields.
"""

import datetime as dt
from collections.abc import Iterator
from functools import partial

from generator.dossier import urls
from generator.model import SecurityContact
from generator.site.views.linker import Linker
from generator.site.views.page import Output

_LANGUAGES = "nl, en"


def outputs(link: Linker) -> Iterator[Output]:
    """The file; none without a contact, and none of a contact that is not known to be true."""
    if link.dossier.settings.security:
        yield urls.SECURITY, partial(_text, link)


def _text(link: Linker) -> str:
    settings = link.dossier.settings
    contact = settings.security
    fields = _fields(settings.address, contact) if contact else ()
    lines = (f"{name}: {value}\n" for name, value in fields)
    return "".join((*_for_host(settings.address), *lines))


def _fields(address: str, contact: SecurityContact) -> Iterator[tuple[str, str]]:
    """The fields: the first two are required (2.5.3, 2.5.5)."""
    yield "Contact", _uri(contact.contact)
    yield "Expires", _end_of(contact.expires)
    yield "Preferred-Languages", _LANGUAGES  # 2.5.8: in any order
    if address.startswith("https:"):  # 2.5.2: no other scheme is allowed
        yield "Canonical", _place(address)


def _uri(contact: str) -> str:
    """A contact as an address: a mail address needs its scheme (2.5.3)."""
    return contact if "/" in contact else f"mailto:{contact}"


def _end_of(day: dt.date) -> str:
    """The last moment of a day, as RFC 3339 has it (2.5.5)."""
    return f"{day.isoformat()}T23:59:59Z"


def _place(address: str) -> str:
    """Where the host of a site has the file: at its root (3), also for a site below a path."""
    return f"{urls.host_of(address)}{urls.SECURITY}"


def _for_host(address: str) -> Iterator[str]:
    """What the maker of a site below a path has to do, as a comment (2.3)."""
    if urls.host_of(address) != address:
        yield f"# Dit bestand hoort op {_place(address)}\n# Zet het daar neer.\n"
