"""What readers can find by searching: statements, pages, and what stands on a page with others."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.dossier import urls
from generator.model import (
    Body,
    Chapter,
    Deadline,
    Deadlines,
    Entry,
    Instrument,
    Mentionable,
    OpenPoint,
    OpenPoints,
    Party,
    Progress,
    ProgressLog,
    Source,
    Statement,
    Term,
    Terms,
    Theme,
    Timeline,
)
from generator.site.views import deadlines, progress
from generator.site.views.linker import Linker


@dataclass(frozen=True)
class Findable:
    """Something to be found, as readers see it and by what they find it."""

    address: str
    """From the root of the site, with the fragment."""
    kind: str
    title: str
    text: str = ""
    """What is shown below the title, and found."""
    names: tuple[str, ...] = ()
    """Found as the title is, and not shown."""
    also: tuple[str, ...] = ()
    """Found, less than the text is, and not shown."""
    themes: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    status: str = ""
    number: str = ""
    is_name: bool = True
    """Whether the title is what it is called; a sentence is not."""
    weight: float = 1.0
    """How much sooner than others of the same worth it is shown."""


KINDS = {
    Theme: ("Thema", 1.15),
    Party: ("Partij", 1.2),
    Body: ("Overleg", 1.2),
    Instrument: ("Instrument", 1.2),
    Term: ("Begrip", 1.1),
    OpenPoint: ("Aandachtspunt bij de bron", 0.5),
    Progress: ("Vervolg", 0.8),
    Deadline: ("Termijn", 0.9),
    Source: ("Bron", 0.5),
}
"""What readers call each kind, and how soon it is shown."""
STATEMENT, COMMITMENT = ("Uitspraak", 0.9), ("Afspraak", 1.0)
PAGE = ("Pagina", 1.1)


def findables(link: Linker) -> Iterator[Findable]:
    """All that can be found."""
    dossier = link.dossier
    yield from (_statement(link, each) for each in dossier.statements)
    yield from (_record(link, each) for each in dossier.mentionables)
    yield from (_entry(link, entry) for entry, _ in dossier.entries())
    yield from _pages(link)


def _statement(link: Linker, statement: Statement) -> Findable:
    dossier, home = link.dossier, link.dossier.home(statement)
    kind, weight = COMMITMENT if statement.commitment else STATEMENT
    role = dossier.settings.kinds[statement.kind].role
    mentioned = tuple(dossier.mentions(statement))
    return Findable(
        address=_address(urls.page(home), urls.anchor(statement)),
        kind=kind,
        title=statement.text,
        text=home.title,
        also=(kind, *_plain(link, statement.note), *_names(mentioned), *_whole(link, statement)),
        themes=(home.title,) if isinstance(home, Theme) else (),
        parties=tuple(each.shown for each in mentioned if isinstance(each, Party)),
        status=progress.status(link, statement).label if statement.commitment else "",
        number=statement.id,
        names=(statement.id,),
        is_name=False,
        weight=weight if role == "text" else weight / 2,
    )


def _whole(link: Linker, statement: Statement) -> Iterator[str]:
    """The words of the statement of which this one is a part."""
    if statement.under:
        yield link.dossier.statement[statement.under].text


def _names(records: Iterable[Mentionable]) -> Iterator[str]:
    for record in records:
        yield from (
            record.title if isinstance(record, Source | Theme) else record.name,
            *record.names,
        )


def _record(link: Linker, record: Mentionable) -> Findable:
    kind, weight = KINDS[type(record)]
    title = record.title if isinstance(record, Source | Theme) else record.name
    said = record.intro if isinstance(record, Theme) else record.what
    names = (link.title(record), getattr(record, "abbreviation", None) or "", *record.names)
    return Findable(
        address=_address(urls.page(record)),
        kind=kind,
        title=title,
        text=_join(link, said),
        names=tuple(dict.fromkeys(filter(None, names))),
        also=(record.slug,) if isinstance(record, Source) else (),
        themes=(title,) if isinstance(record, Theme) else (),
        parties=(record.shown,) if isinstance(record, Party) else (),
        weight=weight * (2 if isinstance(record, Source) and record.names else 1),
    )


def _entry(link: Linker, entry: Entry) -> Findable:
    kind, weight = KINDS[type(entry)]
    (title, text), place = _words(link, entry), link.entry(entry)
    about = [link.dossier.statement[name] for name in getattr(entry, "statements", ())]
    themes = [theme.title for each in about if (theme := link.dossier.theme(each))]
    return Findable(
        address=_address(place.page, place.fragment),
        kind=kind,
        title=title,
        text=text,
        names=entry.names if isinstance(entry, Term) else (),
        also=tuple(each.text for each in about),
        themes=tuple(dict.fromkeys(themes)),
        is_name=isinstance(entry, Term | OpenPoint),
        weight=weight,
    )


def _words(link: Linker, entry: Entry) -> tuple[str, str]:
    """The title of an entry and the text below it."""
    if isinstance(entry, Term):
        return entry.term, _join(link, entry.meaning)
    if isinstance(entry, OpenPoint):
        return entry.title, _join(link, entry.found)
    if isinstance(entry, Deadline):
        state = deadlines.state(entry, link.today)
        return f"Termijn: {entry.what}", f"‘{entry.words}’: {state}. {_join(link, entry.derived)}"
    status = f" Status: {progress.LABELS[entry.status]}." if entry.status else ""
    return _join(link, entry.what), f"{entry.date}.{status}"


def _pages(link: Linker) -> Iterator[Findable]:
    """Pages as such: their title, and what they begin with."""
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
        text = _join(link, file.intro)
        lower = 0.7 if file in dossier.chapters else 1
        place = _address(urls.page(file))
        yield Findable(place, kind, link.title(file), text, weight=weight * lower)
    for article in dossier.articles:
        page = urls.page(article)
        heads = " · ".join(part.heading for part in article.sections)
        yield Findable(_address(page), kind, article.title, heads, weight=weight)
        for part in article.sections:
            place = _address(page, urls.section_anchor(part))
            text = _join(link, part.text)
            yield Findable(place, article.title, part.heading, text, weight=weight * 0.8)
    for path in urls.LISTS:
        listed = link.list(path)
        yield Findable(_address(path), kind, listed.text, weight=weight)


def _plain(link: Linker, text: str | None) -> Iterator[str]:
    if text:
        yield _join(link, text)


def _join(link: Linker, text: str | None) -> str:
    """A text of ours without its links."""
    return "".join(piece.text for piece in link.prose(text))


def _address(page: str, anchor: str = "") -> str:
    return urls.address(page) + (f"#{anchor}" if anchor else "")
