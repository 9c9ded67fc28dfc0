"""``renumber --lines`` makes the numbers of lines right again, and changes nothing else."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.checks.runner import check
from generator.dossier.dossier import Dossier
from generator.dossier.loader import read
from generator.editing.line_numbers import RenumberError, renumber
from generator.parsing.problem import Problem
from generator.text.line_shifts import has_text
from tests.conftest import TODAY, world_texts
from tests.support.command_line import run
from tests.support.trees import changed_lines, tree

TEXT = "content/sources/brief.txt"
CHAPTER = "content/chapters/brieven.yml"
WORLD = world_texts()

Line = tuple[int, str]
"""A line with a number by which it can be followed."""


def world_with(lines: Sequence[str]) -> dict[str, str]:
    """The small world with a source that is quoted line by line; what is empty is not quoted."""
    statements = "".join(
        f"  - id: WAT-{100 + number}\n    line: {number}\n    kind: punt\n    text: {line!r}\n"
        for number, line in enumerate(lines, 1)
        if line
    )
    head = "title: Brieven\nchanged: 2020-01-01\nsource: brief\nstatements:\n"
    return {
        **WORLD,
        "content/sources/brief.yml": "title: Een brief\nchanged: 2020-01-01\n",
        TEXT: "".join(f"{line}\n" for line in lines),
        CHAPTER: head + (statements or "  []\n"),
    }


def dossier_in(texts: Mapping[str, str]) -> Dossier:
    dossier = read(texts).dossier
    assert dossier
    return dossier


def numbers(dossier: Dossier) -> dict[str, int]:
    return {each.id: each.line for each in dossier.record["brieven"].statements}  # type: ignore[attr-defined]  # a chapter


@st.composite
def edits(draw: st.DrawFn) -> tuple[list[str], list[Line]]:
    """A text, and its lines with their old numbers after some came (0) and some went."""
    words = st.sampled_from(["", "", "Kop", "x", "een zin", "nog een zin", "slot"])
    before = draw(st.lists(words, min_size=1, max_size=25))
    after: list[Line] = list(enumerate(before, 1))
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(after)))
        new = draw(st.lists(st.sampled_from(["", "Nieuw", "Kop"]), max_size=3))
        after[at : at + draw(st.integers(0, 2))] = [(0, line) for line in new]
    return before, after


@given(edits())
def test_every_line_that_is_still_there_gets_a_right_number(
    edited: tuple[list[str], list[Line]],
) -> None:
    before, after = edited
    texts = {**world_with(before), TEXT: "".join(f"{line}\n" for _, line in after)}

    result = dossier_in({**texts, **renumber(dossier_in(texts), texts, "brief").texts})

    text = result.source_lines["brief"]
    right = [each for each in text.statements if has_text(text.lines, each.line, each.text)]
    assert len(right) >= len([line for number, line in after if number and line])


@given(edits())
@example((["Kop", "Kop", "x", "", "Kop"], [(3, "x"), (0, ""), (0, "Kop"), (4, ""), (5, "Kop")]))
@example((["", "x", "", "", "Kop", "x"], [(0, ""), (3, ""), (4, ""), (0, ""), (6, "x")]))
def test_renumbering_twice_changes_nothing_more(edited: tuple[list[str], list[Line]]) -> None:
    before, after = edited
    texts = {**world_with(before), TEXT: "".join(f"{line}\n" for _, line in after)}

    once = {**texts, **renumber(dossier_in(texts), texts).texts}

    assert renumber(dossier_in(once), once).texts == {}


@given(st.lists(st.uuids().map(str), min_size=4, max_size=30, unique=True), st.data())
def test_an_inserted_line_is_one_message_and_is_mended(
    lines: list[str], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(lines) - 1))
    texts = {
        **world_with(lines),
        TEXT: "".join(f"{each}\n" for each in (*lines[:at], "Nieuw", *lines[at:])),
    }

    assert [each.rule for each in new_problems(texts, lines)] == ["regelnummers"]
    mended = {**texts, **renumber(dossier_in(texts), texts).texts}
    assert [each.rule for each in new_problems(mended, lines)] == ["dekking"]
    expected = {
        f"WAT-{100 + number}": number + (number > at) for number in range(1, len(lines) + 1)
    }
    assert numbers(dossier_in(mended)) == expected


def new_problems(texts: Mapping[str, str], lines: Sequence[str]) -> list[Problem]:
    """The problems that the world with the old lines does not have: nothing cites that source."""
    known = {(each.path, each.rule) for each in check(read(world_with(lines)), TODAY)}
    return [each for each in check(read(texts), TODAY) if (each.path, each.rule) not in known]


def test_a_source_without_a_text_has_no_lines() -> None:
    with pytest.raises(
        RenumberError, match="'krant' is geen bron met een tekst; kies uit: bewonersbrief, notulen"
    ):
        renumber(dossier_in(WORLD), WORLD, "krant")


# The command --------------------------------------------------------------------------------------


def test_only_the_numbers_of_the_lines_change(project: Path) -> None:
    source = project / "content/sources/slides.txt"
    original = tree(project)
    lines = source.read_text(encoding="utf-8").split("\n")
    source.write_text("\n".join([*lines[:78], "", *lines[78:]]), encoding="utf-8")
    before = tree(project)

    result = run(project, "renumber", "--lines", "slides")

    assert (result.returncode, result.stderr) == (0, "")
    assert "Hernummerd: 25 regelnummers van 'slides'.\n" in result.stdout
    changed = changed_lines(before, tree(project))
    (recorded,) = [line for line in changed if '"event": "regels"' in line]
    assert '"lines": ["78+1"]' in recorded
    changed.remove(recorded)
    assert len(changed) == 50
    assert all(line[1:].strip().startswith("line: ") for line in changed)
    assert run(project, "check").returncode == 0
    source.write_text("\n".join(lines), encoding="utf-8")
    assert run(project, "renumber", "--lines").returncode == 0
    taken_back = changed_lines(original, tree(project))
    assert [line for line in taken_back if '"lines"' not in line] == []
    assert '"lines": ["78-1"]' in taken_back[-1]
    again = run(project, "renumber", "--lines")
    assert again.stdout == "Er is niets te hernummeren.\n"


def test_nothing_is_renumbered_while_a_file_cannot_be_read(project: Path) -> None:
    source = project / "content/sources/slides.txt"
    source.write_text(f"Nieuw\n{source.read_text(encoding='utf-8')}", encoding="utf-8")
    theme = project / "content/themes/human-capital.yml"
    theme.write_text(theme.read_text(encoding="utf-8") + "\n  x: [", encoding="utf-8")
    before = tree(project)

    result = run(project, "renumber", "--lines")

    assert result.returncode == 1
    assert "Niets gewijzigd: eerst moet de inhoud kloppen." in result.stderr
    assert tree(project) == before
