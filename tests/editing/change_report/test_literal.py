"""Values in a report are shown literally: they add no markup, links, mentions or commands."""

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.editing.change_report import literal

UNSAFE_VALUES = [
    "@octocat",
    "zie @org/team nu",
    "#12 en GH-12 en org/repo#12",
    "!12 %1 ~fout &3 $9 :tada:",
    "https://kwaad.example www.kwaad.example",
    "![x](https://kwaad.example/x.png)",
    "<img src=x onerror=1><!-- voorstel -->",
    "`code` **vet** _schuin_ ~~weg~~",
    "# kop",
    "1. punt",
    "- punt",
    "> citaat",
    "/close",
    "a\n\n## Kop\n\n/approve",
    "\u202eneerev",
    "</del></ins><script>",
]


def rendered(markdown: str) -> BeautifulSoup:
    """Markdown as a code hosting site renders it."""
    html = MarkdownIt("gfm-like", {"linkify": False}).render(f"- {markdown}\n")
    return BeautifulSoup(html, "html.parser")


@given(st.one_of(st.sampled_from(UNSAFE_VALUES), st.text(max_size=60)))
def test_a_value_is_shown_literally_and_adds_no_markup(value: str) -> None:
    page = rendered(f"x {literal.literal_markdown(value)} y")

    assert {tag.name for tag in page.find_all()} == {"ul", "li"}
    visible = page.get_text().replace("\u2060", "")
    letters = "".join(each for each in value if each.isalnum())
    assert "".join(each for each in visible if each.isalnum()) == f"x{letters}y"
    assert visible.count("\n") == rendered("x y").get_text().count("\n")


@pytest.mark.parametrize("value", UNSAFE_VALUES)
def test_a_value_creates_no_mention_reference_or_link(value: str) -> None:
    text = rendered(literal.literal_markdown(value)).get_text()

    for sign in ("@o", "#1", "GH-1", "!1", "%1", "~f", "&3", "$9", ":t", "://", "www.", "\u202e"):
        assert sign not in text, sign


# What is left out ---------------------------------------------------------------------------------


def test_of_a_very_long_value_the_end_is_left_out_and_it_says_how_much() -> None:
    text = literal.literal_markdown("woord " * 20_000)

    assert len(text) < 2_000
    assert text.endswith("… (nog 118499 tekens)")


def test_of_a_long_text_only_the_words_near_a_change_are_shown() -> None:
    before = f"{'begin ' * 500}oud {'einde ' * 500}".strip()

    text = literal.word_changes(before, before.replace("oud", "nieuw"))

    assert "begin <del>oud</del><ins>nieuw</ins> einde" in text
    assert text.strip().startswith("… begin")
    assert text.strip().endswith("einde …")
    assert len(text) < 500


def test_of_a_long_name_only_the_first_words_are_shown() -> None:
    assert literal.name("Er is een boom geplant") == "‘Er is een boom geplant’"
    assert literal.name("woord " * 30) == f"‘{'woord ' * 9}woord …’"
    assert len(literal.name("x" * 500)) < 70


def test_a_difference_in_space_alone_is_reported_in_words() -> None:
    text = literal.word_changes("een  boom", "een boom")

    assert text.endswith("boom (alleen de spaties of regels zijn anders)")


@pytest.mark.parametrize("key", ["a`b", "x` @octocat", "a\n- b", "<img>"])
def test_what_could_end_a_piece_of_code_is_no_code(key: str) -> None:
    assert literal.code("/themas/groen/#WAT-001") == "`/themas/groen/#WAT-001`"
    assert literal.code(key) == literal.literal_markdown(key)
