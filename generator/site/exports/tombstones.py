"""What the page of something that ended says of it."""

from generator.site.views import history
from generator.site.views.linker import Linker
from generator.text.excerpts import first_words

_HEADING = 90
"""How many characters of a text stand for it at most."""


def tombstone(link: Linker, name: str) -> dict[str, object] | None:
    """What became of something that is no longer in use; None if it is."""
    event = link.dossier.register.tombstone(name)
    if not event:
        return None
    into = [history.named_permalink(link, each) for each in event.into]
    what = name if event.is_statement else first_words(event.text, _HEADING)
    happened = history.label(event).lower()
    return {
        "what": what,
        "happened": happened,
        "date": event.date,
        "note": event.note,
        "into": into,
    }
