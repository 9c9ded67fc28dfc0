"""What is left of a line when the quotes from it are taken away."""

import pytest

from generator.text import remainder


@pytest.mark.parametrize(
    ("line", "quotes", "rest"),
    [
        ("- een zin", ["een zin"], ""),
        ("- een zin", ["- een zin"], ""),
        ("  - een zin. En nog", ["een zin."], "En nog"),
        ("een - twee", ["een"], "- twee"),
        ("ja ja", ["ja"], "ja"),
        ("a, b", ["b", "a, b"], ""),
    ],
)
def test_the_rest_of_a_line(line: str, quotes: list[str], rest: str) -> None:
    assert remainder.uncovered(line, quotes) == rest


def test_words_on_both_sides_of_a_quote_do_not_join() -> None:
    assert remainder.pieces("abc", ["b"]) == ["a", "c"]
