"""Every statement occurs in its source, in the order of the source."""

from collections.abc import Iterator
from itertools import pairwise, takewhile

from generator.checks import Finding, TextLine
from generator.dossier.dossier import Dossier
from generator.dossier.source_lines import Quoting, SourceLines
from generator.grouping import gather
from generator.model import Chapter, SkippedLine, Source
from generator.parsing.problem import shorten
from generator.text import look_alikes

CONTEXT = 20
"""How many characters of a text show where a difference is."""


def quotes_are_verbatim(dossier: Dossier) -> Iterator[Finding]:
    """The text of a statement occurs literally on the given line of its source."""
    for slug, text in dossier.source_lines.items():
        for statement in text.statements:
            number, count = text.number(statement), len(text.lines)
            if text.has(statement) or text.is_explained(statement):
                continue
            if not 1 <= number <= count:
                lines = "1 regel" if count == 1 else f"{count} regels"
                message = f"'{slug}' heeft {lines}, geen regel {number}"
                yield statement, ("line",), message
            else:
                message = f"deze tekst staat niet letterlijk op regel {number} van de bron"
                yield statement, ("text",), message + _hint(text, statement)


def _hint(text: SourceLines, record: Quoting) -> str:
    """The end of a message: what differs, or where the words are."""
    number = text.number(record)
    line = text.lines[number - 1] if number <= len(text.lines) else ""
    return _difference(line, record.text) or _elsewhere(text.lines, record.text)


def _difference(line: str, text: str) -> str:
    """The end of a message: the first character that differs, if all others look the same."""
    found = look_alikes.first_difference(line, text)
    if not found:
        return ""
    place = f"na '{found.before[-CONTEXT:]}'" if found.before else "aan het begin"
    there, here = found.names
    return f"; {place} staat daar het teken {there} en hier {here}, en die lijken op elkaar"


def _elsewhere(lines: tuple[str, ...], text: str) -> str:
    """The end of a message: the first line that has the text, if there is one."""
    numbers = (number for number, line in enumerate(lines, 1) if text in line)
    found = next(numbers, None)
    return f"; hij staat op regel {found}" if found else ""


def quoted_sources_have_their_text(dossier: Dossier) -> Iterator[Finding]:
    """The text of a source that chapters quote is in the content, and is that of the quotes."""
    quoting = gather((part.source, part) for part in dossier.parts if part.statements)
    compared = {said.document for each in dossier.statements for said in each.compared}
    for source in dossier.sources:
        text = dossier.source_lines.get(source.slug)
        parts = quoting.get(source.slug, ())
        if text and text.is_other_text:
            yield TextLine(source.slug, 1), (), _other_text(text)
        elif not text and source.slug not in dossier.unread.names:
            yield from _without_text(source, parts, is_compared=source.slug in compared)


def _other_text(text: SourceLines) -> str:
    lost = sum(not text.occurs(each) for each in text.quoting)
    message = f"{lost} van de {len(text.quoting)} citaten uit deze bron staan niet in deze tekst"
    return f"{message}; zet de tekst terug die u citeert, of kies in de hoofdstukken de goede bron"


def _without_text(
    source: Source, parts: tuple[Chapter, ...], *, is_compared: bool
) -> Iterator[Finding]:
    """What misses a text: one chapter may name the wrong source, but several miss the text."""
    if len(parts) == 1 and not source.skipped and not is_compared:
        message = f"van '{source.slug}' ontbreekt de tekst: content/sources/{source.slug}.txt"
        yield parts[0], ("source",), message
    elif parts:
        message = f"de tekst van deze bron ontbreekt; {_quoting(parts)} eruit; zet hem terug"
        yield TextLine(source.slug, 1), (), message


def _quoting(parts: tuple[Chapter, ...]) -> str:
    return "1 hoofdstuk citeert" if len(parts) == 1 else f"{len(parts)} hoofdstukken citeren"


def skipped_words_are_in_the_source(dossier: Dossier) -> Iterator[Finding]:
    """What is skipped is on the given line of the source, and in no statement."""
    quoted = {part.source for part in dossier.parts if part.statements}
    for source in dossier.sources:
        if text := dossier.source_lines.get(source.slug):
            yield from _wrongly_skipped(text)
        elif source.skipped and source.slug not in quoted | dossier.unread.names:
            message = f"'{source.slug}' heeft geen tekst om iets van over te slaan"
            yield source, ("skipped",), message


def _wrongly_skipped(text: SourceLines) -> Iterator[Finding]:
    for skip in text.skipped:
        if text.has(skip):
            yield from _skipped_twice(text, skip)
        elif not text.is_explained(skip):
            message = f"op regel {text.number(skip)} van de bron staat iets anders"
            yield skip, ("text",), message + _hint(text, skip)


def _skipped_twice(text: SourceLines, skip: SkippedLine) -> Iterator[Finding]:
    number = text.number(skip)
    what = f"regel {skip.line} van de bron"
    if skip.text != text.lines[number - 1].strip():
        what = f"'{shorten(skip.text)}' op {what}"
    if text.overlaps(skip, text.statements_on(number)):
        yield skip, ("line",), f"{what} staat ook in een uitspraak"
    elif text.overlaps(skip, takewhile(lambda each: each is not skip, text.skipped_on(number))):
        yield skip, ("line",), f"{what} wordt al overgeslagen"


def empty_themes_are_explained(dossier: Dossier) -> Iterator[Finding]:
    """A theme without statements says what the source does not give."""
    for theme in dossier.themes:
        if not theme.statements and not theme.missing and dossier.place(theme).whole:
            message = "dit thema heeft geen uitspraken; zet bij 'missing' wat de bron niet geeft"
            yield theme, ("title",), message


def statements_follow_the_source_order(dossier: Dossier) -> Iterator[Finding]:
    """Within a chapter, statements are in the order of their source lines."""
    for part in dossier.parts:
        for before, after in pairwise(part.statements):
            if after.line < before.line:
                message = f"regel {after.line} hoort vóór regel {before.line} van {before.id}"
                yield after, ("line",), message


def parts_follow_their_parent(dossier: Dossier) -> Iterator[Finding]:
    """A statement that is part of another comes after it in the same chapter."""
    for part in dossier.parts:
        earlier: set[str] = set()
        for statement in part.statements:
            if statement.under in dossier.statement and statement.under not in earlier:
                message = f"{statement.under} staat niet hierboven in dit bestand"
                yield statement, ("under",), message
            earlier.add(statement.id)
