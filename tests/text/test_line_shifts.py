"""How the lines of a text moved is inferred from quotes that say where they stood."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.line_alignment import Quote
from generator.text.line_shifts import Shift, inserted, moved, shifts

TEXT = ["Titel", "", "Kop", "- een zin. nog een", "- de", "", "Kop", "- laatste zin", "- slot"]


def quotes_of(lines: Sequence[str]) -> list[Quote]:
    """Quotes of whole lines, or of both sentences of a line."""
    return [
        Quote(number, part)
        for number, line in enumerate(lines, 1)
        for part in line.removeprefix("- ").split(". ")
        if part
    ]


@pytest.mark.parametrize("at", range(len(TEXT)))
def test_an_inserted_line_is_found(at: int) -> None:
    lines = [*TEXT[:at], "- Nieuw", *TEXT[at:]]

    assert shifts(quotes_of(TEXT), lines) == (Shift(at, 1),)


@pytest.mark.parametrize("at", [0, 2, 3, 4, 6, 7])
def test_a_removed_line_is_found(at: int) -> None:
    lines = [*TEXT[:at], *TEXT[at + 1 :]]

    assert shifts(quotes_of(TEXT), lines) == (Shift(at, -1),)


def test_the_end_of_a_text_can_be_removed() -> None:
    assert shifts(quotes_of(TEXT), TEXT[:4]) == (Shift(4, -5),)
    assert shifts(quotes_of(TEXT), TEXT[:-1]) == ()  # the number of one quote may be wrong


def test_several_lines_in_several_places_are_found() -> None:
    lines = [*TEXT[1:4], "een", "twee", "", *TEXT[4:]]

    found = shifts(quotes_of(TEXT), lines)

    assert found == (Shift(0, -1), Shift(4, 3))
    assert [moved(line, found) for line in range(1, 6)] == [1, 1, 2, 3, 7]
    assert list(inserted(found)) == [4, 5, 6]


@pytest.mark.parametrize(
    "quotes",
    [
        pytest.param([Quote(1, "Titel"), Quote(4, "Kop"), Quote(5, "de")], id="a wrong number"),
        pytest.param([Quote(1, "Titel"), Quote(4, "nog twee")], id="other words"),
        pytest.param([Quote(7, "Titel"), *quotes_of(TEXT)[1:]], id="a number of far away"),
        pytest.param([Quote(900, "laatste zin")], id="no such line"),
    ],
)
def test_a_single_mistake_is_no_shift(quotes: list[Quote]) -> None:
    assert [each for each in shifts(quotes, TEXT) if len(quotes) > 1] == []


def test_lines_that_changed_places_are_no_shift() -> None:
    lines = [*TEXT[:3], TEXT[4], TEXT[3], *TEXT[5:]]

    assert shifts(quotes_of(TEXT), lines) == ()


def test_a_line_that_was_split_shifts_only_what_comes_after_it() -> None:
    lines = [*TEXT[:3], "- een zin.", "nog een", *TEXT[4:]]

    (shift,) = shifts(quotes_of(TEXT), lines)
    assert shift in (Shift(3, 1), Shift(4, 1))  # either half may be the new line


def test_two_lines_that_were_joined_shift_only_what_comes_after_them() -> None:
    lines = [*TEXT[:3], f"{TEXT[3]} {TEXT[4]}", *TEXT[5:]]

    found = shifts(quotes_of(TEXT), lines)

    assert [moved(line, found) for line in (3, 4, 5, 6)] == [3, 4, 4, 5]


def test_a_quote_that_was_renumbered_already_does_not_hide_the_shift() -> None:
    lines = [*TEXT[:3], "- Nieuw", *TEXT[3:]]

    assert shifts([*quotes_of(TEXT), Quote(4, "Nieuw")], lines) == (Shift(3, 1),)


texts = st.lists(st.sampled_from(["", "Kop", "- a", "- een zin", "- nog een. En een", "x"]))


@given(texts, texts)
def test_right_quotes_have_no_shifts(lines: list[str], more: list[str]) -> None:
    assert shifts(quotes_of(lines), [*lines, *more]) == ()


@given(st.lists(st.uuids().map(str), min_size=6, unique=True), st.data())
def test_a_block_between_lines_that_differ_is_found_exactly(
    lines: list[str], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(lines) - 3))
    new = data.draw(st.lists(st.sampled_from(["", "nieuw", "Kop"]), min_size=1, max_size=5))

    assert shifts(quotes_of(lines), [*lines[:at], *new, *lines[at:]]) == (Shift(at, len(new)),)
    count = data.draw(st.integers(1, len(lines) - 2 - at))
    removed = [*lines[:at], *lines[at + count :]]
    assert shifts(quotes_of(lines), removed) == (Shift(at, -count),)
