"""The finishing step changes what it is meant to change in a page, and nothing else."""

from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import NamedTuple

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.build.build import build
from generator.build.mkdocs_run import MkDocs
from generator.build.progress import no_progress
from generator.site import html_fixes, html_tags, security_policy
from generator.site.html_fixes import finish
from tests.conftest import TODAY
from tests.support.incremental import world_project

Attributes = dict[str, str | None]


class Node(NamedTuple):
    """A start tag, an end tag, a text or a comment, as Python's own parser reads it."""

    kind: str
    name: str
    attributes: tuple[tuple[str, str | None], ...] = ()


class Nodes(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[Node] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(Node("start", tag, tuple(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(Node("end", tag))

    def handle_data(self, data: str) -> None:
        if self.found and self.found[-1].kind == "text":
            data = self.found.pop().name + data
        self.found.append(Node("text", data))

    def handle_comment(self, data: str) -> None:
        self.found.append(Node("comment", data))

    def handle_decl(self, decl: str) -> None:
        self.found.append(Node("declaration", decl))


class Change(NamedTuple):
    """An attribute that changed; None where there is none."""

    tag: str
    attributes: Attributes
    name: str
    before: str | None
    after: str | None


def removes_what_is_not_allowed(change: Change) -> bool:
    is_check_box = change.tag == "input" and change.attributes.get("type") == "checkbox"
    completes = is_check_box and change.name == "autocomplete"
    return change.after is None and completes


MAY_CHANGE: dict[Callable[[list[str]], None], Callable[[Change], bool]] = {
    html_fixes.allow_attributes: removes_what_is_not_allowed,
}
"""Which attributes a fix may change."""


def changes(before: str, after: str) -> Iterator[Change]:
    """The attributes that changed; everything else must be the same."""
    nodes, others = Nodes(before).found, Nodes(after).found
    assert [node[:2] for node in nodes] == [node[:2] for node in others]
    for node, other in zip(nodes, others, strict=True):
        # What comes twice in a tag counts once: the first.
        old, new = dict(reversed(node.attributes)), dict(reversed(other.attributes))
        for name in old.keys() | new.keys():
            if old.get(name, ...) != new.get(name, ...):
                yield Change(node.name, old, name, old.get(name), new.get(name))


@pytest.fixture(scope="session")
def built_pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The pages of the small world, in a menu with a submenu, as the engine leaves them."""
    root = world_project(tmp_path_factory.mktemp("world"))
    assert build(root, TODAY).problems == ()
    configuration = root / "mkdocs.yml"
    value = yaml.safe_load(configuration.read_text(encoding="utf-8"))
    value["nav"] = [{"Alles": value["nav"]}]
    configuration.write_text(yaml.safe_dump(value), encoding="utf-8")
    MkDocs(root, TODAY, no_progress).build(root / "build/docs", root / "raw", None)
    return [path.read_text(encoding="utf-8") for path in sorted((root / "raw").rglob("*.html"))]


@pytest.mark.parametrize("fix", html_fixes.FIXES, ids=lambda fix: fix.__name__)
def test_only_the_intended_nodes_differ(
    fix: Callable[[list[str]], None], built_pages: list[str]
) -> None:
    changed = 0
    for before in built_pages:
        pieces = html_tags.split(before)
        fix(pieces)
        after = "".join(pieces)
        changed += before != after
        assert [each for each in changes(before, after) if not MAY_CHANGE[fix](each)] == []
    assert changed


POLICY = "default-src 'none'"
POLICY_NODE = Node(
    "start", "meta", (("http-equiv", "Content-Security-Policy"), ("content", POLICY))
)


def test_a_policy_is_one_node_after_the_encoding(built_pages: list[str]) -> None:
    for before in built_pages:
        pieces = html_tags.split(before)
        html_fixes.insert_policy(pieces, POLICY)
        nodes = Nodes("".join(pieces)).found

        at = nodes.index(POLICY_NODE)
        assert nodes[at - 1] == Node("start", "meta", (("charset", "utf-8"),))
        assert nodes[:at] + nodes[at + 1 :] == Nodes(before).found


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<head><meta charset="utf-8"><title>', '<head><meta charset="utf-8">{}<title>'),
        ("<META name=x>\n<meta\nCharset=utf-8 />", "<META name=x>\n<meta\nCharset=utf-8 />{}"),
        ("<meta charset=a><meta charset=b>", "<meta charset=a>{}<meta charset=b>"),
        ("<meta charset=a>\n{} {}", "<meta charset=a>\n{} {}"),
        ("<meta charset=a> {} {}", "<meta charset=a> {} {}"),
        ("<meta charset=a><i>{}", "<meta charset=a>{}<i>{}"),
        ("<meta charset=a><!-- {} -->", "<meta charset=a>{}<!-- {} -->"),
        ('<!-- <meta charset="utf-8"> --><p>', '<!-- <meta charset="utf-8"> --><p>'),
        ("<p title='<meta charset=a>'>", "<p title='<meta charset=a>'>"),
    ],
)
def test_a_policy_comes_first_and_once(before: str, after: str) -> None:
    meta = security_policy.meta(POLICY)
    finished = after.replace("{}", meta)

    assert finish(before.replace("{}", meta), POLICY) == finished
    assert finish(finished, POLICY) == finished


def test_a_finished_page_is_not_changed_again(built_pages: list[str]) -> None:
    assert len(built_pages) > 30
    finished = [finish(page, POLICY) for page in built_pages]

    assert [finish(page, POLICY) for page in finished] == finished
    assert [finish(page, "another") for page in finished] == finished
    assert "".join(finished).count("\r") == "".join(built_pages).count("\r")


NOTHING_TO_FIX = {
    "text": '<code>autocomplete="off" x</code> and type="checkbox" > autocomplete',
    "escaped": '<code>&lt;input type="checkbox" autocomplete="off"&gt;</code>',
    "signs in text": '<p>1 < 2 type=checkbox > 3 <4 autocomplete=""></p>',
    "in quotation marks": '<a title="use type=checkbox autocomplete" href="x">x</a>',
    "in a description": "<meta content=\"with <input type=checkbox autocomplete='' in it\">",
    "a tag in them": """<a title='<input type="checkbox" autocomplete="">'>x</a>""",
    "in another name": '<input type="checkbox" data-autocomplete="off" x-autocomplete>',
    "in another value": '<input type="checkbox" class="autocomplete" id=autocomplete>',
    "a comment": '<!-- <input type="checkbox" autocomplete="off"> -->',
    "a comment without an end": '<!-- <input type="checkbox" autocomplete="off">',
    "a script": """<script>f('<input type="checkbox" autocomplete="off">')</script>""",
    "a style": '<STYLE>i::after { content: "<input type=checkbox autocomplete>" }</STYLE>',
    "a title": '<title>About <input type="checkbox" autocomplete="off"></title>',
    "a text area": '<textarea><input type="checkbox" autocomplete="off"></textarea>',
    "another field": '<input type="text" autocomplete="off"><i tabindex="0"></i>',
    "another tag": '<select type="checkbox" autocomplete="off"></select>',
    "half a tag": '<input type="checkbox" autocomplete="off',
}


@pytest.mark.parametrize("html", NOTHING_TO_FIX.values(), ids=NOTHING_TO_FIX.keys())
def test_what_only_looks_like_a_mistake_stays(html: str) -> None:
    assert finish(html) == html


TO_FIX = {
    "<input autocomplete=off type=checkbox>": "<input type=checkbox>",
    "<input type='checkbox' autocomplete>": "<input type='checkbox'>",
    '<input type="checkbox" title="a > b" autocomplete="off" id="c">': (
        '<input type="checkbox" title="a > b" id="c">'
    ),
    "<input type=checkbox autocomplete=1 autocomplete='2'/>": "<input type=checkbox/>",
    '<input type="checkbox" autocomplete="off"id="c">': '<input type="checkbox" id="c">',
    "<input\n  autocomplete = 'off'\n  type=checkbox>": "<input\n  type=checkbox>",
}


@pytest.mark.parametrize(("before", "after"), TO_FIX.items())
def test_a_mistake_is_fixed_however_it_is_written(before: str, after: str) -> None:
    assert finish(before) == after
    assert finish(after) == after


FRAGMENTS = [
    *NOTHING_TO_FIX.values(),
    *TO_FIX,
    "<meta charset=a>",
    *"<>\"'=/ \n",
    "<i ",
    "<script>",
    "-->",
    "é",
]


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=6).map("".join))
def test_whatever_a_page_holds_it_is_not_changed_twice(html: str) -> None:
    assert "".join(html_tags.split(html)) == html
    assert finish(finish(html)) == finish(html)
    assert finish(finish(html, POLICY), POLICY) == finish(html, POLICY)


@given(
    st.lists(
        st.sampled_from([*NOTHING_TO_FIX.values(), *TO_FIX, "<meta charset=a>"]), max_size=6
    ).map("".join)
)
def test_whatever_a_page_holds_its_text_stays(html: str) -> None:
    before, after = html_tags.split(html), html_tags.split(finish(html, POLICY))

    assert "".join("".join(before[::2]).split()) == "".join("".join(after[::2]).split())
