"""What a page is made of, before templates lay it out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere: to a page of the site, or to a web address."""

    text: str
    page: str = ""
    fragment: str = ""
    address: str = ""
    title: str = ""
    """What a reader is told who points at the words, such as an abbreviation in full."""


@dataclass(frozen=True)
class Piece:
    """A piece of running text, which may be a link."""

    text: str
    link: Link | None = None


Prose = tuple[Piece, ...]
Paragraphs = tuple[Prose, ...]


@dataclass(frozen=True)
class Page:
    """A page to be made: where it goes, what it shows, and which file an editor opens to change it."""

    path: str
    template: str
    title: str
    description: str
    file: str
    changed: date
    view: Mapping[str, object] = field(default_factory=dict)
    edit: str | None = None
    """The web address where the file is edited."""
    listed: bool = True
    """Whether the page belongs in the menu, so that the menu does not grow with the content."""
    searched: bool = True
    """Whether readers find this page by searching; lists only hide what they list."""
