"""Where words lead: records, statements and texts of ours as links and pages."""

import datetime as dt
import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.dossier import fact_pages, page_numbers, urls
from generator.dossier.dossier import Dossier
from generator.dossier.register import Version
from generator.model import (
    Body,
    Deadline,
    Deadlines,
    Entry,
    File,
    Instrument,
    Mentionable,
    OpenPoint,
    OpenPoints,
    Party,
    Progress,
    ProgressLog,
    Search,
    Section,
    Source,
    Statement,
    Term,
    Terms,
    Theme,
    Timeline,
)
from generator.site.views.page import Link, Page, Paragraphs, Piece, Prose, View
from generator.text import inline_links, parliamentary_papers

DESCRIPTION = 160
"""How many letters of a description search engines show."""

_LISTS = {
    urls.THEMES: ("Thema’s", "content/themes/"),
    urls.COMMITMENTS: ("Afspraken", "content/"),
    urls.CHAPTERS: ("De bron in hoofdstukken", "content/chapters/"),
    urls.PARTIES: ("Partijen", "content/parties/"),
    urls.BODIES: ("Overleggen", "content/bodies/"),
    urls.INSTRUMENTS: ("Instrumenten", "content/instruments/"),
    urls.SOURCES: ("Bronnen", "content/sources/"),
    urls.CONTENTS: ("Inhoud van A tot Z", "content/"),
    urls.CHANGES: ("Wijzigingen", "content/register.jsonl"),
    urls.CITING: ("Citeren en verwijzen", "content/dossier.yml"),
}
"""Of each page that lists records: its title, and the folder where they are."""

_TITLES: dict[type[File], str] = {
    Timeline: "Tijdlijn",
    Terms: "Begrippen en afkortingen",
    OpenPoints: "Aandachtspunten bij de bron",
    ProgressLog: "Voortgang",
    Deadlines: "Termijnen",
    Search: "Zoeken",
}


@dataclass(frozen=True)
class Linker:
    """Makes links and pages for one dossier."""

    dossier: Dossier
    today: dt.date
    """The day for which it is told what is late and what is not."""

    # Links ----------------------------------------------------------------------------------------

    def title(self, record: File) -> str:
        """What a reader calls a record."""
        if isinstance(record, Party | Body | Instrument | Source):
            return record.shown
        return _TITLES.get(type(record)) or str(getattr(record, "title", ""))

    def record(self, record: File, text: str = "") -> Link:
        return Link(text or self.title(record), urls.page(record))

    def list(self, path: str) -> Link:
        """To a page that lists records of one kind."""
        return Link(_LISTS[path][0], path)

    def slug(self, slug: str) -> Link:
        return self.record(self.dossier.record[slug])

    def slugs(self, slugs: Iterable[str]) -> tuple[Link, ...]:
        return tuple(map(self.slug, slugs))

    def statement(self, statement: Statement, text: str = "") -> Link:
        """To a statement where it stands among the others."""
        home = urls.page(self.dossier.home(statement))
        return Link(text or statement.id, home, urls.anchor(statement))

    def statements(self, names: Iterable[str]) -> tuple[Link, ...]:
        return tuple(self.statement(self.dossier.statement[name]) for name in names)

    def commitment(self, statement: Statement) -> Link:
        """To a commitment's own page."""
        return Link(statement.id, urls.commitment_page(statement))

    def line(self, source: Source, number: int) -> Link:
        """To a line of a source text, on the page where it stands."""
        page = page_numbers.page_at(urls.page(source), number - 1, page_numbers.LINES)
        return Link(f"regel {number}", page, urls.line_anchor(number))

    def permalink(self, name: str, text: str = "") -> Link:
        """To the address to share of anything that can be cited."""
        return Link(text or name, file=urls.permalink(name))

    def history(self, name: str, text: str = "geschiedenis") -> Link:
        """To what became of anything that can be cited."""
        return Link(text, file=urls.permalink(name), fragment=urls.HISTORY)

    def full_permalink(self, name: str) -> Link:
        """The address to share, as text and as link."""
        return self.permalink(name, self.full(urls.permalink(name)))

    def version(self, version: Version) -> Link:
        text = f"versie {version.number}"
        return Link(text, file=urls.version(version.event.id, version.number))

    def full(self, file: str) -> str:
        """The whole address of a file, with the name of the site."""
        return self.dossier.settings.address.rstrip("/") + urls.address(file)

    def point(self, point: OpenPoint) -> Link:
        return Link(point.title, urls.page(self.dossier.open_points), urls.anchor(point))

    def progress(self, item: Progress) -> Link:
        """To what came of something, with its evidence."""
        return Link("bewijs", self._fact_pages[item.slug], urls.anchor(item))

    @cached_property
    def _fact_pages(self) -> Mapping[str, str]:
        return fact_pages.pages(self.dossier)

    def deadline(self, deadline: Deadline, text: str = "") -> Link:
        return Link(text or deadline.what, urls.page(self.dossier.deadlines), urls.anchor(deadline))

    def term(self, term: Term) -> Link:
        return Link(term.term, urls.page(self.dossier.terms), urls.anchor(term))

    def name(self, name: str, text: str) -> Link:
        """To whatever bears a name, or to a web address: what an editor links to."""
        if inline_links.is_web_address(name):
            return Link(text, address=name)
        found = self._entries.get(name) or self.record(self.dossier.record[name])
        return Link(text, found.page, found.fragment)

    @cached_property
    def _entries(self) -> dict[str, Link]:
        """What bears a name and is a part of a page."""
        statements = {each.id: self.statement(each) for each in self.dossier.statements}
        return statements | {entry.slug: self.entry(entry) for entry, _ in self.dossier.entries()}

    def entry(self, entry: Entry) -> Link:
        if isinstance(entry, Term):
            return self.term(entry)
        if isinstance(entry, OpenPoint):
            return self.point(entry)
        return self.progress(entry) if isinstance(entry, Progress) else self.deadline(entry)

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Every address of a page of Markdown at which something can be published."""
        commitments = (urls.commitment_page(each) for each in self.dossier.commitments)
        return frozenset(map(urls.address, (*self._titles, *_LISTS, *commitments)))

    def place_title(self, page: str) -> str:
        """The title of the content file of which a page is made."""
        return self._titles[page]

    @cached_property
    def _titles(self) -> dict[str, str]:
        titles = {urls.page(file): self.title(file) for file in self.dossier.files}
        progress = self.dossier.progress
        return titles | dict.fromkeys(self._fact_pages.values(), self.title(progress))

    def quoted_at(self, place: str) -> str | None:
        """The slug of the source that is quoted at some place, if a chapter stands there."""
        return self._quoted.get(place.partition("#")[0])

    @cached_property
    def _quoted(self) -> dict[str, str]:
        return {urls.address(urls.page(part)): part.source for part in self.dossier.parts}

    # Text -----------------------------------------------------------------------------------------

    def prose(self, text: str | None) -> Prose:
        """A text of ours, its links in place."""
        return tuple(
            Piece(part.text, self.name(part.meaning, part.text) if part.meaning else None)
            for piece in inline_links.segments(text or "")
            for part in ([piece] if piece.meaning else parliamentary_papers.segments(piece.text))
            if part.text
        )

    def paragraphs(self, text: str | None) -> Paragraphs:
        """A text of ours in which an empty line begins a paragraph."""
        parts = (part.strip() for part in (text or "").split("\n\n"))
        return tuple(self.prose(part) for part in parts if part)

    def sections(self, found: Iterable[Section]) -> tuple[dict[str, Any], ...]:
        """Headings with the text under them."""
        return tuple(
            {
                "heading": section.heading,
                "anchor": urls.section_anchor(section),
                "paragraphs": self.paragraphs(section.text),
            }
            for section in found
        )

    def quote(self, statement: Statement) -> Prose:
        """The words of a statement, with a link where they name something that we explain."""
        home = self.dossier.home(statement)
        return tuple(
            Piece(piece.text, self._explained(piece.text, piece.meaning))
            if piece.meaning and piece.meaning is not home
            else Piece(piece.text)
            for piece in self.dossier.glossary.segments(statement.text)
        )

    def _explained(self, text: str, meaning: Mentionable | Term) -> Link:
        if isinstance(meaning, Term):
            link, full = self.term(meaning), "".join(p.text for p in self.prose(meaning.meaning))
        else:
            link = self.record(meaning)
            full = meaning.title if isinstance(meaning, Source | Theme) else meaning.name
        title = "" if full.lower() == text.lower() else full
        return Link(text, link.page, link.fragment, title=title)

    # Pages ----------------------------------------------------------------------------------------

    def page(
        self,
        record: File,
        template: str,
        view: View,
        **more: Any,  # noqa: ANN401
    ) -> Page:
        """A page made from a content file, by default the file's own page."""
        settings, file = self.dossier.settings, self.dossier.place(record).document.path
        title = more.pop("title", self.title(record))
        values = {
            "path": urls.page(record),
            "description": lambda: self._description(record, title),
            "changed": lambda: record.changed,
            "edit": f"{settings.edit_address}{file}" if settings.edit_address else None,
            **more,
        }
        return Page(template=template, title=title, file=file, view=view, **values)

    def _description(self, record: File, title: str) -> str:
        """What a search engine shows: what we say of a record, or else what it is called."""
        said = getattr(record, "intro", None) or getattr(record, "what", None)
        text = "".join(piece.text for piece in self.prose(said)) if said else ""
        whole = f"{title}. {text}" if text else f"{title}: {self.dossier.settings.title}."
        return textwrap.shorten(whole, DESCRIPTION, placeholder=" …")

    def list_page(
        self,
        path: str,
        template: str,
        view: View = dict,
        *,
        wide: bool = False,
    ) -> Page:
        """A page that lists records; it changes when the last of them does."""
        title, folder = _LISTS[path]
        return Page(
            path=path,
            template=template,
            title=title,
            description=lambda: f"{title}: {self.dossier.settings.title}.",
            file=folder,
            changed=lambda: max(file.changed for file in self.dossier.files),
            view=view,
            wide=wide,
        )
