"""What a built page consists of apart from its words, and few pages that show all of it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from tests.support.pages import texts_of_pages

Attributes = list[tuple[str, str | None]]
Features = frozenset[tuple[object, ...]]

WITHOUT_CONTENT = set(
    "area base br col embed hr img input link meta source track wbr".split()  # noqa: SIM905
)
TEXTS = "alt aria-label content placeholder title value"
ADDRESSES = "action aria-controls aria-describedby aria-labelledby for href id name src"
MEASURES = "cx cy d datetime height points r transform viewbox width x x1 x2 y y1 y2"
WORDS = {*TEXTS.split(), *ADDRESSES.split(), *MEASURES.split()}
"""Attributes whose value differs from page to page, as words do; so do those of ``data-*``."""
LANDMARKS = {"aside", "form", "nav", "section"}
"""Elements that a label tells from others with the same tag."""
MENUS = ("site-header", "page-contents")
"""The classes of the menus of the site."""
REPEATED = (2, 10)
"""As many equal siblings make a list, and a long list."""


class Element(NamedTuple):
    tag: str
    path: tuple[str, ...]
    children: Counter[str]


def features_of(html: str) -> Features:
    """The structural features of a page.

    These are: each element with its attributes and those of its ancestors, and with the tags of
    its children; whether it is repeated; each level of heading with the level before it; and labels
    that two landmarks share. Pages with the same features differ in words and numbers alone.
    """
    return frozenset(_Reader(html).features())


def pages_with_every_feature(pages: Mapping[str, Features], sizes: Mapping[str, int]) -> list[str]:
    """Few and small pages, by address, that together have every feature of all pages.

    Among pages, the one is taken that adds most features for its size, until none is missing.
    """
    missing = set().union(*pages.values())
    chosen: list[str] = []
    while missing:
        best = max(pages, key=lambda page: len(pages[page] & missing) / sizes[page])
        chosen.append(best)
        missing -= pages[best]
    return sorted(chosen)


def pages_of_each_structure(site: Path) -> list[str]:
    """Few pages of a built site, by address, that together show all it has but words.

    An element or attribute that only one page has puts that page among them.
    """
    texts = texts_of_pages(site)
    features = {address: features_of(text) for address, text in texts.items()}
    return pages_with_every_feature(features, {each: len(text) for each, text in texts.items()})


def are_of_menus(feature: tuple[object, ...]) -> bool:
    """Whether a feature is one of the menus of the site, which all pages share."""
    path = feature[1] if len(feature) > 1 else ()
    return isinstance(path, tuple) and any(menu in step for step in path for menu in MENUS)


def pages_with_distinct_features(pages: Mapping[str, Features]) -> list[str]:
    """The first page, by address, of those with the same features."""
    first = {features: address for address, features in sorted(pages.items(), reverse=True)}
    return sorted(first.values())


class _Reader(HTMLParser):
    """Reads the features of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self._found: set[tuple[object, ...]] = set()
        self._open = [Element("", (), Counter())]
        self._headings: list[str] = []
        self._labels: Counter[tuple[str, str]] = Counter()
        self.feed(html)
        self.close()

    def features(self) -> Iterator[tuple[object, ...]]:
        yield from self._found
        yield from (("heading", *levels) for levels in pairwise(["none", *self._headings]))
        yield from (("shared label", tag) for (tag, _), count in self._labels.items() if count > 1)

    def handle_starttag(self, tag: str, attributes: Attributes) -> None:
        parent = self._open[-1]
        described = " ".join([tag, *sorted(map(_described, attributes))])
        path = (*parent.path, described)
        parent.children[described] += 1
        self._found.add(("element", path))
        if parent.children[described] in REPEATED:
            self._found.add(("repeated", path, parent.children[described]))
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self._headings.append(tag)
        if tag in LANDMARKS:
            self._labels[tag, dict(attributes).get("aria-label") or ""] += 1
        if tag not in WITHOUT_CONTENT:
            self._open.append(Element(tag, path, Counter()))

    def handle_data(self, data: str) -> None:
        if data.strip():
            self._open[-1].children["text"] += 1

    def handle_endtag(self, tag: str) -> None:
        if tag not in {element.tag for element in self._open}:
            return
        while True:
            element = self._open.pop()
            tags = frozenset(child.partition(" ")[0] for child in element.children)
            self._found.add(("children", element.path, tags))
            if element.tag == tag:
                return


def _described(attribute: tuple[str, str | None]) -> str:
    """An attribute with its value, or with whether it has one if that is words."""
    name, value = attribute
    if name == "class":
        return f"class={' '.join(sorted((value or '').split()))}"
    if name in {"href", "src"}:
        return f"{name}={(value or '').partition('//')[0][:5]}" if "//" in (value or "") else name
    if name in WORDS or name.startswith("data-"):
        return name if value else f"{name}="
    return f"{name}={value}"
