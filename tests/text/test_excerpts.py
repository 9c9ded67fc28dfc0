"""The first words of a text, where there is no room for all of it."""

import pytest

from generator.text.excerpts import first_words


@pytest.mark.parametrize(
    ("text", "length", "words"),
    [
        ("Een korte zin.", 20, "Een korte zin."),
        ("Een korte zin.", 14, "Een korte zin."),
        ("Een wat langere zin.", 14, "Een wat …"),
        ("Twee\nregels  tekst", 20, "Twee regels tekst"),
        ("Mkb-dienstverleningsstructuur", 12, "Mkb-dienstv…"),
        ("…", 12, "…"),
        ("", 12, ""),
    ],
)
def test_a_text_is_cut_at_a_word_if_it_can_be(text: str, length: int, words: str) -> None:
    assert first_words(text, length) == words
    assert len(first_words(text, length)) <= length
