"""Everything that can be cited: under which name, with what text, at which address."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.dossier import fact_pages, urls
from generator.dossier.dossier import Dossier
from generator.model import Chapter, Entry, File, Named, OpenPoint, Source, Statement, Term
from generator.text import inline_links


@dataclass(frozen=True)
class Published:
    """Something that can be cited, as it is now."""

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
        """Where it stands: the address without the name of the site."""
        return urls.address(self.page) + (f"#{self.anchor}" if self.anchor else "")


@lru_cache(maxsize=1)  # several laws ask for it, and whoever makes permalinks
def published(dossier: Dossier) -> tuple[Published, ...]:
    """Everything that has a permalink, statements first."""
    return tuple(_published(dossier))


def _published(dossier: Dossier) -> Iterator[Published]:
    for statement in dossier.statements:
        home = dossier.home(statement)
        page, anchor = urls.page(home), urls.anchor(statement)
        yield Published(statement.id, statement.text, page, anchor, statement, home)
    for record in (*dossier.mentionables, *dossier.chapters):
        yield Published(record.slug, title(record), urls.page(record), "", record, record)
    pages = fact_pages.pages(dossier)
    for entry, file in dossier.entries():
        page, anchor = pages.get(entry.slug, urls.page(file)), urls.anchor(entry)
        yield Published(entry.slug, _words(entry), page, anchor, entry, file)


def _words(entry: Entry) -> str:
    """The words of an entry that are cited."""
    if isinstance(entry, Term):
        return entry.term
    return entry.title if isinstance(entry, OpenPoint) else inline_links.words(entry.what)


def title(record: Named | Source | Chapter) -> str:
    """The name in full of something that has a page of its own."""
    return record.name if isinstance(record, Named) else record.title
