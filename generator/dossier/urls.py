"""The one place where a record becomes a page, an anchor or an address.

A page is a path under the docs folder (``groep/naam.md``); an address is what a browser asks for
(``/groep/naam/``).
"""

import posixpath
import re
from functools import cache

from generator.model import (
    Article,
    Body,
    Chapter,
    Deadlines,
    Entry,
    File,
    FollowUp,
    Instrument,
    OpenPoints,
    Party,
    ProgressLog,
    Search,
    Section,
    Settings,
    Source,
    Statement,
    Terms,
    Theme,
    Timeline,
)

THEMES = "themas/index.md"
COMMITMENTS = "afspraken/index.md"
CHAPTERS = "document/index.md"
PARTIES = "partijen/index.md"
BODIES = "overleggen/index.md"
INSTRUMENTS = "instrumenten/index.md"
SOURCES = "bronnen/index.md"
CHANGES = "wijzigingen.md"
CONTENTS = "inhoud.md"
CITING = "citeren.md"
FEED = "wijzigingen.atom"
CALENDAR = "agenda.ics"
COMMITMENTS_TABLE = "data/afspraken.csv"

LISTS = (THEMES, COMMITMENTS, CHAPTERS, PARTIES, BODIES, INSTRUMENTS, SOURCES, CHANGES, CITING)
"""The pages that list records of one kind, or tell of the site as a whole."""

HISTORY = "geschiedenis"
"""The fragment of the history on any page that has one."""

_SINGLE_PAGES: dict[type[File], str] = {
    Settings: "index.md",
    FollowUp: "vervolgproces.md",
    Timeline: "tijdlijn.md",
    Terms: "begrippen.md",
    OpenPoints: "aandachtspunten.md",
    ProgressLog: "voortgang.md",
    Deadlines: "termijnen.md",
    Search: "zoeken.md",
}
_FOLDERS: dict[type[File], str] = {
    Theme: "themas",
    Chapter: "document",
    Party: "partijen",
    Body: "overleggen",
    Instrument: "instrumenten",
    Source: "bronnen",
}


def page(record: File) -> str:
    """The page that shows a content file."""
    if single := _SINGLE_PAGES.get(type(record)):
        return single
    if isinstance(record, Article):
        return f"{record.slug}.md"
    return f"{_FOLDERS[type(record)]}/{record.slug}.md"


def commitment_page(statement: Statement) -> str:
    """The page of a commitment's own, apart from the page where it stands among the others."""
    return f"afspraken/{statement.id}.md"


def further(page: str, number: int, part: str = "") -> str:
    """A page on which a list goes on; apart, if the list is a part of the page where it begins."""
    return posixpath.join(address(page).strip("/"), part, f"pagina-{number}.md")


def older_changes(number: int) -> str:
    """A page of changes that is full, counted from the oldest."""
    return f"wijzigingen/{number}.md"


def letter(name: str) -> str:
    """The page of what begins with a letter, if there is too much for one page."""
    return f"inhoud/{name.lower()}.md"


def anchor(record: Statement | Entry) -> str:
    """The fragment of a record that stands on a page with others."""
    return record.id if isinstance(record, Statement) else record.slug


def section_anchor(section: Section) -> str:
    """The fragment of a heading on a page of our own."""
    letters = "".join(each if each.isalnum() else "-" for each in section.heading.lower())
    return "-".join(filter(None, letters.split("-")))


def line_anchor(line: int) -> str:
    """The fragment of a line on the page of its source text."""
    return f"regel-{line}"


def permalink(name: str) -> str:
    """The file at the address to share of anything that can be cited."""
    return f"id/{name}/index.html"


def version(name: str, number: int) -> str:
    """The file with a text as it once stood."""
    return f"id/{name}/v{number}/index.html"


def theme_feed(theme: Theme) -> str:
    """The file with the changes to one theme."""
    return f"themas/{theme.slug}/{FEED}"


def party_feed(party: Party) -> str:
    """The file with the changes that touch one party."""
    return f"partijen/{party.slug}/{FEED}"


def page_at(address: str) -> str:
    """The static file that answers at an address where no page of Markdown stands."""
    return f"{address.strip('/')}/index.html"


def commitment_address(name: str) -> str:
    """Where the page of a commitment stands, or stood when it was one."""
    return f"/afspraken/{name}/"


@cache
def address(page: str) -> str:
    """What a browser asks for, from the root of the site: ``/groep/naam/``."""
    path = page.removesuffix(".md").removesuffix(".html")
    if posixpath.splitext(path)[1]:
        return f"/{path}"
    path = f"/{path}".removesuffix("/index").strip("/")
    return f"/{path}/" if path else "/"


_FIXED = frozenset(map(address, (*LISTS, CONTENTS, *_SINGLE_PAGES.values())))
_FOLDERS_BESIDE = frozenset(("/404/", "/assets/", "/data/", "/id/", "/pagefind/"))
_FURTHER = re.compile(r"/pagina-[0-9]+/$")


def is_taken(record: File) -> bool:
    """Whether the page of a file has the address of what the site has there anyway."""
    here = address(page(record))
    is_apart = here in _FIXED | _FOLDERS_BESIDE or _FURTHER.search(here)
    return type(record) not in _SINGLE_PAGES and bool(is_apart)


def relative_address(start: str, goal: str) -> str:
    """The link from the address of one page to that of another file, as a browser wants it."""
    path, mark, fragment = goal.partition("#")
    way = _way(start, path)
    return f"{way}/{mark}{fragment}" if path.endswith("/") else f"{way}{mark}{fragment}"


def relative(start: str, goal: str, fragment: str = "", query: str = "") -> str:
    """The link from one page to another or to an anchor on it, as Markdown wants it."""
    way = _way(start.rpartition("/")[0], goal)
    if query:
        way = f"{way}?{query}"
    elif start == goal and fragment:
        way = ""
    return f"{way}#{fragment}" if fragment else way


def _way(start: str, goal: str) -> str:
    """From a folder to a file or folder, both named from one root: ``../group/name``."""
    here, there = ([step for step in path.split("/") if step] for path in (start, goal))
    pairs = enumerate(zip(here, there, strict=False))
    shared = next((at for at, (a, b) in pairs if a != b), min(len(here), len(there)))
    return "/".join((*[".."] * (len(here) - shared), *there[shared:])) or "."
