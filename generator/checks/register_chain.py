"""Each line of the register has the hash of the line before it: nothing was changed or left out."""

from collections.abc import Iterator

from generator.checks import Finding
from generator.dossier import register_chain
from generator.dossier.dossier import Dossier
from generator.dossier.register import Event

UPGRADE = "python site_build.py upgrade"


def events_follow_each_other(dossier: Dossier) -> Iterator[Finding]:
    """Each event has the hash of the line before it in its file; the first has none."""
    for event, expected in register_chain.breaks(dossier.register):
        yield event, ("previous",), message(event, expected)


def message(event: Event, expected: str | None) -> str:
    """What is wrong with an event that should have another hash, in Dutch; None is no hash."""
    if not expected:
        return "vóór deze regel stond een andere; zet die terug"
    if not event.previous:
        return (
            f'hier ontbreekt \'previous\'; zet achteraan: "previous": "{expected}" — of vul '
            f"het overal aan met: {UPGRADE}"
        )
    return (
        "de regel hiervoor is gewijzigd, verplaatst of weggehaald; zet die terug zoals hij was. "
        f"Voegden twee voorstellen elk een regel toe, zet dan hier bij 'previous': {expected}"
    )
