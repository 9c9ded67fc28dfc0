"""What changed in the texts of sources, line by line."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from generator.editing.change_report import aligned_lines, literal
from generator.editing.change_report.comparison import Comparison
from generator.site.views.inline_html import plural


def changes(found: Comparison) -> Iterator[str]:
    """The lines of source texts that were added, removed or changed."""
    before, after = found.source_texts
    for slug in sorted(before.keys() | after.keys()):
        name = literal.name(slug)
        if slug not in before:
            yield f"nieuw: de tekst van {name}, {plural(len(after[slug]), 'regel', 'regels')}"
        elif slug not in after:
            yield f"weg: de tekst van {name}"
        else:
            yield from (f"{name}, {each}" for each in _lines(before[slug], after[slug]))


def _lines(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    for old, new in aligned_lines.differing(before, after):
        for line, to in zip_longest(old, new):
            if line is None:
                yield f"regel {to + 1} is nieuw: {literal.new(after[to]).strip() or '(leeg)'}"
            elif to is None:
                yield f"regel {line + 1} is weg: {literal.gone(before[line]).strip() or '(leeg)'}"
            else:
                yield f"regel {to + 1}: {literal.word_changes(before[line], after[to])}"
