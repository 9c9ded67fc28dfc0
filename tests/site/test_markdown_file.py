"""The whole dossier as Markdown, as a parser of CommonMark that others wrote reads it."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.dossier import urls
from generator.dossier.dossier import Dossier
from generator.site import one_file
from generator.site.discovery import llms
from generator.site.views.escaping import in_commonmark_document, inside_commonmark
from generator.site.views.linker import Linker
from generator.site.views.templates import html_environment
from tests.conftest import TODAY

PARSERS = {
    "commonmark": MarkdownIt("commonmark"),
    "extended": MarkdownIt("gfm-like", {"linkify": False}),
}
LIMIT = 500_000
LINK = ("link_open", "link_close")


@pytest.fixture(scope="module")
def text(frozen: Dossier, templates: dict[str, str]) -> str:
    outputs = dict(one_file.outputs(Linker(frozen, TODAY), html_environment(templates)))
    return outputs[urls.MARKDOWN]()


def inline(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from token.children or ()


def words(token: Token) -> str:
    return "".join(each.content for each in token.children or () if each.type == "text")


def test_every_sentence_is_there_with_its_number_version_and_permalink(
    text: str, frozen: Dossier
) -> None:
    shown = [words(each) for each in PARSERS["commonmark"].parse(text) if each.type == "inline"]

    assert len(frozen.statements) > 90
    for statement in frozen.statements:
        version = len(frozen.register.versions(statement.id))
        start = f"{statement.id}, versie {version} van "
        (at,) = (at for at, line in enumerate(shown) if line.startswith(start))
        assert shown[at - 1] == statement.text
        assert f"{frozen.settings.address}id/{statement.id}/" in shown[at]


def test_it_has_only_the_elements_of_its_template(text: str) -> None:
    tokens = PARSERS["commonmark"].parse(text)
    found = Counter(each.type for each in (*tokens, *inline(tokens)) if each.nesting >= 0)

    assert found.keys() == {
        *("heading_open", "paragraph_open", "inline", "text", "blockquote_open"),
        *("bullet_list_open", "list_item_open", "strong_open", "link_open"),
    }
    assert [each.tag for each in tokens if each.type == "heading_open"][:2] == ["h1", "h2"]
    assert found["blockquote_open"] == 1


def test_it_is_no_larger_than_programs_read(text: str) -> None:
    assert len(text.encode()) < LIMIT


def test_links_lead_to_other_sites_or_to_permalinks(text: str, frozen: Dossier) -> None:
    links = [
        str(each.attrs["href"])
        for each in inline(PARSERS["commonmark"].parse(text))
        if each.type == "link_open"
    ]
    own = {each for each in links if each.startswith(frozen.settings.address)}

    assert len(links) > 150
    assert all(each.startswith(("https://", "http://", "mailto:")) for each in links)
    assert all("/id/" in each for each in own - {frozen.settings.address})


any_text = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1) | st.text(
    st.sampled_from("ab1 .-+*_`#<>&[](){}|:~^=$!\\\"'"), min_size=1, max_size=12
)


@pytest.mark.parametrize("name", PARSERS)
@given(value=any_text)
@example(value="1. ~~a~~ | b")
@example(value="12) <!-- & &amp; -->")
@example(value="- [x] ![a](b) <script>")
@example(value="=== ---")
@example(value=" - a")
@example(value="| a | b |")
def test_a_value_is_words_at_the_start_of_a_line_and_inside_it(name: str, value: str) -> None:
    for written, expected in (
        (in_commonmark_document(value), value),
        (f"a {inside_commonmark(value)}", f"a {value}"),
        (f"{in_commonmark_document(value)}[b](c)", f"{value}b"),
        (f"a\n{in_commonmark_document(value)}", f"a{value}"),
    ):
        tokens = PARSERS[name].parse(str(written))
        assert {each.type for each in inline(tokens)} <= {
            "text",
            "softbreak",
            "text_special",
            *LINK,
        }
        shown = "".join(each.content for each in inline(tokens))
        assert "".join(shown.split()) == "".join(expected.split())


def test_llms_txt_has_the_form_of_its_convention(frozen: Dossier) -> None:
    """https://llmstxt.org: a title, a summary, and lists of links below headings."""
    ((path, make),) = llms.outputs(Linker(frozen, TODAY))
    tokens = PARSERS["commonmark"].parse(make())
    headings = [each.tag for each in tokens if each.type == "heading_open"]

    assert path == "llms.txt"
    assert [each.type for each in tokens[:4:3]] == ["heading_open", "blockquote_open"]
    assert headings == ["h1", *["h2"] * (len(headings) - 1)]
    assert words(tokens[1]) == frozen.settings.title
    lists = [each for each in tokens if each.type == "list_item_open"]
    links = [each for each in inline(tokens) if each.type == "link_open"]
    assert len(lists) == len(links) > 15
    assert links[0].attrs["href"] == "https://afspraken.example/dossier.md"


def test_each_link_of_llms_txt_exists(site: Path, frozen: Dossier) -> None:
    tokens = PARSERS["commonmark"].parse((site / "llms.txt").read_text(encoding="utf-8"))
    targets = [str(each.attrs["href"]) for each in inline(tokens) if each.type == "link_open"]
    paths = [each.removeprefix(frozen.settings.address) for each in targets]

    assert [path for path in paths if not (site / path).exists()] == []
