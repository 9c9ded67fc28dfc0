"""Built pages: their text, and the targets of their links.

What is asked of every page is read by lxml, which takes a twentieth of the time of BeautifulSoup.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag
from lxml import html

Pages = Mapping[str, BeautifulSoup]
Texts = Mapping[str, str]
"""The HTML of pages, by address."""


class BuiltPages(Pages):
    """Every page of a built site, by its address; a page is parsed when it is first read."""

    def __init__(self, site: Path) -> None:
        self._texts = texts_of_pages(site)
        self._parsed: dict[str, BeautifulSoup] = {}

    def __getitem__(self, address: str) -> BeautifulSoup:
        if address not in self._parsed:
            self._parsed[address] = BeautifulSoup(self._texts[address], "html.parser")
        return self._parsed[address]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


def texts_of_pages(site: Path) -> dict[str, str]:
    """The HTML of every page of a site, by address."""
    return {
        "/" + path.relative_to(site).as_posix().removesuffix("index.html"): path.read_text("utf-8")
        for path in sorted(site.rglob("*.html"))
    }


def content_pages(pages: Pages) -> Pages:
    """The pages rendered from Markdown, without the small static ones and the error page."""
    found = {address: page for address, page in pages.items() if page.find("article")}
    return {address: page for address, page in found.items() if address != "/404.html"}


def values(text: str, xpath: str) -> list[str]:
    """The attributes or texts that an XPath finds in the HTML of a page."""
    return list(map(str, html.document_fromstring(text).xpath(xpath)))


@cache
def ids(text: str) -> frozenset[str]:
    """The anchors in the HTML of a page."""
    return frozenset(values(text, "//@id"))


def links(text: str) -> list[str]:
    return [link for link in values(text, "//@href | //@src") if link]


def resolve(address: str, link: str) -> tuple[str, str]:
    """The address and the anchor that a link on a page points to."""
    parts = urlsplit(link)
    path = (
        parts.path if parts.path.startswith("/") else f"{address.rpartition('/')[0]}/{parts.path}"
    )
    steps: list[str] = []
    for step in path.split("/"):
        steps = steps[:-1] if step == ".." else [*steps, *([step] if step not in ("", ".") else [])]
    folder = "/" if path.endswith(("/", "..", "/.")) and steps else ""
    return "/" + "/".join(steps) + folder if parts.path else address, unquote(parts.fragment)


def broken_links(pages: Texts, site: Path) -> tuple[int, list[tuple[str, str]]]:
    """The number of internal links that were followed, and those without a target."""
    anchors = {address: ids(text) for address, text in pages.items()}
    followed, broken = 0, []
    for address, text in pages.items():
        for link in links(text) if address != "/404.html" else ():
            if urlsplit(link).scheme or link.startswith("//"):
                continue
            followed += 1
            target, fragment = resolve(address, link)
            found = target in pages or (site / target.lstrip("/")).is_file()
            if not found or (
                fragment
                and not fragment.startswith("__")
                and fragment not in anchors.get(target, ())
            ):
                broken.append((address, link))
    return followed, broken


def text_of(tag: Tag | BeautifulSoup) -> str:
    return " ".join(tag.get_text(" ").split())
