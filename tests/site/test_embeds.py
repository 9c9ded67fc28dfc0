"""Statements in a frame on the sites of others: one for each, forever, and safe code to copy."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from generator.dossier.dossier import Dossier
from generator.site.exports import embeds, permalinks, static_page
from generator.site.exports.static_page import StaticPage
from generator.site.views.linker import Linker
from generator.site.views.page import Link
from generator.site.views.templates import Environment, html_environment

DAY = dt.date(2020, 6, 1)
HOSTILE = (
    "</iframe>",
    "</pre><script>pwned()</script>",
    "</blockquote>",
    '" onload="pwned()" x="',
    "' | \" & &amp; &quot;",
    "{{ site }} {% block %}",
    "\u202eabc\u202c \u200f",
    "]]> <!-- -->",
)
TEXTS = st.lists(st.sampled_from(HOSTILE) | st.text(), min_size=1).map("".join)


class _Tags(HTMLParser):
    """The tags of an HTML text, with their attributes, and its other words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_comment(self, data: str) -> None:
        self.words += data


@pytest.fixture(scope="module")
def link(world: Dossier) -> Linker:
    return Linker(world, DAY)


@pytest.fixture(scope="module")
def environment(templates: Mapping[str, str]) -> Environment:
    return html_environment(templates)


def rendered(
    link: Linker, environment: Environment, pages: Iterator[StaticPage]
) -> dict[str, BeautifulSoup]:
    outputs = static_page.outputs(link, environment, pages)
    return {path: BeautifulSoup(make(), "html.parser") for path, make in outputs}


@pytest.fixture(scope="module")
def cards(link: Linker, environment: Environment) -> dict[str, BeautifulSoup]:
    return rendered(link, environment, embeds.pages(link))


def words(page: BeautifulSoup) -> str:
    main = page.find("main")
    assert main
    return " ".join(main.get_text(" ").split())


def test_every_statement_that_ever_was_has_one(
    cards: dict[str, BeautifulSoup], world: Dossier
) -> None:
    names = {event.id for event in world.register.events if event.id[0].isupper()}

    assert names > {each.id for each in world.statements}
    assert cards.keys() == {f"id/{name}/kaart/index.html" for name in names}


def test_it_has_what_a_reader_elsewhere_needs(
    cards: dict[str, BeautifulSoup], world: Dossier
) -> None:
    for statement in world.statements:
        page, text = cards[f"id/{statement.id}/kaart/index.html"], statement.text
        assert " ".join(page.select_one("blockquote").get_text().split()) == text  # type: ignore[union-attr]
        assert page.select_one("h1").get_text().endswith(f" {statement.id}")  # type: ignore[union-attr]
        assert world.source_of(statement).title in words(page)
        version = len(world.register.versions(statement.id))
        assert f"Dit is versie {version} van " in words(page)
        assert ("Status: " in words(page)) == statement.commitment
        assert world.settings.title in words(page)


def test_its_links_leave_the_frame_and_it_is_not_indexed(
    cards: dict[str, BeautifulSoup], world: Dossier
) -> None:
    in_use = {each.id for each in world.statements}
    for path, page in cards.items():
        name = path.split("/")[1]
        links = page.select("a")
        assert links[-1]["href"] == "../"
        assert {link["target"] for link in links} == {"_top"}
        assert page.select_one("meta[name=robots]")["content"] == "noindex"  # type: ignore[index]
        canonical = page.select_one("link[rel=canonical]")["href"]  # type: ignore[index]
        assert (canonical == f"https://waterplein.example/id/{name}/") == (name not in in_use)
        assert page.select("script, style, img, form, iframe") == []


@pytest.mark.parametrize(
    ("name", "happened", "into"),
    [
        ("WAT-012", "vervallen op 3 mei 2020", []),
        ("WAT-013", "gesplitst op 3 mei 2020", ["../../WAT-007/", "../../WAT-008/"]),
        ("WAT-014", "samengevoegd op 4 mei 2020", None),
    ],
)
def test_what_ended_says_what_happened_and_where_to_go(
    name: str, happened: str, into: list[str] | None, cards: dict[str, BeautifulSoup]
) -> None:
    page = cards[f"id/{name}/kaart/index.html"]
    links = [str(each["href"]) for each in page.select(".ended a")]

    assert f"{name}: {happened}." in words(page)
    assert links == into if into is not None else len(links) == 1


def test_the_permalink_of_a_statement_in_use_offers_the_code(
    link: Linker, environment: Environment, world: Dossier
) -> None:
    pages = rendered(link, environment, permalinks.pages(link))
    offered = {path: page.select("pre.embed") for path, page in pages.items()}

    in_use = {f"id/{each.id}/index.html": each for each in world.statements}
    assert {path for path, found in offered.items() if found} == in_use.keys()
    for path, statement in in_use.items():
        (code,) = offered[path]
        ((tag, attributes),) = _Tags(code.get_text()).tags
        assert tag == "iframe"
        assert attributes["src"] == f"https://waterplein.example/id/{statement.id}/kaart/"
        assert str(attributes["title"]).partition(": ")[0].endswith(statement.id)
        assert (attributes["loading"], attributes["height"]) == ("lazy", "280")


# Hostile texts ------------------------------------------------------------------------------------


@given(text=TEXTS)
def test_the_code_is_one_frame_whatever_the_text(link: Linker, text: str) -> None:
    event = link.dossier.register.versions("WAT-008")[-1].event.model_copy(update={"text": text})

    found = _Tags(embeds.code(link, event))

    ((tag, attributes),) = found.tags
    assert (tag, found.words) == ("iframe", "")
    assert [*attributes] == ["src", "title", "width", "height", "loading", "style"]
    title = str(attributes["title"])
    shown = " ".join(text.split())
    assert title.startswith("Afspraak WAT-008: ")
    assert title.endswith("…") or " ".join(title.split()).endswith(shown)


@given(text=TEXTS)
def test_a_text_adds_only_words(link: Linker, environment: Environment, text: str) -> None:
    page = next(each for each in embeds.pages(link) if "WAT-008" in each.path)
    hostile, harmless = ({**page.view(), **_view_with(each)} for each in (text, "x"))

    found, expected = (_Tags(_html(link, environment, page, view)) for view in (hostile, harmless))

    assert found.tags == expected.tags
    assert " ".join(text.split()) in " ".join(found.words.split())


def _view_with(text: str) -> dict[str, object]:
    into = [Link(text, file="x")]
    end = {"what": text, "happened": text, "date": DAY, "note": text, "into": into}
    return {"text": text, "source": text, "end": end}


def _html(
    link: Linker, environment: Environment, page: StaticPage, view: Mapping[str, object]
) -> str:
    ((_, make),) = static_page.outputs(link, environment, [replace(page, view=lambda: view)])
    return make()
