"""Any text goes through Markdown as it is: the same text, and no element or attribute of its own.

A text that went wrong once is kept in ``found/markdown``, a file each.
"""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import markdown
import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from generator.model import characters
from generator.site.views import escaping
from generator.site.views.inline_html import inline_html
from generator.site.views.page import Link, Piece

FOUND = sorted((Path(__file__).parent / "found/markdown").iterdir())
EXTENSIONS = ["attr_list", "md_in_html", "toc"]
"""As in mkdocs.yml."""
CONTEXT: Any = {"page": SimpleNamespace(path="themas/groen.md")}
ADDRESS = "https://a.example/b?c=d&e=f"


def linked(text: str, **target: str) -> str:
    return str(inline_html(CONTEXT, Link(text, **target)))


PLACES: dict[str, Callable[[str], str]] = {
    "paragraph": escaping.in_markdown,
    "second line": lambda text: f"a\n{escaping.in_markdown(text)}",
    "inside a line": lambda text: f"a {escaping.inside_line(text)} b",
    "list": lambda text: f"- {escaping.in_markdown(text)}\n- b",
    "heading": lambda text: f"## {escaping.inside_line(text)}",
    "heading with an anchor": lambda text: f"## {escaping.inside_line(text)} {{ #a }}",
    "bold": lambda text: f"**{escaping.inside_line(text.strip())}**",
    "block": lambda text: f'<div class="x" markdown>\n\n{escaping.in_markdown(text)}\n\n</div>',
    "line in a block": lambda text: (
        f"<dl markdown><dd markdown>{escaping.in_markdown(text)}</dd></dl>"
    ),
    "link to a page": lambda text: linked(text, page="partijen/a.md"),
    "link to a file": lambda text: linked(text, file="a.ics"),
    "link with a title": lambda text: linked(text, address=ADDRESS, title=text),
    "running text": lambda text: str(
        inline_html(CONTEXT, (Piece(text), Piece(text, Link(text, address=ADDRESS)), Piece(text)))
    ),
    "attribute": lambda text: f'a <b title="{escaping.in_attribute(text)}">b</b>',
}
"""Attributes of blocks are left out: md_in_html resolves references in them twice, and templates
put only words of our own there.
"""
VISIBLE = st.text().map(characters.readable)
SIGNS = st.text(st.sampled_from("ab1 .-+*_`#<>&;[](){}|:~^=$!\\\"'/@\n"), max_size=16)
PIECES = st.lists(
    st.sampled_from(
        [
            *("](", "](javascript:a)", "![", "<b>", "</div>", "<!--", "-->", "<?", "&lt;", "&#60;"),
            *("{: .a }", "{ #a }", "{.a}", "**", "__", "`", "``", "[a]: b", "[^1]", "\\", "  \n"),
            *("1. ", "- ", "    ", "# ", "=====", "-----", "> ", "a@b.example", "<a@b.example>"),
            *("<https://a.example>", "klzzwxh:0000", "wzxhzdk:0", "\n\n", "é", "🌳", "\xa0", "a"),
        ]
    ),
    max_size=6,
).map("".join)  # fmt: skip


def rendered(markup: str) -> BeautifulSoup:
    return BeautifulSoup(markdown.markdown(markup, extensions=EXTENSIONS), "html.parser")


def structure(page: BeautifulSoup) -> list[tuple[str, list[str]]]:
    """The elements of a page in order, with the names of their attributes."""
    return [(each.name, sorted(each.attrs)) for each in page.find_all()]


def on_one_line(text: str) -> str:
    return " ".join(text.split())


def assert_the_same(place: str, text: str) -> None:
    if not text.strip():
        return
    make = PLACES[place]
    page, plain = rendered(make(text)), rendered(make("qqq"))

    assert structure(page) == structure(plain)
    expected = on_one_line(plain.get_text(" ").replace("qqq", text))
    assert on_one_line(page.get_text(" ")).replace(" ", "") == expected.replace(" ", "")
    titles = {on_one_line(str(each["title"])) for each in page.find_all(title=True)}
    assert titles <= {on_one_line(text)}
    assert [each["href"] for each in page.find_all("a")] == [
        each["href"] for each in plain.find_all("a")
    ]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("found", FOUND, ids=lambda path: path.stem)
def test_what_went_wrong_once_is_shown_as_it_is(place: str, found: Path) -> None:
    assert_the_same(place, found.read_text(encoding="utf-8"))


@given(st.sampled_from([*PLACES]), VISIBLE | SIGNS | PIECES)
def test_any_text_is_shown_as_it_is(place: str, text: str) -> None:
    assert_the_same(place, text)
