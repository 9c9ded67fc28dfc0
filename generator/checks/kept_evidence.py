"""What was kept of a source is what was saved, and has the words that carry a fact."""

import hashlib
from collections.abc import Iterator

from generator.checks import Finding
from generator.dossier.content_folder import evidence_text_path
from generator.dossier.dossier import Dossier
from generator.model import Evidenced, Passage, Source
from generator.parsing.problem import shorten

COMMAND = "python site_build.py evidence"


def kept_texts_are_what_was_saved(dossier: Dossier) -> Iterator[Finding]:
    """A source with a kept copy has its text, unchanged, and a kept text has its source."""
    for source in dossier.sources:
        text, path = dossier.evidence.get(source.slug), evidence_text_path(source.slug)
        if source.kept and text is None:
            yield source, ("kept",), f"{path} ontbreekt; zet het terug, of haal 'kept' weg"
        elif source.kept and text and text_hash(text) != source.kept.text_sha256:
            message = f"{path} is gewijzigd sinds het is bewaard; zet het terug zoals het was"
            yield source, ("kept", "text_sha256"), message
        elif text is not None and not source.kept:
            remedy = f"bewaar de kopie met: {COMMAND} {source.slug} BESTAND"
            yield source, ("title",), f"bij {path} hoort 'kept'; {remedy}"


def passages_are_in_the_kept_text(dossier: Dossier) -> Iterator[Finding]:
    """A passage is literally in the text that was kept of one of the sources of its fact."""
    sources = {source.slug: source for source in dossier.sources}
    for item in (record for record in dossier.records if isinstance(record, Evidenced)):
        for at, passage in enumerate(item.passages):
            if found := _mistake(dossier, item, passage, sources):
                field, message = found
                yield item, ("passages", at, field), message


def _mistake(
    dossier: Dossier, item: Evidenced, passage: Passage, sources: dict[str, Source]
) -> tuple[str, str] | None:
    """The field of a passage that is wrong, and why; None if the passage is right."""
    slug = passage.source
    if slug not in sources:
        return None
    if slug not in item.sources:
        return "source", f"'{slug}' staat hier niet bij 'sources'; zet de bron daar ook"
    if not sources[slug].kept:
        message = f"van '{slug}' is geen kopie bewaard; bewaar die met: {COMMAND} {slug} BESTAND"
        return "source", message
    if slug in dossier.evidence and not has_passage(dossier.evidence[slug], passage.text):
        path = evidence_text_path(slug)
        return "text", f"'{shorten(passage.text)}' staat niet letterlijk in {path}"
    return None


def has_passage(text: str, words: str) -> bool:
    """Whether words occur literally in a text, however its lines are broken."""
    return " ".join(words.split()) in " ".join(text.split())


def text_hash(text: str) -> str:
    """The SHA-256 of a kept text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()
