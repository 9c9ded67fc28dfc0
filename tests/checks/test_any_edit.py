"""Any edit to a file is read or reported as a problem, without a stack trace or an endless run."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import problems_in, world_texts

TEXTS = world_texts()
LINE_POSITIONS = [
    (path, index) for path, text in TEXTS.items() for index in range(len(text.splitlines()))
]
LINES = sorted({line for text in TEXTS.values() for line in text.splitlines()})
SCALARS = [
    "",
    "null",
    "true",
    "1",
    "-1",
    "1.5",
    "[]",
    "{}",
    "[[]]",
    "{a: b}",
    "ABC-1",
    "Kop",
    "é",
    "'",
]


@st.composite
def edited_lines(draw: st.DrawFn) -> tuple[str, int, list[str]]:
    """A path and a line index in the small world, and the lines that replace that line."""
    path, index = draw(st.sampled_from(LINE_POSITIONS))
    line = TEXTS[path].splitlines()[index]
    key = line.partition(":")[0]
    changed = st.one_of(
        st.just([]),
        st.just([line, line]),
        st.sampled_from(SCALARS).map(lambda scalar: [f"{key}: {scalar}"]),
        st.sampled_from(LINES).map(lambda other: [other]),
        st.text(max_size=30).map(lambda text: [text]),
        st.text(max_size=12).map(lambda text: [line + text]),
    )
    return path, index, draw(changed)


@pytest.mark.slow
@given(edited_lines())
@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
def test_any_edit_is_read_or_reported(edit: tuple[str, int, list[str]]) -> None:
    path, index, changed = edit
    lines = TEXTS[path].splitlines()
    text = "\n".join((*lines[:index], *changed, *lines[index + 1 :])) + "\n"

    for problem in problems_in({**TEXTS, path: text}):
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.message


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("content/dossier.yml", "  kop: {", "  Kop: {"),
        ("content/dossier.yml", "kinds:\n", "kinds:\n  - een\n"),
        ("content/pages/over.yml", "sections:", "sections: " + "[" * 3000),
        ("content/pages/over.yml", "sections:", "sections: " + "{a: " * 3000),
        ("content/pages/over.yml", "changed:", "? [een, twee]\n: drie\nchanged:"),
        ("content/pages/over.yml", "changed:", "- een\nchanged:"),
        ("content/terms/steen.yml", "term: steen", "term: " + "9" * 5000),
    ],
)
def test_unusual_yaml_is_reported(path: str, old: str, new: str) -> None:
    assert TEXTS[path].count(old) >= 1

    assert problems_in({**TEXTS, path: TEXTS[path].replace(old, new, 1)})
