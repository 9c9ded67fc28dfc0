"""Two documents have an order, one address and one name, whatever is known of their dates."""

import pytest

from generator.dossier.comparisons import DocumentPair
from generator.dossier.dossier import Dossier
from generator.dossier.loader import read
from generator.model.limits import NAME
from tests.conftest import world_texts

LETTER = "content/sources/bewonersbrief.yml"
MINUTES = "content/sources/notulen.yml"
CHAPTER = "content/chapters/bewonersbrief-tekst.yml"
UNDATED = "written:\n  start: 2019-11-02\n  end: 2020-01\n"
DATE = "date: 2020-02-10\n"
NEW = "    compared:\n      - document: notulen\n        how: nieuw\n"
LEFT_OUT = "    compared:\n      - document: bewonersbrief\n        how: weggelaten\n"


def dossier_with(*edits: tuple[str, str, str]) -> Dossier:
    texts = world_texts()
    for path, old, new in edits:
        assert old in texts[path]
        texts[path] = texts[path].replace(old, new)
    dossier = read(texts).dossier
    assert dossier
    return dossier


def only(dossier: Dossier) -> DocumentPair:
    (pair,) = dossier.document_pairs
    return pair


def order(dossier: Dossier) -> list[str]:
    return [only(dossier).earlier.slug, only(dossier).later.slug]


WITHOUT_DATES = ((LETTER, DATE, ""), (MINUTES, UNDATED, ""))
WITHOUT_SIDES = ((CHAPTER, NEW, ""), ("content/themes/groen.yml", LEFT_OUT, ""))


def test_dates_decide_which_document_is_earlier() -> None:
    assert order(dossier_with()) == ["notulen", "bewonersbrief"]


def test_without_dates_the_ties_decide() -> None:
    found = dossier_with(*WITHOUT_DATES)

    assert order(found) == ["notulen", "bewonersbrief"]
    assert only(found).is_order_known


def test_the_order_is_unknown_if_nothing_decides_it() -> None:
    found = dossier_with(*WITHOUT_DATES, *WITHOUT_SIDES)

    assert order(found) == ["bewonersbrief", "notulen"]
    assert not only(found).is_order_known


def test_the_address_and_name_do_not_depend_on_the_order() -> None:
    pairs = [only(dossier_with()), only(dossier_with(*WITHOUT_DATES, *WITHOUT_SIDES))]

    assert {pair.page for pair in pairs} == {"document/vergelijking/bewonersbrief--notulen.md"}
    assert {pair.name for pair in pairs} == {"vergelijking-bewonersbrief-notulen"}


def test_chapters_are_in_the_order_of_their_documents() -> None:
    found = [part.source for part in dossier_with().parts]

    assert found == sorted(found, reverse=True)
    assert {*found} == {"notulen", "bewonersbrief"}


def test_the_name_of_long_slugs_fits_in_the_register() -> None:
    long = "a" * NAME
    texts = {path: text.replace("bewonersbrief", long) for path, text in world_texts().items()}
    renamed = {path.replace("bewonersbrief", long): text for path, text in texts.items()}
    dossier = read(renamed).dossier
    assert dossier

    assert len(only(dossier).name) <= NAME


def test_a_tie_is_found_from_both_statements() -> None:
    dossier = dossier_with()

    (first,) = dossier.ties_of(dossier.statement["WAT-010"])
    (second,) = dossier.ties_of(dossier.statement["WAT-017"])

    assert first == second
    assert first[1].words == ("maandelijks", "om de twee weken")


@pytest.mark.parametrize("document", ["krant", "bewonersbrief", "weg"])
def test_a_document_that_cannot_be_compared_makes_no_pair(document: str) -> None:
    edit = (CHAPTER, "document: notulen", f"document: {document}")

    assert dossier_with(edit, WITHOUT_SIDES[1]).document_pairs == ()
