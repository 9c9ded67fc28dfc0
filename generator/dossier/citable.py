"""Everything that can be cited: its name, its text and its address."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.dossier import urls
from generator.dossier.kinds import kind_of
from generator.model import Chapter, Entry, File, Statement


@dataclass(frozen=True)
class Citable:
    """Something that can be cited, in its current version."""

    name: str
    page: str
    anchor: str
    record: Statement | Entry | File
    file: File
    """The content file in which it is written."""

    @property
    def text(self) -> str:
        """What the fingerprint in the register covers."""
        cited_text = kind_of(self.record).cited_text
        return cited_text(self.record) if cited_text else ""

    @property
    def place(self) -> str:
        """Its address on the site: path and fragment, without scheme and host."""
        return urls.address(self.page) + (f"#{self.anchor}" if self.anchor else "")


def of_statement(statement: Statement, home: Chapter) -> Citable:
    """A statement in its chapter."""
    return Citable(statement.id, urls.page(home), urls.anchor(statement), statement, home)


def of_file(file: File) -> Citable:
    """A content file, which has a page of its own."""
    return Citable(file.slug, urls.page(file), "", file, file)


def of_entries(
    entries: Iterable[tuple[Entry, File]], fact_pages: Mapping[str, str]
) -> Iterator[Citable]:
    """Records that share a page with others; those of progress may be on a further page."""
    for entry, file in entries:
        page = fact_pages.get(entry.slug, urls.page(file))
        yield Citable(entry.slug, page, urls.anchor(entry), entry, file)
