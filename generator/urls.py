"""The one place where a record becomes a page, an anchor or an address.

A page is a path under the docs folder (``partijen/ezk.md``); an address is what a browser asks for
(``/partijen/ezk/``).
"""

import posixpath

from generator.model import (
    About,
    Body,
    Chapter,
    File,
    FollowUp,
    Instrument,
    OpenPoint,
    OpenPoints,
    Party,
    Settings,
    Source,
    Statement,
    Term,
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

_SINGLE_PAGES: dict[type[File], str] = {
    Settings: "index.md",
    FollowUp: "vervolgproces.md",
    Timeline: "tijdlijn.md",
    Terms: "begrippen.md",
    OpenPoints: "aandachtspunten.md",
    About: "over.md",
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
    return f"{_FOLDERS[type(record)]}/{record.slug}.md"


def commitment_page(statement: Statement) -> str:
    """The page of a commitment's own, apart from the page where it stands among the others."""
    return f"afspraken/{statement.id}.md"


def anchor(record: Statement | Term | OpenPoint) -> str:
    """The fragment of a record that stands on a page with others."""
    return record.id if isinstance(record, Statement) else record.slug


def line_anchor(line: int) -> str:
    """The fragment of a line on the page of its source text."""
    return f"regel-{line}"


def address(page: str) -> str:
    """What a browser asks for, from the root of the site: ``/partijen/ezk/``."""
    path = page.removesuffix(".md")
    return f"/{path.removesuffix('index').rstrip('/')}/".replace("//", "/")


def relative(start: str, goal: str, fragment: str = "") -> str:
    """The link from one page to another or to an anchor on it, as Markdown wants it."""
    path = "" if start == goal else posixpath.relpath(goal, posixpath.dirname(start))
    return f"{path}#{fragment}" if fragment else path or posixpath.basename(goal)
