"""The addresses that exist whatever the content: lists, and files to subscribe to or download.

Each has a permalink. What a standard gives its address, such as ``robots.txt``, is not among them:
it never moves, and nobody cites it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.dossier import urls
from generator.dossier.kind import Kind
from generator.dossier.kinds import KINDS, LISTED
from generator.grouping import gather
from generator.model import Statement


@dataclass(frozen=True)
class FixedAddress:
    """A page or file of the site that is not made from one content file."""

    name: str
    """Its name in the register."""
    page: str
    title: str
    content_path: str
    """The content folder or file of the records that it lists."""
    listed: str = ""
    """What a table holds, in a few words."""


def _table(path: str, listed: str, content_path: str = "content/") -> FixedAddress:
    name = f"{urls.page_name(path).removesuffix('.csv')}-tabel"
    title = f"{listed[0].upper()}{listed[1:]} als tabel (CSV)"
    return FixedAddress(name, path, title, content_path, listed)


LIST_PAGES = {
    each.page: each
    for each in (
        *(
            FixedAddress(
                urls.page_name(kind.list_page),
                kind.list_page,
                kind.list_title,
                f"{kind.content_path}/",
            )
            for kind in KINDS
            if kind.list_page
        ),
        FixedAddress("afspraken", urls.COMMITMENTS, "Afspraken", "content/"),
        FixedAddress("inhoud", urls.CONTENTS, "Inhoud van A tot Z", "content/"),
        FixedAddress("wijzigingen", urls.CHANGES, "Wijzigingen", "content/register/"),
        FixedAddress("citeren", urls.CITING, "Citeren en verwijzen", "content/dossier.yml"),
        FixedAddress("gegevens", urls.DATA, "Gegevens", "content/"),
    )
}
"""Every page that lists records, by its path."""

TABLES = (
    _table(urls.COMMITMENTS_TABLE, "alle afspraken"),
    *(
        _table(urls.table(kind.table), f"alle {kind.plural}", kind.content_path)
        for kind in KINDS
        if kind.table
    ),
    _table(urls.CHANGES_TABLE, "alle wijzigingen", "content/register/"),
    _table(urls.COUNTS_BY_THEME, "de status van de afspraken per thema"),
    _table(urls.COUNTS, "de status van alle afspraken"),
)
"""Every table, as a file that spreadsheets and programs read."""
_BY_PATH = {each.page: each for each in TABLES}

COMMITMENTS = "afspraken"
DOCUMENTS = "documenten"
"""The lists in the API with a part of the records of a kind: its statements, its sources."""


def _api_list(collection: str, plural: str, content_path: str) -> FixedAddress:
    title = f"Gegevens: {plural} (JSON)"
    return FixedAddress(f"api-{collection}", urls.api_list(collection), title, content_path)


API_LISTS = {
    **{
        kind.collection: _api_list(kind.collection, kind.plural, f"{kind.content_path}/")
        for kind in LISTED
    },
    COMMITMENTS: _api_list(COMMITMENTS, "afspraken", "content/"),
    DOCUMENTS: _api_list(DOCUMENTS, "documenten", "content/sources/"),
}
"""The lists in the API, by the name in their address.

Each has a permalink, although one for the whole API would do: what was published stays.
"""

FILES = (
    FixedAddress("wijzigingen-feed", urls.FEED, "Alle wijzigingen (Atom)", "content/register/"),
    FixedAddress(
        "laatste-wijzigingen",
        urls.LATEST_CHANGES,
        "De laatste wijzigingen (JSON)",
        "content/register/",
    ),
    FixedAddress("agenda", urls.CALENDAR, "Agenda van de termijnen", "content/deadlines/"),
    FixedAddress(
        "register-bestand",
        urls.REGISTER,
        "Het register als bestand",
        "content/register/",
    ),
    FixedAddress(
        "controlegetallen", urls.MANIFEST, "Controlegetallen van alle bestanden", "content/"
    ),
    FixedAddress("dossier-bestand", urls.ONE_FILE, "Alles in één bestand", "content/"),
    FixedAddress("dossier-markdown", urls.MARKDOWN, "Alles als Markdown", "content/"),
    FixedAddress(
        "tabellen",
        urls.TABLES_METADATA,
        "Wat er in de tabellen staat (CSVW)",
        "content/",
    ),
    FixedAddress("catalogus", urls.DCAT, "Gegevens: beschrijving (DCAT)", "content/"),
    *TABLES,
    FixedAddress("dossier-xlsx", urls.XLSX, "Alle tabellen in één bestand (XLSX)", "content/"),
    FixedAddress("dossier-ods", urls.ODS, "Alle tabellen in één bestand (ODS)", "content/"),
    FixedAddress("api", urls.API, "Gegevens: begin (JSON)", "content/"),
    FixedAddress("api-beschrijving", urls.OPENAPI, "Gegevens: beschrijving (OpenAPI)", "content/"),
    *API_LISTS.values(),
)
"""Files at an address of their own."""


def page_of(kind: Kind) -> str:
    """The page that lists all records of a kind."""
    if kind.model is Statement:
        return urls.CHAPTERS
    return kind.list_page or next(
        each.page for each in KINDS if each.page and each.file == kind.file
    )


LIST_WITH_CHANGES = {kind.key: page_of(kind) for kind in KINDS if kind.table and kind.cited_text}
"""The page that lists the records of a kind, of which the register has the changes."""

_TABLES_BY_PAGE = gather(
    (
        *((page_of(kind), urls.table(kind.table)) for kind in KINDS if kind.table),
        (urls.CHANGES, urls.CHANGES_TABLE),
    )
)


def tables_of(page: str) -> tuple[FixedAddress, ...]:
    """The tables of all that a page lists."""
    return tuple(_BY_PATH[path] for path in _TABLES_BY_PAGE.get(page, ()))


def all_addresses() -> Iterator[FixedAddress]:
    """Every fixed address, lists first."""
    yield from LIST_PAGES.values()
    yield from FILES
