"""Links from the data to other data, to the site, and to evidence."""

from collections.abc import Iterable

from generator.dossier import urls
from generator.dossier.citable import name_of
from generator.dossier.kinds import kind_of, kind_of_model
from generator.model import (
    Article,
    Chapter,
    Entry,
    Evidenced,
    File,
    Record,
    Section,
    Settings,
    Statement,
    Stored,
    Theme,
)
from generator.site.api_models.values import Passage, Tijdstip, Verwijzing, VerwijzingMetNaam
from generator.site.views.linker import Linker
from generator.site.views.page import Link
from generator.text import inline_links

_PRECISION = {4: "jaar", 7: "maand", 10: "dag"}
"""How precise a partial date is, by its length."""


def collection_of(record: Record) -> str:
    """The list in the API that has a record: a chapter that exists once is among the chapters."""
    own = kind_of(record).collection
    is_chapter = isinstance(record, Chapter) and not isinstance(record, Theme)
    return kind_of_model(Chapter).collection if is_chapter else own


def address(link: Linker, record: Record) -> str:
    """The web address of the data of a record."""
    return link.absolute_url(urls.api_item(collection_of(record), name_of(record)))


def place(link: Linker, on_site: Link) -> str:
    """The web address to which a link leads."""
    fragment = f"#{on_site.fragment}" if on_site.fragment else ""
    return f"{link.absolute_url(on_site.page or on_site.file)}{fragment}"


def page(link: Linker, record: Record) -> str:
    """The web address of the place on the site that shows a record."""
    if isinstance(record, Statement):
        return place(link, link.statement(record, record.id))
    if isinstance(record, File):
        return place(link, link.record(record))
    if isinstance(record, Entry):
        return place(link, link.entry(record))
    if isinstance(record, Section):
        return place(link, Link("", urls.page(file_of(link, record)), urls.anchor(record)))
    raise TypeError(f"{type(record).__name__} has no place on the site")


def file_of(link: Linker, section: Section) -> Article | Settings:
    """The file that contains a text of our own."""
    return next(file for each, file in link.dossier.sections() if each is section)


def title(link: Linker, record: Stored | Section) -> str:
    """What a record is called."""
    if isinstance(record, File):
        return link.title(record)
    text = kind_of(record).cited_text
    return text(record) if text else record.slug


def bare(link: Linker, record: Record) -> Verwijzing:
    return Verwijzing(id=name_of(record), href=address(link, record))


def bares(link: Linker, records: Iterable[Record]) -> tuple[Verwijzing, ...]:
    return tuple(bare(link, each) for each in records)


def statements(link: Linker, names: Iterable[str]) -> tuple[Verwijzing, ...]:
    """References to statements, given by their numbers."""
    return bares(link, (link.dossier.statement[name] for name in names))


def named(link: Linker, record: Stored | Section) -> VerwijzingMetNaam:
    reference = bare(link, record)
    return VerwijzingMetNaam(id=reference.id, href=reference.href, naam=title(link, record))


def all_named(link: Linker, records: Iterable[Stored | Section]) -> tuple[VerwijzingMetNaam, ...]:
    return tuple(named(link, each) for each in records)


def files(link: Linker, slugs: Iterable[str]) -> tuple[VerwijzingMetNaam, ...]:
    """References to content files, given by their slugs."""
    return all_named(link, (link.dossier.record[slug] for slug in slugs))


def file(link: Linker, slug: str | None) -> VerwijzingMetNaam | None:
    return named(link, link.dossier.record[slug]) if slug else None


def passages(link: Linker, item: Evidenced) -> tuple[Passage, ...]:
    """The words of sources that carry something."""
    return tuple(
        Passage(tekst=each.text, bron=named(link, link.dossier.record[each.source]))
        for each in item.passages
    )


def moment(date: str) -> Tijdstip:
    """A full or partial date."""
    return Tijdstip(waarde=date, precisie=_PRECISION[len(date)])


def moment_if_known(date: str | None) -> Tijdstip | None:
    return moment(date) if date else None


def words(text: str | None) -> str | None:
    """A rich text without its links; None if there is none."""
    return inline_links.plain_text(text) if text else None
