"""Progress is kept separate from the source and shown with its evidence; counts are computed."""

import datetime as dt
import re

import pytest
from bs4 import Tag

from generator.dossier.dossier import Dossier
from generator.dossier.loader import read
from generator.site.views import progress
from generator.site.views.linker import Linker
from generator.text.dates import dutch_date
from tests.conftest import world_texts
from tests.support.pages import Pages, text_of

LABELS = {
    "in-uitvoering": "in uitvoering",
    "deels-uitgevoerd": "deels uitgevoerd",
    "uitgevoerd": "uitgevoerd",
    "overgenomen": "voortgezet",
    "vervallen": "vervallen",
}


OTHERS = [("niet te toetsen", 1), ("niets over gevonden", 1)]
"""The statuses of the commitments of the small world that no fact is about."""
STATUS = "status: in-uitvoering\n"
"""A line of the first fact of the small world, which is about WAT-007."""


def linker(status: str = STATUS) -> Linker:
    """The small world, with another status line for the first fact."""
    texts = world_texts()
    path = "content/progress/eerste-boom.yml"
    texts[path] = texts[path].replace(STATUS, status)
    dossier = read(texts).dossier
    assert dossier
    return Linker(dossier, dt.date(2020, 6, 1))


@pytest.mark.parametrize(
    ("status", "name", "label", "note", "date"),
    [
        (STATUS, "WAT-007", "in uitvoering", None, "2019-10"),
        (STATUS, "WAT-008", "voortgezet", "door de provincie", "2020"),
        (STATUS, "WAT-010", "niets over gevonden", None, None),
        (STATUS, "WAT-019", "niet te toetsen", None, None),
        ("", "WAT-007", "uitkomst onbekend", None, None),
        ("status: uitgevoerd\n", "WAT-007", "uitgevoerd", None, "2019-10"),
        ("status: deels-uitgevoerd\n", "WAT-007", "deels uitgevoerd", None, "2019-10"),
    ],
)
def test_the_status_of_a_commitment(
    status: str, name: str, label: str, note: str | None, date: str | None
) -> None:
    link = linker(status)

    found = progress.status(link, link.dossier.statement[name])

    assert (found.label, found.note, found.date) == (label, note, date)
    assert (found.evidence is None) == (date is None)


@pytest.mark.parametrize(
    ("status", "counted"),
    [
        (STATUS, [("in uitvoering", 1), ("voortgezet", 1), *OTHERS]),
        ("", [("voortgezet", 1), ("niet te toetsen", 1), ("uitkomst onbekend", 1), OTHERS[1]]),
        (
            "status: overgenomen\nstatus_note: door wie dan ook\n",
            [("voortgezet", 2), *OTHERS],
        ),
    ],
)
def test_commitments_are_counted_by_status(status: str, counted: list[tuple[str, int]]) -> None:
    link = linker(status)

    found = progress.counts(link, link.dossier.commitments)

    assert [(each.label, each.count) for each in found] == counted
    assert found[-1].link.query == "status=onbekend"


@pytest.mark.parametrize(
    ("names", "facts"),
    [
        ([], []),
        (["WAT-010"], []),
        (["WAT-008", "WAT-007"], ["regentonnen-elders", "eerste-boom"]),
        (["WAT-007", "WAT-007"], ["eerste-boom"]),
    ],
)
def test_facts_about_statements_are_shown_once_and_newest_first(
    names: list[str], facts: list[str]
) -> None:
    link = linker()

    found = progress.about(link, (link.dossier.statement[name] for name in names))

    assert [each.anchor for each in found] == facts


def test_what_cannot_be_tested_says_why() -> None:
    link = linker()

    found = progress.status(link, link.dossier.statement["WAT-019"])

    assert found.reason == "‘Tot ziens’ is een groet, en geen *daad*."


def test_a_fact_with_only_a_year_comes_after_the_others_of_that_year() -> None:
    link = linker()
    (fact, *_) = link.dossier.progress.items
    dates = ["2019", "2020-03", "2020", "2020-03-05", "2021"]
    items = [fact.model_copy(update={"date": date}) for date in dates]

    found = progress.views(link, items)

    assert [each.date for each in found] == ["2021", "2020-03-05", "2020-03", "2020", "2019"]


def test_every_commitment_shows_its_progress_or_that_nothing_is_known(
    pages: Pages, frozen: Dossier
) -> None:
    known = 0
    for statement in frozen.commitments:
        page = pages[f"/afspraken/{statement.id}/"]
        section = page.find(class_="sequel")
        assert isinstance(section, Tag)
        items = [item for item in frozen.progress.items if statement.id in item.statements]
        known += bool(items)
        assert ("Wij vonden niets" in text_of(section)) == (not items)
        for item in items:
            for slug in item.sources:
                assert section.find("a", href=f"../../bronnen/{slug}/"), (statement.id, slug)
    assert known >= 12


def test_the_status_is_that_of_the_latest_fact_with_a_status(pages: Pages, frozen: Dossier) -> None:
    for statement in frozen.commitments:
        facts = sorted(
            (item.date, item.status)
            for item in frozen.progress.items
            if statement.id in item.statements and item.status
        )
        known = any(statement.id in item.statements for item in frozen.progress.items)
        without = "uitkomst onbekend" if known else "niets over gevonden"
        expected = LABELS[facts[-1][1]] if facts else without
        page = pages[f"/afspraken/{statement.id}/"]
        banner = page.select_one(".banner")
        assert banner
        assert text_of(banner).startswith(expected), statement.id


def test_the_counts_add_up(pages: Pages, frozen: Dossier) -> None:
    numbers = [int(text_of(each)) for each in pages["/"].select("ul.tally strong")]

    assert sum(numbers) == len(frozen.commitments)
    assert len(numbers) > 1


def test_facts_do_not_appear_in_the_words_of_the_source(pages: Pages, frozen: Dossier) -> None:
    for theme in frozen.themes:
        page = pages[f"/themas/{theme.slug}/"]
        quoted = " ".join(text_of(each) for each in page.select(".statement-text"))
        for item in frozen.progress.items:
            assert item.what[:40] not in quoted
        for fact in page.select(".progress"):
            assert fact.find_parent(class_="sequel")


def test_every_fact_says_who_reports_it(pages: Pages, frozen: Dossier) -> None:
    facts = pages["/voortgang/"].select(".progress")

    assert len(facts) == len(frozen.progress.items) > 20
    for fact in facts:
        text = text_of(fact)
        by_party = re.search(r"Gemeld door .+ zelf\.", text) is not None
        independent = "Niet uitgegeven door een van de partijen." in text
        assert by_party != independent
        assert "Lees na:" in text


def test_a_status_that_needs_an_explanation_has_one(pages: Pages, frozen: Dossier) -> None:
    explained = 0
    for statement in frozen.commitments:
        deciding = frozen.backlinks.status_of(statement)
        if deciding and deciding.status_note:
            explained += 1
            facts = pages[f"/afspraken/{statement.id}/"].select_one(".banner")
            assert facts
            assert f"{LABELS[deciding.status or '']} {deciding.status_note}" in text_of(facts)
    assert explained > 0


def test_of_a_year_a_fact_without_a_month_is_not_the_latest(pages: Pages, frozen: Dossier) -> None:
    """On the home page as in lists: a longer date of the same year comes first."""
    dates = sorted((item.date for item in frozen.progress.items), reverse=True)[:3]

    assert len({len(date) for date in dates}) > 1
    shown = [text_of(each).rstrip(".") for each in pages["/"].select("ul.news strong")]
    assert shown == [dutch_date(date) for date in dates]


def test_commitments_lead_to_the_page_that_explains_their_status() -> None:
    link = linker()

    found = progress.explanation(link, "Hoe?")

    assert found
    assert (found.text, found.page) == ("Hoe?", "over.md")


def test_without_a_page_about_status_commitments_lead_nowhere() -> None:
    texts = world_texts()
    path = "content/pages/over.yml"
    texts[path] = texts[path].replace("about_status: true", "about_status: false")
    dossier = read(texts).dossier
    assert dossier

    assert progress.explanation(Linker(dossier, dt.date(2020, 6, 1)), "Hoe?") is None
