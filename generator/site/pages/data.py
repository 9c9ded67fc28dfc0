"""The page about the data: which lists there are, examples, and every field."""

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from generator.dossier import urls
from generator.dossier.fixed_addresses import COMMITMENTS
from generator.site.api import references
from generator.site.api.collections import Collection, collections
from generator.site.discovery import schema_org
from generator.site.exports import latest_changes
from generator.site.views.linker import Linker
from generator.site.views.page import Link, Page


def pages(link: Linker) -> Iterator[Page]:
    page = link.list_page(urls.DATA, "data", partial(_data, link))
    yield replace(page, linked_data=partial(schema_org.dataset, link))


def _data(link: Linker) -> dict[str, object]:
    from generator.site.api import documentation  # noqa: PLC0415  (slow to import)

    example = (*link.dossier.commitments, *link.dossier.statements)[0]
    commitments = link.absolute_url(urls.api_list(COMMITMENTS))
    return {
        "start": _address(link, urls.API),
        "openapi": Link("de beschrijving in OpenAPI", file=urls.OPENAPI),
        "latest": Link("wijzigingen.json", file=urls.LATEST_CHANGES),
        "most_changes": latest_changes.NEWEST,
        "xlsx": Link("dossier.xlsx", file=urls.XLSX),
        # In full, because Zensical takes any other link to a Markdown file for one to a page.
        "text": Link("dossier.md", address=link.absolute_url(urls.MARKDOWN)),
        "catalogue": Link("catalogus.jsonld", file=urls.DCAT),
        "ods": Link("dossier.ods", file=urls.ODS),
        "columns": Link("metadata.json", file=urls.TABLES_METADATA),
        "lists": [_list(each) for each in collections(link.dossier)],
        "name": example.id,
        "curl": f"curl {references.address(link, example)}",
        "python": _PYTHON.format(address=commitments),
        "power_query": _POWER_QUERY.format(address=commitments),
        "sheets": f'=IMPORTDATA("{link.absolute_url(urls.COMMITMENTS_TABLE)}")',
        "models": documentation.models(),
        "register": Link("het register", file=urls.REGISTER),
        "citing": link.list(urls.CITING),
        "contact": link.contact,
    }


def _address(link: Linker, file: str) -> Link:
    return Link(link.absolute_url(file), file=file)


def _list(found: Collection) -> dict[str, object]:
    address = Link(f"{found.name}/index.json", file=urls.api_list(found.name))
    return {
        "title": found.title,
        "count": len(found.records),
        "link": address,
        "table": _table(found),
        "for_excel": _table(found, urls.table_for_excel),
    }


def _table(found: Collection, file_of: Callable[[str], str] = str) -> Link | None:
    """The table with all of a list, if there is one."""
    whole = found.kind.table if found.name == found.kind.collection else ""
    file = urls.COMMITMENTS_TABLE if found.name == COMMITMENTS else whole and urls.table(whole)
    return Link(posixpath.basename(file), file=file_of(file)) if file else None


_PYTHON = """\
import json
from urllib.request import urlopen

adres = "{address}"
while adres:
    with urlopen(adres) as antwoord:
        lijst = json.load(antwoord)
    for afspraak in lijst["items"]:
        print(afspraak["id"], afspraak["status"], afspraak["tekst"], sep=" | ")
    adres = lijst["volgende"]
"""
_POWER_QUERY = """\
let
    Pagina = (adres) => Json.Document(Web.Contents(adres)),
    Paginas = List.Generate(
        () => Pagina("{address}"),
        each _ <> null,
        each if [volgende] = null then null else Pagina([volgende])
    ),
    Tabel = Table.FromRecords(List.Combine(List.Transform(Paginas, each [items])))
in
    Tabel
"""
