"""What a page is made of, before templates lay it out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere: to a page of the site, or to a web address."""

    text: str
    page: str = ""
    fragment: str = ""
    address: str = ""
    query: str = ""
    """What is chosen on the page, as in ``status=vervallen``."""
    file: str = ""
    """A file of the site that is no page of Markdown."""
    title: str = ""
    """What a reader is told who points at the words, such as an abbreviation in full."""


@dataclass(frozen=True)
class Piece:
    """A piece of running text, which may be a link."""

    text: str
    link: Link | None = None


Prose = tuple[Piece, ...]
Paragraphs = tuple[Prose, ...]


View = Callable[[], Mapping[str, object]]
"""What a template sees, made when the page is: which pages there are hangs on none of it."""


@dataclass(frozen=True)
class Former:
    """What stood on a page before."""

    anchor: str
    """Empty for what was the page itself."""
    permalink: Link
    happened: str
    """What happened to it, in words."""


Content = str | bytes
Output = tuple[str, Callable[[], str]]
"""A path in the site or under the docs folder, and how the text that stands there is made."""
Picture = tuple[str, Callable[[], bytes]]
"""The same, for what is no text."""


@dataclass(frozen=True)
class Page:
    """A page to be made."""

    path: str
    template: str
    title: str
    description: Callable[[], str]
    """What a search engine shows."""
    file: str
    """The content file, or folder of files, that an editor opens to change the page."""
    changed: Callable[[], date]
    view: View = dict
    edit: str | None = None
    """The web address where the file is edited."""
    list: Link | None = None
    """For a page about one item, the list it is in; such pages stay out of the menu."""
    former: Callable[[], tuple[Former, ...]] = tuple
    wide: bool = False
    """Whether it takes the whole width, without the menus at its sides."""
