"""Values become Markdown that shows them as they are."""

import html

import markdown
import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given
from hypothesis import strategies as st

from generator.site.views.markdown import attribute, escape, plural
from generator.site.views.page import Link
from generator.text import dates

EXTENSIONS = ["attr_list", "md_in_html", "toc"]
anything = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1) | st.text(
    st.sampled_from("ab1 .-+*_`#<>&[](){}|:~^=$!\\\"'"), min_size=1, max_size=12
)


def shown(markup: str) -> str:
    """What a reader sees of some Markdown."""
    made = markdown.markdown(markup, extensions=EXTENSIONS)
    return " ".join(BeautifulSoup(made, "html.parser").get_text().split())


@given(anything)
def test_an_escaped_text_shows_as_it_is(value: str) -> None:
    assert shown(escape(value)) == " ".join(value.split())


@given(anything)
@example(" - ")
def test_an_escaped_text_shows_as_it_is_inside_a_block(value: str) -> None:
    block = f'<div class="x" markdown>\n\n{escape(value)}\n\n</div>'

    assert shown(block) == " ".join(value.split())


@given(anything)
def test_an_attribute_keeps_within_its_quotation_marks(value: str) -> None:
    element = BeautifulSoup(f'<a title="{attribute(value)}">x</a>', "html.parser").a

    assert element
    assert list(element.attrs) == ["title"]
    assert element["title"] == html.unescape(attribute(value))


@pytest.mark.parametrize(
    ("date", "dutch"),
    [
        ("2020-12-16", "16 december 2020"),
        ("2021-03-01", "1 maart 2021"),
        ("2020-09", "september 2020"),
        ("2021", "2021"),
    ],
)
def test_dates_are_dutch(date: str, dutch: str) -> None:
    assert dates.dutch_date(date) == dutch


@pytest.mark.parametrize(("count", "words"), [(0, "0 boeken"), (1, "1 boek"), (2, "2 boeken")])
def test_a_count_takes_the_right_form(count: int, words: str) -> None:
    assert plural(count, "boek", "boeken") == words


def test_a_template_cannot_print_what_is_no_text() -> None:
    with pytest.raises(TypeError, match="Link"):
        escape(Link("x"))
