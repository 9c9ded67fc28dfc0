"""Where two texts differ that look the same."""

import unicodedata

import pytest

from generator.text.look_alikes import first_difference

BLANKS = [chr(each) for each in range(0x3001) if unicodedata.category(chr(each)) == "Zs"]
LIGATURES = "ﬀﬁﬂﬃﬄ"
PAIRS = [
    *((blank, " ") for blank in BLANKS[1:]),
    *((ligature, unicodedata.normalize("NFKC", ligature)) for ligature in LIGATURES),
    ("  ", " "),
    ("‘", "'"),
    ("’", "'"),
    ("“", '"'),
    ("„", '"'),
    ("\u2013", "-"),
    ("\u2011", "-"),
    ("…", "..."),
    ("²", "2"),
    ("½", "1\u20442"),
    ("\u0430", "a"),
]


@pytest.mark.parametrize(("one", "other"), [*PAIRS, *((other, one) for one, other in PAIRS)])
def test_the_signs_that_differ_are_named(one: str, other: str) -> None:
    found = first_difference(f"- Eerst een, een{one}zin en meer.", f"een, een{other}zin")

    assert found
    assert found.before == "een, een"
    assert one.startswith(found.there)
    assert other.startswith(found.here)
    assert found.names[0].split()[0] == f"U+{ord(one[0]):04X}"
    assert found.names[0] != found.names[1]


@pytest.mark.parametrize(("one", "other"), [pair for pair in PAIRS if not pair[0].isspace()])
def test_a_blank_before_the_difference_is_before_it(one: str, other: str) -> None:
    found = first_difference(f"een {one}zin", f"een {other}zin")

    assert found
    assert (found.before, found.there[0], found.here[0]) == ("een ", one[0], other[0])


@pytest.mark.parametrize(("one", "other"), [pair for pair in PAIRS if pair[0] != "  "])
def test_a_difference_at_the_start_has_nothing_before_it(one: str, other: str) -> None:
    found = first_difference(f"{one}zin", f"{other}zin")

    assert found
    assert found.before == ""


@pytest.mark.parametrize("text", ["een zin", "Een zin", "een zim", "een zin en nog een zin", ""])
def test_what_is_there_or_does_not_look_alike_has_no_difference(text: str) -> None:
    assert first_difference("- een zin.", text) is None
