"""The records of a dossier in a file with all of it: a heading, and rows with what is known."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model import Body, Named, OpenPoint, Party, Source, Statement, Term
from generator.site.views import history
from generator.site.views.deadlines import DeadlineView
from generator.site.views.evidence import PassageView
from generator.site.views.linker import Linker
from generator.site.views.page import Link, Piece, Prose
from generator.site.views.progress import ProgressView
from generator.text.dates import dutch_date


@dataclass(frozen=True)
class Row:
    """Something that is known."""

    label: str
    value: Prose


@dataclass(frozen=True)
class Item:
    """A record with its place in the file."""

    name: str
    """Its name in the register, which is its fragment."""
    heading: str
    language: str
    """The language of the heading, if it is not Dutch."""
    rows: tuple[Row, ...]


def words(text: object) -> Prose:
    return (Piece(str(text)),) if text else ()


def links(found: Iterable[Link]) -> Prose:
    """Links with commas between them."""
    pieces = [Piece(each.text, each) for each in found]
    commas = [each for piece in pieces for each in (Piece(", "), piece)]
    return tuple(commas[1:])


def _numbers(link: Linker, statements: Iterable[Statement]) -> Prose:
    return links(link.statement(each, each.id) for each in statements)


def _dated(day: object) -> Prose:
    return words(dutch_date(day)) if day else ()


def item(link: Linker, name: str, heading: str, *rows: tuple[str, Prose]) -> Item:
    """A record with what is known of it, and its version and permalink written out."""
    known = (Row(label, value) for label, value in (*rows, *cited(link, name)) if value)
    return Item(name, heading, "", tuple(known))


def cited(link: Linker, name: str) -> Iterator[tuple[str, Prose]]:
    """How to refer to something: its version, and its permalink written out."""
    version = history.latest(link, name)
    if version:
        yield "Versie", words(f"{version.number} van {dutch_date(version.event.date)}")
    yield "Vaste link", links([link.full_permalink(name)])


# By kind ------------------------------------------------------------------------------------------


def named(link: Linker, record: Named) -> Item:
    settings, naming = link.dossier.settings, link.dossier.backlinks.naming(record)
    members = record.members if isinstance(record, Body) else ()
    followed = record.followed_by if isinstance(record, Body) else None
    party = record if isinstance(record, Party) else None
    return item(
        link,
        record.slug,
        record.name,
        ("Korte naam", words(record.label)),
        ("Afkorting", words(record.abbreviation)),
        ("Groep", words(settings.party_groups[party.group] if party else "")),
        ("Onderdeel van", links(link.slugs(filter(None, [party.part_of if party else None])))),
        ("Wat het is", link.prose(record.what)),
        ("Deelnemers", links(link.slugs(members))),
        ("Gevolgd door", links(link.slugs(filter(None, [followed])))),
        ("In het document", words(", ".join(f"‘{each}’" for each in record.names))),
        ("Niet zeker", link.prose(record.uncertain)),
        ("Lees na", links(link.slugs(record.sources))),
        ("Genoemd in", _numbers(link, naming)),
    )


def term(link: Linker, record: Term) -> Item:
    return item(
        link,
        record.slug,
        record.term,
        ("Betekenis", link.prose(record.meaning)),
        ("In het document", words(", ".join(f"‘{each}’" for each in record.names))),
        ("Niet zeker", link.prose(record.uncertain)),
        ("Lees na", links(link.slugs(record.sources))),
    )


def source(link: Linker, record: Source) -> Item:
    address = [Link(record.url, address=record.url)] if record.url else []
    found = item(
        link,
        record.slug,
        record.title,
        ("Uitgever", words(record.publisher)),
        ("Datum", _dated(record.date)),
        ("Webadres", links(address)),
        ("Geraadpleegd", _dated(record.consulted)),
        ("Hoe", words(record.consulted_how)),
        ("Kopie bewaard", _dated(record.kept.saved if record.kept else None)),
        ("Wat de bron laat zien", link.prose(record.what)),
        ("Niet zeker", link.prose(record.uncertain)),
    )
    return Item(found.name, found.heading, record.language or "", found.rows)


def point(link: Linker, record: OpenPoint) -> Item:
    return item(
        link,
        record.slug,
        record.title,
        ("Soort", words(link.dossier.settings.point_kinds[record.kind])),
        ("Wat er staat", link.prose(record.found)),
        ("Hoe wij dat doen", link.prose(record.handled)),
        ("Gaat over", links(link.statements(record.statements))),
    )


def fact(link: Linker, seen: ProgressView) -> Item:
    note = f" {seen.status_note}" if seen.status_note else ""
    return item(
        link,
        seen.anchor,
        dutch_date(seen.date),
        ("Wat er gebeurde", seen.what),
        ("Status", words(f"{seen.label}{note}" if seen.label else "")),
        ("Hoort bij", links(seen.statements)),
        ("Lees na", links(seen.sources)),
        ("Gemeld door", links(seen.reported_by)),
        *_evidence(seen.passages),
    )


def _evidence(passages: Iterable[PassageView]) -> Iterator[tuple[str, Prose]]:
    for each in passages:
        place = f" (opgeslagen op {dutch_date(each.saved)})"
        quoted = (Piece(f"‘{each.text}’ "), Piece(each.source.text, each.source), Piece(place))
        yield "Bewijs", quoted


def deadline(link: Linker, seen: DeadlineView) -> Item:
    period = f"{dutch_date(seen.start)} tot en met " if seen.start else "uiterlijk "
    return item(
        link,
        seen.anchor,
        seen.what,
        ("Stand", words(": ".join(filter(None, (seen.state, seen.lateness))))),
        ("In het document", words(f"‘{seen.words}’")),
        ("Wanneer is dat?", (Piece(f"{period}{dutch_date(seen.end)}. "), *seen.derived)),
        *_shifts(seen),
        *_outcome(seen),
        ("Hoort bij", links(seen.statements)),
        ("Lees na", links(seen.sources)),
        *_evidence(seen.passages),
    )


def _shifts(seen: DeadlineView) -> Iterator[tuple[str, Prose]]:
    for each in seen.shifts:
        when = Piece(f"{dutch_date(each.date)}: nieuwe termijn {dutch_date(each.end)}. ")
        yield "Verschoven", (when, *each.decision, Piece(" Lees na: "), *links(each.sources))


def _outcome(seen: DeadlineView) -> Iterator[tuple[str, Prose]]:
    if not seen.outcome:
        yield "Wat kwam ervan?", words("Dat weten wij nog niet.")
        return
    when = Piece(f"{dutch_date(seen.outcome.date)}. ")
    read = (Piece(" Lees na: "), *links(seen.outcome.sources))
    yield "Wat kwam ervan?", (when, *seen.outcome.what, *read)
