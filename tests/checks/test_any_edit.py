"""Whatever an editor does to a file, it is read or told: never a stack trace, never a hang."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import problems_in, world_texts

TEXTS = world_texts()
PLACES = [(path, at) for path, text in TEXTS.items() for at in range(len(text.splitlines()))]
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
    """A place in the small world, and the lines that come there."""
    path, at = draw(st.sampled_from(PLACES))
    line = TEXTS[path].splitlines()[at]
    key = line.partition(":")[0]
    changed = st.one_of(
        st.just([]),
        st.just([line, line]),
        st.sampled_from(SCALARS).map(lambda scalar: [f"{key}: {scalar}"]),
        st.sampled_from(LINES).map(lambda other: [other]),
        st.text(max_size=30).map(lambda text: [text]),
        st.text(max_size=12).map(lambda text: [line + text]),
    )
    return path, at, draw(changed)


@given(edited_lines())
@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
def test_any_edit_is_read_or_told(edit: tuple[str, int, list[str]]) -> None:
    path, at, changed = edit
    lines = TEXTS[path].splitlines()
    text = "\n".join((*lines[:at], *changed, *lines[at + 1 :])) + "\n"

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
        ("content/terms.yml", "term: steen", "term: " + "9" * 5000),
    ],
)
def test_what_is_odd_is_told(path: str, old: str, new: str) -> None:
    assert TEXTS[path].count(old) >= 1

    assert problems_in({**TEXTS, path: TEXTS[path].replace(old, new, 1)})
