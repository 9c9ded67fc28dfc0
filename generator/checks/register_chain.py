"""Each line of the register has the hash of the line before it: nothing was changed or left out."""

from collections.abc import Iterator
from itertools import pairwise

from generator.checks import Finding
from generator.dossier import register_chain
from generator.dossier.dossier import Dossier
from generator.dossier.register import Event, fingerprint
from generator.grouping import gather

UPGRADE = "python site_build.py upgrade"


def events_follow_each_other(dossier: Dossier) -> Iterator[Finding]:
    """Each event has the hash of the line before it in its file; the first has none."""
    for events in _readable_files(dossier):
        if events[0].previous:
            message = "vóór deze regel stond een andere; zet die terug"
            yield events[0], ("previous",), message
        for before, event in pairwise(events):
            expected = register_chain.event_hash(dossier.register, before)
            if event.previous != expected and before.fingerprint == fingerprint(before.text):
                yield event, ("previous",), _message(event, expected)


def _readable_files(dossier: Dossier) -> Iterator[tuple[Event, ...]]:
    """The events of each file of the register without a line that cannot be read."""
    register = dossier.register
    unreadable = {problem.path for problem in register.problems}
    by_file = gather((dossier.place(each).document.path, each) for each in register.written)
    yield from (events for path, events in by_file.items() if path not in unreadable)


def _message(event: Event, expected: str) -> str:
    if not event.previous:
        return (
            f'hier ontbreekt \'previous\'; zet achteraan: "previous": "{expected}" — of vul '
            f"het overal aan met: {UPGRADE}"
        )
    return (
        "de regel hiervoor is gewijzigd, verplaatst of weggehaald; zet die terug zoals hij was. "
        "Voegden twee voorstellen elk een regel toe, zet dan hier bij 'previous': " + expected
    )
