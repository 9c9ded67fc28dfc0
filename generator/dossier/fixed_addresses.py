"""The addresses that exist whatever the content: lists, and files to subscribe to or download."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.dossier import urls
from generator.dossier.kinds import KINDS, LISTED


@dataclass(frozen=True)
class FixedAddress:
    """A page or file of the site that is not made from one content file."""

    name: str
    """Its name in the register."""
    page: str
    title: str
    content_path: str
    """The content folder or file of the records that it lists."""


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
"""The lists in the API, by the name in their address."""

FILES = (
    FixedAddress("wijzigingen-feed", urls.FEED, "Alle wijzigingen (Atom)", "content/register/"),
    FixedAddress("agenda", urls.CALENDAR, "Agenda van de termijnen", "content/deadlines/"),
    FixedAddress(
        "register-bestand",
        urls.REGISTER,
        "Het register als bestand",
        "content/register/",
    ),
    FixedAddress(
        "afspraken-tabel", urls.COMMITMENTS_TABLE, "Alle afspraken als tabel (CSV)", "content/"
    ),
    FixedAddress("api", urls.API, "Gegevens: begin (JSON)", "content/"),
    FixedAddress("api-beschrijving", urls.OPENAPI, "Gegevens: beschrijving (OpenAPI)", "content/"),
    *API_LISTS.values(),
)
"""Files at an address of their own."""


def all_addresses() -> Iterator[FixedAddress]:
    """Every fixed address, lists first."""
    yield from LIST_PAGES.values()
    yield from FILES
