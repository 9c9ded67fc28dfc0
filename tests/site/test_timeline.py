"""The timeline has everything with a date once, by year, with a link, and says what is unsure."""

from itertools import pairwise

import pytest
from bs4 import Tag

from generator.dossier.dossier import Dossier
from generator.model import Progress
from generator.site.views import timeline
from generator.site.views.linker import Linker
from tests.conftest import TODAY, dossier_of, world_texts
from tests.support.pages import Pages, text_of


def moments(pages: Pages) -> list[Tag]:
    return pages["/tijdlijn/"].select("ol.moments > li")


def test_what_has_a_date_is_there_once(pages: Pages, frozen: Dossier) -> None:
    later = [each for each in moments(pages) if "moment--later" in each["class"]]
    anchors = [str(each.select("a")[0]["href"]).partition("#")[2] for each in later]

    assert sorted(anchors) == sorted(item.slug for item in frozen.progress.items)
    assert len(anchors) > 20
    of_document = [each for each in moments(pages) if "moment--document" in each["class"]]
    assert len(of_document) == len(frozen.timeline.milestones) > 2


def test_every_moment_has_a_date_a_link_with_words_and_a_source(pages: Pages) -> None:
    for moment in moments(pages):
        date, what, evidence = moment.select("p")
        assert text_of(date)
        (link, *_) = what.select("a")
        assert len(text_of(link)) > 8
        assert "Lees na: " in text_of(evidence)
        assert evidence.select("a")


def test_the_document_and_later_facts_are_told_apart_in_words(pages: Pages) -> None:
    for moment in moments(pages):
        kind = text_of(moment.select(".moment-kind")[0])
        is_of_document = "moment--document" in moment["class"]
        assert kind == ("Uit het document" if is_of_document else "Wat kwam ervan?")


@pytest.fixture
def fact(frozen: Dossier) -> Progress:
    return frozen.progress.items[0]


@pytest.mark.parametrize(
    ("date", "unknown"),
    [("2021", "precieze datum onbekend"), ("2021-03", "dag onbekend"), ("2021-03-04", "")],
)
def test_a_date_that_is_not_exact_says_what_is_unknown(
    date: str, unknown: str, frozen: Dossier, fact: Progress
) -> None:
    moment = timeline._fact(Linker(frozen, TODAY), fact.model_copy(update={"date": date}))  # noqa: SLF001

    assert moment.unknown == unknown


def test_moments_are_in_order_and_what_has_only_a_year_ends_it(frozen: Dossier) -> None:
    found = timeline.years(Linker(frozen, TODAY))
    names = [year.name for year in found]

    assert names == sorted(set(names))
    unsure = 0
    for year in found:
        assert {moment.year for moment in year.moments} == {year.name}
        for before, after in pairwise(year.moments):
            assert len(before.date) > 4 or len(after.date) == 4
            unsure += len(after.date) == 4
            if len(before.date) == len(after.date):
                assert before.date <= after.date
    assert unsure


def test_fewer_facts_than_all_says_how_many_are_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    link = Linker(dossier_of(world_texts()), TODAY)
    assert timeline.facts_left_out(link) == 0

    monkeypatch.setattr(timeline, "MAX_FACTS", 1)
    assert timeline.facts_left_out(link) == 1
    later = [each for year in timeline.years(link) for each in year.moments if not each.words]
    assert [each.link.fragment for each in later] == ["regentonnen-elders"], "the latest one"


def test_what_came_of_it_leads_to_each_year(pages: Pages, frozen: Dossier) -> None:
    links = pages["/voortgang/"].select("nav.jumps a[href*='tijdlijn']")
    years = {item.date[:4] for item in frozen.progress.items}

    assert [text_of(link) for link in links] == sorted(years, reverse=True)
    for link in links:
        assert pages["/tijdlijn/"].select(f"#{str(link['href']).partition('#')[2]}")


def test_a_fragment_of_the_former_table_still_leads_to_the_page(pages: Pages) -> None:
    for fragment in ("bron", "zonder-datum"):
        assert pages["/tijdlijn/"].select(f"#{fragment}")
