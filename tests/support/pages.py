"""Built pages: their text, and the targets of their links."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag

Pages = dict[str, BeautifulSoup]


def content_pages(pages: Pages) -> Pages:
    """The pages rendered from Markdown, without the small static ones and the error page."""
    found = {address: page for address, page in pages.items() if page.find("article")}
    return {address: page for address, page in found.items() if address != "/404.html"}


def links(page: BeautifulSoup) -> Iterator[str]:
    for element in page.find_all():
        for name in ("href", "src"):
            if value := element.get(name):
                yield str(value)


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


def broken_links(pages: Pages, site: Path) -> tuple[int, list[tuple[str, str]]]:
    """The number of internal links that were followed, and those without a target."""
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
