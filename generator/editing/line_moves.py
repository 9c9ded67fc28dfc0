"""Finds source lines that moved since another version while the register does not say so."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from generator.checks.register import pasted
from generator.dossier import line_ids
from generator.dossier.content_folder import source_text_path
from generator.dossier.dossier import Dossier
from generator.dossier.register import Event
from generator.model import characters
from generator.parsing.problem import Problem
from generator.text import line_shifts
from generator.text.line_shifts import Shift, Shifts


def unrecorded(
    before: Mapping[str, str], dossier: Dossier, known: Mapping[str, int]
) -> Iterator[Problem]:
    """A problem for each source whose lines moved without an event that says how.

    ``before`` has the earlier texts of the content by path, and ``known`` how many events each name
    had then.
    """
    for slug, lines in dossier.texts.items():
        path = source_text_path(slug)
        if path in before and slug in dossier.register.history:
            earlier = [*characters.lines(characters.readable(before[path]))]
            found = between(earlier, lines)
            new = [
                each
                for each in line_ids.moves(dossier.register, slug)
                if each[0] > known.get(slug, 0)
            ]
            if not _agree(found, [shifts for _, shifts in new], len(earlier)):
                yield _problem(dossier, slug, path, found)


def between(before: Sequence[str], after: Sequence[str]) -> Shifts:
    """Where lines were inserted into a text or removed, other than at its end."""
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    blocks = [(0, 0, 0), *matcher.get_matching_blocks()]
    steps = ((a + n, (c - a - n), (d - b - n)) for (a, b, n), (c, d, _) in pairwise(blocks))
    found = (Shift(start + min(old, new), new - old) for start, old, new in steps if old != new)
    return tuple(shift for shift in found if shift.after < len(before) or shift.by < 0)


def _agree(found: Shifts, recorded: Sequence[Shifts], count: int) -> bool:
    """Whether every line that is still there is where the recorded moves say."""
    for line in range(1, count + 1):
        if not any(shift.removes(line) for shift in found):
            place = line
            for shifts in recorded:
                place = line_shifts.moved(place, shifts)
            if place != line_shifts.moved(line, found):
                return False
    return True


def _problem(dossier: Dossier, slug: str, path: str, found: Shifts) -> Problem:
    item = next(each for each in dossier.citables if each.name == slug)
    last = dossier.register.history[slug][-1]
    event = last.model_copy(
        update={
            "event": "regels",
            "date": max(last.date, item.file.changed),
            "note": None,
            "lines": line_ids.written(found),
        }
    )
    first = min((shift.after for shift in found), default=0) + 1
    message = (
        "in deze tekst zijn regels ingevoegd of weggehaald, en het register zegt niet welke; een "
        f"link naar een regel zou andere woorden tonen: {pasted(dossier, [event])}"
    )
    return Problem(path, first, 1, message, "regels-verschoven")


def event_counts(events: Mapping[str, Sequence[Event]]) -> dict[str, int]:
    """How many events each name has."""
    return {name: len(found) for name, found in events.items()}
