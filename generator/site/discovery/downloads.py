"""The forms in which the whole dossier, or a list of it, can be downloaded."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.dossier import urls
from generator.dossier.fixed_addresses import FILES, TABLES
from generator.site.views.linker import Linker

_TITLES = {each.page: each.title for each in FILES}
_WHOLE = {
    urls.API: "application/json",
    urls.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    urls.ODS: "application/vnd.oasis.opendocument.spreadsheet",
    urls.ONE_FILE: "text/html",
    urls.MARKDOWN: "text/markdown",
}
"""The files with everything, and the media type of each as IANA has it."""
_PDF = "Alles als pdf"


class Download(NamedTuple):
    """A file to download."""

    title: str
    address: str
    media_type: str


def downloads(link: Linker) -> Iterator[Download]:
    """Every form, those with everything first; the document to print only if there is one."""
    for file, media_type in _WHOLE.items():
        yield Download(_TITLES[file], link.absolute_url(file), media_type)
    if link.has_packs:
        pack = urls.pack_beside(urls.page(link.dossier.settings))
        yield Download(_PDF, link.absolute_url(pack), "application/pdf")
    for table in TABLES:
        yield Download(table.title, link.absolute_url(table.page), "text/csv")
