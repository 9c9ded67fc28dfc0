"""What became of a name that is no longer in the content, in words for whoever still uses it."""

from generator.dossier.dossier import Dossier
from generator.dossier.register import Event
from generator.parsing.problem import did_you_mean


def what_became_of(dossier: Dossier, name: str) -> str | None:
    """What happened to a name in the register, and what to do; None if it is in use or unknown."""
    last = dossier.register.last(name)
    if not last or name in dossier.statement or name in _slugs(dossier):
        return None
    if not last.ends:
        renamed = "" if last.is_statement else did_you_mean(name, _slugs(dossier))
        return f"'{name}' staat nergens meer; zet het terug, of haal het ook hier weg{renamed}"
    return f"'{name}' {_end(last)}"


def _slugs(dossier: Dossier) -> set[str]:
    return {*dossier.record, *(entry.slug for entry, _ in dossier.entries())}


def _end(event: Event) -> str:
    new = " en ".join(f"'{name}'" for name in event.into)
    if event.event == "gesplitst":
        return f"is op {event.date} gesplitst in {new}; kies daaruit"
    if event.event == "samengevoegd":
        return f"is op {event.date} opgegaan in {new}; noem dat hier"
    if event.into:
        return f"heet sinds {event.date} {new}; noem dat hier"
    return f"is op {event.date} vervallen; haal het hier weg"
