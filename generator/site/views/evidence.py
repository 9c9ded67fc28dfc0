"""The words of sources that carry a fact, from the copies that were kept."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Evidenced
from generator.site.views.linker import Linker
from generator.site.views.page import Link


@dataclass(frozen=True)
class PassageView:
    """Words of a source that carry a fact, from the copy that was kept."""

    text: str
    source: Link
    saved: dt.date
    kept_text: Link
    """The text that was kept."""


def passages(link: Linker, item: Evidenced) -> Iterator[PassageView]:
    """The words that carry a fact; none if no copy was kept."""
    sources = {source.slug: source for source in link.dossier.sources}
    for passage in item.passages:
        source = sources[passage.source]
        if source.kept:
            yield PassageView(
                passage.text, link.record(source), source.kept.saved, link.kept_copy(source)
            )
