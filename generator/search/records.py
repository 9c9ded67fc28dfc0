"""The records that readers can search for: statements, pages, and entries on shared pages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.dossier import urls
from generator.dossier.dossier import Dossier
from generator.dossier.kinds import KINDS, kind_of
from generator.model import (
    Chapter,
    Deadline,
    Deadlines,
    Entry,
    File,
    Mentionable,
    OpenPoint,
    OpenPoints,
    Party,
    Progress,
    ProgressLog,
    Record,
    Source,
    Statement,
    Term,
    Terms,
    Theme,
    Timeline,
)
from generator.site.views import deadlines, progress
from generator.site.views.linker import Linker
from generator.site.views.page import Link
from generator.site.views.statements import place_in


@dataclass(frozen=True)
class SearchRecord:
    """A search result: what readers see of it, and the texts that find it."""

    address: str
    """From the root of the site, with the fragment."""
    kind: str
    title: str
    text: str = ""
    """Shown below the title, and searched."""
    names: tuple[str, ...] = ()
    """Searched like the title, but not shown."""
    also: tuple[str, ...] = ()
    """Searched with a lower weight than the text, and not shown."""
    themes: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    status: str = ""
    number: str = ""
    is_name: bool = True
    """Whether the title is a name; a sentence is not."""
    date: str = ""
    """The date of a fact or a source, which may be a year or a month."""
    latest: str = ""
    """The date of the latest fact about a commitment."""
    weight: float = 1.0
    """Factor on the score of the result: a higher weight ranks it higher."""


COMMITMENT = ("Afspraak", 1.0)
"""What readers call a statement that is a commitment, and its weight."""
PAGE = ("Pagina", 1.1)
LISTS_IN_SHORT = {
    urls.THEMES: "Wat er bij elk thema is afgesproken, en hoe het daarmee staat.",
    urls.COMMITMENTS: "Alle afspraken met hun status, partijen en termijn. U kunt ze filteren, "
    "sorteren en downloaden.",
    urls.CHAPTERS: "De volledige tekst van het document, van begin tot eind.",
    urls.PARTIES: "Welke organisaties meedoen, en welke partij bij welk thema wordt genoemd.",
    urls.BODIES: "Welke overleggen er zijn, en wie er aan elk overleg deelneemt.",
    urls.INSTRUMENTS: "Regelingen, fondsen, programma’s en andere middelen.",
    urls.SOURCES: "Alle bronnen met hun datum en uitgever: Kamerstukken, besluiten, berichten en "
    "websites.",
    urls.CHANGES: "Wat er is toegevoegd, gewijzigd of verbeterd, en wanneer. Met de oude en de "
    "nieuwe woorden, en een feed om te volgen.",
    urls.CITING: "Verwijzen naar een uitspraak: een vaste link delen, een citaat met bron, "
    "versies, controlecodes en het register.",
}
"""What the list pages are about, for readers who search for them."""


def search_records(link: Linker) -> Iterator[SearchRecord]:
    """All records that can be found."""
    dossier = link.dossier
    yield from (_statement(link, each) for each in dossier.statements)
    yield from (_record(link, each) for each in _found_by_name(dossier))
    yield from (_entry(link, entry) for entry, _ in dossier.entries())
    yield from _pages(link)


def _found_by_name(dossier: Dossier) -> Iterator[File]:
    """The records with a page of their own that are found by their name."""
    for kind in KINDS:
        if kind.is_file and kind.search_weight:
            yield from dossier.of_kind(kind)


def _label_and_weight(record: Record) -> tuple[str, float]:
    kind = kind_of(record)
    return kind.search_label or kind.label, kind.search_weight


def _statement(link: Linker, statement: Statement) -> SearchRecord:
    dossier, home = link.dossier, link.dossier.home(statement)
    kind, weight = COMMITMENT if statement.commitment else _label_and_weight(statement)
    role = dossier.settings.kinds[statement.kind].role
    mentioned = tuple(dossier.mentions(statement))
    facts = progress.summary(link, statement)
    return SearchRecord(
        address=_statement_address(dossier, statement),
        kind=kind,
        title=statement.text,
        text=place_in(link.document(statement), home.title),
        also=(
            kind,
            *_optional_text(link, statement.note),
            *_names(mentioned),
            *_parent_text(link, statement),
        ),
        themes=(home.title,) if isinstance(home, Theme) else (),
        parties=tuple(each.display_name for each in mentioned if isinstance(each, Party)),
        status=progress.status(link, statement).label if statement.commitment else "",
        number=statement.id,
        latest=facts.latest if statement.commitment and facts else "",
        names=(statement.id,),
        is_name=False,
        weight=weight if role == "text" else weight * 0.75,
    )


def _statement_address(dossier: Dossier, statement: Statement) -> str:
    """The page of a commitment, which begins with how it stands; else the place in its chapter."""
    if statement.commitment:
        return _address(urls.commitment_page(statement))
    return _address(urls.page(dossier.home(statement)), urls.anchor(statement))


def _parent_text(link: Linker, statement: Statement) -> Iterator[str]:
    """The text of the statement that this one is part of."""
    if statement.under:
        yield link.dossier.statement[statement.under].text


def _names(records: Iterable[Mentionable]) -> Iterator[str]:
    for record in records:
        yield from (record.full_name, *record.names)


def _record(link: Linker, record: File) -> SearchRecord:
    (kind, weight), title = _label_and_weight(record), record.full_name
    known = getattr(record, "names", ())
    names = (link.title(record), getattr(record, "abbreviation", None) or "", *known)
    return SearchRecord(
        address=_address(urls.page(record)),
        kind=kind,
        title=title,
        text=_plain_text(link, record.description),
        names=tuple(dict.fromkeys(filter(None, names))),
        also=(record.slug,) if isinstance(record, Source) else (),
        themes=(title,) if isinstance(record, Theme) else (),
        parties=(record.display_name,) if isinstance(record, Party) else (),
        date=(record.date or "") if isinstance(record, Source) else "",
        weight=weight * (2 if isinstance(record, Source) and known else 1),
    )


def _entry(link: Linker, entry: Entry) -> SearchRecord:
    kind, weight = _label_and_weight(entry)
    (title, text), place = _title_and_text(link, entry), _place(link, entry)
    statements = [link.dossier.statement[name] for name in getattr(entry, "statements", ())]
    themes = [theme.title for each in statements if (theme := link.dossier.theme(each))]
    return SearchRecord(
        address=_address(place.page, place.fragment),
        kind=kind,
        title=title,
        text=text,
        names=entry.names if isinstance(entry, Term) else (),
        also=tuple(each.text for each in statements),
        themes=tuple(dict.fromkeys(themes)),
        is_name=isinstance(entry, Term | OpenPoint),
        date=entry.date if isinstance(entry, Progress) else "",
        weight=weight,
    )


def _place(link: Linker, entry: Entry) -> Link:
    """The place of an entry; of a fact, the page of a commitment that it is about."""
    named = (link.dossier.statement[name] for name in getattr(entry, "statements", ()))
    commitment = next((each for each in named if each.commitment), None)
    is_fact = isinstance(entry, Progress)
    return link.outcome(commitment) if is_fact and commitment else link.entry(entry)


def _title_and_text(link: Linker, entry: Entry) -> tuple[str, str]:
    """The title of an entry and the text below it."""
    if isinstance(entry, Term):
        return entry.term, _plain_text(link, entry.meaning)
    if isinstance(entry, OpenPoint):
        return entry.title, _plain_text(link, entry.found)
    if isinstance(entry, Deadline):
        state = deadlines.state(entry, link.today)
        return (
            f"Termijn: {entry.what}",
            f"‘{entry.words}’: {state}. {_plain_text(link, entry.derived)}",
        )
    assert isinstance(entry, Progress)  # noqa: S101  (no other entry can be cited)
    status = f"Status: {progress.LABELS[entry.status]}." if entry.status else ""
    return _plain_text(link, entry.what), status


def _pages(link: Linker) -> Iterator[SearchRecord]:
    """Complete pages, and the sections of articles: title and introduction or headings."""
    kind, weight = PAGE
    dossier = link.dossier
    files: tuple[Timeline | Terms | OpenPoints | ProgressLog | Deadlines | Chapter, ...] = (
        dossier.timeline,
        dossier.terms,
        dossier.open_points,
        dossier.progress,
        dossier.deadlines,
        dossier.follow_up,
        *dossier.chapters,
    )
    for file in files:
        text = _plain_text(link, file.intro)
        factor = 0.7 if file in dossier.chapters else 1
        address = _address(urls.page(file))
        yield SearchRecord(address, kind, link.title(file), text, weight=weight * factor)
    for article in dossier.articles:
        page = urls.page(article)
        headings = " · ".join(part.heading for part in article.sections)
        yield SearchRecord(_address(page), kind, article.title, headings, weight=weight)
        for part in article.sections:
            address = _address(page, urls.anchor(part))
            text = _plain_text(link, part.text)
            yield SearchRecord(address, article.title, part.heading, text, weight=weight * 0.8)
    for pair in dossier.document_pairs:
        yield SearchRecord(_address(pair.page), kind, pair.title, weight=weight)
    for path in urls.LISTS:
        text = LISTS_IN_SHORT.get(path, "")
        yield SearchRecord(_address(path), kind, link.list(path).text, text, weight=weight)


def _optional_text(link: Linker, text: str | None) -> Iterator[str]:
    """A rich text as plain text, or nothing if it is absent."""
    if text:
        yield _plain_text(link, text)


def _plain_text(link: Linker, text: str | None) -> str:
    """A rich text without its links."""
    return "".join(piece.text for piece in link.prose(text))


def _address(page: str, anchor: str = "") -> str:
    return urls.address(page) + (f"#{anchor}" if anchor else "")
