"""Every word of a quoted source is accounted for, and the numbers of its lines are right."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from generator.checks import Finding, TextLine
from generator.dossier.dossier import Dossier
from generator.dossier.source_lines import Quoting, SourceLines
from generator.model import Statement
from generator.parsing.problem import shorten
from generator.text import line_shifts, remainder
from generator.text.line_shifts import Shift

RENUMBER = "python site_build.py renumber --lines"
MAX_LISTED = 3
"""How many shifts, lines or statements a message lists before it counts the others."""


def sources_are_covered(dossier: Dossier) -> Iterator[Finding]:
    """Every word of a quoted source is in a statement, or is skipped with a reason."""
    for source in dossier.sources:
        text = dossier.source_lines.get(source.slug)
        if text and not text.is_other_text:
            for number, rest in _uncovered(dossier, text):
                if number not in text.inserted:
                    message = f"regel {number} van de bron staat in geen uitspraak: '{rest}'"
                    yield source, (), message


def _uncovered(dossier: Dossier, text: SourceLines) -> Iterator[tuple[int, str]]:
    """The numbers of the lines that are not covered, with what is left of each.

    A line about which another rule has a message is left out.
    """
    reported = {*dossier.unread.lines, *(number for number, _ in dossier.misquoted)}
    others = [*dossier.unread.texts, *(record.text for _, record in dossier.misquoted)]
    for number, line in enumerate(text.lines, 1):
        quotes = [each.text for each in text.quoting_on(number)]
        rest = remainder.uncovered(line, [*quotes, *others])
        if rest and number not in reported and not _is_skipped_twice(text, number):
            yield number, rest


def _is_skipped_twice(text: SourceLines, number: int) -> bool:
    quoting = text.quoting_on(number)
    return any(text.overlaps(skip, quoting) for skip in text.skipped_on(number))


# Shifted lines ------------------------------------------------------------------------------------


def line_numbers_are_those_of_the_text(dossier: Dossier) -> Iterator[Finding]:
    """No line was inserted in a source or removed from it since its lines were numbered."""
    for slug, text in dossier.source_lines.items():
        if text.shifts:
            first = line_shifts.moved(text.shifts[0].after, text.shifts) + 1
            message = (
                f"de regelnummers bij de uitspraken kloppen niet meer: {_where(text)}; "
                f"herstel ze met: {RENUMBER} {slug}{_added(dossier, text)}{_lost(text)}"
            )
            yield TextLine(slug, min(first, len(text.lines))), (), message


def _where(text: SourceLines) -> str:
    """Each line from which the numbers that editors wrote are off, and by how many lines."""
    offsets = accumulate(shift.by for shift in text.shifts)
    last = max(each.line for each in text.quoting)
    return _listed(
        [_from(shift, offset, last) for shift, offset in zip(text.shifts, offsets, strict=True)]
    )


def _from(shift: Shift, offset: int, last: int) -> str:
    start = shift.after + max(0, -shift.by) + 1
    if start > last:
        return f"vanaf regel {shift.after + 1} is de rest weg"
    return f"vanaf regel {start} {_distance(offset)}"


def _distance(offset: int) -> str:
    if not offset:
        return "klopt het weer"
    count = abs(offset)
    lines = "regel" if count == 1 else "regels"
    return f"staat alles {count} {lines} {'verder' if offset > 0 else 'eerder'}"


def _added(dossier: Dossier, text: SourceLines) -> str:
    """The end of a message: the inserted lines that no statement has yet."""
    added = [
        f"regel {number} ('{shorten(rest)}')"
        for number, rest in _uncovered(dossier, text)
        if number in text.inserted
    ]
    return f"; nieuw, en nog in geen uitspraak: {_listed(added)}" if added else ""


def _lost(text: SourceLines) -> str:
    """The end of a message: whose words were removed."""
    lost = [_name(each) for each in text.quoting if text.is_removed(each)]
    end = "zet ze terug, of haal ook weg wat ze citeert"
    return f"; weg zijn de woorden van {_listed(lost)}: {end}" if lost else ""


def _name(record: Quoting) -> str:
    return record.id if isinstance(record, Statement) else f"'{shorten(record.text)}' bij skipped"


def _listed(parts: Sequence[str]) -> str:
    others = len(parts) - MAX_LISTED
    return ", ".join(parts[:MAX_LISTED]) + (f", en nog {others}" if others > 0 else "")
