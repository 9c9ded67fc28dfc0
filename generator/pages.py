"""Which pages there are, and what each of them shows."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from generator import text, urls
from generator.dossier import Dossier
from generator.model import (
    Body,
    Chapter,
    File,
    FollowUp,
    Instrument,
    Milestone,
    OpenPoint,
    Party,
    Source,
    Statement,
    Term,
    Theme,
)
from generator.page import Link, Page
from generator.views import Views

Named = Party | Body | Instrument
Item = TypeVar("Item")


def render(dossier: Dossier, templates: Mapping[str, str]) -> dict[str, str]:
    """Every page as Markdown, by its path under the docs folder."""
    environment = text.environment(templates)
    return {page.path: text.render(environment, page) for page in pages(dossier)}


def pages(dossier: Dossier) -> Iterator[Page]:
    """Every page of the site."""
    make = Pages(dossier)
    yield make.home()
    yield from (*make.themes(), *make.commitments(), *make.chapters(), make.follow_up())
    yield from (make.timeline(), make.terms(), make.open_points(), make.about())
    yield from (*make.parties(), *make.bodies(), *make.instruments(), *make.sources())


def listed_pages(dossier: Dossier) -> tuple[Page, ...]:
    """The pages that belong in the menu: all but those of single items."""
    return tuple(page for page in pages(dossier) if page.listed)


class Pages:
    """Makes the pages of one dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.views = Views(dossier)

    def _page(self, record: File, template: str, title: str, view: dict[str, Any], **more: Any) -> Page:  # noqa: ANN401
        """A page about a content file, by default the file's own."""
        file = self.dossier.place(record).document.path
        base = self.dossier.settings.edit_address
        defaults = {
            "path": urls.page(record),
            "description": f"{title}: {self.dossier.settings.title}.",
        }
        return Page(
            **{**defaults, **more},
            template=template,
            title=title,
            file=file,
            changed=record.changed,
            edit=f"{base}{file}" if base else None,
            view=view,
        )

    def _index(self, path: str, template: str, title: str, view: dict[str, Any]) -> Page:
        """A page that lists records of one kind: a change to it is a change to the dossier."""
        return self._page(
            self.dossier.settings, template, title, view, path=path, searched=False
        )

    # Home and themes ------------------------------------------------------------------------------

    def home(self) -> Page:
        settings = self.dossier.settings
        view = {
            "summary": settings.summary,
            "sections": self._sections(settings.home),
            "themes": [self._theme_card(theme) for theme in self.dossier.themes],
            "follow_up": self.views.link(self.dossier.follow_up),
            "commitments": Link("Alle afspraken", urls.COMMITMENTS),
            "commitment_count": len(self.dossier.commitments),
            "statement_count": len(self.dossier.statements),
            "colophon": self.views.prose(settings.colophon),
        }
        return self._page(
            settings, "home", settings.title, view, description=settings.summary, searched=False
        )

    def _sections(self, sections: Iterable[Any]) -> list[dict[str, Any]]:
        return [
            {"heading": section.heading, "paragraphs": self.views.paragraphs(section.text)}
            for section in sections
        ]

    def _theme_card(self, theme: Theme) -> dict[str, Any]:
        return {
            "link": self.views.link(theme),
            "number": theme.number,
            "intro": self.views.prose(theme.intro),
            "commitment_count": len(self.views.commitments_of(theme)),
            "worked_out": bool(theme.statements),
        }

    def themes(self) -> Iterator[Page]:
        cards = [self._theme_card(theme) for theme in self.dossier.themes]
        yield self._index(urls.THEMES, "themes", "Thema’s", {"themes": cards})
        for theme in self.dossier.themes:
            yield self._page(theme, "theme", theme.title, self._theme_view(theme))

    def _theme_view(self, theme: Theme) -> dict[str, Any]:
        elsewhere = self.dossier.naming(theme)
        return {
            **self._chapter_view(theme),
            "numbering": self.views.prose(theme.numbering),
            "missing": self.views.paragraphs(theme.missing),
            "elsewhere": self.views.statements(elsewhere),
        }

    # Chapters -------------------------------------------------------------------------------------

    def _chapter_view(self, part: Chapter) -> dict[str, Any]:
        commitments = self.views.commitments_of(part)
        return {
            "intro": self.views.paragraphs(part.intro),
            "part": part.part,
            "source": self.views.link(self.dossier.record[part.source]),
            "statements": self.views.statements(part.statements),
            "commitments": [self._row(statement) for statement in commitments],
            "named": self.views.named_in(part.statements),
        }

    def chapters(self) -> Iterator[Page]:
        parts = [
            {"link": self.views.link(part), "intro": self.views.prose(part.intro), "part": part.part}
            for part in self.dossier.parts
        ]
        yield self._index(urls.CHAPTERS, "chapters", "Het document", {"parts": parts})
        for part in self.dossier.chapters:
            yield self._page(part, "chapter", part.title, self._chapter_view(part))

    def follow_up(self) -> Page:
        part = self.dossier.follow_up
        view = {
            **self._chapter_view(part),
            "arrangements": [self._arrangement(part, at) for at in range(len(part.arrangements))],
            "not_said": [self.views.prose(line) for line in part.not_said],
            "bodies": [self._body_row(body) for body in self.dossier.bodies],
        }
        return self._page(part, "follow-up", part.title, view)

    def _arrangement(self, part: FollowUp, at: int) -> dict[str, Any]:
        arrangement = part.arrangements[at]
        body = arrangement.body and self.dossier.record[arrangement.body]
        return {
            "what": arrangement.what,
            "body": self.views.link(body) if body else None,
            "level": arrangement.level,
            "frequency": arrangement.frequency,
            "temporary": arrangement.temporary,
            "statements": self._statement_links(arrangement.statements),
        }

    def _statement_links(self, names: Iterable[str]) -> list[Link]:
        return [self.views.statement_link(self.dossier.statement[name]) for name in names]

    # Commitments ----------------------------------------------------------------------------------

    def commitments(self) -> Iterator[Page]:
        commitments = self.dossier.commitments
        groups = [
            {"link": self.views.link(part), "rows": [self._row(each) for each in bound]}
            for part in self._parts_by_theme()
            if (bound := self.views.commitments_of(part))
        ]
        view = {"groups": groups, "count": len(commitments)}
        yield self._index(urls.COMMITMENTS, "commitments", "Afspraken", view)
        for before, statement, after in _with_neighbours(commitments):
            yield self._commitment(before, statement, after)

    def _parts_by_theme(self) -> tuple[Chapter, ...]:
        """The themes first, in their own order, then the rest of the document."""
        rest = (part for part in self.dossier.parts if not isinstance(part, Theme))
        return (*self.dossier.themes, *rest)

    def _row(self, statement: Statement) -> dict[str, Any]:
        return {
            "link": self.views.commitment_link(statement),
            "text": statement.text,
            "parties": [
                self.views.link(self.dossier.record[slug]) for slug in statement.parties
            ],
        }

    def _commitment(
        self, before: Statement | None, statement: Statement, after: Statement | None
    ) -> Page:
        whole = self.dossier.statement[statement.under] if statement.under else None
        home = self.dossier.home(statement)
        view = {
            "statement": self.views.statement(statement),
            "home": self.views.link(home),
            "source": self.views.link(self.dossier.record[home.source]),
            "part": home.part,
            "whole": whole and self.views.statement(whole),
            "parts": self.views.statements(self.dossier.under(statement)),
            "relatives": list(self.views.relatives(statement)),
            "passage": self._passage(statement),
            "milestones": [self._milestone(each) for each in self.dossier.milestones_of(statement)],
            **_sequence(before, after, self.views.commitment_link),
        }
        title = f"Afspraak {statement.id}"
        path = urls.commitment_page(statement)
        return self._page(
            home, "commitment", title, view, path=path, listed=False, description=statement.text
        )

    def _passage(self, statement: Statement) -> list[dict[str, Any]]:
        """The line on which a statement stands, and those around it."""
        source = self.dossier.home(statement).source
        near = range(statement.line - 1, statement.line + 2)
        lines = self._lines(source)
        return [{**line, "here": line["number"] == statement.line} for line in lines
                if line["number"] in near and line["text"].strip()]

    # Around the statements ------------------------------------------------------------------------

    def timeline(self) -> Page:
        timeline = self.dossier.timeline
        ordered = sorted(timeline.milestones, key=_moment)
        view = {
            "intro": self.views.prose(timeline.intro),
            "dated": [self._milestone(each) for each in ordered if each.date],
            "undated": [self._milestone(each) for each in ordered if not each.date],
        }
        return self._page(timeline, "timeline", self.views.title(timeline), view)

    def _milestone(self, milestone: Milestone) -> dict[str, Any]:
        return {
            "title": milestone.title,
            "date": milestone.date,
            "end": milestone.end,
            "words": milestone.words,
            "note": self.views.prose(milestone.note),
            "statements": self._statement_links(milestone.statements),
        }

    def terms(self) -> Page:
        terms = self.dossier.terms
        entries = [self._term(term) for term in terms.terms]
        entries += [self._abbreviation(record) for record in self._abbreviated()]
        view = {
            "intro": self.views.prose(terms.intro),
            "entries": sorted(entries, key=lambda entry: (entry["term"].lower(), entry["anchor"])),
        }
        return self._page(terms, "terms", self.views.title(terms), view)

    def _term(self, term: Term) -> dict[str, Any]:
        return {
            "anchor": urls.anchor(term),
            "term": term.term,
            "spelled": list(term.names),
            "meaning": self.views.prose(term.meaning),
            "uncertain": self.views.prose(term.uncertain),
            "sources": self.views.sources(term.sources),
        }

    def _abbreviated(self) -> list[Named]:
        named = (*self.dossier.parties, *self.dossier.bodies, *self.dossier.instruments)
        return [record for record in named if record.abbreviation]

    def _abbreviation(self, record: Named) -> dict[str, Any]:
        return {
            "anchor": record.slug,
            "term": record.abbreviation or "",
            "spelled": [],
            "meaning": self.views.prose(f"[{record.name}]({record.slug})"),
            "uncertain": (),
            "sources": self.views.sources(record.sources),
        }

    def open_points(self) -> Page:
        points = self.dossier.open_points
        groups = [
            {"label": label, "points": [self._point(point) for point in found]}
            for kind, label in self.dossier.settings.point_kinds.items()
            if (found := [point for point in points.points if point.kind == kind])
        ]
        view = {
            "intro": self.views.prose(points.intro),
            "groups": groups,
            "count": len(points.points),
        }
        return self._page(points, "open-points", self.views.title(points), view)

    def _point(self, point: OpenPoint) -> dict[str, Any]:
        return {
            "anchor": urls.anchor(point),
            "title": point.title,
            "found": self.views.prose(point.found),
            "handled": self.views.prose(point.handled),
            "statements": self._statement_links(point.statements),
        }

    def about(self) -> Page:
        about = self.dossier.about
        return self._page(about, "about", about.title, {"sections": self._sections(about.sections)})

    # What statements name -------------------------------------------------------------------------

    def parties(self) -> Iterator[Page]:
        groups = self.dossier.settings.party_groups
        rows = [
            {"label": label, "rows": [self._named_row(each) for each in self._in_group(group)]}
            for group, label in groups.items()
            if self._in_group(group)
        ]
        yield self._index(urls.PARTIES, "parties", "Partijen", {"groups": rows})
        ordered = [party for group in groups for party in self._in_group(group)]
        yield from self._named_pages(ordered, "party")

    def _in_group(self, group: str) -> list[Party]:
        found = (party for party in self.dossier.parties if party.group == group)
        return sorted(found, key=lambda party: party.shown.lower())

    def bodies(self) -> Iterator[Page]:
        rows = [self._body_row(body) for body in self.dossier.bodies]
        yield self._index(urls.BODIES, "bodies", "Overleggen", {"rows": rows})
        yield from self._named_pages(self.dossier.bodies, "body")

    def _body_row(self, body: Body) -> dict[str, Any]:
        members = (self.dossier.record[slug] for slug in body.members)
        return {
            "link": self.views.link(body, body.name),
            "members": [self.views.link(member) for member in members],
            "level": body.level,
            "temporary": body.temporary,
            "count": len(self.dossier.naming(body)),
        }

    def instruments(self) -> Iterator[Page]:
        ordered = sorted(self.dossier.instruments, key=lambda each: each.shown.lower())
        rows = [self._named_row(instrument) for instrument in ordered]
        yield self._index(urls.INSTRUMENTS, "instruments", "Instrumenten", {"rows": rows})
        yield from self._named_pages(ordered, "instrument")

    def _named_row(self, record: Named) -> dict[str, Any]:
        full = record.name if record.name != record.shown else ""
        return {
            "link": self.views.link(record),
            "full": full,
            "uncertain": bool(record.uncertain),
            "count": len(self.dossier.naming(record)),
        }

    def _named_pages(self, records: Sequence[Named], template: str) -> Iterator[Page]:
        for before, record, after in _with_neighbours(records):
            view = {**self._named_view(record), **_sequence(before, after, self.views.link)}
            yield self._page(record, template, record.name, view, listed=False)

    def _named_view(self, record: Named) -> dict[str, Any]:
        naming = self.dossier.naming(record)
        parts = {self.dossier.home(statement).slug: statement for statement in naming}
        return {
            "abbreviation": record.abbreviation,
            "names": list(record.names),
            "what": self.views.paragraphs(record.what),
            "sources": self.views.sources(record.sources),
            "uncertain": self.views.paragraphs(record.uncertain),
            "statements": self.views.statements(naming),
            "commitments": sum(statement.commitment for statement in naming),
            "themes": [self.views.link(self.dossier.record[slug]) for slug in parts],
            **self._ties(record),
        }

    def _ties(self, record: Named) -> dict[str, Any]:
        """What a record is part of, and what is part of it."""
        if isinstance(record, Body):
            return self._body_row(record)
        if not isinstance(record, Party):
            return {}
        inside = [party for party in self.dossier.parties if party.part_of == record.slug]
        bodies = [body for body in self.dossier.bodies if record.slug in body.members]
        whole = record.part_of and self.dossier.record[record.part_of]
        return {
            "group": self.dossier.settings.party_groups[record.group],
            "part_of": self.views.link(whole) if whole else None,
            "inside": [self.views.link(party) for party in inside],
            "bodies": [self.views.link(body) for body in bodies],
        }

    # Sources --------------------------------------------------------------------------------------

    def sources(self) -> Iterator[Page]:
        quoted, named, cited = [], [], []
        for source in sorted(self.dossier.sources, key=lambda each: each.shown.lower()):
            kind = quoted if source.slug in self.dossier.texts else named if source.names else cited
            kind.append(source)
        groups = [
            {"label": "De bron van deze site", "rows": self._source_rows(quoted)},
            {"label": "Documenten die de bron noemt", "rows": self._source_rows(named)},
            {"label": "Andere bronnen", "rows": self._source_rows(cited)},
        ]
        filled = [group for group in groups if group["rows"]]
        yield self._index(urls.SOURCES, "sources", "Bronnen", {"groups": filled})
        for before, source, after in _with_neighbours([*quoted, *named, *cited]):
            view = {**self._source_view(source), **_sequence(before, after, self.views.link)}
            yield self._page(source, "source", source.title, view, listed=False)

    def _source_rows(self, sources: Iterable[Source]) -> list[dict[str, Any]]:
        return [
            {"link": self.views.link(each), "publisher": each.publisher, "date": each.date}
            for each in sources
        ]

    def _source_view(self, source: Source) -> dict[str, Any]:
        citing = self.dossier.pointing_to(source.slug)
        return {
            "publisher": source.publisher,
            "date": source.date,
            "address": Link(source.url, address=source.url) if source.url else None,
            "consulted": source.consulted,
            "consulted_how": source.consulted_how,
            "what": self.views.paragraphs(source.what),
            "uncertain": self.views.paragraphs(source.uncertain),
            "named": self.views.statements(self.dossier.naming(source)),
            "citing": [self.views.link(file) for file in citing if file is not source],
            "lines": self._lines(source.slug),
        }

    def _lines(self, slug: str) -> list[dict[str, Any]]:
        """The lines of a source text, each tied to what it became."""
        quotes: dict[int, list[Link]] = {}
        for part in self.dossier.parts:
            for statement in part.statements if part.source == slug else ():
                quotes.setdefault(statement.line, []).append(self.views.statement_link(statement))
        source = self.dossier.record[slug]
        reasons = {skip.line: self.views.prose(skip.reason) for skip in source.skipped}
        return [
            {
                "number": number,
                "anchor": urls.line_anchor(number),
                "text": line,
                "statements": quotes.get(number, []),
                "reason": reasons.get(number, ()),
            }
            for number, line in enumerate(self.dossier.texts.get(slug, ()), 1)
        ]


def _with_neighbours(
    items: Sequence[Item],
) -> Iterator[tuple[Item | None, Item, Item | None]]:
    for at, item in enumerate(items):
        before = items[at - 1] if at else None
        after = items[at + 1] if at + 1 < len(items) else None
        yield before, item, after


def _sequence(
    before: Item | None, after: Item | None, link: Callable[[Item], Link]
) -> dict[str, Link | None]:
    """The way to the items beside this one."""
    return {"previous": before and link(before), "next": after and link(after)}


def _moment(milestone: Milestone) -> tuple[str, str]:
    """By date; of two on one date, the longer period first."""
    return milestone.date or "", milestone.end or ""
