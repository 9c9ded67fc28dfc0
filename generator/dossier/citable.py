"""Everything that can be cited: its name, its text and its address."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.dossier import fact_pages, urls
from generator.dossier.dossier import Dossier
from generator.model import Chapter, Entry, File, Named, OpenPoint, Source, Statement, Term
from generator.text import inline_links


@dataclass(frozen=True)
class Citable:
    """Something that can be cited, in its current version."""

    name: str
    text: str
    """What the fingerprint in the register covers."""
    page: str
    anchor: str
    record: Statement | Entry | File
    file: File
    """The content file in which it is written."""

    @property
    def place(self) -> str:
        """Its address on the site: path and fragment, without scheme and host."""
        return urls.address(self.page) + (f"#{self.anchor}" if self.anchor else "")


@lru_cache(maxsize=1)  # several rules and the permalinks use it
def citables(dossier: Dossier) -> tuple[Citable, ...]:
    """Everything that has a permalink, statements first."""
    return tuple(_citables(dossier))


def _citables(dossier: Dossier) -> Iterator[Citable]:
    for statement in dossier.statements:
        home = dossier.home(statement)
        page, anchor = urls.page(home), urls.anchor(statement)
        yield Citable(statement.id, statement.text, page, anchor, statement, home)
    for record in (*dossier.mentionables, *dossier.chapters):
        yield Citable(record.slug, _full_name(record), urls.page(record), "", record, record)
    pages = fact_pages.pages(dossier)
    for entry, file in dossier.entries():
        page, anchor = pages.get(entry.slug, urls.page(file)), urls.anchor(entry)
        yield Citable(entry.slug, _cited_text(entry), page, anchor, entry, file)


def _cited_text(entry: Entry) -> str:
    """The text of an entry that its citation quotes."""
    if isinstance(entry, Term):
        return entry.term
    return entry.title if isinstance(entry, OpenPoint) else inline_links.plain_text(entry.what)


def _full_name(record: Named | Source | Chapter) -> str:
    """The full name of a record that has a page of its own."""
    return record.name if isinstance(record, Named) else record.title
