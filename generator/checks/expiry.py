"""What is valid until a day: it is renewed in time, and not published after that day."""

import datetime as dt
from collections.abc import Iterator

from generator.checks import Finding
from generator.dossier.dossier import Dossier
from generator.parsing.problem import Problem
from generator.text.dates import dutch_date

EXPIRED = "verlopen"
SOON = dt.timedelta(days=30)
LONG = dt.timedelta(days=366)
"""RFC 9116 (2.5.5) advises a day less than a year ahead: a year may have a day more."""
_KEYS = ("security", "expires")
_RENEW = "kijk na of het contact nog klopt en kies een nieuwe dag"


def security_contact_is_renewed(dossier: Dossier, today: dt.date) -> Iterator[Finding]:
    """The contact for security expires later than in a month, and within a year."""
    contact = dossier.settings.security
    if contact and contact.expires - today <= SOON:
        verb = "loopt af" if contact.expires >= today else "liep af"
        yield dossier.settings, _KEYS, f"dit {verb} op {dutch_date(contact.expires)}; {_RENEW}"
    elif contact and contact.expires - today > LONG:
        message = f"{contact.expires} is over meer dan een jaar; kies een dag binnen een jaar"
        yield dossier.settings, _KEYS, message


def check(dossier: Dossier, today: dt.date) -> Iterator[Problem]:
    """For which a site cannot be published: RFC 9116 (2.5.5) says not to use an expired contact."""
    contact = dossier.settings.security
    if contact and contact.expires < today:
        message = f"dit liep af op {dutch_date(contact.expires)}; {_RENEW}"
        yield dossier.place(dossier.settings).document.problem(_KEYS, message, EXPIRED)
