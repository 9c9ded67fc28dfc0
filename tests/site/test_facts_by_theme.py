"""What came of the document is shown by theme and statement; each fact once, newest first."""

from bs4 import Tag

from generator.dossier.dossier import Dossier
from generator.site.views import facts_by_theme
from generator.site.views.linker import Linker
from tests.conftest import TODAY
from tests.support.pages import Pages, text_of


def blocks(pages: Pages) -> list[Tag]:
    return pages["/voortgang/"].select(".statement-facts")


def test_every_fact_is_on_the_page_once(pages: Pages, frozen: Dossier) -> None:
    shown = [str(each["id"]) for each in pages["/voortgang/"].select("li.progress")]

    assert sorted(shown) == sorted(item.slug for item in frozen.progress.items)
    assert len(shown) > 20


def test_every_commitment_of_which_something_came_is_there_with_its_words_and_status(
    pages: Pages, frozen: Dossier
) -> None:
    found = {text_of(block.select(".number")[0]): block for block in blocks(pages)}
    known = {name for item in frozen.progress.items for name in item.statements}
    commitments = [each for each in frozen.commitments if each.id in known]

    assert commitments
    for each in commitments:
        block = found[each.id]
        assert f"‘{' '.join(each.text.split())}’" in text_of(block.select("[role=heading]")[0])
        assert block.select(".status")
        leads = [str(item["data-fact"]) for item in block.select("[data-fact]")]
        slugs = [item.slug for item in frozen.progress.items if each.id in item.statements]
        assert sorted(leads) == sorted(slugs)


def test_facts_of_a_statement_are_newest_first(pages: Pages, frozen: Dossier) -> None:
    date = {item.slug: item.date for item in frozen.progress.items}
    several = 0
    for block in blocks(pages):
        dates = [date[str(fact["id"])] for fact in block.select("li.progress")]
        assert dates == sorted(dates, reverse=True)
        several += len(set(dates)) > 1
    assert several


def test_statements_stand_under_their_theme(pages: Pages, frozen: Dossier) -> None:
    for section in pages["/voortgang/"].select("[data-theme]"):
        for number in section.select(".number"):
            theme = frozen.theme(frozen.statement[text_of(number)])
            assert section["data-theme"] == (theme.slug if theme else facts_by_theme.OUTSIDE_ID)
            assert text_of(section.select("h2")[0]) == (
                theme.title if theme else facts_by_theme.OUTSIDE
            )


def test_a_fact_about_more_statements_is_shown_with_the_first_commitment_of_a_theme(
    frozen: Dossier,
) -> None:
    link = Linker(frozen, TODAY)
    fact = frozen.progress.items[0]
    outside = next(each for each in frozen.commitments if not frozen.theme(each))
    plain = next(each for each in frozen.statements if not each.commitment)
    first, second = [each for each in frozen.commitments if frozen.theme(each)][:2]
    names = (plain.id, outside.id, second.id, first.id)

    found = facts_by_theme.groups(link, [fact.model_copy(update={"statements": names})])

    by_id = {each.id: each for theme in found for each in theme.statements}
    assert set(by_id) == {outside.id, first.id, second.id}, "others are named with the fact"
    assert [name for name, each in by_id.items() if each.facts] == [second.id]
    assert [name for name, each in by_id.items() if each.elsewhere] == [first.id, outside.id]
    (shown,) = by_id[second.id].facts
    assert [each.text.split()[0] for each in shown.others] == [plain.id, outside.id, first.id]


def test_of_a_statement_that_is_no_commitment_facts_are_shown_too(frozen: Dossier) -> None:
    fact = frozen.progress.items[0]
    plain = next(each for each in frozen.statements if not each.commitment)

    (theme,) = facts_by_theme.groups(
        Linker(frozen, TODAY), [fact.model_copy(update={"statements": (plain.id,)})]
    )

    assert [(each.id, each.status, len(each.facts)) for each in theme.statements] == [
        (plain.id, None, 1)
    ]


def test_the_page_begins_with_links_to_its_themes(pages: Pages) -> None:
    page = pages["/voortgang/"]
    jumps = [str(link["href"]) for link in page.select("nav.jumps a[href^='#']")]

    assert jumps == [f"#{each['id']}" for each in page.select("[data-theme] h2")]
    assert len(jumps) > 2
