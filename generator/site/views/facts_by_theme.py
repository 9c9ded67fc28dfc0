"""What came of the document: by theme, then by statement, then newest first.

A fact about several statements is shown with one of them; the others lead to it.
"""

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.grouping import gather
from generator.model import Progress, Statement
from generator.site.views import progress
from generator.site.views.linker import Linker
from generator.site.views.page import Link
from generator.site.views.progress import ProgressView, StatusView
from generator.text import inline_links
from generator.text.dates import dutch_date

OUTSIDE = "Buiten de thema’s"
OUTSIDE_ID = "Buiten-de-themas"
"""Its fragment. With a capital, as those of themes, so that it is not the slug of a fact."""
_WORDS_LENGTH = 90
"""How many characters of a fact tell what it is about."""


@dataclass(frozen=True)
class PlacedFact:
    """A fact with the statement under which it is shown."""

    fact: ProgressView
    year: str
    others: tuple[Link, ...]
    """The other statements that it is about."""


@dataclass(frozen=True)
class FactElsewhere:
    """A fact that is shown with another statement."""

    anchor: str
    year: str
    link: Link


@dataclass(frozen=True)
class StatementFacts:
    """A statement with what came of it."""

    id: str
    link: Link
    """Its text is the statement."""
    status: StatusView | None
    """None if the statement is not a commitment."""
    facts: Sequence[PlacedFact]
    elsewhere: Sequence[FactElsewhere]


@dataclass(frozen=True)
class ThemeFacts:
    """A theme with its statements of which something came."""

    slug: str
    """The slug of the theme, for the filter; of what is outside the themes, its fragment."""
    anchor: str
    title: str
    statements: Sequence[StatementFacts]
    count: int
    """The number of facts that are shown with these statements."""


def groups(link: Linker, items: Iterable[Progress]) -> list[ThemeFacts]:
    newest_first = progress.newest_first(items)
    shown = gather((_main_statement(link, item).id, item) for item in newest_first)
    about = gather((name, item) for item in newest_first for name in item.statements)
    statements = [
        each
        for each in link.dossier.statements
        if each.id in shown or (each.commitment and each.id in about)
    ]
    by_theme = gather((_theme_id(link, each), each) for each in statements)
    return [
        _theme(*names, [_statement(link, each, shown, about) for each in found])
        for names in _names(link)
        if (found := by_theme.get(names[0]))
    ]


def absent(link: Linker, shown: Iterable[ThemeFacts]) -> list[str]:
    """The fragments of themes of which nothing came."""
    anchors = {each.anchor for each in shown}
    return [anchor for _, anchor, _ in _names(link) if anchor not in anchors]


def _main_statement(link: Linker, item: Progress) -> Statement:
    """The statement with which a fact is shown: the first commitment, preferably of a theme."""
    found = [link.dossier.statement[name] for name in item.statements]
    return min(found, key=lambda each: (not each.commitment, link.dossier.theme(each) is None))


def _theme_id(link: Linker, statement: Statement) -> str:
    theme = link.dossier.theme(statement)
    return theme.slug if theme else OUTSIDE_ID


def _names(link: Linker) -> Iterator[tuple[str, str, str]]:
    """The slug, the fragment and the title of each theme, and of what is outside the themes."""
    for theme in link.dossier.themes:
        yield theme.slug, f"Thema-{theme.number}", theme.title
    yield OUTSIDE_ID, OUTSIDE_ID, OUTSIDE


def _theme(slug: str, anchor: str, title: str, statements: Sequence[StatementFacts]) -> ThemeFacts:
    count = sum(len(each.facts) for each in statements)
    return ThemeFacts(slug, anchor, title, statements, count)


def _statement(
    link: Linker,
    statement: Statement,
    shown: Mapping[str, Sequence[Progress]],
    about: Mapping[str, Sequence[Progress]],
) -> StatementFacts:
    here = shown.get(statement.id, ())
    commitment = statement.commitment
    return StatementFacts(
        id=statement.id,
        link=_quoted(link, statement),
        status=progress.status(link, statement) if commitment else None,
        facts=[_placed(link, item, statement) for item in here],
        elsewhere=[_elsewhere(link, item) for item in about[statement.id] if item not in here],
    )


def _quoted(link: Linker, statement: Statement) -> Link:
    place = link.commitment(statement) if statement.commitment else link.statement(statement)
    return replace(place, text=f"‘{statement.text}’")


def _placed(link: Linker, item: Progress, statement: Statement) -> PlacedFact:
    others = link.statements(name for name in item.statements if name != statement.id)
    return PlacedFact(progress.view(link, item), item.date[:4], others)


def _elsewhere(link: Linker, item: Progress) -> FactElsewhere:
    words = textwrap.shorten(inline_links.plain_text(item.what), _WORDS_LENGTH, placeholder=" …")
    place = link.entry(item)
    text = f"{dutch_date(item.date)}: {words}"
    return FactElsewhere(item.slug, item.date[:4], Link(text, place.page, place.fragment))
