"""The lexicon: the words and names that lead to search records."""

import pytest

from generator.dossier.dossier import Dossier
from generator.model import Synonym
from generator.search import lexicon
from generator.search.records import SearchRecord, search_records
from generator.site.views.linker import Linker
from tests.conftest import TODAY

TREE = SearchRecord(
    "/bomen/#boom", "Begrip", "Boom", "Een hoge plant", names=("bomen en struiken",)
)


def forms_of(*items: SearchRecord, synonyms: tuple[Synonym, ...] = ()) -> dict[str, list[str]]:
    known = {key for item in items for keys in lexicon.keys_by_place(item).values() for key in keys}
    return lexicon.forms(items, known, synonyms)


def test_every_form_of_a_word_leads_to_its_key() -> None:
    forms = forms_of(TREE)

    assert {form: forms[form] for form in ("boom", "bomen", "hoge")} == {
        "boom": ["boom"],
        "bomen": ["boom"],
        "hoge": ["hoog"],
    }


@pytest.mark.parametrize(
    ("written", "asked"), [("fieldlabs", "fieldlab"), ("fieldlab", "fieldlabs"), ("edih", "edihs")]
)
def test_singular_and_plural_of_an_unknown_word_lead_to_each_other(
    written: str, asked: str
) -> None:
    assert written in forms_of(SearchRecord("/x/", "Zin", f"de {written}"))[asked]


def test_another_dutch_word_that_looks_like_a_form_leads_nowhere() -> None:
    forms = forms_of(SearchRecord("/x/", "Zin", "korten"))

    assert forms["korten"] != []
    assert {word: forms[word] for word in ("kosten", "korven")} == {"kosten": [], "korven": []}


def test_a_synonym_leads_to_the_word_of_the_site() -> None:
    synonyms = (Synonym(word="boom", also=("tak",)),)

    assert forms_of(TREE, synonyms=synonyms)["takken"] == ["~boom"]


def test_an_amount_can_be_asked_for_in_words() -> None:
    assert lexicon.phrases({"100miljoen", "22miljoen", "boom"}, ()) == {
        "honderd miljoen": ["100miljoen"],
        "tweeentwintig miljoen": ["22miljoen"],
    }


def test_a_full_name_leads_to_its_records(frozen: Dossier) -> None:
    items = list(search_records(Linker(frozen, TODAY)))
    found = lexicon.names(items)

    assert len(found) > 100
    assert lexicon.names([TREE, TREE])["bomenenstruiken"] == [0, 1]
    assert all(0 <= number < len(items) for numbers in found.values() for number in numbers)
