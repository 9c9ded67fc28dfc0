"""Renumbers the lines that statements and skipped lines name, after their source text changed."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.dossier.dossier import Dossier
from generator.dossier.loader import read
from generator.dossier.source_lines import Quoting, SourceLines, quote
from generator.parsing.problem import hint
from generator.parsing.yaml_editor import Edit, YamlEditor, apply
from generator.text.line_alignment import LOW_SHIFT_COST, alignment
from generator.text.line_shifts import Shifts, has_text


class RenumberError(Exception):
    """The lines cannot be renumbered; the message says why, in Dutch."""


@dataclass(frozen=True)
class Renumbered:
    """The content after its lines were renumbered."""

    texts: Mapping[str, str]
    """The text of every file that changes, by its path."""
    counts: Mapping[str, int]
    """How many numbers changed, by the slug of the source; only sources with changes."""
    shifts: Mapping[str, Shifts]
    """How the lines of those sources moved: ``line_shifts.moved`` gives the new number of a line.

    A number that was only mistyped is no shift.
    """


def renumber(dossier: Dossier, texts: Mapping[str, str], source: str | None = None) -> Renumbered:
    """Give every quote the number of the line that has its words now; change nothing else.

    ``texts`` has the text of every file by its path. Without ``source``, its slug, this is done for
    all sources. Words that are gone keep their place in the order,
    and their number if that is beyond the end.

    Raises:
        RenumberError: there is no text of the source.

    """
    if source is not None and source not in dossier.source_lines:
        known = hint(source, dossier.source_lines)
        raise RenumberError(f"'{source}' is geen bron met een tekst{known}")
    done = _pass(dossier, texts, source)
    for _ in range(MOST_PASSES):
        further = _further_pass(texts, done, source)
        if not further.texts:
            break
        done = replace(done, texts={**done.texts, **further.texts})
    return done


MOST_PASSES = 10
"""Where many lines are equal, the numbers of one pass can show the next one more."""


def _further_pass(texts: Mapping[str, str], done: Renumbered, source: str | None) -> Renumbered:
    renumbered = {**texts, **done.texts}
    dossier = read(renumbered).dossier if done.texts else None
    return _pass(dossier, renumbered, source) if dossier else Renumbered({}, {}, {})


def _pass(dossier: Dossier, texts: Mapping[str, str], source: str | None) -> Renumbered:
    chosen = {slug: text for slug, text in dossier.source_lines.items() if source in (None, slug)}
    numbers = {slug: list(_new_numbers(text)) for slug, text in chosen.items()}
    changed = {slug: found for slug, found in numbers.items() if found}
    return Renumbered(
        texts=_edited(dossier, texts, [each for found in changed.values() for each in found]),
        counts={slug: len(found) for slug, found in changed.items()},
        shifts={slug: chosen[slug].shifts for slug in changed},
    )


def _new_numbers(text: SourceLines) -> Iterator[tuple[Quoting, int]]:
    """Every record whose number changes, with its new number."""
    if all(has_text(text.lines, each.line, each.text) for each in text.quoting):
        return
    quotes = [quote(each) for each in text.quoting]
    places = dict(alignment(quotes, text.lines, LOW_SHIFT_COST))
    uses = Counter(each.text for each in text.quoting)
    taken = _taken(text)
    for record in text.quoting:
        shifted = text.number(record)
        numbers = [places.get(record.line, 0), shifted]
        if uses[record.text] == 1:
            numbers += _only_line(text, record)
        free = (each for each in numbers if (each, record.text) not in taken)
        right = (each for each in free if has_text(text.lines, each, record.text))
        number = next(right, shifted)
        if number != record.line and number <= len(text.lines):
            yield record, number


def _taken(text: SourceLines) -> frozenset[tuple[int, str]]:
    """The lines and texts of records that are right, if no lines shifted: no other may go there."""
    if text.shifts:
        return frozenset()
    right = (each for each in text.quoting if has_text(text.lines, each.line, each.text))
    return frozenset((each.line, each.text) for each in right)


def _only_line(text: SourceLines, record: Quoting) -> list[int]:
    """The number of the line with the words of a record, if only one line has them."""
    found = [number for number, line in enumerate(text.lines, 1) if record.text in line]
    return found if len(found) == 1 else []


def _edited(
    dossier: Dossier, texts: Mapping[str, str], numbers: list[tuple[Quoting, int]]
) -> dict[str, str]:
    """The files with the new numbers, by path."""
    editors: dict[str, YamlEditor] = {}
    edits: dict[str, list[Edit]] = {}
    for record, number in numbers:
        place = dossier.place(record)
        path = place.document.path
        editor = editors.setdefault(path, YamlEditor(texts[path]))
        edits.setdefault(path, []).append(editor.set((*place.keys, "line"), number))
    return {path: apply(texts[path], found) for path, found in edits.items()}
