"""Whether the links on built pages lead to pages of the site, and to places that are there.

Templates write links as HTML, which no engine checks. Links to files and permalinks are left out:
they may not be built yet, or only with an option.
"""

import html
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from generator.dossier import urls
from generator.site.security_policy import PAGE_WITHOUT_CONTENT

_ARTICLE = re.compile(r"<article.*</article>", re.DOTALL)
_ID = re.compile(r'\sid="([^"]*)"')
_LINK = re.compile(r'<a\s(?:[^>]*\s)?href="([^"]*)"')
_EXTERNAL = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")

Ids = Callable[[str], frozenset[str] | None]


def broken_links(site: Path, names: Iterable[str]) -> Iterator[str]:
    """What is wrong with the links on pages of a built site, a line for each, in Dutch.

    Only pages among ``names`` are checked; they may link to any page in the folder.
    """
    ids = cache(lambda name: _ids(site / name))
    for name in sorted(names):
        if name.endswith(".html") and name != PAGE_WITHOUT_CONTENT and (site / name).is_file():
            wrong = (each for each in _links(site / name) if not _leads_somewhere(each, name, ids))
            yield from (f"{name}: de link naar {link} leidt nergens heen" for link in wrong)


def _leads_somewhere(link: str, name: str, ids: Ids) -> bool:
    if _EXTERNAL.match(link):
        return True
    before, _, fragment = link.partition("#")
    path = before.partition("?")[0]
    address = posixpath.normpath(posixpath.join("/", posixpath.dirname(name), path))
    if urls.is_permalink(address) or (path and not path.endswith("/")):
        return True
    found = ids(urls.static_file_at(address).removeprefix("/") if path else name)
    return found is not None and (not fragment or fragment in found)


def _links(page: Path) -> Iterable[str]:
    return map(html.unescape, dict.fromkeys(_LINK.findall(_article(page))))


def _ids(page: Path) -> frozenset[str] | None:
    """The fragments of a page; None if there is no page."""
    return frozenset(_ID.findall(_article(page))) if page.is_file() else None


def _article(page: Path) -> str:
    """The part of a page that the engine made of our Markdown."""
    found = _ARTICLE.search(page.read_text(encoding="utf-8"))
    return found[0] if found else ""
