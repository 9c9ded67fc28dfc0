"""Which content a text is made of, noted while it is made.

A record tells when something is read of it that is shown. So no renderer has to say what it shows,
and none can forget to.
"""

from collections.abc import Callable
from typing import TypeVar

from generator.dossier import Dossier
from generator.marks import DAY, day_key, keys_by_identity
from generator.model import Record
from generator.model.record import listening

Text = TypeVar("Text")


class Tracer:
    """Makes texts of a dossier, and tells for each of which content it was made."""

    def __init__(self, dossier: Dossier) -> None:
        self._keys = keys_by_identity(dossier)
        self._noted: set[str] = set()

    def trace(self, make: Callable[[], Text]) -> tuple[Text, frozenset[str]]:
        """A text, and the keys of what it was made of: as ``marks`` has them."""
        self._noted.clear()
        with listening(self._note):
            text = make()
        return text, frozenset(self._noted)

    def _note(self, record: Record, field: str) -> None:
        key = self._keys[id(record)]
        self._noted.add(day_key(key) if field == DAY else key)
