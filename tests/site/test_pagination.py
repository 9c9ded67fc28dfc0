"""Long lists continue on further pages, so no page grows without limit."""

import dataclasses
import datetime as dt
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given
from hypothesis import strategies as st

from generator.dossier import fact_pages, page_numbers
from generator.dossier.dossier import Dossier
from generator.dossier.page_numbers import split_into_pages
from generator.dossier.register import Event, Register
from generator.model import File, Progress, ProgressLog
from generator.model.record import identity
from generator.site import pages
from generator.site.views.linker import Linker
from generator.site.views.page import Link, Page
from generator.site.views.pagination import ListSlice, PaginatedList, paginate
from tests.conftest import TODAY, dossier_of, world_texts
from tests.support.pages import Pages, broken_links, content_pages, texts_of_pages

MAX_BYTES = 60_000
"""The largest allowed Markdown page of the long dossier, which is built with lowered limits."""


# Splitting a list ---------------------------------------------------------------------------------


@given(st.lists(st.integers(), max_size=50), st.integers(1, 12))
def test_splitting_keeps_every_item_and_fills_all_pages_but_the_last(
    items: list[int], limit: int
) -> None:
    parts = split_into_pages(items, limit)

    assert [item for part in parts for item in part] == items
    assert all(len(part) == limit for part in parts[:-1])
    assert len(parts[-1]) <= limit
    assert len(parts) == max(1, -(-len(items) // limit))


@given(st.integers(1, 50), st.integers(1, 12))
def test_page_at_agrees_with_split_into_pages(count: int, limit: int) -> None:
    for number, indices in enumerate(split_into_pages(range(count), limit), 1):
        for index in indices:
            assert page_numbers.page_at("a/b.md", index, limit) == page_numbers.path(
                "a/b.md", number
            )


def paginated(count: int, limit: int, part: str = "") -> list[Page]:
    """The pages of a list of ``count`` numbers, with at most ``limit`` on a page."""
    page = Page("partijen/ezk.md", "party", "EZK", lambda: "Over EZK.", "x.yml", dt.date.today)
    numbers = PaginatedList(
        "names", "links", split_into_pages(range(count), limit), list, part=part, anchor="lijst"
    )
    return list(paginate(page, numbers))


def list_on(page: Page) -> ListSlice:
    """The part of the list that a page shows."""
    found = page.view().get("names") or page.view()["shown"]
    assert isinstance(found, ListSlice)
    return found


def test_a_list_within_its_limit_has_no_further_pages() -> None:
    (page,) = paginated(10, 10)

    assert list_on(page).rows == list(range(10))
    assert list_on(page).steps is None


def test_further_pages_are_numbered_and_link_back_to_the_first() -> None:
    first, second, third = paginated(25, 10)

    assert [first.path, second.path, third.path] == [
        "partijen/ezk.md",
        "partijen/ezk/pagina-2.md",
        "partijen/ezk/pagina-3.md",
    ]
    assert [first.title, third.title] == ["EZK", "EZK, pagina 3 van 3"]
    assert third.description() == "Over EZK, pagina 3 van 3."
    assert [first.list, third.list] == [None, Link("EZK", "partijen/ezk.md", "lijst")]
    assert list_on(third).rows == [20, 21, 22, 23, 24]
    assert list_on(third).count == 25


def test_further_pages_of_a_secondary_list_have_their_own_folder() -> None:
    assert paginated(11, 10, "afspraken")[1].path == "partijen/ezk/afspraken/pagina-2.md"


@pytest.mark.parametrize(
    ("number", "links"),
    [
        (1, "1 2 3 …20"),
        (2, "1 2 3 4 …20"),
        (5, "1 …3 4 5 6 7 …20"),
        (10, "1 …8 9 10 11 12 …20"),
        (20, "1 …18 19 20"),
    ],
)
def test_navigation_links_nearby_pages_and_both_ends(number: int, links: str) -> None:
    pages = paginated(100, 5)
    navigation = list_on(pages[number - 1]).steps

    assert navigation
    assert " ".join("…" * each.far + each.link.text for each in navigation.numbers) == links
    assert [each.link.text for each in navigation.numbers if each.here] == [str(number)]
    assert (navigation.previous.page if navigation.previous else None) == (
        pages[number - 2].path if number > 1 else None
    )
    assert (navigation.next.page if navigation.next else None) == (
        pages[number].path if number < 20 else None
    )
    assert {each.link.page for each in navigation.numbers} <= {page.path for page in pages}


def test_rows_are_created_only_when_their_page_is_viewed() -> None:
    page = Page("a.md", "a", "A", str, "x.yml", dt.date.today)
    requested: list[Sequence[int]] = []
    numbers = PaginatedList("names", "links", split_into_pages(range(30), 10), requested.append)

    _, second, _ = paginate(page, numbers)
    assert requested == []
    second.view()
    assert requested == [range(10, 20)]


# Published addresses do not change ----------------------------------------------------------------


def test_the_page_of_a_source_line_never_changes(frozen: Dossier) -> None:
    link = Linker(frozen, TODAY)
    source = frozen.sources[0]
    lines = [link.line(source, number) for number in (1, 500, 501, 1000, 1001)]

    pages = [line.page.removeprefix(f"bronnen/{source.slug}") for line in lines]
    assert pages == [".md", ".md", "/pagina-2.md", "/pagina-2.md", "/pagina-3.md"]
    assert lines[2].fragment == "regel-501"
    assert (page_numbers.LINES, page_numbers.FACTS, page_numbers.EVENTS) == (500, 100, 500), (
        "published addresses depend on these limits"
    )


def with_facts(dossier: Dossier, items: tuple[Progress, ...]) -> Dossier:
    """A copy of the dossier with other items of progress."""
    log = dossier.progress.model_copy(update={"items": items})
    places = {**dossier.places, identity(log): dossier.place(dossier.progress)}
    records: dict[type[File], tuple[File, ...]] = {}
    records |= dossier.records_by_model
    records[ProgressLog] = (log,)
    return dataclasses.replace(dossier, records_by_model=records, places=places)


@pytest.mark.usefixtures("lowered_limits")
def test_facts_keep_their_page_when_others_are_added_or_withdrawn(long_dossier: Dossier) -> None:
    before = long_dossier.fact_pages
    items = long_dossier.progress.items
    new_fact = items[0].model_copy(update={"slug": "nieuw-feit", "date": "1999"})
    after = with_facts(long_dossier, (new_fact, *items[5:])).fact_pages

    assert len(set(before.values())) > 2
    assert {slug: after[slug] for slug in before} == before
    assert after["nieuw-feit"] == page_numbers.page_at(
        "voortgang.md", len(before), page_numbers.FACTS
    )


@pytest.mark.usefixtures("lowered_limits")
def test_a_page_of_facts_remains_when_all_its_facts_are_withdrawn(long_dossier: Dossier) -> None:
    items = long_dossier.progress.items
    dossier = with_facts(long_dossier, items[:5])

    last = page_numbers.page_at("voortgang.md", len(items) - 1, page_numbers.FACTS)
    assert last in {page.path for page in pages.all_pages(Linker(dossier, TODAY))}
    assert len(fact_pages.by_page(dossier.progress, dossier.register)) == len(
        fact_pages.by_page(long_dossier.progress, long_dossier.register)
    )


def changes_pages(dossier: Dossier, events: tuple[Event, ...]) -> dict[str, str]:
    """The texts of the pages of changes by path, if the register contains only these events."""
    changed = dataclasses.replace(dossier, register=Register(events))
    all_pages = {page.path: page for page in pages.all_pages(Linker(changed, TODAY))}
    return {
        path: f"{page.title} {page.description()} {page.changed()} {page.view()['days']}"
        for path, page in all_pages.items()
        if path.startswith("wijzigingen") and "volgen" not in path
    }


@pytest.mark.usefixtures("lowered_limits")
def test_full_pages_of_changes_never_change(world: Dossier) -> None:
    event = world.register.events[0]
    events = tuple(
        event.model_copy(update={"date": dt.date(2020, 1, 1) + dt.timedelta(days=index // 30)})
        for index in range(3 * page_numbers.EVENTS + 1)
    )
    counts = [
        page_numbers.EVENTS,
        page_numbers.EVENTS + 1,
        2 * page_numbers.EVENTS,
        3 * page_numbers.EVENTS + 1,
    ]
    stages = [changes_pages(world, events[:count]) for count in counts]

    assert [len(each) - 1 for each in stages] == [0, 1, 2, 3], "full pages, without the first page"
    last_day = str(events[page_numbers.EVENTS - 1].date)
    assert last_day in stages[1]["wijzigingen/1.md"], "the day of the last event on the page"
    for earlier, later in pairwise(stages):
        frozen = {path for path in earlier if path != "wijzigingen.md"}
        assert {path: earlier[path] for path in frozen} == {path: later[path] for path in frozen}


# The built site of the long dossier ---------------------------------------------------------------


def test_every_link_and_anchor_of_the_long_site_resolves(longer: Path) -> None:
    site = longer / "site"
    followed, broken = broken_links(texts_of_pages(site), site)

    assert broken == []
    assert followed > 20_000


def list_pages(long_pages: Pages, first: str) -> list[BeautifulSoup]:
    """The first page of a list and its further pages, by the address of the first."""
    count = 1
    while f"{first}pagina-{count + 1}/" in long_pages:
        count += 1
    return [long_pages[first], *(long_pages[f"{first}pagina-{n}/"] for n in range(2, count + 1))]


def test_every_kind_of_list_has_further_pages(long_pages: Pages) -> None:
    for first in (
        "/afspraken/",
        "/begrippen/",
        "/bronnen/",
        "/bronnen/proef/",
        "/document/",
        "/instrumenten/",
        "/partijen/",
        "/partijen/ezk/",
        "/inhoud/p/",
        "/themas/",
        "/voortgang/",
    ):
        assert len(list_pages(long_pages, first)) > 1, first
    for first in ("/partijen/ezk/afspraken/", "/bronnen/rvo-mit/gebruikt/"):
        assert f"{first}pagina-2/" in long_pages, first


def test_the_pages_of_a_list_together_show_every_item_in_order(
    long_pages: Pages, long_dossier: Dossier
) -> None:
    found = list_pages(long_pages, "/afspraken/")
    numbers = [cell.get_text() for page in found for cell in page.select(".register .row-number")]
    assert numbers == [each.id for each in long_dossier.commitments]

    found = list_pages(long_pages, "/partijen/ezk/")
    ids = [link.get_text() for page in found for link in page.select("a.statement-id")]
    (party,) = (each for each in long_dossier.parties if each.slug == "ezk")
    assert ids == [each.id for each in long_dossier.backlinks.naming(party)]

    found = list_pages(long_pages, "/bronnen/proef/")
    lines = [row["id"] for page in found for row in page.select(".source-text tbody tr")]
    assert lines == [f"regel-{index + 1}" for index in range(len(long_dossier.texts["proef"]))]


def test_pages_of_a_list_link_to_each_other(long_pages: Pages) -> None:
    second = long_pages["/afspraken/pagina-2/"]
    nav = second.select_one("nav.pages")

    assert isinstance(nav, Tag)
    assert nav["aria-label"] == "Pagina’s: Afspraken"
    assert [link.get_text() for link in nav.select("[aria-current=page]")] == ["2"]
    assert [link["href"] for link in nav.select("[rel=prev], [rel=next]")] == [
        "../../afspraken/",
        "../../afspraken/pagina-3/",
    ]
    heading = second.select_one("h1")
    assert heading
    assert heading.get_text().startswith("Afspraken, pagina 2 van ")
    assert second.select_one(".crumb a")["href"] == "../../afspraken/"  # type: ignore[index]


def test_the_index_has_a_page_per_letter(long_pages: Pages, long_dossier: Dossier) -> None:
    letters = long_pages["/inhoud/"].select("article li a")
    titles = [
        link.get_text()
        for address in long_pages
        if address.startswith("/inhoud/") and address != "/inhoud/"
        for link in long_pages[address].select("article > ul a")
    ]

    names = [link.get_text().partition(" (")[0] for link in letters]
    assert names == [*sorted(names[:-1]), "Overige"]
    assert all(len(name) == 1 for name in names[:-1])
    for record in (*long_dossier.themes, *long_dossier.parties, *long_dossier.instruments):
        assert Linker(long_dossier, TODAY).title(record) in titles


def test_no_page_is_too_large(longer: Path, long_pages: Pages) -> None:
    """Except pages that editors write as one file: these are not split."""
    not_split = ("themas/", "document/", "begrippen", "termijnen", "aandachtspunten", "tijdlijn")
    sizes = {
        path.relative_to(longer / "build/docs").as_posix(): path.stat().st_size
        for path in (longer / "build/docs").rglob("*.md")
    }
    assert len(content_pages(long_pages)) > 200
    too_large = {path: size for path, size in sizes.items() if size > MAX_BYTES}
    assert {path for path in too_large if not path.startswith(not_split)} == set()


def test_a_small_dossier_has_no_further_pages() -> None:
    link = Linker(dossier_of(world_texts()), TODAY)

    assert [page.path for page in pages.all_pages(link) if "pagina-" in page.path] == []
