"""The words of kept sources that carry what the content says."""

from generator.model.record import Record
from generator.model.scalars import Quote, SourceName


class Passage(Record, title="Passage die het bewijst"):
    """The words of a kept source that carry a fact."""

    source: SourceName
    """De bron waar ze in staan."""
    text: Quote
    """De woorden, letterlijk zoals in de bewaarde kopie."""
