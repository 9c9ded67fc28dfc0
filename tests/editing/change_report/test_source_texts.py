"""A change of the text of a source is reported by line, and statements that only moved are not."""

import difflib
import re
from collections.abc import Sequence

import pytest

from generator.editing.change_report import aligned_lines
from tests.support.change_reports import lines_of, report_of, side, texts_of_world

NOTULEN = "content/sources/notulen.txt"
TITLE = "De brontekst is gewijzigd"
FIRST = texts_of_world()[NOTULEN].splitlines()[0]


def with_each_line_lower(text: str) -> str:
    """A content file in which each quoted line from the second on is a line further."""
    return re.sub(
        r"(?<=\bline: )[0-9]+",
        lambda found: str(int(found[0]) + (found[0] != "1")),
        text,
    )


def test_a_new_line_is_reported_once_and_not_for_each_statement_below_it() -> None:
    texts = {
        path: with_each_line_lower(text) if "source: bewonersbrief" not in text else text
        for path, text in texts_of_world().items()
    }
    assert sum(text != texts_of_world()[path] for path, text in texts.items()) > 3
    texts[NOTULEN] = texts[NOTULEN].replace(f"{FIRST}\n", f"{FIRST}\nEen nieuwe regel.\n")

    found = lines_of(side(texts_of_world(), {}), side(texts, {}))

    assert found == {TITLE: ["‘notulen’, regel 2 is nieuw: <ins>Een nieuwe regel.</ins>"]}


def test_a_line_that_is_gone_is_reported() -> None:
    found = report_of((NOTULEN, f"{FIRST}\n", ""))

    assert found[TITLE] == [f"‘notulen’, regel 1 is weg: <del>{FIRST}</del>"]


def test_a_changed_line_is_reported_with_its_words() -> None:
    found = report_of((NOTULEN, "elke bewoner", "iedere bewoner"))

    assert found == {
        TITLE: [
            (
                "‘notulen’, regel 11: &#45; <del>elke</del><ins>iedere</ins> bewoner "
                "kan een regenton krijgen"
            )
        ]
    }


def test_an_empty_line_is_named_as_such() -> None:
    (line,) = report_of((NOTULEN, f"{FIRST}\n", f"{FIRST}\n\n"))[TITLE]

    assert line.endswith("is nieuw: (leeg)")


@pytest.mark.parametrize(
    ("before", "after", "blocks", "numbers"),
    [
        ("abc", "abc", [], {}),
        ("abc", "xabc", [("", "x")], {1: 2, 2: 3, 3: 4}),
        ("abc", "bc", [("a", "")], {2: 1, 3: 2}),
        ("abc", "axc", [("b", "x")], {}),
        ("abcd", "axbyzd", [("", "x"), ("c", "yz")], {2: 3, 3: 4, 4: 6}),
        ("", "a", [("", "a")], {}),
    ],
)
def test_lines_are_found_again(
    before: str, after: str, blocks: list[tuple[str, str]], numbers: dict[int, int]
) -> None:
    found = [
        ("".join(before[at] for at in old), "".join(after[at] for at in new))
        for old, new in aligned_lines.differing(before, after)
    ]

    assert found == blocks
    assert aligned_lines.new_numbers(before, after) == numbers


def test_what_is_the_same_around_a_change_is_not_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: list[int] = []

    class Recording(difflib.SequenceMatcher[str]):
        def set_seqs(self, a: Sequence[str], b: Sequence[str]) -> None:
            compared.extend((len(a), len(b)))
            super().set_seqs(a, b)

    monkeypatch.setattr(difflib, "SequenceMatcher", Recording)
    lines, at = ["", "x"] * 20_000, 20_000

    found = [*aligned_lines.differing(lines, [*lines[:at], "nieuw", *lines[at:]])]

    assert found == [(range(at, at), range(at, at + 1))]
    assert compared == [0, 1]


def test_long_texts_with_many_equal_lines_are_not_compared_line_by_line() -> None:
    count = aligned_lines.LONGEST
    before, after = ["", "x"] * count, ["x", "", "y"] * count

    assert [*aligned_lines.differing(before, after)] == [(range(2 * count), range(3 * count))]
