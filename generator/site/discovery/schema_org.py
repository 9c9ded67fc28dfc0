"""What search engines are told of a page in the words of schema.org, as JSON-LD.

Only what is known to be so: nobody knows whether the maker is a person or an organization, so it
has no type, and only a party that the government itself lists is called an organization.
"""

from collections.abc import Mapping

from generator.dossier import days_of_change, urls
from generator.dossier.fixed_addresses import LIST_PAGES
from generator.model import Party
from generator.site.api.contact import contact
from generator.site.discovery.downloads import Download, downloads
from generator.site.views.linker import Linker
from generator.text.inline_links import plain_text

Described = Mapping[str, object]
_CONTEXT = "https://schema.org"


def dataset(link: Linker) -> Described:
    """The dossier as data: https://schema.org/Dataset."""
    settings = link.dossier.settings
    return {
        "@context": _CONTEXT,
        "@type": "Dataset",
        "@id": identifier(link),
        "name": settings.title,
        "description": f"{settings.summary} {plain_text(settings.colophon)}",
        "url": link.absolute_url(urls.DATA),
        "identifier": identifier(link),
        "inLanguage": "nl",
        "isAccessibleForFree": True,
        **_licence(link),
        "creator": contact(link),
        "publisher": contact(link),
        "dateModified": days_of_change.of_everything(link.dossier).isoformat(),
        "distribution": [_download(each) for each in downloads(link)],
    }


def identifier(link: Linker) -> str:
    """The permalink of the page about the data."""
    return link.absolute_url(urls.permalink(LIST_PAGES[urls.DATA].name))


def _licence(link: Linker) -> Described:
    address = link.dossier.settings.owner.licence_address
    return {"license": address} if address else {}


def _download(found: Download) -> Described:
    return {
        "@type": "DataDownload",
        "name": found.title,
        "contentUrl": found.address,
        "encodingFormat": found.media_type,
    }


def organization(link: Linker, party: Party) -> Described | None:
    """A party, if the list of government organizations (TOOI) has it."""
    if not party.tooi:
        return None
    names = [each for each in (party.label, party.abbreviation) if each and each != party.name]
    return {
        "@context": _CONTEXT,
        "@type": "Organization",
        "@id": party.tooi,
        "name": party.name,
        **({"alternateName": list(dict.fromkeys(names))} if names else {}),
        "identifier": party.tooi,
        "mainEntityOfPage": link.absolute_url(urls.page(party)),
    }
