"""Two texts are compared word by word, and both can be read back from the parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.word_diff import LONGEST, Part, between

SAME, GONE, NEW = "same", "gone", "new"


@pytest.mark.parametrize(
    ("before", "after", "parts"),
    [
        ("", "", []),
        ("een plan", "een plan", [(SAME, "een plan")]),
        ("", "een plan", [(NEW, "een plan")]),
        ("een plan", "", [(GONE, "een plan")]),
        (
            "het oude plan",
            "het nieuwe plan",
            [(SAME, "het "), (GONE, "oude"), (NEW, "nieuwe"), (SAME, " plan")],
        ),
        ("een plan", "een goed plan", [(SAME, "een "), (NEW, "goed "), (SAME, "plan")]),
        ("een goed plan", "een plan", [(SAME, "een "), (GONE, "goed "), (SAME, "plan")]),
        ("plan", "plannen", [(GONE, "plan"), (NEW, "plannen")]),
        ("een plan.", "een plan,", [(SAME, "een "), (GONE, "plan."), (NEW, "plan,")]),
        ("Een plan", "een plan", [(GONE, "Een"), (NEW, "een"), (SAME, " plan")]),
        ("een  plan", "een plan", [(SAME, "een"), (GONE, "  "), (NEW, " "), (SAME, "plan")]),
    ],
)
def test_words_that_stayed_went_and_came(
    before: str, after: str, parts: list[tuple[str, str]]
) -> None:
    assert [(part.kind, part.text) for part in between(before, after)] == parts


def joined(parts: list[Part], left_out: str) -> str:
    return "".join(part.text for part in parts if part.kind != left_out)


TEXTS = st.text(st.sampled_from("ab é.\n\u00a0"))


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_back(before: str, after: str) -> None:
    parts = between(before, after)

    assert joined(parts, NEW) == before
    assert joined(parts, GONE) == after
    assert all(part.text for part in parts)


def test_a_change_in_a_very_long_text_is_found() -> None:
    words = "a b " * LONGEST
    before, after = f"{words}oud {words}", f"{words}nieuw {words}"

    assert [(part.kind, part.text) for part in between(before, after)] == [
        (SAME, words),
        (GONE, "oud"),
        (NEW, "nieuw"),
        (SAME, f" {words}"),
    ]


def test_very_long_texts_with_many_equal_words_are_not_compared_word_by_word() -> None:
    before, after = "a b " * LONGEST + "oud", "b a c " * LONGEST + "nieuw"

    assert [part.kind for part in between(before, after)] == [GONE, NEW]
