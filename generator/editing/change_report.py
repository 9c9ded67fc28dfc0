"""Compares two dossiers and reports the changes as Markdown, to post with a proposal.

The content may come from a stranger, and the report is posted under the project's name. So a value
is shown literally and has no effect: no Markdown, no HTML, no mention of a user, no link.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.dossier import urls
from generator.dossier.citable import Citable
from generator.model import Deadline, Progress, Record, Statement
from generator.parsing.problem import Problem
from generator.site.views import deadlines, history, progress
from generator.site.views.escaping import in_markdown
from generator.site.views.linker import Linker
from generator.site.views.markdown import plural
from generator.text import word_diff
from generator.text.dates import dutch_date

LIMIT = 60_000
"""In bytes. A GitHub comment has at most 65,536 characters, and the posting script adds a few."""
LONGEST = 1_500
"""Of one value, in characters: one very long sentence must not displace all other changes."""

_JOINER = "\u2060"
"""Word joiner, invisible: after the sign that starts a mention, it turns that into plain text.

An HTML entity would not work: GitHub and GitLab look for mentions in the rendered text.
"""
_MENTION_SIGNS = re.compile(
    r"(?<=[@#:!%$&~^])(?=\S)|(?<=www)(?=\.)|(?<=GH)(?=-[0-9])", re.IGNORECASE
)


@dataclass(frozen=True)
class Side:
    """A dossier before or after a proposal."""

    link: Linker
    files: Mapping[str, str]
    """All files rendered from it, by path under the docs folder."""


def literal_markdown(value: str) -> str:
    """A value as Markdown that shows it literally, without mentions or links, wherever posted."""
    text = " ".join(value.split())
    text = "".join(each for each in text if unicodedata.category(each) not in ("Cc", "Cf"))
    cut = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    return str(in_markdown(_MENTION_SIGNS.sub(_JOINER, cut)))


def render(before: Side, after: Side) -> str:
    """All changes as Dutch Markdown, at most ``LIMIT`` bytes long."""
    sections = [(title, list(lines(before, after))) for title, lines in _SECTIONS]
    found = [(title, lines) for title, lines in sections if lines]
    if not found:
        return "## Wat dit voorstel wijzigt\n\nNiets aan de inhoud of aan de site.\n"
    counts = ", ".join(f"{title.lower()} ({len(lines)})" for title, lines in found)
    head = ["## Wat dit voorstel wijzigt", "", f"In het kort: {counts}."]
    for title, lines in found:
        head += ["", f"### {title}", "", *(f"- {line}" for line in lines)]
    return _within_limit(head)


def incomparable(where: str, problems: Sequence[Problem]) -> str:
    """A report that no comparison is possible, because the content on one side is invalid."""
    count = plural(len(problems), "fout", "fouten")
    why = (
        f"de inhoud van {literal_markdown(where)} klopt niet ({count}) of past niet bij deze versie"
    )
    head = ["## Wat dit voorstel wijzigt", "", f"Dat is niet te zeggen: {why} van de site.", ""]
    return _within_limit([*head, *(f"- {literal_markdown(str(each))}" for each in problems)])


def _within_limit(lines: list[str]) -> str:
    """The lines that fit within ``LIMIT``, with a note on how many are left out."""
    size, kept = 0, 0
    for line in lines:
        size += len(line.encode()) + 1
        if size > LIMIT - 200:
            break
        kept += 1
    left = sum(line.startswith("- ") for line in lines[kept:])
    note = "1 regel is" if left == 1 else f"{left} regels zijn"
    end = ["", f"Dit overzicht is te lang: {note} weggelaten."] if left else []
    return "\n".join([*lines[:kept], *end]) + "\n"


# Statements ---------------------------------------------------------------------------------------


def _added(before: Side, after: Side) -> Iterator[str]:
    for new in _only(after, before):
        if isinstance(new.record, Statement):
            yield f"{_statement(new)} op {_title(after, new)}: {literal_markdown(new.text)}"


def _changed(before: Side, after: Side) -> Iterator[str]:
    for old, new in _both(before, after):
        if old.text != new.text:
            events = _new_events(before, after, new.name)
            yield f"{_label(new)}: {_word_changes(old.text, new.text)}{events}"


def _withdrawn(before: Side, after: Side) -> Iterator[str]:
    for old in _only(before, after):
        if isinstance(old.record, Statement):
            events = _new_events(before, after, old.name)
            yield f"{_statement(old)}: <del>{literal_markdown(old.text)}</del>{events}"


def _moved(before: Side, after: Side) -> Iterator[str]:
    for old, new in _both(before, after):
        if isinstance(new.record, Statement) and old.page != new.page:
            was, is_ = urls.address(old.page), urls.address(new.page)
            yield f"{_statement(new)}: van {_code(was)} naar {_code(is_)}"


def _other_fields(before: Side, after: Side) -> Iterator[str]:
    """The fields of statements that changed, other than the text."""
    for old, new in _both(before, after):
        if isinstance(new.record, Statement):
            names = [name for name in _fields(old.record, new.record) if name != "text"]
            if names:
                yield f"{_statement(new)}: {', '.join(f'`{name}`' for name in names)}"


def _word_changes(old: str, new: str) -> str:
    """Both texts in one, with removed words in ``<del>`` and added words in ``<ins>``."""
    tags = {"same": "{}", "gone": "<del>{}</del>", "new": "<ins>{}</ins>"}
    parts = word_diff.between(old, new)
    return "".join(_tagged(tags[part.kind], part.text) for part in parts)


def _tagged(tag: str, text: str) -> str:
    """Some words in their tag, with the spaces around them outside it."""
    start, end = " " * text[:1].isspace(), " " * text[-1:].isspace()
    return f"{start}{tag.format(literal_markdown(text))}{end}" if text.strip() else " "


# Other citable items ------------------------------------------------------------------------------


def _facts(before: Side, after: Side) -> Iterator[str]:
    for new in _only(after, before):
        if isinstance(new.record, Progress):
            about = ", ".join(new.record.statements)
            day = literal_markdown(dutch_date(new.record.date))
            yield f"{day}, over {about}: {literal_markdown(new.text)}"


def _statuses(before: Side, after: Side) -> Iterator[str]:
    for old, new in _both(before, after):
        if isinstance(old.record, Statement) and isinstance(new.record, Statement):
            was, is_ = _status(before, old.record), _status(after, new.record)
            if was != is_:
                yield f"{_statement(new)}: van {was} naar {is_}"


def _status(side: Side, statement: Statement) -> str:
    if not statement.commitment:
        return "geen afspraak"
    status = progress.status(side.link, statement)
    return literal_markdown(f"‘{status.label}’" + (f", {status.note}" if status.note else ""))


def _deadlines(before: Side, after: Side) -> Iterator[str]:
    for new in _only(after, before):
        if isinstance(new.record, Deadline):
            yield f"nieuw: {literal_markdown(new.text)}, {_deadline(after, new.record)}"
    for old, new in _both(before, after):
        if isinstance(old.record, Deadline) and isinstance(new.record, Deadline):
            was, is_ = _deadline(before, old.record), _deadline(after, new.record)
            if was != is_:
                yield f"{literal_markdown(new.text)}: van {was} naar {is_}"


def _deadline(side: Side, deadline: Deadline) -> str:
    ends = deadlines.last_day(deadline, side.link.today)
    return f"uiterlijk {dutch_date(ends)} ({deadlines.state(deadline, side.link.today)})"


def _others(before: Side, after: Side) -> Iterator[str]:
    """Other items that were added, removed or changed: parties, sources, terms and so on."""
    for new in _only(after, before):
        if not isinstance(new.record, Statement | Progress | Deadline):
            yield f"nieuw: {_label(new)}"
    for old in _only(before, after):
        if not isinstance(old.record, Statement):
            yield f"weg: {_label(old)}{_new_events(before, after, old.name)}"
    for old, new in _both(before, after):
        names = _fields(old.record, new.record)
        if names and not isinstance(new.record, Statement):
            yield f"gewijzigd: {_label(new)}, {', '.join(f'`{name}`' for name in names)}"


# Addresses ----------------------------------------------------------------------------------------


def _links(before: Side, after: Side) -> Iterator[str]:
    """Published addresses of items that have moved or are removed."""
    now = {item.name: item for item in after.link.dossier.citables}
    register = after.link.dossier.register
    for old in before.link.dossier.citables:
        new = now.get(old.name)
        if new and new.place == old.place:
            continue
        state = f"het staat nu op {_code(new.place)}" if new else "het staat er niet meer"
        is_recorded = old.place in register.former_places(old.name)
        redirect = "het oude adres leidt door" if is_recorded else "nog niet vastgelegd"
        yield f"{_code(old.place)}: {state}; {redirect}"


def _pages(before: Side, after: Side) -> Iterator[str]:
    changed = [
        path
        for path in sorted(before.files.keys() | after.files.keys())
        if before.files.get(path) != after.files.get(path)
    ]
    for path in (each for each in changed if each.endswith(".md")):
        state = " (nieuw)" if path not in before.files else ""
        yield _code(urls.address(path)) + (state if path in after.files else " (weg)")
    if rest := sum(not each.endswith(".md") for each in changed):
        counted = plural(rest, "ander bestand", "andere bestanden")
        yield f"en {counted}, zoals vaste adressen en feeds"


_SECTIONS: tuple[tuple[str, Callable[[Side, Side], Iterator[str]]], ...] = (
    ("Uitspraken toegevoegd", _added),
    ("Teksten gewijzigd", _changed),
    ("Uitspraken vervallen", _withdrawn),
    ("Uitspraken verplaatst", _moved),
    ("Uitspraken anders ingedeeld of toegelicht", _other_fields),
    ("Statussen gewijzigd", _statuses),
    ("Termijnen gewijzigd", _deadlines),
    ("Feiten over de voortgang toegevoegd", _facts),
    ("Overige inhoud", _others),
    ("Gepubliceerde adressen geraakt", _links),
    ("Pagina’s die veranderen", _pages),
)


# Comparing ----------------------------------------------------------------------------------------


def _only(one: Side, other: Side) -> Iterator[Citable]:
    """The citable items on one side whose name is not on the other."""
    names = {item.name for item in other.link.dossier.citables}
    return (item for item in one.link.dossier.citables if item.name not in names)


def _both(before: Side, after: Side) -> Iterator[tuple[Citable, Citable]]:
    """The citable items with the same name on both sides."""
    now = {item.name: item for item in after.link.dossier.citables}
    for old in before.link.dossier.citables:
        if old.name in now:
            yield old, now[old.name]


def _fields(old: Record, new: Record) -> list[str]:
    """The fields in which two records differ; statements in a chapter are compared separately."""
    names: Iterable[str] = dict.fromkeys((*type(old).model_fields, *type(new).model_fields))
    ignored = ("slug", "changed", "statements")
    return [
        name
        for name in names
        if name not in ignored and getattr(old, name, None) != getattr(new, name, None)
    ]


def _new_events(before: Side, after: Side, name: str) -> str:
    """The register events of a name that the proposal adds, in Dutch."""
    count = len(before.link.dossier.register.history.get(name, ()))
    events = after.link.dossier.register.history.get(name, ())[count:]
    descriptions = (
        ": ".join([history.label(event).lower(), *([event.note] if event.note else [])])
        + (f", zie {', '.join(event.into)}" if event.into else "")
        for event in events
    )
    return (
        "".join(f" ({literal_markdown(each)})" for each in descriptions) or " (nog niet vastgelegd)"
    )


def _label(item: Citable) -> str:
    return _statement(item) if isinstance(item.record, Statement) else literal_markdown(item.text)


def _statement(item: Citable) -> str:
    return f"**{item.name}**"


def _title(side: Side, item: Citable) -> str:
    return f"‘{literal_markdown(side.link.title(item.file))}’"


def _code(address: str) -> str:
    return f"`{address}`"
