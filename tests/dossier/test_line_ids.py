"""A line of a source keeps its fragment, however often lines are inserted and removed."""

from hypothesis import given
from hypothesis import strategies as st

from generator.dossier import line_ids
from generator.text.line_shifts import Shift

INSERTED = [(2, (Shift(2, 1),))]
REMOVED = [(2, (Shift(2, -2),))]
BOTH = [(2, (Shift(1, 2), Shift(4, -1))), (5, (Shift(0, 1),))]


def ids(count: int, moves: line_ids.LineMoves) -> list[str]:
    return [line_ids.line_id(number, moves) for number in range(1, count + 1)]


def test_without_moves_a_fragment_has_the_number_of_the_line() -> None:
    assert ids(3, []) == ["regel-1", "regel-2", "regel-3"]


def test_a_line_below_an_inserted_one_keeps_its_fragment() -> None:
    assert ids(5, INSERTED) == ["regel-1", "regel-2", "regel-2-3", "regel-3", "regel-4"]


def test_a_line_below_removed_ones_keeps_its_fragment() -> None:
    assert ids(3, REMOVED) == ["regel-1", "regel-2", "regel-5"]
    assert list(line_ids.gone_ids(REMOVED)) == [(3, "regel-3"), (3, "regel-4")]


def test_moves_of_several_days_come_together() -> None:
    expected = ["regel-5-1", "regel-1", "regel-2-2", "regel-2-3", "regel-2", "regel-3", "regel-4"]

    assert ids(8, BOTH) == [*expected, "regel-6"]
    assert list(line_ids.gone_ids(BOTH)) == [(8, "regel-5")]


def test_moves_are_written_and_read() -> None:
    shifts = (Shift(0, 2), Shift(78, -1))

    assert line_ids.written(shifts) == ("0+2", "78-1")
    assert line_ids.parse(("0+2", "78-1")) == shifts


@st.composite
def edits(draw: st.DrawFn) -> list[list[str]]:
    """The lines of a text, of which each is unique, after each of some edits."""
    versions = [[f"r{number}" for number in range(draw(st.integers(1, 8)))]]
    for nth in range(draw(st.integers(0, 3))):
        lines = [*versions[-1]]
        at = draw(st.integers(0, len(lines)))
        if draw(st.booleans()):
            lines[at:at] = [f"n{nth}-{each}" for each in range(draw(st.integers(1, 3)))]
        else:
            del lines[at : at + draw(st.integers(1, 3))]
        versions.append(lines)
    return versions


@given(edits())
def test_each_fragment_always_leads_to_the_same_words(versions: list[list[str]]) -> None:
    moves: list[tuple[int, tuple[Shift, ...]]] = []
    words: dict[str, str] = {}
    for nth, lines in enumerate(versions, 1):
        if nth > 1:
            moves.append((nth, shifts_between(versions[nth - 2], lines)))
        found = ids(len(lines), moves)
        assert len(set(found)) == len(found)
        for anchor, text in zip(found, lines, strict=True):
            assert words.setdefault(anchor, text) == text
    gone = {anchor for _, anchor in line_ids.gone_ids(moves)}
    assert set(words) == gone | set(ids(len(versions[-1]), moves))


def shifts_between(before: list[str], after: list[str]) -> tuple[Shift, ...]:
    """What one edit of the strategy did."""
    by = len(after) - len(before)
    start = next(
        (at for at, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]),
        min(len(before), len(after)),
    )
    return (Shift(start, by),) if by else ()
