"""Compares two dossiers and reports the changes as Markdown, to post with a proposal.

Each change is reported once, in the words of an editor. Values are shown literally: ``literal``
says why. Each module gives the lines of one subject.
"""

from collections.abc import Callable, Iterator, Sequence

from generator.checks import problem_text
from generator.editing.change_report import (
    addresses,
    configuration,
    consequences,
    pages,
    recorded,
    records,
    source_texts,
    statements,
)
from generator.editing.change_report.comparison import Comparison, Side
from generator.editing.change_report.literal import literal_markdown
from generator.parsing.problem import Problem
from generator.site.views.inline_html import plural

__all__ = ["Side", "incomparable", "render"]

_SECTIONS: tuple[tuple[str, Callable[[Comparison], Iterator[str]]], ...] = (
    ("De brontekst is gewijzigd", source_texts.changes),
    ("Hernoemd", addresses.renamed),
    ("Uitspraken toegevoegd", statements.added),
    ("Uitspraken gewijzigd", statements.changed),
    ("Uitspraken vervallen", statements.withdrawn),
    ("Verplaatst", addresses.moved),
    ("Uitspraken anders ingedeeld of toegelicht", statements.explained_otherwise),
    *records.sections(),
    ("Menu", configuration.menu_changes),
    ("Instellingen in mkdocs.yml", configuration.settings),
    ("Register", recorded.changes),
    ("Gevolgen voor de status van afspraken", consequences.statuses),
    ("Gevolgen voor termijnen", consequences.ends),
    ("Pagina’s van de site", pages.changes),
)


def sections(before: Side, after: Side) -> Iterator[tuple[str, list[str]]]:
    """The changes under their Dutch headings, as lines of Markdown; none without a line."""
    found = Comparison(before, after)
    reported = ((title, [*lines(found)]) for title, lines in _SECTIONS)
    return ((title, lines) for title, lines in reported if lines)


def render(before: Side, after: Side) -> str:
    """All changes as Dutch Markdown."""
    found = [*sections(before, after)]
    if not found:
        return "## Wat dit voorstel wijzigt\n\nNiets aan de inhoud, het menu of de instellingen.\n"
    counts = ", ".join(f"{title.lower()} ({len(lines)})" for title, lines in found)
    text = ["## Wat dit voorstel wijzigt", "", f"In het kort: {counts}."]
    for title, lines in found:
        text += ["", f"### {title}", "", *(f"- {line}" for line in lines)]
    return "\n".join(text) + "\n"


def incomparable(where: str, problems: Sequence[Problem], cure: str) -> str:
    """A report that no comparison is possible, because the content on one side is invalid."""
    count = plural(len(problems), "fout", "fouten")
    shown, others = problem_text.first(problems)
    why = f"de inhoud van {literal_markdown(where)} klopt niet ({count})"
    lines = (f"- {literal_markdown(str(each))}" for each in shown)
    text = [
        "## Wat dit voorstel wijzigt",
        "",
        f"Dat is niet te zeggen: {why}. {cure}",
        "",
    ]
    return "\n".join([*text, *lines, *(["", others] if others else [])]) + "\n"
