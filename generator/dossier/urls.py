"""The one place where a record becomes a page, an anchor or an address.

A page is a path under the docs folder (``groep/naam.md``); an address is what a browser asks for
(``/groep/naam/``).
"""

import posixpath
import re
from functools import cache

from generator.dossier.kind import Kind
from generator.dossier.kinds import KINDS, kind_of, kind_of_model
from generator.model import (
    Body,
    Chapter,
    Entry,
    File,
    Instrument,
    Party,
    Section,
    Source,
    Statement,
    Theme,
)

THEMES = kind_of_model(Theme).list_page
COMMITMENTS = "afspraken/index.md"
CHAPTERS = kind_of_model(Chapter).list_page
_IN_DOCUMENTS = kind_of_model(Chapter).page_folder
PARTIES = kind_of_model(Party).list_page
BODIES = kind_of_model(Body).list_page
INSTRUMENTS = kind_of_model(Instrument).list_page
SOURCES = kind_of_model(Source).list_page
CHANGES = "wijzigingen.md"
CONTENTS = "inhoud.md"
CITING = "citeren.md"
FEED = "wijzigingen.atom"
LATEST_CHANGES = "wijzigingen.json"
CALENDAR = "agenda.ics"
ROBOTS = "robots.txt"
LLMS = "llms.txt"
SITEMAP = "sitemap.xml"
SECURITY = ".well-known/security.txt"


def table(name: str) -> str:
    """The file with a table of all records of one kind, or of what a picture shows."""
    return f"data/{name}.csv"


def table_for_excel(path: str) -> str:
    """The file with the same table, as Excel opens it with any settings."""
    folder, name = posixpath.split(path)
    return f"{folder}/excel/{name}"


COMMITMENTS_TABLE = table("afspraken")
CHANGES_TABLE = table("wijzigingen")
COUNTS_BY_THEME = table("status-per-thema")
COUNTS = table("status-van-de-afspraken")
TABLES_METADATA = "data/metadata.json"
XLSX = "data/dossier.xlsx"
ODS = "data/dossier.ods"
DCAT = "data/catalogus.jsonld"
ONE_FILE = "dossier.html"
MARKDOWN = "dossier.md"
REGISTER = "data/register.jsonl"
MANIFEST = "manifest.sha256"
DATA = "data.md"
_API = "api/v1"
API = f"{_API}/index.json"
OPENAPI = f"{_API}/openapi.json"

_ENTITIES = [kind.list_page for kind in KINDS if kind.list_page not in ("", THEMES, CHAPTERS)]
LISTS = (THEMES, COMMITMENTS, CHAPTERS, *_ENTITIES, CHANGES, CITING, DATA)
"""The pages that list records of one kind or are about the site itself."""

EMBED_FOLDER = "kaart"
"""The last folder of the address of a statement in a frame."""
HISTORY = "geschiedenis"
OUTCOME = "vervolg"
"""The fragment of the history section on a page."""


def is_page(path: str) -> bool:
    """Whether a path is of a page: a file to download can be Markdown as well."""
    return path.endswith(".md") and path != MARKDOWN


def page_name(page: str) -> str:
    """The last part of the address of a page or list: ``partijen`` of ``/partijen/``."""
    return address(page).strip("/").rpartition("/")[2]


def page(record: File) -> str:
    """The page that shows a content file."""
    return page_of_kind(kind_of(record), record.slug)


def page_of_kind(kind: Kind, slug: str) -> str:
    """The page that shows a content file of a kind."""
    return kind.page or posixpath.join(kind.page_folder or "", f"{slug}.md")


def commitment_page(statement: Statement) -> str:
    """A commitment's own page, in addition to its place on the page of its chapter."""
    return f"afspraken/{statement.id}.md"


def continuation(page: str, number: int, part: str = "") -> str:
    """A next page of a list, in a folder ``part`` if the list is only a part of the first page."""
    return posixpath.join(address(page).strip("/"), part, f"pagina-{number}.md")


def older_changes(number: int) -> str:
    """A full page of changes, counted from the oldest."""
    return f"wijzigingen/{number}.md"


def letter_page(name: str) -> str:
    """The page of all names with one first letter, if the contents are too long for one page."""
    return f"inhoud/{name.lower()}.md"


def comparison(first: str, second: str) -> str:
    """The page with two documents side by side: a slug has no two hyphens in a row."""
    return f"{_IN_DOCUMENTS}/vergelijking/{first}--{second}.md"


def is_comparison(address: str) -> bool:
    """Whether an address is of a page with two documents side by side."""
    return address.startswith(f"/{_IN_DOCUMENTS}/vergelijking/")


def anchor(record: Statement | Entry | Section) -> str:
    """The fragment of a record that shares a page with others."""
    return record.id if isinstance(record, Statement) else record.slug


def permalink(name: str) -> str:
    """The file at the permalink of something that can be cited."""
    return f"id/{name}/index.html"


def is_permalink(address: str) -> bool:
    """Whether an address is a permalink, or of something that belongs to one."""
    return address.startswith("/id/")


def embed(name: str) -> str:
    """The file that shows a statement in a frame on the site of others."""
    return f"id/{name}/{EMBED_FOLDER}/index.html"


def kept_copy(source: Source) -> str:
    """The file with the text that was kept of a source: plain text, never a page."""
    return f"{page(source).removesuffix('.md')}/bewaarde-tekst.txt"


def version(name: str, number: int) -> str:
    """The file with one version of a text."""
    return f"id/{name}/v{number}/index.html"


def feed_beside(page: str) -> str:
    """The feed with the changes to what a page is about."""
    return f"{address(page).strip('/')}/{FEED}"


def theme_feed(theme: Theme) -> str:
    """The feed with the changes to one theme."""
    return feed_beside(page(theme))


def party_feed(party: Party) -> str:
    """The feed with the changes that concern one party."""
    return feed_beside(page(party))


def pack_beside(page: str) -> str:
    """The document to print of what a page is about."""
    return f"{address(page)}dossier.pdf".removeprefix("/")


def card(name: str) -> str:
    """The picture of a theme or commitment that is shown where its address is shared."""
    return f"id/{name}/kaart.png"


def api_list(collection: str, number: int = 1) -> str:
    """A page of a list in the API, counted from 1."""
    return f"{_API}/{collection}/{'index' if number == 1 else f'pagina-{number}'}.json"


def api_item(collection: str, name: str) -> str:
    """The data of something on a list in the API.

    A name that would have the address of a page of the list gets a hyphen, with which none ends.
    """
    file = f"{name}-" if name == "index" or _PAGE_NAME.fullmatch(name) else name
    return f"{_API}/{collection}/{file}.json"


def api_file(collection: str) -> str:
    """The pattern of the data of everything on a list, as OpenAPI has it."""
    return f"{_API}/{collection}/{{bestand}}"


def api_path(file: str) -> str:
    """The path of a file of the API below its version: ``/partijen/index.json``."""
    return file.removeprefix(_API)


_PAGE_NAME = re.compile(r"pagina-[0-9]+")


def is_built_in(address: str) -> bool:
    """Whether an address is that of a page that exists whatever the content."""
    return address in _FIXED


def static_file_at(address: str) -> str:
    """The static file for an address that has no Markdown page."""
    return f"{address.strip('/')}/index.html"


def commitment_address(name: str) -> str:
    """The address of a commitment's own page, also if it is no longer a commitment."""
    return f"/afspraken/{name}/"


def from_root(page: str) -> str:
    """The address of a page or file as a file in the root of the site has it: ``groep/naam/``."""
    return address(page).removeprefix("/")


@cache
def address(page: str) -> str:
    """What a browser asks for, from the root of the site: ``/groep/naam/``."""
    if page == MARKDOWN:
        return f"/{page}"
    path = page.removesuffix(".md").removesuffix("index.html").removesuffix("/")
    if posixpath.splitext(path)[1]:
        return f"/{path}"
    path = f"/{path}".removesuffix("/index").strip("/")
    return f"/{path}/" if path else "/"


def host_of(address: str) -> str:
    """The address of the host of a site, which may be below a path of it."""
    scheme, separator, rest = address.partition("://")
    return f"{scheme}{separator}{rest.partition('/')[0]}/"


def page_at(address: str) -> str:
    """The page at an address of a page that is not the index of a folder."""
    return f"{address.strip('/')}.md"


_FIXED = frozenset(map(address, (*LISTS, CONTENTS, *(kind.page for kind in KINDS if kind.page))))
_OTHER_FOLDERS = frozenset(("/404/", "/api/", "/assets/", "/data/", "/id/", "/zoekindex/"))
_CONTINUATION = re.compile(r"/pagina-[0-9]+/$")


def collides(record: File) -> bool:
    """True if a file's page would have the address of a built-in page."""
    wanted = address(page(record))
    is_built_in = wanted in _FIXED | _OTHER_FOLDERS or _CONTINUATION.search(wanted)
    return not kind_of(record).page and bool(is_built_in)


def relative_address(start: str, goal: str) -> str:
    """The relative link from one address to another, for use in HTML."""
    path, hash_sign, fragment = goal.partition("#")
    link = _relative_path(start, path)
    slash = "/" if path.endswith("/") else ""
    return f"{link}{slash}{hash_sign}{fragment}"


def _relative_path(start: str, goal: str) -> str:
    """The path from a folder to a file or folder, both relative to one root: ``../group/name``."""
    return posixpath.relpath(f"/{goal}", f"/{start}")
