"""What was kept of sources as evidence, as plain text."""

from collections.abc import Iterator
from functools import partial

from generator.dossier import urls
from generator.model import Source
from generator.site.views.linker import Linker
from generator.site.views.page import Output


def outputs(link: Linker) -> Iterator[Output]:
    """The kept text of each source that has one."""
    for source in link.dossier.sources:
        if source.kept and source.slug in link.dossier.evidence:
            yield urls.kept_copy(source), partial(_text, link, source)


def _text(link: Linker, source: Source) -> str:
    return link.dossier.evidence[source.slug]
