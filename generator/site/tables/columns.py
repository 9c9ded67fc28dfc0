"""Columns that several tables have."""

from collections.abc import Callable, Iterable
from typing import Any

from generator.dossier import urls
from generator.dossier.citable import name_of
from generator.model import File, Record, Statement
from generator.site.tables.table import Cell, Column, listed
from generator.site.views import history
from generator.site.views.linker import Linker
from generator.site.views.page import Link
from generator.text import inline_links

Choice = Callable[[Any], Any]
"""What a column takes from a record."""


def plain(title: str, what: str, choose: Choice) -> Column:
    """A column with a text as it is."""
    return Column(title, what, lambda _, record: choose(record))


def own_words(title: str, what: str, choose: Choice) -> Column:
    """A column with a text of the editors, without its links."""
    return Column(title, what, lambda _, record: inline_links.plain_text(choose(record) or ""))


def names(title: str, what: str, choose: Callable[[Any], Iterable[str]]) -> Column:
    """A column with the names of the records with these slugs, as readers see them."""
    return Column(
        title, what, lambda link, record: listed(each.text for each in link.slugs(choose(record)))
    )


def numbers(title: str, what: str, choose: Callable[[Any], Iterable[str]]) -> Column:
    """A column with the numbers of statements."""
    return Column(title, what, lambda _, record: listed(choose(record)), is_list=True)


def day(title: str, what: str, choose: Choice) -> Column:
    return Column(title, what, lambda _, record: choose(record), "date")


def _place(link: Linker, record: Record) -> Link:
    if isinstance(record, Statement):
        return link.statement(record)
    return link.record(record) if isinstance(record, File) else link.entry(record)  # type: ignore[arg-type]  # what has a name is one of these


def full_address(link: Linker, place: Link) -> str:
    """The web address of a place on the site."""
    fragment = f"#{place.fragment}" if place.fragment else ""
    return f"{link.absolute_url(place.page)}{fragment}"


def _version(link: Linker, record: Record) -> Cell:
    version = history.latest(link, name_of(record))
    return version.number if version else None


def _day_of_version(link: Linker, record: Record) -> Cell:
    version = history.latest(link, name_of(record))
    return version.event.date if version else None


def _fingerprint(link: Linker, record: Record) -> Cell:
    version = history.latest(link, name_of(record))
    return version.event.fingerprint if version else None


SLUG = plain("kenmerk", "De vaste naam, die ook in het adres staat.", name_of)
PAGE = Column(
    "pagina",
    "Het adres op de site.",
    lambda link, record: full_address(link, _place(link, record)),
    "anyURI",
)
VERSION = Column("versie", "Het nummer van de versie van de tekst.", _version, "integer")
DAY_OF_VERSION = Column("datum van de versie", "De dag van die versie.", _day_of_version, "date")
FINGERPRINT = Column(
    "controlecode", "De SHA-256 van de tekst van die versie, uit het register.", _fingerprint
)
PERMALINK = Column(
    "vaste link",
    "Het adres dat nooit verandert, met alle versies.",
    lambda link, record: link.absolute_url(urls.permalink(name_of(record))),
    "anyURI",
)
CITED = (VERSION, DAY_OF_VERSION, FINGERPRINT, PERMALINK, PAGE)
"""The last columns of everything that can be cited."""
SOURCES = names("bronnen", "De bronnen waaruit dit blijkt.", lambda record: record.sources)
STATEMENTS = numbers(
    "uitspraken", "De nummers van de uitspraken waar dit bij hoort.", lambda each: each.statements
)
UNCERTAIN = own_words("niet zeker", "Wat niet vaststaat.", lambda record: record.uncertain)
REVIEWED = day(
    "nagekeken op", "De dag waarop dit voor het laatst is nagekeken.", lambda each: each.reviewed
)
