"""The pages of themes, of the other chapters of the document, and of the follow-up."""

from collections.abc import Iterable, Iterator
from functools import partial

from generator.dossier import page_numbers, urls
from generator.dossier.page_numbers import split_into_pages
from generator.model import Arrangement, Body, Chapter, Statement, Theme
from generator.site.views import history, progress
from generator.site.views.linker import Linker
from generator.site.views.outline import outline
from generator.site.views.page import Page
from generator.site.views.pagination import PaginatedList, paginate
from generator.site.views.statements import (
    combined_mentions,
    commitment_rows,
    commitments_of,
    views,
)
from generator.site.views.theme_cards import cards

MAX_BODIES = 30
"""With more bodies than this, a figure cannot show which body follows which."""


def pages(link: Linker) -> Iterator[Page]:
    yield from _themes(link)
    yield from _chapters(link)
    page = link.page(link.dossier.follow_up, "follow-up", partial(_follow_up, link))
    yield from paginate(page, _all_bodies(link))


def _themes(link: Linker) -> Iterator[Page]:
    themes = link.dossier.themes
    shown = PaginatedList(
        "themes",
        "cards",
        split_into_pages(themes, page_numbers.BLOCKS),
        partial(cards, link),
    )
    yield from paginate(link.list_page(urls.THEMES, "themes"), shown)
    for theme in themes:
        view = partial(_theme, link, theme)
        page = link.page(theme, "theme", view, card=urls.card(theme.slug))
        yield from paginate(page, _statements_elsewhere(link, theme))


def _statements_elsewhere(link: Linker, theme: Theme) -> PaginatedList[Statement]:
    """The statements in other chapters that name this theme."""
    return PaginatedList(
        key="elsewhere",
        layout="statements",
        pages=split_into_pages(link.dossier.backlinks.naming(theme), page_numbers.BLOCKS),
        rows=partial(views, link),
        part="elders",
        title="op andere plaatsen",
        anchor="elders",
    )


def _theme(link: Linker, theme: Theme) -> dict[str, object]:
    return {
        **_chapter(link, theme),
        "numbering": link.prose(theme.numbering),
        "missing": link.paragraphs(theme.missing),
        "pack": link.pack(urls.page(theme), "Dit thema als pdf"),
    }


def _chapters(link: Linker) -> Iterator[Page]:
    parts = PaginatedList(
        "parts",
        "chapters",
        split_into_pages(link.dossier.parts, page_numbers.ROWS),
        partial(_parts, link),
    )
    yield from paginate(link.list_page(urls.CHAPTERS, "chapters", partial(_documents, link)), parts)
    for part in link.dossier.chapters:
        yield link.page(part, "chapter", partial(_chapter, link, part))


def _documents(link: Linker) -> dict[str, object]:
    """The documents if there are several, and the pages on which two are side by side."""
    dossier = link.dossier
    return {
        "documents": [link.record(each) for each in dossier.documents],
        "pairs": [link.pair(each) for each in dossier.document_pairs],
    }


def _parts(link: Linker, parts: Iterable[Chapter]) -> list[dict[str, object]]:
    return [
        {
            "link": link.record(part),
            "intro": link.prose(part.intro),
            "part": part.part,
            "document": link.slug(part.source) if link.dossier.has_several_documents else None,
        }
        for part in parts
    ]


def _chapter(link: Linker, part: Chapter) -> dict[str, object]:
    return {
        "intro": link.paragraphs(part.intro),
        "part": part.part,
        "source": link.slug(part.source),
        "outline": outline(link, part.statements),
        "commitments": commitment_rows(link, commitments_of(part)),
        "named": combined_mentions(link, part.statements),
        "progress": progress.about(link, part.statements),
        "history": history.rows(link, part.slug),
        "permalink": link.full_permalink(part.slug),
    }


def _all_bodies(link: Linker) -> PaginatedList[Body]:
    return PaginatedList(
        key="bodies",
        layout="bodies",
        pages=split_into_pages(link.dossier.bodies, page_numbers.ROWS),
        rows=partial(_bodies, link),
        part="overleggen",
        title="de overleggen",
        anchor="overleggen",
    )


def _bodies(link: Linker, bodies: Iterable[Body]) -> list[dict[str, object]]:
    return [_body(link, body) for body in bodies]


def _follow_up(link: Linker) -> dict[str, object]:
    part, bodies = link.dossier.follow_up, link.dossier.bodies
    return {
        **_chapter(link, part),
        "arrangements": [_arrangement(link, each) for each in part.arrangements],
        "not_said": [link.prose(line) for line in part.not_said],
        "followed": _bodies(link, [body for body in bodies if body.followed_by]),
        "figure": _figure(link) if len(bodies) <= MAX_BODIES else None,
    }


def _arrangement(link: Linker, arrangement: Arrangement) -> dict[str, object]:
    return {
        "what": arrangement.what,
        "body": link.slug(arrangement.body) if arrangement.body else None,
        "level": arrangement.level,
        "frequency": arrangement.frequency,
        "temporary": arrangement.temporary,
        "statements": link.statements(arrangement.statements),
    }


def _body(link: Linker, body: Body) -> dict[str, object]:
    return {
        "link": link.record(body, body.name),
        "members": link.slugs(body.members),
        "level": body.level,
        "temporary": body.temporary,
        "frequency": _frequency(link, body),
        "followed_by": link.slug(body.followed_by) if body.followed_by else None,
        "followed_by_note": link.prose(body.followed_by_note),
    }


def _frequency(link: Linker, body: Body) -> str | None:
    """How often a body meets, according to the follow-up process."""
    arrangements = (each for each in link.dossier.follow_up.arrangements if each.body == body.slug)
    return next((each.frequency for each in arrangements if each.frequency), None)


def _figure(link: Linker) -> dict[str, object]:
    """The bodies in chains, each followed by its successor; arrangements without a named body."""
    bodies = link.dossier.bodies
    successors = {body.followed_by for body in bodies}
    chains = [_chain(link, body) for body in bodies if body.slug not in successors]
    unnamed = [
        _arrangement(link, each)
        for each in link.dossier.follow_up.arrangements
        if each.level and not each.body
    ]
    return {"chains": sorted(chains, key=len, reverse=True), "unnamed": unnamed}


def _chain(link: Linker, body: Body) -> list[dict[str, object]]:
    successors = [each for each in link.dossier.bodies if each.slug == body.followed_by]
    return [_body(link, body), *(row for each in successors for row in _chain(link, each))]
