"""Names are found as whole words, case-sensitive, and the longest name first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text import inline_links
from generator.text.name_matcher import NameMatcher

NAMES = NameMatcher({"GW": 1, "GW-plan": 2, "ROM's": 3, "(boven)lokaal": 4, "stad": 5})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("de GW en de ROM's", ["GW", "ROM's"]),
        ("het GW-plan", ["GW-plan"]),
        ("GW-brief", ["GW"]),
        ("GWS en gw", []),
        ("(boven)lokaal werk", ["(boven)lokaal"]),
        ("stad's en steden", []),
        ("binnenstad", []),
    ],
)
def test_names_are_found(text: str, found: list[str]) -> None:
    assert list(NAMES.found(text)) == found


@given(st.text(st.sampled_from("GW-plan stadROM's()boven lokl")))
def test_segments_join_to_the_text(text: str) -> None:
    assert "".join(piece.text for piece in NAMES.segments(text)) == text


def test_no_names_means_nothing_found() -> None:
    assert NameMatcher({}).found("GW") == {}


def test_links_are_found_and_split_from_the_text() -> None:
    text = "Zie [de gemeente](gemeente) en [dit](https://x.example/a?b=1)."

    assert list(inline_links.targets(text)) == ["gemeente", "https://x.example/a?b=1"]
    assert "".join(piece.text for piece in inline_links.segments(text)) == "Zie de gemeente en dit."
