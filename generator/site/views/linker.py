"""Makes links and pages from records, statements and rich texts."""

import datetime as dt
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from generator.dossier import days_of_change, heading_ids, line_ids, page_numbers, urls
from generator.dossier.citable import group_name, register_name
from generator.dossier.comparisons import DocumentPair
from generator.dossier.dossier import Dossier
from generator.dossier.fixed_addresses import FILES, LIST_PAGES, LIST_WITH_CHANGES, tables_of
from generator.dossier.kinds import SINGLE_FILES, kind_of, kind_of_model
from generator.dossier.register import Version
from generator.model import (
    Entry,
    File,
    Mentionable,
    Section,
    Settings,
    Source,
    Statement,
    Term,
)
from generator.site.views.page import Link, NewsBox, Page, Paragraphs, Piece, Prose, View
from generator.text import inline_links, parliamentary_papers

_DESCRIPTION_LENGTH = 160
"""How many characters of a description search engines show."""
_ENDS = (".", "?", "!", "…")
"""What a sentence can end with."""


_WORDS_LENGTH = 48
"""How many characters of a statement follow its number in a link."""


def in_short(statement: Statement) -> str:
    """The number of a statement with its first words, which tell readers what it is about."""
    words = textwrap.shorten(statement.text, _WORDS_LENGTH, placeholder=" …")
    return f"{statement.id} ‘{words}’"


def _language(record: File) -> str:
    """The language of the title of a record, if that is not Dutch."""
    return record.language or "" if isinstance(record, Source) else ""


def _news_box(page: str) -> NewsBox | None:
    """The news on a page that lists something of which the register has the changes."""
    if page in _WITH_ALL_NEWS:
        return NewsBox(_NEWS_SCRIPT, "", explains=page == urls.CHANGES)
    if page == urls.COMMITMENTS or page in LIST_WITH_CHANGES.values():
        return NewsBox(_NEWS_SCRIPT, urls.from_root(page))
    return None


_NEWS_SCRIPT = Link("", file="assets/since.js")
_WITH_ALL_NEWS = (kind_of_model(Settings).page, urls.CHANGES)


@dataclass(frozen=True)
class Linker:
    """Makes the links and pages of one dossier."""

    dossier: Dossier
    today: dt.date
    """The day for which the state of deadlines is computed."""
    has_packs: bool = False
    """Whether the packs, the documents to print, are published."""

    # Links ----------------------------------------------------------------------------------------

    def title(self, record: File) -> str:
        """The title of a record, as readers see it."""
        return kind_of(record).title or record.display_name

    def record(self, record: File, text: str = "") -> Link:
        """A link to the page of a record, with its title as the default text."""
        language = "" if text else _language(record)
        return Link(text or self.title(record), urls.page(record), language=language)

    def list(self, path: str) -> Link:
        """A link to a page that lists records of one kind."""
        return Link(LIST_PAGES[path].title, path)

    def slug(self, slug: str) -> Link:
        """A link to the page of the record with a slug."""
        return self.record(self.dossier.record[slug])

    def party_in_sentence(self, slug: str) -> Link:
        """A link to a party with the article that its name has in a sentence."""
        party = next(each for each in self.dossier.parties if each.slug == slug)
        return self.record(party, f"{party.article} {party.display_name}" if party.article else "")

    def slugs(self, slugs: Iterable[str]) -> tuple[Link, ...]:
        return tuple(map(self.slug, slugs))

    def statement(self, statement: Statement, text: str = "") -> Link:
        """A link to a statement on the page of its chapter; its text begins with the number."""
        page = urls.page(self.dossier.home(statement))
        return Link(text or in_short(statement), page, urls.anchor(statement))

    def statements(self, ids: Iterable[str]) -> tuple[Link, ...]:
        return tuple(self.statement(self.dossier.statement[each]) for each in ids)

    def document(self, statement: Statement) -> Link | None:
        """A link to the document that a statement quotes; None if there is only one."""
        is_clear = not self.dossier.has_several_documents
        return None if is_clear else self.record(self.dossier.source_of(statement))

    def commitment(self, statement: Statement) -> Link:
        """A link to the page of a commitment."""
        return Link(statement.id, urls.commitment_page(statement))

    def commitment_in_short(self, statement: Statement) -> Link:
        """A link to the page of a commitment that says what it is about."""
        return replace(self.commitment(statement), text=in_short(statement))

    def outcome(self, statement: Statement) -> Link:
        """A link to what came of a commitment, on its page."""
        return replace(self.commitment(statement), fragment=urls.OUTCOME)

    def line(self, source: Source, number: int) -> Link:
        """A link to a line of a source text, which may be spread over several pages."""
        page = page_numbers.page_at(urls.page(source), number - 1, page_numbers.LINES)
        anchor = line_ids.line_id(number, self.dossier.line_moves(source))
        return Link(f"regel {number}", page, anchor)

    def pair(self, pair: DocumentPair, text: str = "") -> Link:
        """A link to the page with two documents side by side."""
        return Link(text or pair.title, pair.page, label=f"{text}: {pair.title}" if text else "")

    def permalink(self, name: str, text: str = "") -> Link:
        """A link to the permalink of a name (statement ID or slug)."""
        return Link(text or name, file=urls.permalink(name))

    def history(self, name: str, of: str = "") -> Link:
        """A link to the permalink and history of a name (statement ID or slug).

        ``of`` is what the name stands for, to readers who hear the link outside its place.
        """
        label = f"Link en versies: {of}" if of else ""
        file = urls.permalink(name)
        return Link("Link en versies", file=file, fragment=urls.HISTORY, label=label)

    def table(self, path: str, text: str = "Brontabel als csv") -> Link:
        """A link to a table as a file that Excel opens, with what it holds for who hears it."""
        return self._download(text, urls.table_for_excel(path), path)

    def _download(self, text: str, file: str, page: str) -> Link:
        return Link(text, file=file, label=f"{text}: {self.title_of_page(page)}")

    def tables(self, page: str) -> tuple[Link, ...]:
        """Links to the tables of all that a page lists, and to all tables together."""
        found = tables_of(page)
        texts = {each: f"Brontabel als csv ({each.listed})" for each in found[1:] and found}
        together = {"Alle tabellen als xlsx": urls.XLSX, "als ods": urls.ODS} if found else {}
        return (
            *(self.table(each.page, texts.get(each, "Brontabel als csv")) for each in found),
            *(self._download(text, path, path) for text, path in together.items()),
        )

    def kept_copy(self, source: Source) -> Link:
        """A link to the text that was kept of a source."""
        return Link("bewaarde tekst", file=urls.kept_copy(source))

    def full_permalink(self, name: str) -> Link:
        """A link to the permalink of a name, with the absolute URL as its text."""
        return self.permalink(name, self.absolute_url(urls.permalink(name)))

    def pack(self, page: str, text: str) -> Link | None:
        """A link to the document to print beside a page; None if none are published."""
        return Link(text, file=urls.pack_beside(page)) if self.has_packs else None

    def version(self, version: Version) -> Link:
        text = f"versie {version.number}"
        return Link(text, file=urls.version(version.event.id, version.number))

    def absolute_url(self, file: str) -> str:
        """The absolute URL of a file of the site."""
        return self.dossier.settings.address.rstrip("/") + urls.address(file)

    def _inline_link(self, target: str, text: str) -> Link:
        """A link in a rich text. Its target is a statement ID, a slug or a web address."""
        if inline_links.is_external(target):
            return Link(text, address=target)
        found = self._link_by_name.get(target) or self.record(self.dossier.record[target])
        return replace(found, text=text)

    @cached_property
    def _link_by_name(self) -> dict[str, Link]:
        """Links to everything that can be cited, by its name in the register."""
        return {
            item.name: Link("", item.page, item.anchor)
            if urls.is_page(item.page)
            else Link("", file=item.page)
            for item in self.dossier.citables
        }

    def entry(self, entry: Entry) -> Link:
        """A link to a record that shares a page with others of its kind."""
        kind = kind_of(entry)
        page = (
            self.dossier.fact_pages.get(entry.slug) or kind_of_model(SINGLE_FILES[kind.file]).page
        )
        text = kind.link_text(entry) if kind.link_text else ""
        return Link(text, page, urls.anchor(entry))

    @cached_property
    def addresses(self) -> frozenset[str]:
        """The addresses of all Markdown pages on which citable content can be published."""
        commitments = (urls.commitment_page(each) for each in self.dossier.commitments)
        return frozenset(map(urls.address, (*self._title_by_page, *LIST_PAGES, *commitments)))

    def title_of_page(self, page: str) -> str:
        """The title of a page or file of the site."""
        return self._title_by_page[page]

    @cached_property
    def _title_by_page(self) -> dict[str, str]:
        titles = {
            **{each.page: each.title for each in (*LIST_PAGES.values(), *FILES)},
            **{urls.page(file): self.title(file) for file in self.dossier.files},
            **{pair.page: pair.title for pair in self.dossier.document_pairs},
        }
        progress = self.dossier.progress
        return titles | dict.fromkeys(self.dossier.fact_pages.values(), self.title(progress))

    def source_slug_at(self, address: str) -> str | None:
        """The slug of the source that the chapter at an address quotes.

        None if no chapter has the address. An anchor in the address is ignored.
        """
        return self._source_by_address.get(address.partition("#")[0])

    @cached_property
    def _source_by_address(self) -> dict[str, str]:
        return {urls.address(urls.page(part)): part.source for part in self.dossier.parts}

    @cached_property
    def owner(self) -> Link:
        """Who makes the site, with how to reach them."""
        owner = self.dossier.settings.owner
        is_web_address = "/" in owner.contact
        return Link(owner.name, address=f"{'' if is_web_address else 'mailto:'}{owner.contact}")

    @cached_property
    def contact(self) -> Link:
        """How to reach who makes the site."""
        return replace(self.owner, text=self.dossier.settings.owner.contact)

    # Text -----------------------------------------------------------------------------------------

    def prose(self, text: str | None) -> Prose:
        """A rich text with its links resolved.

        Numbers of parliamentary papers become links too.
        """
        return tuple(
            Piece(part.text, self._inline_link(part.meaning, part.text) if part.meaning else None)
            for piece in inline_links.segments(text or "")
            for part in ([piece] if piece.meaning else parliamentary_papers.segments(piece.text))
            if part.text
        )

    def paragraphs(self, text: str | None) -> Paragraphs:
        """The paragraphs of a rich text, which empty lines separate."""
        parts = (part.strip() for part in (text or "").split("\n\n"))
        return tuple(self.prose(part) for part in parts if part)

    def sections(self, sections: Iterable[Section]) -> tuple[dict[str, object], ...]:
        """The view of each section: its heading, anchor and paragraphs."""
        return tuple(
            {
                "heading": section.heading,
                "anchor": urls.anchor(section),
                "paragraphs": self.paragraphs(section.text),
            }
            for section in sections
        )

    def quote(self, statement: Statement) -> Prose:
        """The text of a statement, with links to the records and terms that it mentions.

        The chapter that contains the statement is not linked.
        """
        home = self.dossier.home(statement)
        return tuple(
            Piece(piece.text, self._link_to_meaning(piece.text, piece.meaning))
            if piece.meaning and piece.meaning is not home
            else Piece(piece.text)
            for piece in self.dossier.glossary.segments(statement.text)
        )

    def _link_to_meaning(self, text: str, meaning: Mentionable | Term) -> Link:
        if isinstance(meaning, Term):
            link, full = self.entry(meaning), "".join(p.text for p in self.prose(meaning.meaning))
        else:
            link = self.record(meaning)
            full = meaning.full_name
        title = "" if full.lower() == text.lower() else full
        return Link(text, link.page, link.fragment, title=title)

    # Pages ----------------------------------------------------------------------------------------

    def page(
        self,
        record: File,
        template: str,
        view: View,
        **overrides: Any,  # noqa: ANN401
    ) -> Page:
        """A page made from a content file, by default the page with the address of that file.

        ``overrides`` replace the default values of the fields of ``Page``.
        """
        settings, file = self.dossier.settings, self.dossier.place(record).document.path
        title = overrides.pop("title", self.title(record))
        values = {
            "path": urls.page(record),
            "description": lambda: self._description(record, title),
            "changed": lambda: days_of_change.of_file(self.dossier, record),
            "edit": f"{settings.edit_address}{file}" if settings.edit_address else None,
            "anchor": self._title_anchor(record, title),
            "owner": self.owner,
            "has_several_documents": self.dossier.has_several_documents,
            "language": _language(record) if title == record.full_name else "",
            "tables": self.tables(overrides.get("path", urls.page(record))),
            "news": _news_box(overrides.get("path", urls.page(record))),
            **overrides,
        }
        return Page(template=template, title=title, file=file, view=view, **values)

    def _title_anchor(self, record: File, title: str) -> str:
        """The fragment of the title of a page: that of the record, or another one."""
        if title not in (self.title(record), record.full_name):
            return heading_ids.of_words(title)
        return self.heading_id(register_name(record), title)

    def heading_id(self, name: str, text: str) -> str:
        """The fragment of the heading with the text of a name in the register."""
        return heading_ids.heading_id(self.dossier.register, name, text)

    def _description(self, record: File, title: str) -> str:
        """The description for search engines: the introduction of a record, or else its title."""
        introduction = record.description
        text = "".join(piece.text for piece in self.prose(introduction)) if introduction else ""
        sentence = title if title.endswith(_ENDS) else f"{title}."
        description = f"{sentence} {text}" if text else f"{title}: {self.dossier.settings.title}."
        return textwrap.shorten(description, _DESCRIPTION_LENGTH, placeholder=" …")

    def group_id(self, key: str, label: str) -> str:
        """The fragment of the heading above a group of records."""
        return self.heading_id(group_name(key), label)

    def list_page(
        self,
        path: str,
        template: str,
        view: View = dict,
        *,
        wide: bool = False,
    ) -> Page:
        """A page that lists records, with the date of the last change of the dossier."""
        listed = LIST_PAGES[path]
        title, folder = listed.title, listed.content_path
        return Page(
            path=path,
            template=template,
            title=title,
            anchor=self.heading_id(listed.name, title),
            description=lambda: f"{title}: {self.dossier.settings.title}.",
            file=folder,
            changed=lambda: days_of_change.of_everything(self.dossier),
            view=view,
            owner=self.owner,
            has_several_documents=self.dossier.has_several_documents,
            wide=wide,
            tables=self.tables(path),
            news=_news_box(path),
        )
