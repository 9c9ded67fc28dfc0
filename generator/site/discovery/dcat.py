"""The description of the data for catalogues such as data.overheid.nl: DCAT-AP-NL 3, as JSON-LD.

Source: https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/. What is not known, such as a licence, is
left out, and a catalogue does not take the description before it is there. It is JSON-LD because
catalogues take it (those made with CKAN take whatever rdflib reads) and because its values are
escaped as in any other JSON.
"""

import json
from collections.abc import Iterator
from functools import partial

from generator.dossier import days_of_change, urls
from generator.site.api.contact import contact
from generator.site.discovery.downloads import Download, downloads
from generator.site.discovery.schema_org import identifier
from generator.site.views.linker import Linker
from generator.site.views.page import Output

Described = dict[str, object]
MEDIA_TYPE = "application/ld+json"
_AUTHORITIES = "http://publications.europa.eu/resource/authority"
_PUBLIC = {"@id": f"{_AUTHORITIES}/access-right/PUBLIC", "@type": "dct:RightsStatement"}
_DUTCH = {"@id": f"{_AUTHORITIES}/language/NLD", "@type": "dct:LinguisticSystem"}
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def outputs(link: Linker) -> Iterator[Output]:
    yield urls.DCAT, partial(_text, link)


def _text(link: Linker) -> str:
    text = json.dumps(catalogue(link), ensure_ascii=False, separators=(",", ":"))
    return f"{text}\n"


def catalogue(link: Linker) -> Described:
    """The catalogue of the site, with the data and the API that serves it."""
    settings = link.dossier.settings
    return {
        "@context": _CONTEXT,
        **_node("dcat:Catalog", link.absolute_url(urls.DCAT)),
        **_titled(settings.title, settings.summary),
        "dct:publisher": _maker(link),
        "dcat:contactPoint": _contact(link),
        "dct:language": _DUTCH,
        "dct:modified": _modified(link),
        "dcat:dataset": dataset(link),
        "dcat:service": service(link),
    }


def dataset(link: Linker) -> Described:
    settings = link.dossier.settings
    return {
        **_node("dcat:Dataset", identifier(link)),
        **_titled(settings.title, settings.summary),
        **_described(link),
        "dct:identifier": identifier(link),
        "dct:creator": _maker(link),
        "dcat:landingPage": _page(link.absolute_url(urls.DATA)),
        "dcat:distribution": [_distribution(link, each) for each in downloads(link)],
    }


def service(link: Linker) -> Described:
    """The API: data of every record at an address of its own."""
    start, settings = link.absolute_url(urls.API), link.dossier.settings
    return {
        **_node("dcat:DataService", start),
        **_titled(f"{settings.title}: API", settings.summary),
        **_described(link),
        "dct:identifier": start,
        "dcat:endpointURL": {"@id": start.removesuffix(urls.api_path(urls.API))},
        "dcat:endpointDescription": {"@id": link.absolute_url(urls.OPENAPI)},
        "foaf:page": _page(link.absolute_url(urls.DATA)),
        "dcat:servesDataset": {"@id": identifier(link)},
        **_licence(link),
    }


def _described(link: Linker) -> Described:
    """What the data and the API have in common."""
    themes = [_theme(each) for each in link.dossier.settings.data_themes]
    return {
        "dct:publisher": _maker(link),
        "dcat:contactPoint": _contact(link),
        "dct:accessRights": _PUBLIC,
        "dct:language": _DUTCH,
        "dct:modified": _modified(link),
        **({"dcat:theme": themes} if themes else {}),
    }


def _distribution(link: Linker, found: Download) -> Described:
    media_type = f"{_MEDIA_TYPES}/{found.media_type}"
    return {
        **_node("dcat:Distribution", f"{found.address}#download"),
        "dct:title": _in_dutch(found.title),
        "dcat:accessURL": {"@id": found.address},
        "dcat:downloadURL": {"@id": found.address},
        "dcat:mediaType": _node("dct:MediaType", media_type),
        **_licence(link),
    }


# Values -------------------------------------------------------------------------------------------


def _node(kind: str, address: str) -> Described:
    return {"@id": address, "@type": kind}


def _titled(title: str, description: str) -> Described:
    return {"dct:title": _in_dutch(title), "dct:description": _in_dutch(description)}


def _in_dutch(text: str) -> Described:
    return {"@value": text, "@language": "nl"}


def _modified(link: Linker) -> Described:
    day = days_of_change.of_everything(link.dossier).isoformat()
    return {"@value": day, "@type": "xsd:date"}


def _theme(code: str) -> Described:
    return _node("skos:Concept", f"{_AUTHORITIES}/data-theme/{code}")


def _page(address: str) -> Described:
    return _node("foaf:Document", address)


def _licence(link: Linker) -> Described:
    address = link.dossier.settings.owner.licence_address
    return {"dct:license": _node("dct:LicenseDocument", address)} if address else {}


def _maker(link: Linker) -> Described:
    """Who makes the site: a party of the dossier is somebody else, so it has no identifier."""
    return {"@type": "foaf:Agent", "foaf:name": _in_dutch(link.dossier.settings.owner.name)}


def _contact(link: Linker) -> Described:
    known = contact(link)
    mail = known.get("email")
    return {
        "@type": "vcard:Kind",
        "vcard:fn": _in_dutch(known["name"]),
        "vcard:hasURL": {"@id": known["url"]},
        **({"vcard:hasEmail": {"@id": f"mailto:{mail}"}} if mail else {}),
    }
