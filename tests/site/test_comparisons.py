"""Two documents side by side: every sentence once, in order, with what differs."""

import datetime as dt
import re
from collections.abc import Mapping

import pytest

from generator.dossier import page_numbers
from generator.dossier.dossier import Dossier
from generator.dossier.loader import read
from generator.search.records import search_records
from generator.site import files
from generator.site.views import comparisons
from generator.site.views.linker import Linker
from tests.conftest import dossier_of, world_texts

DAY = dt.date(2020, 6, 1)
PAGE = "document/vergelijking/bewonersbrief--notulen.md"
LETTER = ("bewonersbrief", "WAT-015", "WAT-016", "WAT-017", "WAT-018", "WAT-019")


def one_document() -> dict[str, str]:
    """The texts of the small world without its second document."""
    found = {
        path: text for path, text in world_texts().items() if not any(n in path for n in LETTER)
    }
    groen = "content/themes/groen.yml"
    return {**found, groen: found[groen].partition("    compared:")[0]}


@pytest.fixture
def link(world: Dossier) -> Linker:
    return Linker(world, DAY)


@pytest.fixture
def rendered(world: Dossier, templates: dict[str, str]) -> Mapping[str, str]:
    return files.render(world, templates, DAY)


def test_every_sentence_of_both_documents_is_there_once(link: Linker) -> None:
    (pair,) = link.dossier.document_pairs

    ties = comparisons.in_order(link, pair)

    shown = [each.id for tie in ties for each in (tie.before, tie.after) if each]
    assert sorted(shown) == sorted(each.id for each in link.dossier.statements)


def test_the_sentences_of_the_earlier_document_are_in_its_order(link: Linker) -> None:
    (pair,) = link.dossier.document_pairs

    before = [tie.before.id for tie in comparisons.in_order(link, pair) if tie.before]

    assert before == sorted(before)


def test_a_new_sentence_comes_after_the_one_before_it_in_its_own_document(link: Linker) -> None:
    (pair,) = link.dossier.document_pairs

    after = [tie.after.id for tie in comparisons.in_order(link, pair) if tie.after]

    assert after.index("WAT-018") == after.index("WAT-017") + 1
    assert after[0] == "WAT-015"


def test_the_page_counts_what_is_compared_and_what_is_not(rendered: Mapping[str, str]) -> None:
    assert "1 zin hetzelfde, 1 gewijzigd, 1 weggelaten, 1 nieuw." in rendered[PAGE]
    assert "10 uitspraken zijn nog niet vergeleken." in rendered[PAGE]


def test_the_words_that_differ_are_marked(rendered: Mapping[str, str]) -> None:
    assert "komt <del>maandelijks</del> bijeen" in rendered[PAGE]
    assert "komt <ins>om de twee weken</ins> bijeen" in rendered[PAGE]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (
            "vervolgproces.md",
            'gewijzigd: hier ‘maandelijks’, daar ‘om de twee weken’, in <a href="',
        ),
        (
            "document/bewonersbrief-tekst.md",
            'hier ‘om de twee weken’, daar ‘maandelijks’, in <a href="',
        ),
        (
            "document/bewonersbrief-tekst.md",
            'dezelfde woorden, in <a href="../../vervolgproces/#WAT-011"',
        ),
        ("document/bewonersbrief-tekst.md", "nieuw: deze zin stond daar nog niet"),
        ("themas/groen.md", "weggelaten: deze zin staat daar niet meer"),
        ("afspraken/WAT-008.md", "weggelaten: deze zin staat daar niet meer"),
    ],
)
def test_a_statement_says_what_the_other_document_does_with_it(
    rendered: Mapping[str, str], page: str, words: str
) -> None:
    assert words in rendered[page]
    assert "bewonersbrief--notulen/" in rendered[page]


@pytest.mark.parametrize(
    "page", ["document/index.md", "bronnen/notulen.md", "bronnen/bewonersbrief.md", "inhoud.md"]
)
def test_the_documents_lead_to_the_page(rendered: Mapping[str, str], page: str) -> None:
    assert "vergelijking/bewonersbrief--notulen/" in rendered[page]


def test_the_page_and_the_document_of_a_sentence_are_found_by_searching(link: Linker) -> None:
    found = {each.address: each for each in search_records(link)}

    assert "/document/vergelijking/bewonersbrief--notulen/" in found
    place = found["/document/bewonersbrief-tekst/#WAT-017"].text
    assert place == "De brief aan de bewoners (Bewonersbrief)"


def test_with_one_document_nothing_speaks_of_others(templates: dict[str, str]) -> None:
    dossier = dossier_of(one_document())

    rendered = files.render(dossier, templates, DAY)

    assert "## In het document { #uitspraken }" in rendered["themas/groen.md"]
    assert not [path for path in rendered if "vergelijking" in path]
    assert not [path for path, text in rendered.items() if "de documenten" in text.casefold()]
    assert all("(" not in each.text for each in search_records(Linker(dossier, DAY)) if each.number)


def test_a_long_comparison_has_several_pages(
    templates: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_numbers, "ROWS", 5)
    dossier = read(world_texts()).dossier
    assert dossier

    rendered = files.render(dossier, templates, DAY)

    pages = [path for path in rendered if path.startswith("document/vergelijking/")]
    assert len(pages) == 3
    assert [len(re.findall('<tr><th scope="row">', rendered[path])) for path in sorted(pages)][
        -1
    ] > 0
    assert sum(len(re.findall('<tr><th scope="row">', rendered[path])) for path in pages) == 14
