"""Every statement occurs in its source, and the statements cover the source completely."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from generator.checks import Finding
from generator.dossier.dossier import Dossier
from generator.model import Chapter, Statement, characters

CONTEXT = 20
"""How many characters of a text show where a difference is."""


def quotes_are_verbatim(dossier: Dossier) -> Iterator[Finding]:
    """The text of a statement occurs literally on the given line of its source."""
    for part, statement, lines in _quoted(dossier):
        if not 1 <= statement.line <= len(lines):
            message = f"'{part.source}' heeft {len(lines)} regels, geen regel {statement.line}"
            yield statement, ("line",), message
        elif statement.text not in lines[statement.line - 1]:
            message = f"deze tekst staat niet letterlijk op regel {statement.line} van de bron"
            reason = _difference(lines[statement.line - 1], statement.text)
            yield statement, ("text",), message + (reason or _elsewhere(lines, statement.text))


def _difference(line: str, text: str) -> str:
    """The end of a message: the first character that differs, if all others look the same."""
    start = characters.look_alike(line).find(characters.look_alike(text))
    if start < 0:
        return ""
    pairs = enumerate(zip(line[start:], text, strict=False))
    at, (there, here) = next((at, pair) for at, pair in pairs if pair[0] != pair[1])
    place = f"na '{text[max(0, at - CONTEXT) : at]}'" if at else "aan het begin"
    names = [characters.code_point(each) for each in (there, here)]
    return f"; {place} staat daar het teken {names[0]} en hier {names[1]}, en die lijken op elkaar"


def _elsewhere(lines: tuple[str, ...], text: str) -> str:
    """The end of a message: the first line that has the text, if there is one."""
    numbers = (number for number, line in enumerate(lines, 1) if text in line)
    found = next(numbers, None)
    return f"; hij staat op regel {found}" if found else ""


def _quoted(dossier: Dossier) -> Iterator[tuple[Chapter, Statement, tuple[str, ...]]]:
    for part in dossier.parts:
        for statement in part.statements:
            if part.source in dossier.texts:
                yield part, statement, dossier.texts[part.source]


def chapters_quote_a_stored_text(dossier: Dossier) -> Iterator[Finding]:
    """The source of a chapter with statements has its text in the content."""
    for part in dossier.parts:
        known = part.source in [source.slug for source in dossier.sources]
        if part.statements and known and part.source not in dossier.texts:
            message = f"van '{part.source}' ontbreekt de tekst: content/sources/{part.source}.txt"
            yield part, ("source",), message


def sources_are_covered(dossier: Dossier) -> Iterator[Finding]:
    """Every word of a quoted source is in a statement, or its line is skipped with a reason."""
    misquoted = [
        statement for statement in dossier.statements if not dossier.is_verbatim(statement)
    ]
    reported = {statement.line for statement in misquoted} | dossier.unread.lines
    other_quotes = [*dossier.unread.texts, *(statement.text for statement in misquoted)]
    for source in dossier.sources:
        skipped = {skip.line for skip in source.skipped}
        for number, line in enumerate(dossier.texts.get(source.slug, ()), 1):
            if not line or line.isspace():
                continue
            quotes = [statement.text for statement in dossier.on_line(source, number)]
            rest = _uncovered(line, [*quotes, *other_quotes])
            if rest and number not in skipped | reported:
                message = f"regel {number} van de bron staat in geen uitspraak: '{rest}'"
                yield source, (), message


def _uncovered(line: str, quotes: Iterable[str]) -> str:
    """What remains of a line without its list dash and the quotes from it."""
    rest = re.sub(r"^\s*-\s", "", line)
    for quote in sorted(quotes, key=len, reverse=True):
        rest = rest.replace(quote, "", 1)
    return rest.strip()


def skipped_lines_are_not_quoted(dossier: Dossier) -> Iterator[Finding]:
    """A skipped line has the given text in the source, and no statement quotes it."""
    for source in dossier.sources:
        lines = dossier.texts.get(source.slug, ())
        for skip in source.skipped:
            if skip.line > len(lines) or lines[skip.line - 1].strip() != skip.text:
                message = f"op regel {skip.line} van de bron staat iets anders"
                yield skip, ("text",), message
            elif dossier.on_line(source, skip.line):
                yield skip, ("line",), f"regel {skip.line} van de bron staat ook in een uitspraak"


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
