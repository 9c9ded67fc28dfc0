"""Nothing is said twice: names, titles, sentences, and what is in a list."""

from collections.abc import Iterable, Iterator
from itertools import chain

from generator.checks import Finding
from generator.dossier.dossier import Dossier
from generator.grouping import gather
from generator.model import (
    Chapter,
    Deadline,
    Entry,
    File,
    Milestone,
    OpenPoint,
    Progress,
    Record,
    Source,
    Term,
)
from generator.model.traversal import KeyPath
from generator.parsing.problem import shorten

Named = tuple[Record, KeyPath, str]
"""Words by which readers know something: its record, the key path to the words, and the words."""


def lists_have_no_duplicates(dossier: Dossier) -> Iterator[Finding]:
    """A list does not have the same name or text twice."""
    for record in dossier.records:
        for field in type(record).model_fields:
            items = getattr(record, field)
            if isinstance(items, tuple) and len(items) > 1:
                yield from _repeated_items(record, field, items)


def _repeated_items(record: Record, field: str, items: tuple[object, ...]) -> Iterator[Finding]:
    seen = set[str]()
    for at, item in enumerate(items):
        if isinstance(item, str):
            if item in seen:
                yield record, (field, at), f"'{shorten(item)}' staat al in deze lijst"
            seen.add(item)


def titles_are_unique(dossier: Dossier) -> Iterator[Finding]:
    """Two records of a kind do not have the same name, label or title, whatever its capitals."""
    files = gather((_sort(file), file) for file in dossier.files if not isinstance(file, Source))
    for alike in files.values():
        yield from _named_twice(chain.from_iterable(map(_titles, alike)))
    yield from _named_twice(chain.from_iterable(map(_names, dossier.terms.terms)))


def _sort(file: File) -> type[File]:
    """What files are compared by: readers see themes and other chapters in one list."""
    return Chapter if isinstance(file, Chapter) else type(file)


def _titles(file: File) -> Iterator[Named]:
    for field in ("name", "label", "title"):
        if words := getattr(file, field, None):
            yield file, (field,), words


def _names(term: Term) -> Iterator[Named]:
    yield term, ("term",), term.term
    yield from ((term, ("names", at), name) for at, name in enumerate(term.names))


def _named_twice(names: Iterable[Named]) -> Iterator[Finding]:
    for (record, keys, words), earlier in _repeated(names):
        yield record, keys, f"'{words}' is ook al de naam van '{_name(earlier)}'"


def _repeated(names: Iterable[Named]) -> Iterator[tuple[Named, Record]]:
    """The words that another record has already, with that record; capitals do not count."""
    first: dict[str, Record] = {}
    for named in names:
        earlier = first.setdefault(named[2].casefold(), named[0])
        if earlier is not named[0]:
            yield named, earlier


def _name(record: Record) -> str:
    """The slug of a record, or else its title."""
    return str(getattr(record, "slug", None) or getattr(record, "title", ""))


def labels_are_unique(dossier: Dossier) -> Iterator[Finding]:
    """The names of the groups and kinds in dossier.yml differ, and so do the numbers of themes."""
    settings = dossier.settings
    for field in ("kinds", "party_groups", "point_kinds"):
        first: dict[str, str] = {}
        for slug, item in getattr(settings, field).items():
            label = str(getattr(item, "label", item))
            earlier = first.setdefault(label.casefold(), slug)
            if earlier != slug:
                yield settings, (field, slug), f"'{label}' is ook al de naam van '{earlier}'"
    numbers: dict[int, str] = {}
    for theme in dossier.themes:
        earlier = numbers.setdefault(theme.number, theme.slug)
        if earlier != theme.slug:
            yield theme, ("number",), f"nummer {theme.number} is al van het thema '{earlier}'"


def sentences_are_quoted_once(dossier: Dossier) -> Iterator[Finding]:
    """A sentence of the source is one statement, unless its line has the sentence more often."""
    for source in dossier.source_lines.values():
        known = (each for each in source.statements if source.has(each))
        places = gather(((source.number(each), each.text), each) for each in known)
        for (line, text), statements in places.items():
            count = source.lines[line - 1].count(text)
            for statement in statements[count:]:
                yield statement, ("text",), f"deze zin van de bron is al {statements[0].id}"


# Warnings -----------------------------------------------------------------------------------------


def sentences_differ(dossier: Dossier) -> Iterator[Finding]:
    """Two statements of one document that are no headings do not have the same text."""
    kinds = dossier.settings.kinds
    texts = [each for each in dossier.statements if kinds[each.kind].role == "text"]
    for statements in gather(
        ((dossier.home(each).source, each.text), each) for each in texts
    ).values():
        for statement in statements[1:]:
            yield statement, ("text",), f"{statements[0].id} heeft dezelfde tekst"


def descriptions_differ(dossier: Dossier) -> Iterator[Finding]:
    """Two sources, open points, deadlines, milestones or facts do not have the same words."""
    by_model = gather((type(record), record) for record in dossier.records)
    for model, field in DESCRIPTIONS:
        found = ((each, (field,), getattr(each, field)) for each in by_model.get(model, ()))
        for (record, keys, words), earlier in _repeated(each for each in found if each[2]):
            where = f" bij '{earlier.slug}'" if isinstance(earlier, Source | Entry) else ""
            yield record, keys, f"'{shorten(words)}' staat er ook al{where}"


DESCRIPTIONS: tuple[tuple[type[Record], str], ...] = (
    (Source, "title"),
    (Source, "url"),
    (OpenPoint, "title"),
    (Deadline, "what"),
    (Milestone, "title"),
    (Progress, "what"),
)
"""The fields whose words differ between the records of a kind, unless there is a reason."""


def periods_have_one_answer(dossier: Dossier) -> Iterator[Finding]:
    """The same words about time in the same statement are one deadline and one milestone."""
    for records in (dossier.deadlines.items, dossier.timeline.milestones):
        first: dict[tuple[str, str], Record] = {}
        for record in records:
            for name in record.statements:
                earlier = first.setdefault((name, record.words), record)
                if earlier is not record:
                    message = f"'{record.words}' uit {name} staat ook al bij '{_name(earlier)}'"
                    yield record, ("words",), message
