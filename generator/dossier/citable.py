"""Everything that has a permalink and a history in the register: its name, text and address."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.dossier import urls
from generator.dossier.comparisons import DocumentPair
from generator.dossier.fixed_addresses import FixedAddress
from generator.dossier.heading_ids import heading_id
from generator.dossier.kind import Kind
from generator.dossier.kinds import SINGLE_FILES, kind_of, kind_of_model
from generator.dossier.register import Register
from generator.model import (
    Article,
    Chapter,
    DecidedStatus,
    Entry,
    File,
    Record,
    Section,
    Settings,
    Statement,
)
from generator.model.record import Stored
from generator.model.traversal import KeyPath

HOME = "voorpagina"
"""The name in the register of the page with the address of the site."""
GROUP_HEADINGS = {
    "party_groups": urls.PARTIES,
    "point_kinds": kind_of_model(SINGLE_FILES["open-points.yml"]).page,
}
"""The fields of the settings with names of groups, and the page with a heading for each."""


@dataclass(frozen=True)
class Citable:
    """Something that can be cited, in its current version."""

    name: str
    page: str
    anchor: str
    record: Record
    """The record of which it is the text; for a fixed address, the settings of the dossier."""
    file: Stored
    """The record with the content file in which it is written."""
    text: str
    """What the fingerprint in the register covers."""
    label: str
    """The Dutch word for what it is."""
    name_field: KeyPath = ("slug",)
    """Where the name is written in the record."""
    status: DecidedStatus | None = None
    """The status on which the editors decided, of a commitment."""

    @property
    def place(self) -> str:
        """Its address on the site: path and fragment, without scheme and host."""
        return urls.address(self.page) + (f"#{self.anchor}" if self.anchor else "")

    @property
    def own_page(self) -> str:
        """The page that its permalink leads to: of a commitment one about nothing else."""
        if isinstance(self.record, Statement) and self.record.commitment:
            return urls.commitment_page(self.record)
        return self.page

    @property
    def is_commitment(self) -> bool:
        return isinstance(self.record, Statement) and self.record.commitment


def _text(kind: Kind, record: Record) -> str:
    return kind.title or (kind.cited_text(record) if kind.cited_text else "")


def of_statement(statement: Statement, home: Chapter, status: DecidedStatus | None) -> Citable:
    """A statement in its chapter, with its status if it is a commitment."""
    kind, page = kind_of(statement), urls.page(home)
    anchor = urls.anchor(statement)
    text, label = statement.text, kind.label
    return Citable(statement.id, page, anchor, statement, home, text, label, ("id",), status)


def of_file(file: File) -> Citable:
    """A content file, which has a page of its own."""
    kind, page = kind_of(file), urls.page(file)
    label = kind.label or "Pagina"
    return Citable(register_name(file), page, "", file, file, _text(kind, file), label)


def register_name(file: File) -> str:
    """The name of a content file in the register: that of its page if it exists once."""
    if not kind_of(file).is_single_file:
        return file.slug
    return urls.page_name(urls.page(file)) or HOME


def name_of(record: Record) -> str:
    """The name of a record in the register, or that it would have there."""
    if isinstance(record, Statement):
        return record.id
    if isinstance(record, File):
        return register_name(record)
    return str(getattr(record, "slug"))  # noqa: B009  (no class has it in common with sections)


def of_entries(
    entries: Iterable[tuple[Entry, File]], fact_pages: Mapping[str, str]
) -> Iterator[Citable]:
    """Records that share a page with others; those of progress may be on a further page."""
    for entry, file in entries:
        kind, page = kind_of(entry), fact_pages.get(entry.slug, urls.page(file))
        text = _text(kind, entry)
        yield Citable(entry.slug, page, urls.anchor(entry), entry, entry, text, kind.label)


def of_sections(sections: Iterable[tuple[Section, Article | Settings]]) -> Iterator[Citable]:
    """The headings on pages with text of our own."""
    for section, file in sections:
        kind, page = kind_of(section), urls.page(file)
        anchor = urls.anchor(section)
        yield Citable(section.slug, page, anchor, section, file, section.heading, kind.label)


def of_fixed(addresses: Iterable[FixedAddress], settings: Settings) -> Iterator[Citable]:
    """The addresses that exist whatever the content."""
    for each in addresses:
        yield Citable(each.name, each.page, "", settings, settings, each.title, "Pagina", ())


def group_name(key: str) -> str:
    """The name in the register of a group; a party can have the name of its group."""
    return f"groep-{key}"


def of_groups(settings: Settings, register: Register) -> Iterator[Citable]:
    """The headings above groups of records on one page."""
    for field, page in GROUP_HEADINGS.items():
        for key, text in getattr(settings, field).items():
            name, keys = group_name(key), (field, key)
            anchor = heading_id(register, name, text)
            yield Citable(name, page, anchor, settings, settings, text, "Groep", keys)


def of_pairs(pairs: Iterable[DocumentPair]) -> Iterator[Citable]:
    """The pages with two documents side by side, which the later one leads to."""
    for each in pairs:
        file, keys = each.later, ("title",)
        label = "Vergelijking"
        yield Citable(each.name, each.page, "", file, file, each.title, label, keys)
