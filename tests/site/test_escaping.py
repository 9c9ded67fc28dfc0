"""Escaped values are displayed literally, whatever characters they contain."""

import markdown
import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given
from hypothesis import strategies as st

from generator.site.views.escaping import in_attribute, in_markdown
from generator.site.views.inline_html import plural
from generator.site.views.page import Link
from generator.text import dates

EXTENSIONS = ["attr_list", "md_in_html", "toc"]
any_text = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1) | st.text(
    st.sampled_from("ab1 .-+*_`#<>&[](){}|:~^=$!\\\"'"), min_size=1, max_size=12
)


def displayed_text(markup: str) -> str:
    """The text that readers see when the Markdown is rendered, with single spaces."""
    page = markdown.markdown(markup, extensions=EXTENSIONS)
    return " ".join(BeautifulSoup(page, "html.parser").get_text().split())


@given(any_text)
def test_escaped_text_is_displayed_literally(value: str) -> None:
    assert displayed_text(in_markdown(value)) == " ".join(value.split())


@given(any_text)
@example(" - ")
def test_escaped_text_is_displayed_literally_inside_a_block(value: str) -> None:
    block = f'<div class="x" markdown>\n\n{in_markdown(value)}\n\n</div>'

    assert displayed_text(block) == " ".join(value.split())


@given(any_text)
def test_an_attribute_value_is_displayed_literally(value: str) -> None:
    """Also in an element inside a line, and as an attribute of a link."""
    page = markdown.markdown(
        f'a <b title="{in_attribute(value)}">x</b> [y](z){{ title="{in_attribute(value)}" }}',
        extensions=EXTENSIONS,
    )
    elements = BeautifulSoup(page, "html.parser").find_all(["b", "a"])

    assert [list(each.attrs) for each in elements] == [["title"], ["href", "title"]]
    assert {" ".join(str(each["title"]).split()) for each in elements} == {" ".join(value.split())}


@given(any_text)
def test_an_attribute_value_stays_inside_its_quotation_marks(value: str) -> None:
    element = BeautifulSoup(f'<a title="{in_attribute(value)}">x</a>', "html.parser").a

    assert element
    assert list(element.attrs) == ["title"]
    assert " ".join(str(element["title"]).split()) == " ".join(value.split())


@pytest.mark.parametrize(
    ("date", "dutch"),
    [
        ("2020-12-16", "16 december 2020"),
        ("2021-03-01", "1 maart 2021"),
        ("2020-09", "september 2020"),
        ("2021", "2021"),
    ],
)
def test_dates_are_formatted_in_dutch(date: str, dutch: str) -> None:
    assert dates.dutch_date(date) == dutch


@pytest.mark.parametrize(("count", "words"), [(0, "0 boeken"), (1, "1 boek"), (2, "2 boeken")])
def test_a_count_is_followed_by_singular_or_plural(count: int, words: str) -> None:
    assert plural(count, "boek", "boeken") == words


def test_only_text_and_numbers_are_escaped_that_are_not_text() -> None:
    with pytest.raises(TypeError, match="Link"):
        in_markdown(Link("x"))
