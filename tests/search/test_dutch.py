"""Dutch words: the forms of a word have one key, and a compound is found by its parts."""

import pytest

from generator.search import dutch


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Gemeente", "gemeente"),
        ("Café", "cafe"),
        ("coördinatie", "coordinatie"),
        ("regio’s", "regio's"),
        ("R&D", "rend"),
        ("10.000", "10000"),
        ("1.5", "1.5"),
        ("nr. 131", "nr. 131"),
    ],
)
def test_case_accents_and_quotation_marks_make_no_difference(text: str, folded: str) -> None:
    assert dutch.fold(text) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gemeente", "gemeenten"),
        ("provincie", "provincies"),
        ("regio", "regio's"),
        ("huis", "huizen"),
        ("investering", "investeringen"),
        ("stad", "steden"),
        ("werkt", "werken"),
        ("grote", "groot"),
        ("winkelgebied", "winkelgebieden"),
        ("arbeidsmarktregio", "arbeidsmarktregio's"),
    ],
)
def test_forms_of_a_word_have_one_key(one: str, other: str) -> None:
    assert dutch.key(one) == dutch.key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("regio", "regie"), ("stad", "staat"), ("plan", "plaats"), ("mkb", "mbo")]
)
def test_other_words_have_other_keys(one: str, other: str) -> None:
    assert dutch.key(one) != dutch.key(other)


@pytest.mark.parametrize(
    ("compound", "parts"),
    [
        ("winkelgebied", {"winkel", "gebied"}),
        ("arbeidsmarkt", {"arbeid", "markt"}),
        ("winkel", set()),
        ("plan", set()),
    ],
)
def test_a_compound_has_parts(compound: str, parts: set[str]) -> None:
    assert set(dutch.compound_parts(compound)) == parts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("€ 100 mln.", "100miljoen"),
        ("100 miljoen", "100miljoen"),
        ("2,5 miljard", "2k5miljard"),
        ("10%", "10procent"),
        ("10 procent", "10procent"),
        ("16 december", "16december"),
        ("16-12", "16december"),
        ("16/12/2020", "16december"),
        ("06-01", "6januari"),
        ("om- en bijscholing", "omscholing"),
    ],
)
def test_amounts_dates_and_shared_words_have_a_key_of_their_own(text: str, found: str) -> None:
    assert found in set(dutch.keys(text))


@pytest.mark.parametrize("text", ["", "de en het", "x", "…"])
def test_what_nobody_looks_for_has_no_key(text: str) -> None:
    assert list(dutch.keys(text)) == []


def test_a_month_that_does_not_exist_makes_no_date() -> None:
    assert list(dutch.keys("16-13")) == ["16", "13"]


@pytest.mark.parametrize(
    ("noun", "verb"), [("scholing", "scholen"), ("plan", None), ("xyzing", None)]
)
def test_a_noun_leads_to_its_verb(noun: str, verb: str | None) -> None:
    assert dutch.verb(noun) == (dutch.key(verb) if verb else None)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("1miljoen", ("een", "miljoen")),
        ("22miljoen", ("tweeentwintig", "miljoen")),
        ("100miljoen", ("honderd", "miljoen")),
        ("101procent", ("honderdeen", "procent")),
        ("312miljard", ("driehonderdtwaalf", "miljard")),
        ("990miljoen", ("negenhonderdnegentig", "miljoen")),
        ("34k625miljoen", ()),
        ("boom", ()),
    ],
)
def test_an_amount_in_words(key: str, words: tuple[str, ...]) -> None:
    assert dutch.amount_in_words(key) == words


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("korten", {"kosten", "korte", "korven"}),  # another letter, one less
        ("haven", {"haren", "havens", "haen"} - {"haen"}),  # one more
        ("de", set()),  # too short to be taken for another
    ],
)
def test_words_that_look_alike_are_in_the_dictionary(form: str, words: set[str]) -> None:
    found = set(dutch.look_alikes(form))

    assert words <= found
    assert form not in found
    assert all(each[0] == form[0] for each in found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Directies TOP en DE", {"de."}),
        ("van directies O, I&K en Regio", {"o."}),
        ("de Directie", set()),
        ("O.a. Techniepact", set()),
    ],
)
def test_a_short_name_in_capitals_has_a_key(text: str, found: set[str]) -> None:
    assert {key for key in dutch.keys(text) if key.endswith(".")} >= found
    assert bool({key for key in dutch.keys(text) if key.endswith(".")}) == bool(found)
