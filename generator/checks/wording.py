"""The words of editors are finished and tidy, and their links lead to what they say."""

import re
from collections.abc import Iterator
from functools import cache

from generator.checks import Finding
from generator.dossier.dossier import Dossier
from generator.model import Record
from generator.model.scalars import Verbatim
from generator.model.traversal import KeyPath, fields_with, texts
from generator.parsing.problem import shorten
from generator.text import inline_links, parliamentary_papers, placeholders

_SPACES = re.compile(r"\S+ {2,}\S+")


def texts_are_filled_in(dossier: Dossier) -> Iterator[Finding]:
    """No text is still the placeholder of a line that was pasted."""
    notes = ((event, ("note",), event.note) for event in dossier.register.events if event.note)
    for record, keys, text in (*_own_texts(dossier), *notes):
        if placeholders.is_placeholder(text):
            yield record, keys, f"'{shorten(text)}' is geen tekst; vul hier in wat er moet staan"


def _own_texts(dossier: Dossier) -> Iterator[tuple[Record, KeyPath, str]]:
    """Every text that is not the source's: its record, its key path and the text."""
    for record in dossier.records:
        yield from ((record, *found) for found in texts(record, _own_fields(type(record))))


@cache
def _own_fields(model: type[Record]) -> tuple[str, ...]:
    quoted = fields_with(model, Verbatim)
    return tuple(name for name in model.model_fields if name not in quoted)


def words_have_one_space_between_them(dossier: Dossier) -> Iterator[Finding]:
    """In a text of our own there is one space between two words."""
    for record, keys, text in _own_texts(dossier):
        if "  " in text:
            for found in _SPACES.findall(text):
                yield record, keys, f"tussen deze woorden staat meer dan één spatie: '{found}'"


def links_lead_to_what_they_say(dossier: Dossier) -> Iterator[Finding]:
    """A link whose words are a number, an address or a paper leads to that and no other."""
    ours = re.compile(rf"\b{dossier.settings.prefix}-[0-9]{{3,}}\b")
    for record, keys, text in dossier.rich_texts:
        for segment in inline_links.segments(text):
            if target := segment.meaning:
                said = [*_said(segment.text, target, ours)]
                if said and target not in said:
                    message = f"de link op '{shorten(segment.text)}' leidt naar {shorten(target)}"
                    yield record, keys, f"{message}; noem in beide hetzelfde"


def _said(words: str, target: str, number: re.Pattern[str]) -> Iterator[str]:
    """The targets that the words of a link name, of the same sort as its own target."""
    if number.fullmatch(target):
        yield from number.findall(words)
    elif inline_links.is_external(target) and inline_links.is_external(words):
        yield words
    elif target.startswith(parliamentary_papers.PUBLISHED_AT):
        yield from (each.meaning for each in parliamentary_papers.segments(words) if each.meaning)


# Warnings -----------------------------------------------------------------------------------------


def terms_occur_in_a_source(dossier: Dossier) -> Iterator[Finding]:
    """A term, or another spelling of it, occurs in a source text: there it is explained."""
    text = "\n".join(line for lines in dossier.texts.values() for line in lines)
    for term in dossier.terms.terms:
        if not any(name in text for name in (term.term, *term.names)):
            yield term, ("term",), f"'{term.term}' staat in geen enkele brontekst"
