"""The latest changes as a small file (JSON): pages compare it with what their reader saw before.

It is the same for every reader, and has a bounded size however long the register is. Addresses in
it start from the folder of the file, so that they are right wherever a copy of the site stands.
"""

import json
from collections.abc import Iterator, Sequence
from functools import partial

from generator.dossier import urls
from generator.dossier.fixed_addresses import LIST_WITH_CHANGES
from generator.dossier.register import COMMITMENT, Change, Event, Register
from generator.site.views import history
from generator.site.views.day_changes import ORDER, in_short, kind_of_event
from generator.site.views.linker import Linker
from generator.site.views.page import Output

NEWEST = 100
"""How many changes it has at most. It may grow no further: every reader of a list loads it."""


def outputs(link: Linker) -> Iterator[Output]:
    yield urls.LATEST_CHANGES, partial(_file, link)


def _file(link: Linker) -> str:
    register = link.dossier.register
    newest = sorted(register.changes, key=_newest_first)[:NEWEST]
    content = {
        "aantal": len(register.changes),
        "volledigVanaf": _complete_since(register, newest),
        "overzicht": urls.from_root(urls.CHANGES),
        "wijzigingen": [_change(register, each) for each in newest],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def _newest_first(change: Change) -> tuple[int, int, int]:
    """The order of the file: in each day, changes of the meaning come first.

    What is not among the first changes in this order never gets there later, since the register
    only grows. That is why a page can tell which of them its reader has not seen.
    """
    event = change.event
    return (-event.date.toordinal(), ORDER.index(event.event), change.at)


def _complete_since(register: Register, newest: Sequence[Change]) -> str | None:
    """The first day of which, like of all later ones, every change is in the file."""
    left_out = len(register.changes) - len(newest)
    last_left_out = register.events[left_out - 1].date if left_out else None
    days = [each.event.date for each in newest]
    found = min((day for day in days if last_left_out is None or day > last_left_out), default=None)
    return found.isoformat() if found else None


def _change(register: Register, change: Change) -> dict[str, object]:
    event = change.event
    return {
        "dag": event.date.isoformat(),
        "naam": event.id,
        "nummer": change.nth,
        "wijziging": history.label(event),
        "tekst": in_short(event),
        "adres": urls.from_root(urls.permalink(event.id)),
        "lijsten": [urls.from_root(page) for page in _lists(register, event)],
    }


def _lists(register: Register, event: Event) -> Iterator[str]:
    """The pages that list what changed."""
    if page := LIST_WITH_CHANGES.get(kind_of_event(event).key):
        yield page
    concerns_commitment = event.event in COMMITMENT or event.event == "status"
    if concerns_commitment or register.is_recorded_as_commitment(event.id):
        yield urls.COMMITMENTS
