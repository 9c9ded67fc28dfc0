"""The values that describe a page, before templates render it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from generator.dossier import urls


@dataclass(frozen=True)
class Link:
    """A link: a text with its target, which is a page or file of the site, or a web address."""

    text: str
    page: str = ""
    """The path of a Markdown page under the docs folder."""
    fragment: str = ""
    address: str = ""
    """A web address outside the site."""
    query: str = ""
    """The query string, which selects rows on the page, as in ``status=vervallen``."""
    file: str = ""
    """A file of the site that is not a Markdown page."""
    title: str = ""
    """The tooltip, such as the full form of an abbreviation."""
    language: str = ""
    """The language of the text, if it is not Dutch, as in ``lang`` of HTML."""
    label: str = ""
    """The name for screen readers, where the text says too little outside its place."""


@dataclass(frozen=True)
class Piece:
    """A piece of running text, which may be a link."""

    text: str
    link: Link | None = None


Prose = tuple[Piece, ...]
Paragraphs = tuple[Prose, ...]


View = Callable[[], Mapping[str, object]]
"""Makes the values that a template uses.

Called only when the page is rendered, so which pages exist does not depend on these values.
"""


@dataclass(frozen=True)
class FormerContent:
    """Content that a page showed before and does not show any more."""

    anchor: str
    """Empty if the content was the page itself."""
    heading: str
    """The fragment of its heading, if it had one of its own."""
    permalink: Link
    happened: str
    """What happened to it and when, in Dutch words."""


@dataclass(frozen=True)
class NewsBox:
    """The place on a page that says what is new since its reader's previous visit."""

    script: Link
    """What fills it."""
    list: str
    """The list whose changes it has, as the file with the latest changes names it; empty if all."""
    explains: bool = False
    """Whether it also has something to say at the first visit, and where it was turned off."""


Content = str | bytes
Output = tuple[str, Callable[[], str]]
"""The path of a text file in the site or under the docs folder, and a function that makes it."""
BinaryOutput = tuple[str, Callable[[], bytes]]
"""The path of a binary file, and a function that makes its bytes."""


@dataclass(frozen=True)
class Page:
    """A Markdown page to be rendered."""

    path: str
    """Under the docs folder."""
    template: str
    """The name of the template in ``pages/``, without its ending."""
    title: str
    description: Callable[[], str]
    """The description that search engines show."""
    file: str
    """The content file, or the folder of content files, that an editor opens to change the page."""
    changed: Callable[[], date]
    """The day of the last change."""
    view: View = dict
    language: str = ""
    """The language of its title, if that is not Dutch."""
    anchor: str = ""
    """The fragment of its title."""
    edit: str | None = None
    """The web address where the file can be edited."""
    owner: Link | None = None
    """Who makes the site, with how to reach them."""
    list: Link | None = None
    """For a page about one item: the list page that contains the item.

    Such pages are not in the menu.
    """
    tables: tuple[Link, ...] = ()
    """The tables to download with all that it lists."""
    news: NewsBox | None = None
    former: Callable[[], tuple[FormerContent, ...]] = tuple
    """What the page showed before."""
    card: str = ""
    """The picture shown where the address of the page is shared; that of the site if empty."""
    has_search: bool = False
    """Whether it has a search box of its own, so that the header needs none."""
    has_several_documents: bool = False
    """Whether "the document" is not clear, so that it has to be named."""
    linked_data: Callable[[], Mapping[str, object] | None] = lambda: None
    """What programs are told of it, as JSON-LD."""
    wide: bool = False
    """Whether the page uses the full width, without its contents at its side."""

    @property
    def list_address(self) -> str:
        """The address of its list page as the menu has it: without a slash in front."""
        return urls.address(self.list.page).removeprefix("/") if self.list else ""
