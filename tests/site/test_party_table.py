"""The table of parties and themes counts the statements, and leads to them."""

import pytest
from bs4 import Tag

from generator.dossier.dossier import Dossier
from generator.site.views import party_table
from generator.site.views.linker import Linker
from tests.conftest import TODAY
from tests.support.pages import Pages, text_of


@pytest.fixture
def table(pages: Pages) -> Tag:
    (found,) = pages["/partijen/"].select("table.matrix")
    return found


def test_its_heads_are_the_titles_of_the_themes(table: Tag, frozen: Dossier) -> None:
    heads = [text_of(each) for each in table.select("thead th")]

    assert heads == ["Partij", *(theme.title for theme in frozen.themes), party_table.OUTSIDE]


def number(link: Tag | None) -> int:
    return int(text_of(link).split()[0]) if link else 0


def test_it_counts_the_statements_and_commitments_of_each_party(
    table: Tag, frozen: Dossier
) -> None:
    shown = {text_of(row.select("th")[0]): row.select("td") for row in table.select("tbody tr")}
    themes = [*frozen.themes, None]
    named = [party for party in frozen.parties if frozen.backlinks.naming(party)]

    assert set(shown) == {party.display_name for party in named}
    for party in named:
        for theme, cell in zip(themes, shown[party.display_name], strict=True):
            naming = frozen.backlinks.naming(party)
            found = [each for each in naming if frozen.theme(each) is theme]
            links = cell.select("a")
            assert number(links[0] if links else None) == len(found)
            commitments = sum(each.commitment for each in found)
            assert number(links[1] if len(links) > 1 else None) == commitments


def test_a_count_of_commitments_leads_to_exactly_these(table: Tag, pages: Pages) -> None:
    register = pages["/afspraken/"]
    followed = 0
    for link in table.select("a[href*='thema=']"):
        address, _, query = str(link["href"]).partition("?")
        theme, party = (part.partition("=")[2] for part in query.split("&"))
        rows = [
            row
            for row in register.select("table.register tbody tr")
            if row.select(f"[data-facet=thema] a[href$='/{theme}/']")
            and row.select(f"[data-facet=partij] a[href$='/{party}/']")
        ]
        assert address == "../afspraken/"
        assert len(rows) == number(link)
        followed += 1
    assert followed > 5


def test_it_comes_before_the_list(pages: Pages, frozen: Dossier) -> None:
    headings = [str(each["id"]) for each in pages["/partijen/"].select("article h2")]

    assert headings[0] == "per-thema"
    assert len(headings) > len(frozen.settings.party_groups) - 1


@pytest.mark.parametrize("limit", ["MAX_THEMES", "MAX_PARTIES"])
def test_with_too_much_for_a_table_there_is_none(
    limit: str, frozen: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = Linker(frozen, TODAY)
    assert party_table.table(link)

    monkeypatch.setattr(party_table, limit, 1)
    assert party_table.table(link) is None
