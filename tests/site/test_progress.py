"""What came of it stands apart from the source, with its evidence, and is counted, never typed."""

from bs4 import BeautifulSoup, Tag

from generator.dossier.dossier import Dossier
from tests.support.pages import text_of

Pages = dict[str, BeautifulSoup]
LABELS = {
    "in-uitvoering": "in uitvoering",
    "deels-uitgevoerd": "deels uitgevoerd",
    "uitgevoerd": "uitgevoerd",
    "overgenomen": "overgenomen",
    "vervallen": "vervallen",
}


def test_every_commitment_shows_what_came_of_it_or_that_nothing_is_known(
    pages: Pages, frozen: Dossier
) -> None:
    known = 0
    for statement in frozen.commitments:
        page = pages[f"/afspraken/{statement.id}/"]
        sequel = page.find(class_="sequel")
        assert isinstance(sequel, Tag)
        items = [item for item in frozen.progress.items if statement.id in item.statements]
        known += bool(items)
        assert ("is op deze site niets bekend" in text_of(sequel)) == (not items)
        for item in items:
            for slug in item.sources:
                assert sequel.find("a", href=f"../../bronnen/{slug}/"), (statement.id, slug)
    assert known >= 12


def test_the_status_is_that_of_the_latest_fact_that_gives_one(
    pages: Pages, frozen: Dossier
) -> None:
    for statement in frozen.commitments:
        facts = sorted(
            (item.date, item.status)
            for item in frozen.progress.items
            if statement.id in item.statements and item.status
        )
        known = any(statement.id in item.statements for item in frozen.progress.items)
        without = "niet vastgesteld" if known else "geen voortgang bekend"
        expected = LABELS[facts[-1][1]] if facts else without
        page = pages[f"/afspraken/{statement.id}/"]
        (row,) = [row for row in page.select("dl.facts > div") if text_of(row).startswith("Status")]
        assert text_of(row).removeprefix("Status ").startswith(expected), statement.id


def test_the_counts_add_up(pages: Pages, frozen: Dossier) -> None:
    numbers = [int(text_of(each)) for each in pages["/"].select("ul.tally strong")]

    assert sum(numbers) == len(frozen.commitments)
    assert len(numbers) > 1


def test_a_fact_never_stands_among_the_words_of_the_source(pages: Pages, frozen: Dossier) -> None:
    for theme in frozen.themes:
        page = pages[f"/themas/{theme.slug}/"]
        quoted = " ".join(text_of(each) for each in page.select(".statement-text"))
        for item in frozen.progress.items:
            assert item.what[:40] not in quoted
        for fact in page.select(".progress"):
            assert fact.find_parent(class_="sequel")


def test_who_shows_it_is_always_said(pages: Pages, frozen: Dossier) -> None:
    facts = pages["/voortgang/"].select(".progress")

    assert len(facts) == len(frozen.progress.items) > 20
    for fact in facts:
        text = text_of(fact)
        by_party = "een betrokken partij" in text
        independent = "Blijkt uit een bron buiten de partijen" in text
        assert by_party != independent
        assert "Bewijs:" in text


def test_what_is_taken_over_says_by_what(pages: Pages, frozen: Dossier) -> None:
    explained = 0
    for statement in frozen.commitments:
        deciding = frozen.backlinks.status_of(statement)
        if deciding and deciding.status_note:
            explained += 1
            facts = pages[f"/afspraken/{statement.id}/"].select_one("dl.facts")
            assert facts
            assert f"{LABELS[deciding.status or '']} {deciding.status_note}" in text_of(facts)
    assert explained > 0
