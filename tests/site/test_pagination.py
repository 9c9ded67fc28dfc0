"""No page carries what grows with the whole: a long list goes on on further pages."""

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
from generator.dossier.page_numbers import cut
from generator.dossier.register import Event, Register
from generator.model import Progress
from generator.site import pages
from generator.site.views.linker import Linker
from generator.site.views.page import Link, Page
from generator.site.views.pagination import Long, Shown, spread
from tests.conftest import TODAY, dossier_of, world_texts
from tests.support.pages import broken_links, content_pages

Pages = dict[str, BeautifulSoup]
HEAVY = 60_000
"""How many bytes of Markdown a page of the larger dossier may have with its limits lowered."""


# The mechanism ------------------------------------------------------------------------------------


@given(st.lists(st.integers(), max_size=50), st.integers(1, 12))
def test_nothing_is_lost_and_each_page_but_the_last_is_full(items: list[int], limit: int) -> None:
    found = cut(items, limit)

    assert [item for page in found for item in page] == items
    assert all(len(page) == limit for page in found[:-1])
    assert len(found[-1]) <= limit
    assert len(found) == max(1, -(-len(items) // limit))


@given(st.integers(1, 50), st.integers(1, 12))
def test_an_item_stands_on_the_page_that_is_computed_for_it(count: int, limit: int) -> None:
    for number, page in enumerate(cut(range(count), limit), 1):
        for place in page:
            assert page_numbers.page_at("a/b.md", place, limit) == page_numbers.path(
                "a/b.md", number
            )


def made(count: int, limit: int, part: str = "") -> list[Page]:
    page = Page("partijen/ezk.md", "party", "EZK", lambda: "Over EZK.", "x.yml", dt.date.today)
    long = Long("names", "links", cut(range(count), limit), list, part=part, anchor="lijst")
    return list(spread(page, long))


def shown(page: Page) -> Shown:
    found = page.view().get("names") or page.view()["shown"]
    assert isinstance(found, Shown)
    return found


def test_a_list_within_its_limit_has_no_further_pages() -> None:
    (page,) = made(10, 10)

    assert shown(page).rows == list(range(10))
    assert shown(page).steps is None


def test_further_pages_are_numbered_and_lead_back() -> None:
    first, second, third = made(25, 10)

    assert [first.path, second.path, third.path] == [
        "partijen/ezk.md",
        "partijen/ezk/pagina-2.md",
        "partijen/ezk/pagina-3.md",
    ]
    assert [first.title, third.title] == ["EZK", "EZK, pagina 3 van 3"]
    assert third.description() == "Over EZK, pagina 3 van 3."
    assert [first.list, third.list] == [None, Link("EZK", "partijen/ezk.md", "lijst")]
    assert shown(third).rows == [20, 21, 22, 23, 24]
    assert shown(third).count == 25


def test_the_list_of_a_part_of_a_page_goes_on_apart() -> None:
    assert made(11, 10, "afspraken")[1].path == "partijen/ezk/afspraken/pagina-2.md"


@pytest.mark.parametrize(
    ("at", "numbers"),
    [
        (1, "1 2 3 …20"),
        (2, "1 2 3 4 …20"),
        (5, "1 …3 4 5 6 7 …20"),
        (10, "1 …8 9 10 11 12 …20"),
        (20, "1 …18 19 20"),
    ],
)
def test_the_way_to_other_pages_names_those_near_by(at: int, numbers: str) -> None:
    pages = made(100, 5)
    steps = shown(pages[at - 1]).steps

    assert steps
    assert " ".join("…" * each.far + each.link.text for each in steps.numbers) == numbers
    assert [each.link.text for each in steps.numbers if each.here] == [str(at)]
    assert (steps.previous.page if steps.previous else None) == (
        pages[at - 2].path if at > 1 else None
    )
    assert (steps.next.page if steps.next else None) == (pages[at].path if at < 20 else None)
    assert {each.link.page for each in steps.numbers} <= {page.path for page in pages}


def test_rows_are_made_when_their_page_is() -> None:
    page = Page("a.md", "a", "A", str, "x.yml", dt.date.today)
    asked: list[Sequence[int]] = []
    long = Long("names", "links", cut(range(30), 10), asked.append)

    _, second, _ = spread(page, long)
    assert asked == []
    second.view()
    assert asked == [range(10, 20)]


# What was published stays where it is -------------------------------------------------------------


def test_the_line_of_a_source_has_its_page_for_good(real: Dossier) -> None:
    link = Linker(real, TODAY)
    source = real.sources[0]
    places = [link.line(source, number) for number in (1, 500, 501, 1000, 1001)]

    pages = [place.page.removeprefix(f"bronnen/{source.slug}") for place in places]
    assert pages == [".md", ".md", "/pagina-2.md", "/pagina-2.md", "/pagina-3.md"]
    assert [place.fragment for place in places][2] == "regel-501"
    assert (page_numbers.LINES, page_numbers.FACTS, page_numbers.EVENTS) == (500, 100, 500), (
        "addresses hang on it"
    )


def with_facts(dossier: Dossier, items: tuple[Progress, ...]) -> Dossier:
    log = dossier.progress.model_copy(update={"items": items})
    places = {**dossier.places, id(log): dossier.place(dossier.progress)}
    return dataclasses.replace(dossier, progress=log, places=places)


@pytest.mark.usefixtures("lowered")
def test_no_fact_moves_when_others_are_added_or_withdrawn(long_dossier: Dossier) -> None:
    before = fact_pages.pages(long_dossier)
    items = long_dossier.progress.items
    new = items[0].model_copy(update={"slug": "nieuw-feit", "date": "1999"})
    after = fact_pages.pages(with_facts(long_dossier, (new, *items[5:])))

    assert len(set(before.values())) > 2
    assert {slug: after[slug] for slug in before} == before
    assert after["nieuw-feit"] == page_numbers.page_at(
        "voortgang.md", len(before), page_numbers.FACTS
    )


@pytest.mark.usefixtures("lowered")
def test_a_page_of_facts_that_are_all_withdrawn_still_answers(long_dossier: Dossier) -> None:
    items = long_dossier.progress.items
    dossier = with_facts(long_dossier, items[:5])

    last = page_numbers.page_at("voortgang.md", len(items) - 1, page_numbers.FACTS)
    assert last in {page.path for page in pages.all_pages(Linker(dossier, TODAY))}
    assert len(fact_pages.by_page(dossier)) == len(fact_pages.by_page(long_dossier))


def changes(dossier: Dossier, events: tuple[Event, ...]) -> dict[str, str]:
    """The pages of changes as they are with only some events, by their path."""
    grown = dataclasses.replace(dossier, register=Register(events))
    found = {page.path: page for page in pages.all_pages(Linker(grown, TODAY))}
    return {
        path: f"{page.title} {page.description()} {page.changed()} {page.view()['days']}"
        for path, page in found.items()
        if path.startswith("wijzigingen") and "volgen" not in path
    }


@pytest.mark.usefixtures("lowered")
def test_full_pages_of_changes_are_frozen_and_nothing_is_lost(world: Dossier) -> None:
    event = world.register.events[0]
    events = tuple(
        event.model_copy(update={"date": dt.date(2020, 1, 1) + dt.timedelta(days=at // 30)})
        for at in range(3 * page_numbers.EVENTS + 1)
    )
    counts = [
        page_numbers.EVENTS,
        page_numbers.EVENTS + 1,
        2 * page_numbers.EVENTS,
        3 * page_numbers.EVENTS + 1,
    ]
    found = [changes(world, events[:count]) for count in counts]

    assert [len(each) - 1 for each in found] == [0, 1, 2, 3], "besides the page itself"
    assert str(events[page_numbers.EVENTS - 1].date) in found[1]["wijzigingen/1.md"], "its own day"
    for earlier, later in pairwise(found):
        frozen = {path for path in earlier if path != "wijzigingen.md"}
        assert {path: earlier[path] for path in frozen} == {path: later[path] for path in frozen}


# The larger site ----------------------------------------------------------------------------------


def test_every_link_and_anchor_of_the_larger_site_resolves(long_pages: Pages, longer: Path) -> None:
    followed, broken = broken_links(long_pages, longer / "site")

    assert broken == []
    assert followed > 20_000


def further(long_pages: Pages, first: str) -> list[BeautifulSoup]:
    """A page and those on which its list goes on."""
    count = 1
    while f"{first}pagina-{count + 1}/" in long_pages:
        count += 1
    return [long_pages[first], *(long_pages[f"{first}pagina-{n}/"] for n in range(2, count + 1))]


def test_every_kind_of_list_goes_on(long_pages: Pages) -> None:
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
        assert len(further(long_pages, first)) > 1, first
    for first in ("/partijen/ezk/afspraken/", "/bronnen/rvo-mit/gebruikt/"):
        assert f"{first}pagina-2/" in long_pages, first


def test_the_pages_of_a_list_are_the_list(long_pages: Pages, long_dossier: Dossier) -> None:
    found = further(long_pages, "/afspraken/")
    numbers = [cell.get_text() for page in found for cell in page.select(".register tbody th")]
    assert numbers == [each.id for each in long_dossier.commitments]

    found = further(long_pages, "/partijen/ezk/")
    ids = [link.get_text() for page in found for link in page.select("a.statement-id")]
    (party,) = (each for each in long_dossier.parties if each.slug == "ezk")
    assert ids == [each.id for each in long_dossier.backlinks.naming(party)]

    found = further(long_pages, "/bronnen/proef/")
    lines = [row["id"] for page in found for row in page.select(".source-text tbody tr")]
    assert lines == [f"regel-{at + 1}" for at in range(len(long_dossier.texts["proef"]))]


def test_pages_of_a_list_name_each_other(long_pages: Pages) -> None:
    second = long_pages["/afspraken/pagina-2/"]
    nav = second.select_one("nav.pages")

    assert isinstance(nav, Tag)
    assert nav["aria-label"] == "Pagina’s: Afspraken"
    assert [link.get_text() for link in nav.select("[aria-current=page]")] == ["2"]
    assert [link["href"] for link in nav.select("[rel=prev], [rel=next]")] == [
        "../",
        "../pagina-3/",
    ]
    heading = second.select_one("h1")
    assert heading
    assert heading.get_text().startswith("Afspraken, pagina 2 van ")
    assert second.select_one(".crumb a")["href"] == "../"  # type: ignore[index]


def test_letters_have_pages_of_their_own(long_pages: Pages, long_dossier: Dossier) -> None:
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


def test_no_page_carries_the_whole(longer: Path, long_pages: Pages) -> None:
    """But for what editors write as one file, which is one page."""
    whole = ("themas/", "document/", "begrippen", "termijnen", "aandachtspunten", "tijdlijn")
    sizes = {
        path.relative_to(longer / "build/docs").as_posix(): path.stat().st_size
        for path in (longer / "build/docs").rglob("*.md")
    }
    assert len(content_pages(long_pages)) > 200
    heavy = {path: size for path, size in sizes.items() if size > HEAVY}
    assert {path for path in heavy if not path.startswith(whole)} == set()


def test_a_small_dossier_has_no_further_pages() -> None:
    link = Linker(dossier_of(world_texts()), TODAY)

    assert [page.path for page in pages.all_pages(link) if "pagina-" in page.path] == []
