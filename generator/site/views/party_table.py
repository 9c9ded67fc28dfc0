"""Which party is named with which theme: the number of statements, and of commitments."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.dossier import urls
from generator.grouping import gather
from generator.model import Party, Statement, Theme
from generator.site.views.linker import Linker
from generator.site.views.page import Link

OUTSIDE = "Buiten de thema’s"
MAX_THEMES = 10
MAX_PARTIES = 60
"""With more themes or parties than these, the table is unreadable."""


@dataclass(frozen=True)
class Cell:
    """How often a party is named in one theme."""

    statements: Link
    commitments: Link | None
    """None if none of the statements is a commitment."""


@dataclass(frozen=True)
class PartyRow:
    party: Link
    cells: Sequence[Cell | None]
    """One for each theme, and the last for what is outside the themes; None without statements."""


@dataclass(frozen=True)
class PartyTable:
    columns: Sequence[str]
    rows: Sequence[PartyRow]


def table(link: Linker) -> PartyTable | None:
    """The table, most named parties first; None if there are too many themes or parties for one."""
    themes, parties = link.dossier.themes, link.dossier.parties
    if len(themes) > MAX_THEMES or len(parties) > MAX_PARTIES:
        return None
    named = [(link.dossier.backlinks.naming(party), party) for party in parties]
    ordered = sorted(named, key=lambda each: (-len(each[0]), each[1].display_name.lower()))
    rows = [_row(link, party, found) for found, party in ordered if found]
    return PartyTable([*(theme.title for theme in themes), OUTSIDE], rows) if rows else None


def _row(link: Linker, party: Party, naming: Iterable[Statement]) -> PartyRow:
    by_theme = gather((_slug(link.dossier.theme(each)), each) for each in naming)
    themes = (*link.dossier.themes, None)
    cells = [_cell(party, theme, by_theme.get(_slug(theme), ())) for theme in themes]
    return PartyRow(link.record(party), cells)


def _slug(theme: Theme | None) -> str:
    return theme.slug if theme else ""


def _cell(party: Party, theme: Theme | None, found: Sequence[Statement]) -> Cell | None:
    if not found:
        return None
    page, commitments = urls.page(party), sum(each.commitment for each in found)
    statements = Link(_counted(len(found), "uitspraak", "uitspraken"), page, "uitspraken")
    return Cell(statements, _commitments(party, theme, commitments) if commitments else None)


def _commitments(party: Party, theme: Theme | None, count: int) -> Link:
    """Where these commitments are: among all, filtered, or on the page of the party."""
    text = _counted(count, "afspraak", "afspraken")
    if not theme:
        return Link(text, urls.page(party), "afspraken")
    return Link(text, urls.COMMITMENTS, query=f"thema={theme.slug}&partij={party.slug}")


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
