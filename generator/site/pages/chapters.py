"""The pages of the dossier itself: home, themes, chapters of the source, follow-up process."""

from collections.abc import Iterable, Iterator
from functools import partial

from generator.dossier import page_numbers, urls
from generator.dossier.page_numbers import split_into_pages
from generator.model import Arrangement, Body, Chapter, Statement, Theme
from generator.site.views import history, progress
from generator.site.views.linker import Linker
from generator.site.views.page import Link, Page
from generator.site.views.pagination import PaginatedList, paginate
from generator.site.views.statements import (
    combined_mentions,
    commitment_rows,
    commitments_of,
    views,
)

MAX_CARDS = 12
"""How many themes at most have a card on the home page."""
MAX_BODIES = 30
"""With more bodies than this, a figure cannot show which body follows which."""


def pages(link: Linker) -> Iterator[Page]:
    settings = link.dossier.settings
    home = partial(_home, link)
    yield link.page(settings, "home", home, description=lambda: settings.summary, wide=True)
    yield from _themes(link)
    yield from _chapters(link)
    page = link.page(link.dossier.follow_up, "follow-up", partial(_follow_up, link))
    yield from paginate(page, _all_bodies(link))


def _home(link: Linker) -> dict[str, object]:
    dossier, settings = link.dossier, link.dossier.settings
    return {
        "summary": settings.summary,
        "sections": link.sections(settings.home),
        "themes": _cards(link, dossier.themes[:MAX_CARDS]),
        "all_themes": _all_themes_link(link),
        "follow_up": link.record(dossier.follow_up),
        "commitments": link.list(urls.COMMITMENTS),
        "commitment_count": len(dossier.commitments),
        "status_counts": progress.counts(link, dossier.commitments),
        "progress": link.record(dossier.progress),
        "deadlines": link.record(dossier.deadlines),
        "statement_count": len(dossier.statements),
        "newest": history.newest(link, 3),
        "changes": link.list(urls.CHANGES),
        "colophon": link.prose(settings.colophon),
    }


def _all_themes_link(link: Linker) -> Link | None:
    """A link to the list of all themes; None if the home page shows them all."""
    count = len(link.dossier.themes)
    return Link(f"Alle {count} thema’s", urls.THEMES) if count > MAX_CARDS else None


def _cards(link: Linker, themes: Iterable[Theme]) -> list[dict[str, object]]:
    return [_card(link, theme) for theme in themes]


def _card(link: Linker, theme: Theme) -> dict[str, object]:
    return {
        "link": link.record(theme),
        "number": theme.number,
        "intro": link.prose(theme.intro),
        "commitment_count": len(commitments_of(theme)),
        "worked_out": bool(theme.statements),
    }


def _themes(link: Linker) -> Iterator[Page]:
    themes = link.dossier.themes
    cards = PaginatedList(
        "themes", "cards", split_into_pages(themes, page_numbers.BLOCKS), partial(_cards, link)
    )
    yield from paginate(link.list_page(urls.THEMES, "themes"), cards)
    for theme in themes:
        page = link.page(theme, "theme", partial(_theme, link, theme))
        yield from paginate(page, _statements_elsewhere(link, theme))


def _statements_elsewhere(link: Linker, theme: Theme) -> PaginatedList[Statement]:
    """The statements in other chapters that name this theme."""
    return PaginatedList(
        key="elsewhere",
        layout="statements",
        pages=split_into_pages(link.dossier.backlinks.naming(theme), page_numbers.BLOCKS),
        rows=partial(views, link),
        part="elders",
        title="elders in de bron",
        anchor="elders",
    )


def _theme(link: Linker, theme: Theme) -> dict[str, object]:
    return {
        **_chapter(link, theme),
        "numbering": link.prose(theme.numbering),
        "missing": link.paragraphs(theme.missing),
        "progress": progress.about(link, theme.statements),
        "status_counts": progress.counts(link, commitments_of(theme)),
    }


def _chapters(link: Linker) -> Iterator[Page]:
    parts = PaginatedList(
        "parts",
        "chapters",
        split_into_pages(link.dossier.parts, page_numbers.ROWS),
        partial(_parts, link),
    )
    yield from paginate(link.list_page(urls.CHAPTERS, "chapters"), parts)
    for part in link.dossier.chapters:
        yield link.page(part, "chapter", partial(_chapter, link, part))


def _parts(link: Linker, parts: Iterable[Chapter]) -> list[dict[str, object]]:
    return [
        {"link": link.record(part), "intro": link.prose(part.intro), "part": part.part}
        for part in parts
    ]


def _chapter(link: Linker, part: Chapter) -> dict[str, object]:
    return {
        "intro": link.paragraphs(part.intro),
        "part": part.part,
        "source": link.slug(part.source),
        "statements": views(link, part.statements),
        "commitments": commitment_rows(link, commitments_of(part)),
        "named": combined_mentions(link, part.statements),
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
