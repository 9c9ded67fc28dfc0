"""Built pages: their text, and where their links lead."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag

Pages = dict[str, BeautifulSoup]


def content_pages(pages: Pages) -> Pages:
    """The pages made of Markdown, not the small static ones."""
    found = {address: page for address, page in pages.items() if page.find("article")}
    return {address: page for address, page in found.items() if address != "/404.html"}


def links(page: BeautifulSoup) -> Iterator[str]:
    for element in page.find_all():
        for name in ("href", "src"):
            if value := element.get(name):
                yield str(value)


def resolve(address: str, link: str) -> tuple[str, str]:
    """The address and the anchor that a link on a page leads to."""
    parts = urlsplit(link)
    way = parts.path if parts.path.startswith("/") else f"{address.rpartition('/')[0]}/{parts.path}"
    steps: list[str] = []
    for step in way.split("/"):
        steps = steps[:-1] if step == ".." else [*steps, *([step] if step not in ("", ".") else [])]
    folder = "/" if way.endswith(("/", "..", "/.")) and steps else ""
    return "/" + "/".join(steps) + folder if parts.path else address, unquote(parts.fragment)


def broken_links(pages: Pages, site: Path) -> tuple[int, list[tuple[str, str]]]:
    """How many internal links were followed, and which of them lead nowhere."""
    anchors = {
        address: {str(element["id"]) for element in page.find_all(id=True)}
        for address, page in pages.items()
    }
    followed, broken = 0, []
    for address, page in pages.items():
        for link in links(page) if address != "/404.html" else ():
            if urlsplit(link).scheme or link.startswith("//"):
                continue
            followed += 1
            goal, fragment = resolve(address, link)
            found = goal in pages or (site / goal.lstrip("/")).is_file()
            if not found or (
                fragment and not fragment.startswith("__") and fragment not in anchors.get(goal, ())
            ):
                broken.append((address, link))
    return followed, broken


def text_of(tag: Tag | BeautifulSoup) -> str:
    return " ".join(tag.get_text(" ").split())
